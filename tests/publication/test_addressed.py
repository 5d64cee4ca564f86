"""What is found at the address of a page: what everyone may see there, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Locale, Page, PageViewRestriction, Site

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.publication import records
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.reconcile import reconcile
from dvb_wagtail.publication.records import PublicPage
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSession
from dvb_wagtail.testing import publish
from tests.pages_factory import make_conference, make_session
from tests.publication.site import english, page, session

pytestmark = pytest.mark.usefixtures("site")

HOST = ("dvb.example", 80)
EDITION = "http://dvb.example/avdelning/digitala-v%C3%A4sterbotten/dv-2020/"
ENGLISH_EDITION = EDITION.replace("example/", "example/en/")
OPENING = f"{EDITION}%C3%B6ppning/"
NEWS = "http://dvb.example/nyheter/"
ROUTE = "program/"


def told(found: PublicPage | None) -> tuple[str, ...] | None:
    """Return what kind of thing was found, its title in the page's language, and that language."""
    if found is None:
        return None
    texts: Any
    if found.session:
        kind, texts = "session", found.session.session.texts
    elif found.news:
        kind, texts = "news", found.news.news.texts
    else:
        assert found.conference
        kind, texts = "programme" if found.routed else "conference", found.conference.conference.texts
    return kind, texts[found.language].title, found.language


def at(url: str, host: tuple[str, int] = HOST) -> tuple[str, ...] | None:
    return told(records.at_url(url, host, ROUTE))


def edition() -> Any:
    return page("DV 2020", ConferencePage)


def address_of(found: Page) -> str:
    """Return the address that Wagtail itself gives a page, public or not."""
    return Page.objects.get(pk=found.pk).full_url


# ---- what is found


def test_editions_sessions_and_news_channels_are_found_in_the_language_of_the_page() -> None:
    assert at(EDITION) == ("conference", "DV 2020", "sv")
    assert at(f"{EDITION}program/") == ("programme", "DV 2020", "sv")
    assert at(OPENING) == ("session", "Öppning", "sv")
    assert at(NEWS) == ("news", "Nyheter", "sv")
    assert at(ENGLISH_EDITION) == ("conference", "DV 2020 in English", "en")
    assert at(f"{ENGLISH_EDITION}program/") == ("programme", "DV 2020 in English", "en")
    assert at(address_of(session("Opening"))) == ("session", "Opening", "en")
    assert at(address_of(page("News", ArticleIndexPage, "en"))) == ("news", "News", "en")


def test_a_session_is_found_with_its_edition() -> None:
    found = records.at_url(OPENING, HOST)
    assert found
    assert found.conference
    assert found.conference.conference.acronym == "dv2020"


@pytest.mark.parametrize("url", [EDITION, OPENING, NEWS, f"{EDITION}program/"])
def test_every_spelling_of_an_address_finds_the_same(url: str) -> None:
    expected = at(url)
    spellings = [
        url.replace("http:", "https:"),
        url.removesuffix("/"),
        url.replace("dvb.example", "DVB.example:80"),
        url.replace("http://dvb.example", "https://dvb.example:443"),
        f"{url}?track=ledning&utm_source=brev",
        f"{url.removesuffix('/')}#day-2020-12-08",
        unquote(url),
        url.replace("%C3%A4", "%c3%a4").replace("%C3%B6", "%c3%b6"),
    ]
    assert expected
    assert {spelling: at(spelling) for spelling in spellings} == dict.fromkeys(spellings, expected)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        (EDITION.replace("dvb.example", "127.0.0.1:8000"), ("127.0.0.1", 8000)),
        (EDITION.replace("dvb.example", "www.dvb.example"), ("www.dvb.example", 80)),
        (EDITION.replace("http://dvb.example", "https://www.dvb.example"), ("www.dvb.example", 443)),
        (EDITION, ("127.0.0.1", 8000)),
    ],
)
def test_the_site_can_be_called_as_the_request_called_it_or_by_its_own_name(url: str, host: tuple[str, int]) -> None:
    assert at(url, host) == ("conference", "DV 2020", "sv")
    assert at(f"{url}program/", host) == ("programme", "DV 2020", "sv")


def test_a_site_with_a_port_of_its_own() -> None:
    site = Site.objects.get(is_default_site=True)
    site.port = 8080
    site.save()
    elsewhere = EDITION.replace("dvb.example", "dvb.example:8080")
    assert at(elsewhere, ("dvb.example", 8080)) == ("conference", "DV 2020", "sv")
    assert at(EDITION, ("dvb.example", 8080)) is None


def test_the_front_page_of_a_site_can_be_an_edition() -> None:
    Site.objects.create(hostname="dv.example", root_page=edition())
    flush()
    host = ("dv.example", 80)
    assert at("https://dv.example", host) == at("http://dv.example/", host) == ("conference", "DV 2020", "sv")
    assert at("http://dv.example/program", host) == ("programme", "DV 2020", "sv")


def test_a_page_that_wagtail_does_not_serve_is_found_at_the_address_that_the_index_has(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.publication.urls_headless"
    reconcile()
    assert at(EDITION) is None
    row = PublishedConference.objects.get(key="dv2020")
    row.document["texts"]["sv"]["url"] = "https://konferens.example/dv-2020"
    row.save()
    assert at("http://konferens.example/dv-2020/") == ("conference", "DV 2020", "sv")
    assert at("http://konferens.example/dv-2020/program/") == ("programme", "DV 2020", "sv")


def test_a_page_called_as_the_route_is_itself_but_not_under_an_edition() -> None:
    home = page("Hem på dvb.example")
    under_a_plain_page = make_conference(home, "prog2022", title="Program", slug="program")
    under_an_edition = make_conference(edition(), "prog2023", title="Program igen", slug="program")
    assert at("http://dvb.example/program/") == ("conference", "Program", "sv")
    assert at("http://dvb.example/program/program/") == ("programme", "Program", "sv")
    assert at(f"{EDITION}program/") == ("programme", "DV 2020", "sv")
    assert under_a_plain_page.get_full_url() == "http://dvb.example/program/"
    assert under_an_edition.get_full_url() == f"{EDITION}program/"
    assert at(f"{EDITION}program/program/") == ("programme", "Program igen", "sv")


def test_without_a_route_only_pages_are_found() -> None:
    assert records.at_url(f"{EDITION}program/", HOST) is None
    assert told(records.at_url(EDITION, HOST)) == ("conference", "DV 2020", "sv")


@pytest.mark.parametrize("code", ["en-gb", "lt", "es-419", "in"])
def test_any_code_of_a_language_is_looked_up(settings: Settings, code: str) -> None:
    """One with a hyphen or a number, and those that are also names of lookups."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en", "English"), (code, code)]
    english_edition = page("DV 2020 in English", ConferencePage, "en")
    Locale.objects.filter(language_code="en").update(language_code=code)
    reconcile()
    assert at(english_edition.specific_class.objects.get(pk=english_edition.pk).full_url) == (
        "conference",
        "DV 2020 in English",
        code,
    )


def test_a_language_that_the_site_has_no_more_is_not_found(settings: Settings) -> None:
    assert at(ENGLISH_EDITION)
    settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska")]
    assert at(ENGLISH_EDITION) is None
    assert at(EDITION)


# ---- what is not


@pytest.mark.parametrize(
    "url",
    [
        "http://dvb.example/",
        "http://dvb.example/avdelning/",
        "http://dvb.example/avdelning/digitala-v%C3%A4sterbotten/",
        "http://dvb.example/avdelning/digitala-v%C3%A4sterbotten/program/",
        "http://dvb.example/nyheter/programmet-%C3%A4r-klart/",
        "http://dvb.example/talare/anna-andersson/",
        "http://dvb.example/nyheter/program/",
        f"{OPENING}program/",
        f"{EDITION}program/program/",
        f"{EDITION}%00/",
        f"{EDITION}%ff/",
        "http://dvb.example/%",
        "http://evil.example/nyheter/",
        "http://dvb.example.evil.example/nyheter/",
        "http://dvb.example@evil.example/nyheter/",
        "http://dvb.example:8080/nyheter/",
        "/nyheter/",
        "nyheter",
        "\0",
        "",
    ],
)
def test_what_is_no_page_of_these_is_none(url: str) -> None:
    assert at(url) is None


def test_another_site_is_none_even_by_the_same_path() -> None:
    theirs = "http://other.example/andras-konferens/"
    their_host = ("other.example", 80)
    assert at(theirs, their_host) == ("conference", "Andras konferens", "sv")
    assert at(theirs) is None
    assert at(EDITION, their_host) is None
    assert at(EDITION.replace("dvb.example", "other.example"), their_host) is None
    assert at("http://dvb.example/andras-konferens/") is None
    assert at("http://dvb.example/andras-konferens/", their_host) is None
    assert at("http://other.example/andras-nyheter/", their_host) == ("news", "Andras nyheter", "sv")
    assert at("http://other.example/andras-nyheter/") is None
    assert at("http://other.example/andras-konferens/andras-session/") is None


def test_without_any_site_there_is_nothing() -> None:
    Site.objects.all().delete()
    assert at(EDITION) is None


@pytest.mark.parametrize(
    ("title", "model", "gone"),
    [
        ("Öppning", SessionPage, [OPENING]),
        ("DV 2020", ConferencePage, [EDITION, f"{EDITION}program/", OPENING]),
        ("Avdelning", Page, [EDITION, f"{EDITION}program/", OPENING, ENGLISH_EDITION]),
        ("Nyheter", ArticleIndexPage, [NEWS]),
    ],
)
def test_what_is_private_is_none_until_it_is_public_again(title: str, model: type[Page], gone: list[str]) -> None:
    assert all(at(url) for url in gone)
    restriction = PageViewRestriction.objects.create(page=page(title, model), restriction_type="login")
    flush()
    assert [at(url) for url in gone] == [None] * len(gone)
    restriction.delete()
    flush()
    assert all(at(url) for url in gone)


def test_what_is_withdrawn_is_none() -> None:
    session().unpublish()
    page("Nyheter", ArticleIndexPage).unpublish()
    flush()
    assert at(OPENING) is at(NEWS) is None
    edition().unpublish()
    flush()
    assert at(EDITION) is at(f"{EDITION}program/") is None


def test_what_has_expired_and_what_is_planned_is_none() -> None:
    expired = session()
    expired.expire_at = datetime.now(UTC) - timedelta(hours=1)
    expired.save_revision().publish()
    expired.unpublish(set_expired=True)
    planned = edition().add_child(instance=SessionPage(title="Planerat", live=False))
    planned.go_live_at = datetime.now(UTC) + timedelta(days=1)
    planned.save_revision().publish()
    flush()
    assert at(OPENING) is at(address_of(planned)) is None


def test_a_draft_is_none_and_the_draft_of_an_address_neither() -> None:
    draft = edition().add_child(instance=SessionPage(title="Utkast", live=False))
    draft.save_revision()
    renamed = session()
    renamed.slug = "invigning"
    renamed.save_revision()
    flush()
    assert at(address_of(draft)) is None
    assert at(f"{EDITION}invigning/") is None
    assert at(OPENING)


def test_a_translation_that_is_a_draft_or_mirrors_is_none() -> None:
    english_edition = page("DV 2020 in English", ConferencePage, "en")
    draft = session("Bara svenska").copy_for_translation(english())
    draft.title = "Only in Swedish"
    draft.save_revision()
    mirror = SessionPage.objects.get(title="Panel", locale=english())
    flush()
    assert not draft.live
    assert mirror.live
    assert mirror.get_parent().pk == english_edition.pk
    assert at(address_of(draft)) is at(address_of(mirror)) is None
    assert at(address_of(session("Bara svenska")))
    publish(draft)
    assert at(address_of(draft)) == ("session", "Only in Swedish", "en")


def test_a_mirror_of_what_was_made_private_is_none() -> None:
    source = session("Panel")
    mirror = source.create_alias(parent=page("DV 2021", ConferencePage), update_slug="panel-igen")
    flush()
    was = at(address_of(mirror))
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    flush()
    assert was
    assert at(address_of(source)) is at(address_of(mirror)) is None


def test_a_page_that_was_moved_is_found_at_its_new_address_alone() -> None:
    moved = session()
    moved.slug = "invigning"
    publish(moved)
    assert at(OPENING) is None
    assert at(f"{EDITION}invigning/") == ("session", "Öppning", "sv")


def test_a_record_that_cannot_be_read_is_none() -> None:
    row = PublishedSession.objects.get(identity=session().translation_key)
    row.document["kind"] = "hologram"
    row.save()
    assert at(OPENING) is None


# ---- queries


def _counted(*urls: str) -> Iterator[int]:
    for url in urls:
        with CaptureQueriesContext(connection) as captured:
            at(url)
        yield len(captured)


def test_queries_are_few_and_do_not_depend_on_how_much_there_is() -> None:
    urls = (EDITION, f"{EDITION}program/", OPENING, NEWS, "http://dvb.example/ingenting/", "ingenting")
    assert list(_counted(*urls)) == [2, 2, 3, 4, 4, 0]
    for number in range(5):
        make_session(edition(), f"Mer {number}")
    assert list(_counted(*urls)) == [2, 2, 3, 4, 4, 0]


def test_what_a_site_calls_itself() -> None:
    Site.objects.filter(hostname="dvb.example").update(site_name="Region Exempel")
    assert records.site_name(HOST) == "Region Exempel"
    assert records.site_name(("other.example", 80)) == ""
    Site.objects.all().delete()
    assert records.site_name(HOST) == ""


def test_all_that_could_be_found_is_in_the_index() -> None:
    """The tests above mean something: every kind has rows with addresses."""
    for table in (PublishedConference, PublishedSession, PublishedNews):
        documents = table._default_manager.filter(gone_at=None).values_list("document", flat=True)
        assert any(text["url"] for document in documents for text in document["texts"].values())
