"""What to mind of something that is public and can be shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dvb_wagtail.admin.embedding.refusals import refusals
from dvb_wagtail.admin.embedding.remarks import Remark, edit
from dvb_wagtail.admin.embedding.shareable import Chosen, Shared
from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameKind
from dvb_wagtail.delivery.words import words
from dvb_wagtail.models.translations import within_sentence


def of_page(page: Any, shared: Shared) -> Iterator[Remark]:
    """Tell where what is public is not what the editor has before them."""
    language = page.locale.language_code
    if language not in shared.written_in:
        why = refusals(page)[0]
        text = _("This very page is not public. %(why)s What you share meanwhile is what is public (%(languages)s).")
        yield Remark(text % {"why": why.text, "languages": _names(*shared.written_in)}, why.link, why.address)
    elif page.has_unpublished_changes:
        text = _("The page has changes that are not published. What you share is what was published last.")
        yield Remark(text, **edit(page))


def of_site(shared: Shared) -> Iterator[Remark]:
    """Tell of what those who run the site would have to mend."""
    if shared.root_url.startswith("http:"):
        text = _(
            "The address of this site begins with http. Browsers show nothing of it on pages whose address begins with "
            "https. Ask those who run the site to give it port 443 under Settings, Sites."
        )
        yield Remark(text)


def of_answer(shared: Shared, chosen: Chosen) -> Iterator[Remark]:
    """Tell where what was asked for shows little, or not everywhere."""
    if chosen.system.shows_frames and "*" not in conf.frame_ancestors:
        text = _(
            "Only these sites may show frames of ours: %(sites)s. If the site that you paste into is not among them, "
            "ask those who run this one to add it to DVB_WAGTAIL_FRAME_ANCESTORS. If this site is not among them "
            "either, the preview stays empty."
        )
        yield Remark(text % {"sites": ", ".join(conf.frame_ancestors)})
    if chosen.language not in shared.written_in:
        text = _("There is no public page in this language, so titles and texts stand in another one (%(language)s).")
        yield Remark(text % {"language": _names(shared.written_in[0])})
    if not shared.count(chosen):
        yield Remark(_nothing(chosen))
    if chosen.system is System.CALENDAR and shared.undated:
        yield Remark(_("The session has no day yet, so its calendar file is empty until it has one."))


def _nothing(chosen: Chosen) -> str:
    if chosen.kind is FrameKind.NEWS:
        if chosen.tag:
            return _("No article in this language has the tag, so there is nothing to see until one has it.")
        return _("No article is public in this language, so there is nothing to see until one is.")
    if chosen.scope:
        return _("The selection has no sessions now: none fits everything that you ticked. Tick less.")
    return _("No session is public yet, so there is nothing to see until one is.")


def _names(*languages: str) -> str:
    said = words(get_language() or "").languages
    return ", ".join(within_sentence(said.get(language, language)) for language in languages)
