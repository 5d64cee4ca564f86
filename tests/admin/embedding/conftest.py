"""A small site whose pages are shared: a conference with sessions, and news."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, Site

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.publication.tables import PublishedSession
from tests.pages_factory import LAST_DAY, make_article, make_conference, make_news, make_session, make_site
from tests.stored import put_back_as_built

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _before_the_conference(settings: Any) -> None:
    settings.DVB_WAGTAIL_NOW = "2020-11-02T12:00"


@pytest.fixture
def site(request: pytest.FixtureRequest, db: None, _before_the_conference: None) -> None:
    """Put in the database as much of the site as the test asks for."""
    parts = {"conference": build_conference, "news": build_news}
    put_back_as_built(build_home, *(build for name, build in parts.items() if name in request.fixturenames))


def build_home() -> None:
    make_site("dvb.example", 443)


def build_conference() -> None:
    rooms = [{"name": "Sal A"}, {"name": "Sal B"}]
    page = make_conference(
        _home(),
        title="Årets konferens",
        tracks=[("track", {"name": "Politik"}), ("track", {"name": "Praktik"})],
        venues=[("venue", {"name": "Kulturhuset", "rooms": rooms})],
    )
    make_session(page, "Öppning", room="sal-a", kind="opening")
    make_session(page, "Makten", room="sal-a", track="politik", start=time(15), end=time(16))
    make_session(page, "Vardagen", room="sal-b", track="praktik", day=LAST_DAY, language="en")


def build_news() -> None:
    channel = make_news(_home(), title="Nyheter")
    make_article(channel, "Programmet är klart", tags=("Programmet",))
    make_article(channel, "Anmälan är öppen")


def _home() -> Page:
    return Site.objects.get(hostname="dvb.example").root_page


@pytest.fixture
def home(site: None) -> Page:
    """The front page of a site with https, in Swedish."""
    return _home()


@pytest.fixture
def conference(site: None) -> ConferencePage:
    """An edition of two days with two tracks, two rooms and three sessions."""
    return ConferencePage.objects.get(title="Årets konferens")


@pytest.fixture
def session(conference: ConferencePage) -> SessionPage:
    return SessionPage.objects.get(title="Makten")


@pytest.fixture
def code(session: SessionPage) -> str:
    """The session's code in addresses."""
    return PublishedSession.objects.get(identity=session.translation_key).code


@pytest.fixture
def news(site: None) -> ArticleIndexPage:
    """A channel with two articles, one of them tagged."""
    return ArticleIndexPage.objects.get(title="Nyheter")


@pytest.fixture
def admin(client: Client, site: None) -> Client:
    client.force_login(User.objects.create_superuser("chef"))
    return client
