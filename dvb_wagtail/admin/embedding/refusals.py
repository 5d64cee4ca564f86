"""Why nothing of a page is public, in words that say what to do next. Told by the same rule that the index follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dvb_wagtail.admin.embedding.remarks import Remark, edit
from dvb_wagtail.models.indexed import IndexedSession
from dvb_wagtail.publication.drafts import edition_above
from dvb_wagtail.publication.records import conference_of
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import KeptOut, Pending

NEXT: Final[Mapping[str, Any]] = {
    KeptOut.Reason.NO_CODE: gettext_lazy("Write one on the page and publish it."),
    KeptOut.Reason.CODE_TAKEN: gettext_lazy("Give the page another one and publish it."),
    KeptOut.Reason.NO_DATES: gettext_lazy("Fill them in on the page and publish it."),
    KeptOut.Reason.UNKNOWN_ZONE: gettext_lazy("Choose another one on the page and publish it."),
    KeptOut.Reason.NO_PARENT: gettext_lazy("Publish what it stands below, or move the page."),
    KeptOut.Reason.BROKEN: gettext_lazy("Send this to those who run the site."),
}
"""What to do about each reason that the index has for keeping a live page out."""


def is_mirror(page: Any) -> bool:
    """Tell whether a page only mirrors another language's, and has nothing of its own to share."""
    return page.alias_of_id is not None and page.alias_of.translation_key == page.translation_key


def refusals(page: Any) -> list[Remark]:
    """Return why a page is not public, what is to be mended first standing first. Never empty."""
    if page.alias_of_id is not None:
        return [_alias(page)]
    surroundings = Surroundings()
    found = [*_not_live(page), *_private(page, surroundings), *_nowhere(page, surroundings)]
    if not found:
        found = [*_above(page, surroundings)] or [*_kept_out(page)]
    return found or [_waits(page)]


def _alias(page: Any) -> Remark:
    source = page.alias_of
    text = _(
        "This page is a copy that always says what “%(title)s” says. Share that page: its language can be chosen there."
    )
    title = {"title": source.get_admin_display_title()}
    return Remark(text % title, _("Share “%(title)s”") % title, reverse("dvb_embed", args=[source.pk]))


def _not_live(page: Any) -> Iterator[Remark]:
    if page.live:
        return
    planned = page.scheduled_revision
    if planned is not None and planned.approved_go_live_at > timezone.now():
        when = _moment(planned.approved_go_live_at)
        yield Remark(
            _("It is scheduled: it becomes public on %(when)s. Come back then.") % {"when": when}, **edit(page)
        )
    elif planned is not None:
        when = _moment(planned.approved_go_live_at)
        text = _(
            "It should have become public on %(when)s, but nothing publishes what is scheduled. Publish it by hand, "
            "and tell those who run the site."
        )
        yield Remark(text % {"when": when}, **edit(page))
    elif page.expired and page.expire_at:
        text = _("It expired on %(when)s. If it is to be public again, change that date and publish it.")
        yield Remark(text % {"when": _moment(page.expire_at)}, **edit(page))
    elif page.first_published_at:
        text = _("It was public and has been taken back. If it is to be public again, publish it.")
        yield Remark(text, **edit(page))
    else:
        yield Remark(_("It is a draft that nobody outside can see. Publish it first."), **edit(page))


def _private(page: Any, surroundings: Surroundings) -> Iterator[Remark]:
    if not surroundings.is_private(page):
        return
    for restriction in page.get_view_restrictions().select_related("page").order_by("-page__depth"):
        if restriction.page_id == page.pk:
            text = _("It is private: only some may see it. If everybody may, change its privacy to public.")
        else:
            text = _(
                "It stands below “%(title)s”, which is private: only some may see what is there. If everybody may, "
                "change the privacy of that page to public."
            )
        yield Remark(text % {"title": restriction.page.get_admin_display_title()}, **edit(restriction.page))


def _nowhere(page: Any, surroundings: Surroundings) -> Iterator[Remark]:
    if surroundings.root_of(page) is None:
        text = _(
            "It stands outside every site, so it has no address. Move it below the front page of a site, or have "
            "those who run the site publish the front page above it."
        )
        yield Remark(text, _("Move the page"), reverse("wagtailadmin_pages:move", args=[page.pk]))


def _above(page: Any, surroundings: Surroundings) -> Iterator[Remark]:
    """Tell of a session whose edition is not public: what is to be mended is there."""
    if not issubclass(page.specific_class or type(page), IndexedSession):
        return
    above = edition_above(page, preview=True)
    if above is None:
        text = _("It stands below no conference. Move it below the conference that it belongs to.")
        yield Remark(text, _("Move the page"), reverse("wagtailadmin_pages:move", args=[page.pk]))
    elif above.alias_of_id is not None:
        text = _(
            "The conference above it, “%(title)s”, is only a copy of a page in another language. Translate that one."
        )
        yield Remark(text % {"title": above.get_admin_display_title()}, **edit(above))
    elif not surroundings.is_public(above) or conference_of(above.translation_key) is None:
        why = refusals(above)[0]
        text = _("The conference that it belongs to, “%(title)s”, is not public. %(why)s")
        title = above.get_admin_display_title()
        yield Remark(text % {"title": title, "why": why.text}, why.link, why.address)


def _kept_out(page: Any) -> Iterator[Remark]:
    row = KeptOut.objects.filter(identity=page.translation_key).first()
    if row is None:
        return
    said = _("Calendars, feeds and frames leave it out: %(reason)s") % {"reason": row.get_reason_display()}
    detail = f" ({row.detail})" if row.detail else ""
    yield Remark(f"{said}{detail} {NEXT[row.reason]}", **edit(page))


def _waits(page: Any) -> Remark:
    """Tell that the index does not know the page yet, and what stopped it if something did."""
    waiting = Pending.objects.filter(
        Q(identity=page.translation_key) | Q(page=page.pk) | Q(identity=None, page=None)
    ).first()
    if waiting is not None and waiting.error:
        text = _("It could not be made public: %(error)s Send this to those who run the site.") % {
            "error": waiting.error
        }
    else:
        text = _("It is about to become public. Wait a minute and load this page again.")
    return Remark(text, _("See what waits and why"), reverse("dvb_publication_report"))


def _moment(moment: Any) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
