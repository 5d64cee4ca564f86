"""A site whose pages a client shows: every address in every document is the client's, and nothing needs more."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable
from typing import Any
from urllib.parse import quote

import feedparser
import pytest
from django.db import transaction
from django.test import Client, override_settings
from icalendar import Calendar
from pytest_django import DjangoDbBlocker

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.reconcile import check
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference
from tests.delivery import every_address
from tests.front.conftest import ROOMS, coded
from tests.front.whole_site import WholeSite, fill
from tests.pages_factory import make_conference, make_series, make_site, make_translation

pytestmark = pytest.mark.django_db

CMS, CLIENT, ENGLISH = "cms.example", "https://www.dvb-client.example", "https://en.dvb-client.example"
HEADLESS = {
    "ROOT_URLCONF": "tests.urls_headless",
    "MIDDLEWARE": ["django.middleware.common.CommonMiddleware"],
    "ALLOWED_HOSTS": [CMS, ".dvb-client.example"],
    "DVB_WAGTAIL_NOW": "2020-12-08T13:30",
}
WITH_CLIENT = HEADLESS | {"DVB_WAGTAIL_CLIENT_URLS": {CMS: {"sv": f"{CLIENT}/", "en": f"{ENGLISH}/"}}}


def build() -> WholeSite:
    """Return a page of every type in Swedish, the edition also in English."""
    series = make_series(make_site(CMS).root_page)
    conference = make_conference(
        series,
        title="Digitala Västerbotten 2020",
        attendance="mixed",
        themes=[("theme", coded("Hållbarhet")), ("theme", coded("Etik"))],
        tracks=[("track", coded("Politik")), ("track", coded("Praktik"))],
        venues=[("venue", coded("Kulturhuset") | {"address": "Storgatan 1", "rooms": [coded(name) for name in ROOMS]})],
        tickets=[
            ("ticket", coded("Guldbiljett") | {"price": "1000", "currency": "SEK", "address": "https://a.example"})
        ],
    )
    found = fill(conference)
    make_translation(ConferencePage.objects.get(pk=conference.pk), title="Digital Västerbotten 2020")
    ProgrammeChange.objects.update(visible_at="2020-12-01T00:00Z")
    return found


@pytest.fixture(scope="module", params=["with a client", "without"])
def site(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Generator[tuple[WholeSite, bool]]:
    """The site, and whether a client shows it."""
    has_client = request.param == "with a client"
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(**(WITH_CLIENT if has_client else HEADLESS)),
    ):
        yield build(), has_client
        transaction.set_rollback(True)


def addresses(site: WholeSite) -> list[str]:
    root = PublishedConference.objects.get().root_url
    acronym, news, series = site.conference.acronym, site.news.key, site.series.key
    return [
        *(
            address
            for language in ("sv", "en")
            for address in (
                *every_address.of_an_edition(acronym, language, every_address.SELECTIONS),
                *every_address.of_a_series(series, language),
                *every_address.of_sessions(language),
                *every_address.frames(acronym, news, language)[:5],
                *every_address.frames_of_sessions(language),
            )
        ),
        *every_address.of_news(news, "sv", ("", "?tag=program")),
        *(address for address in every_address.of_the_site() if address != "oembed"),
        f"oembed?url={root}/dvb/v1/conferences/{acronym}/sv/programme.ics",
    ]


def ask(path: str, host: str = CMS) -> Any:
    return Client(headers={"host": host}).get(f"/dvb/v1/{path}")


def hosts(text: str) -> set[str]:
    """Return the hosts of every address in a text, as far as one of our sites could be meant."""
    return {host for host in re.findall(r"(?:https?|webcals?):/*([\w.:-]+)", text) if "dvb" in host or "cms" in host}


def bodies(found: WholeSite, paths: Iterable[str], host: str = CMS) -> dict[str, str]:
    answers = {path: ask(path, host) for path in paths}
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    return {path: answer.content.decode() for path, answer in answers.items()}


def test_every_document_is_served_and_names_the_client_alone(site: tuple[WholeSite, bool]) -> None:
    found, has_client = site
    documents = bodies(found, addresses(found))

    wrong = {CMS, "testserver"} if has_client else {"testserver", "www.dvb-client.example"}
    assert len(documents) > 60
    assert {path: hosts(text) & wrong for path, text in documents.items() if hosts(text) & wrong} == {}
    if has_client:
        assert {path for path, text in documents.items() if CMS in text} == set()


def test_a_session_links_to_its_page_or_to_none(site: tuple[WholeSite, bool]) -> None:
    found, has_client = site
    events = Calendar.from_ical(ask(f"conferences/{found.conference.acronym}/sv/programme.ics").content).events
    path = found.session.url_path.removeprefix(found.series.get_parent().url_path)
    page = f"{CLIENT}/{quote(path)}"

    assert len(events) >= 3
    assert (page in {str(event.get("URL")) for event in events}) is has_client
    assert all(event.get("URL") for event in events) is has_client
    assert all("None" not in event.to_ical().decode() for event in events)


def test_feeds_are_readable_with_pages_or_without(site: tuple[WholeSite, bool]) -> None:
    found, has_client = site
    for name in ("articles.rss", "articles.atom"):
        feed = feedparser.parse(ask(f"news/{found.news.key}/sv/{name}").content)
        assert not feed.bozo
        pages = [[link.href for link in entry.get("links", ()) if link.rel == "alternate"] for entry in feed.entries]
        assert [bool(found) for found in pages] == [has_client] * len(pages)
        assert feed.entries
    items = json.loads(ask(f"news/{found.news.key}/sv/articles.json").content)["items"]
    assert [item.get("url", "").startswith(CLIENT) for item in items] == [has_client] * len(items)


def test_a_client_that_hands_requests_on_gets_its_own_site(site: tuple[WholeSite, bool]) -> None:
    found, _has_client = site
    paths = addresses(found)
    plain, handed_on = bodies(found, paths), bodies(found, paths, "www.dvb-client.example")

    assert handed_on == plain


def test_the_index_agrees_with_the_settings(site: tuple[WholeSite, bool]) -> None:
    _found, has_client = site
    row = PublishedConference.objects.get()

    assert check() == []
    assert row.root_url == (CLIENT if has_client else f"http://{CMS}")
    assert row.document["texts"]["en"].get("url", "").startswith(f"{ENGLISH}/") is has_client
