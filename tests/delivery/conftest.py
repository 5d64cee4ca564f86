"""A published edition and a news channel, and how one asks for their documents."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import UTC, date, datetime, time

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from dvb_wagtail.core.vocabulary import Attendance, Kind, SessionStatus
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from tests import pages_factory as make

Get = Callable[..., HttpResponse]


@pytest.fixture
def get(db: None, client: Client) -> Get:
    """Ask for an address under `v1/`, with headers by name and underscores for hyphens."""

    def ask(address: str, *, method: str = "GET", **headers: str) -> HttpResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.generic(method, f"/dvb/v1/{address}", headers=named)

    return ask


@pytest.fixture(scope="module")
def published(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Generator[None]:
    """One transaction around the tests of a module: they share what is published in it, and nothing of it is left.

    What a test does itself is undone after it, as ever.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def home(published: None) -> Page:
    """The front page of the site."""
    return make.make_site().root_page


@pytest.fixture(scope="module")
def conference(home: Page) -> ConferencePage:
    """An edition with two rooms, a track and a theme."""
    return make.make_conference(
        home,
        title="Digitala Västerbotten 2020",
        lead="Två dagar om det hållbara samhället.",
        themes=[("theme", {"name": "AI och etik"})],
        tracks=[("track", {"name": "Politiskt ledarskap"})],
        venues=[("venue", {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}, {"name": "Sal B"}]})],
    )


@pytest.fixture(scope="module")
def sessions(conference: ConferencePage) -> dict[str, SessionPage]:
    """Four sessions on two days, by title."""
    second_day = date(2020, 12, 9)
    pages = [
        make.make_session(conference, "Öppning", kind=Kind.OPENING),
        make.make_session(
            conference,
            "Keynote",
            start=time(14),
            end=time(15),
            kind=Kind.KEYNOTE,
            room="sal-a",
            language="en",
            attendance=Attendance.MIXED,
        ),
        make.make_session(
            conference,
            "Seminarium",
            day=second_day,
            kind=Kind.SEMINAR,
            room="sal-b",
            track="politiskt-ledarskap",
            themes=["ai-och-etik"],
        ),
        make.make_session(
            conference,
            "Panel",
            day=second_day,
            start=time(15),
            end=time(16),
            kind=Kind.PANEL,
            status=SessionStatus.CANCELLED,
            status_reason="Talaren är sjuk",
        ),
    ]
    return {page.title: page for page in pages}


@pytest.fixture(scope="module")
def news(home: Page) -> ArticleIndexPage:
    """A news channel with two articles, one of them with a tag."""
    index = make.make_news(home, title="Nyheter från regionen")
    second, first = datetime(2020, 11, 2, 8, tzinfo=UTC), datetime(2020, 11, 1, 8, tzinfo=UTC)
    make.make_article(index, "Anmälan är öppen", lead="Nu kan du anmäla dig.", published=second)
    make.make_article(
        index, "Programmet är klart", tags=("Program",), lead="Två dagar, fyra programpunkter.", published=first
    )
    return index
