"""What not everybody may see stands in no output of any address, nor on any page that everybody may see."""

from __future__ import annotations

import pytest
from wagtail.models import Locale, PageViewRestriction

from dvb_wagtail.models.article import ArticleMixin
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.models.speaker import SpeakerMixin
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.testing import publish
from tests.setups import build, serve
from tests.setups.build import NAMES, OTHERS, find

pytestmark = [pytest.mark.setup, pytest.mark.usefixtures("site")]

MARKER = "hemligt"
"""Stands in the title and the text of everything that is not public."""
FILE = "inlast"
"""Stands in the names of files that are not. A page shows its own pictures as Wagtail does; no document does."""


def hide(page) -> None:
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


def hide_things(name: str) -> None:
    """Add to a site what may not be seen, in every way that something may not be seen."""
    edition, later, news = find(f"Konferens {name} 2020"), find(f"Konferens {name} 2021"), find(f"Nyheter {name}")
    text = {"abstract": f"{MARKER} text"}
    build.page(SessionMixin, edition, f"{MARKER} utkast", live=False, **text)
    hide(build.session(edition, f"{MARKER} privat", **text))
    source = build.session(edition, f"{MARKER} med alias", **text)
    source.create_alias(parent=build.base().objects.get(pk=later.pk), update_slug=f"{MARKER}-alias")
    for language in OTHERS:
        source.copy_for_translation(Locale.objects.get(language_code=language), alias=True)
    hide(source)
    build.session(edition, f"{MARKER} avpublicerad", **text).unpublish()
    hide(build.page(ArticleMixin, news, f"{MARKER} nyhet", lead=MARKER))
    person = build.page(SpeakerMixin, find(f"Talare {name}"), f"{MARKER} person")
    hide(person)
    opening = build.appearance(find(f"Öppning {name}"), person)
    files = build.private_collection()
    private = build.hand_out(f"{FILE}-fil", files)
    private["value"]["title"] = "Bilder"
    opening.documents = [*opening.documents.raw_data, private]
    opening.body = [build.figure(build.image(f"{FILE}-bild", files))]
    publish(opening)
    opening = find(f"Öppning {name}")
    opening.title = f"{MARKER} rubrik"
    opening.save_revision()
    flush()


def public_pages() -> list[str]:
    return [page.full_url for page in build.base().objects.live().filter(depth__gt=1) if page.full_url]


def test_what_is_not_public_stands_in_no_output_of_any_address():
    name = NAMES[-1]
    hide_things(name)
    assert build.base().objects.filter(title__contains=MARKER).count() >= 6 + len(OTHERS), "there is what could leak"
    documents, pages = serve.documents(name), {address: serve.get(address) for address in public_pages()}
    shown = {
        address: serve.text_of(answer) for address, answer in (documents | pages).items() if answer.status_code == 200
    }
    assert [address for address, text in shown.items() if MARKER in text.casefold()] == []
    assert [address for address in documents.keys() & shown.keys() if FILE in shown[address]] == []
    # The same would have found it: what is public stands in what was asked.
    found = [address for address, text in shown.items() if f"öppning {name}" in text.casefold()]
    assert len(found) > 10
    assert any("bilder.pdf" in text for text in shown.values())
