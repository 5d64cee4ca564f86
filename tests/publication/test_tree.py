"""Pages moved, renamed and deleted, themselves or something above them."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.tables import PublishedSession
from tests.publication.oracle import published
from tests.publication.site import page, session
from tests.publication.watching import changes, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")

SESSIONS = {"sv session Öppning", "en session Opening", "sv session Bara svenska", "sv session Panel"}
SWEDISH_EDITION = {"sv conference DV 2020", "sv session Öppning", "sv session Bara svenska", "sv session Panel"}
SECTION = SWEDISH_EDITION | {"sv series Digitala Västerbotten", "sv conference DV 2021"}


def addresses(title: str) -> dict[str, str]:
    """Return the public addresses of a thing with this title, by language."""
    [found] = [public for public in published().values() if title in {text for text, _address in public.texts.values()}]
    return {language: address for language, (_title, address) in found.texts.items()}


# ---- moved


def test_a_session_moves_to_another_edition_and_back() -> None:
    there, here = page("DV 2021", ConferencePage), page("DV 2020", ConferencePage)
    with changes():
        session("Panel").move(there, "last-child")
    assert published()[str(session("Panel").translation_key)].parent == str(there.translation_key)
    with changes():
        session("Panel").move(page("DV 2020", ConferencePage), "first-child")
    assert published()[str(session("Panel").translation_key)].parent == str(here.translation_key)


def test_one_language_of_a_session_moves_to_another_edition() -> None:
    """The session is where its oldest page is: the other language's is not part of that edition."""
    with changes(hides={"en session Opening"}):
        session().move(page("DV 2021", ConferencePage), "last-child")


def test_a_session_moves_out_of_every_edition_and_back() -> None:
    with changes(hides={"sv session Panel"}):
        session("Panel").move(page("Avdelning"), "last-child")
    with changes(shows={"sv session Panel"}):
        session("Panel").move(page("DV 2020", ConferencePage), "last-child")


def test_a_session_moves_among_its_neighbours() -> None:
    with changes_no_byte():
        session("Panel").move(session(), "left")


def test_an_edition_moves_out_of_its_series() -> None:
    with changes():
        page("DV 2020", ConferencePage).move(page("Avdelning"), "last-child")
    assert addresses("Panel") == {"sv": "http://dvb.example/avdelning/dv-2020/panel/"}


def test_a_page_above_moves_to_another_site() -> None:
    with changes():
        page("Avdelning").move(page("Hem på other.example"), "last-child")
    series = "http://other.example/avdelning/digitala-v%C3%A4sterbotten"
    assert addresses("Panel") == {"sv": f"{series}/dv-2020/panel/"}
    assert addresses("DV 2021") == {"sv": f"{series}/dv-2021/"}


def test_a_page_above_moves_off_every_site_and_back() -> None:
    with changes(hides=SECTION):
        page("Avdelning").move(Page.objects.get(depth=1), "last-child")
    with changes(shows=SECTION):
        page("Avdelning").move(page("Hem på dvb.example"), "last-child")


def test_a_news_channel_moves() -> None:
    with changes():
        page("Nyheter").move(page("Avdelning"), "last-child")
    assert addresses("En plats kvar") == {"sv": "http://dvb.example/avdelning/nyheter/en-plats-kvar/"}


def test_a_speaker_index_moves() -> None:
    with changes():
        page("Talare").move(page("Avdelning"), "last-child")
    assert addresses("Anna Andersson") == {"sv": "http://dvb.example/avdelning/talare/anna-andersson/"}


# ---- renamed


@pytest.mark.parametrize("by_revision", [True, False], ids=["published", "saved"])
@pytest.mark.parametrize(
    ("title", "model", "address"),
    [
        ("Panel", SessionPage, "avdelning/digitala-v%C3%A4sterbotten/dv-2020/nytt/"),
        ("DV 2020", ConferencePage, "avdelning/digitala-v%C3%A4sterbotten/nytt/panel/"),
        ("Digitala Västerbotten", Page, "avdelning/nytt/dv-2020/panel/"),
        ("Avdelning", Page, "nytt/digitala-v%C3%A4sterbotten/dv-2020/panel/"),
    ],
    ids=["the page itself", "its edition", "its series", "a plain page above"],
)
def test_a_slug_changes(title: str, model: type[Page], address: str, *, by_revision: bool) -> None:
    with changes():
        renamed = page(title, model)
        renamed.slug = "nytt"
        renamed.save_revision().publish() if by_revision else renamed.save()
    assert addresses("Panel") == {"sv": f"http://dvb.example/{address}"}


def test_links_in_articles_follow_a_slug() -> None:
    with changes():
        renamed = page("Avdelning")
        renamed.slug = "nytt"
        renamed.save()
    article = page("Programmet är klart")
    [link] = [part for part in text_of(article).split('"') if "dv-2020" in part]
    assert link == "http://dvb.example/nytt/digitala-v%C3%A4sterbotten/dv-2020/%C3%B6ppning/"


def text_of(article: Page) -> str:
    from dvb_wagtail.publication.tables import PublishedArticle

    row = PublishedArticle.objects.get(identity=article.translation_key)
    return str(row.document["texts"]["sv"]["html"])


# ---- deleted


def test_a_session_is_deleted_in_one_language_and_in_both() -> None:
    identity = session().translation_key
    with changes(hides={"sv session Öppning"}):
        session().delete()
    with changes(hides={"en session Opening"}):
        session("Opening").delete()
    row = PublishedSession.objects.get(identity=identity)
    assert (row.document, row.gone_reason, row.start is None) == ({}, "withdrawn", False)


def test_an_edition_is_deleted() -> None:
    with changes(hides=SWEDISH_EDITION):
        page("DV 2020", ConferencePage).delete()


def test_a_page_above_is_deleted() -> None:
    with changes(hides=SECTION):
        page("Avdelning").delete()


@pytest.mark.parametrize("title", ["Avdelning", "DV 2020"])
def test_pages_are_deleted_by_a_query(title: str) -> None:
    with changes(hides=SECTION if title == "Avdelning" else SWEDISH_EDITION):
        Page.objects.filter(pk=page(title).pk).delete()


def test_sessions_are_deleted_by_a_query() -> None:
    with changes(hides=SESSIONS):
        SessionPage.objects.descendant_of(Page.objects.get(title="Avdelning", locale__language_code="sv")).delete()
        SessionPage.objects.filter(title="Opening").delete()


def test_a_news_channel_is_deleted() -> None:
    with changes(hides={"sv news Nyheter", "sv article Programmet är klart", "sv article En plats kvar"}):
        page("Nyheter").delete()
