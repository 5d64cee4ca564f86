"""A small site for the tests of pages: Swedish, with the package's own base template."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Page, Site

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from tests.pages_factory import make_conference, make_series, make_site
from tests.stored import put_back_as_built

ROOMS = ("Stora salen", "Sal A", "Sal B")


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """What a test calls itself is in the language of the site."""
    with translation.override("sv"):
        yield


@pytest.fixture
def now(settings: Settings) -> Any:
    """Return a function that sets the clock: "2020-12-08T13:05" in Stockholm."""

    def set_clock(moment: str) -> datetime:
        settings.DVB_WAGTAIL_NOW = moment
        return datetime.fromisoformat(moment)

    return set_clock


@pytest.fixture(autouse=True)
def _first_the_site(request: pytest.FixtureRequest, swedish: None) -> None:
    """Have the site, which replaces what is in the database, there before a fixture adds to it, such as a user."""
    if "site" in request.fixturenames:
        request.getfixturevalue("site")


@pytest.fixture
def site(request: pytest.FixtureRequest, db: None, now: Any) -> Site:
    """A site whose clock stands in the autumn before the conference; of its pages those that the test asks for."""
    cache.clear()
    now("2020-11-02T09:00")
    parts = {"series": build_series, "conference": build_conference}
    put_back_as_built(build_site, *(build for name, build in parts.items() if name in request.fixturenames))
    return Site.objects.get()


@pytest.fixture
def home(site: Site) -> Page:
    return site.root_page


@pytest.fixture
def foreign_base(settings: Settings) -> None:
    """A base template as a site of its own has one: Swedish, with our two blocks and the tag in its head."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [engine | {"DIRS": [Path(__file__).parent / "templates"]}]
    settings.DVB_WAGTAIL_BASE_TEMPLATE = "front/foreign_base.html"


@pytest.fixture
def series(home: Page) -> SeriesPage:
    return SeriesPage.objects.get()


@pytest.fixture
def conference(series: SeriesPage) -> ConferencePage:
    """The edition of 2020 with a venue of three rooms, two tracks, two themes and a ticket."""
    return ConferencePage.objects.get()


def build_site() -> None:
    make_site("testserver")


def build_series() -> None:
    make_series(Site.objects.get().root_page, motto="Samverkan vår framgång", mission="Att säkra välfärden.")


def build_conference() -> None:
    make_conference(
        SeriesPage.objects.get(),
        title="Digitala Västerbotten 2020",
        attendance="mixed",
        themes=[("theme", coded("Hållbarhet")), ("theme", coded("Etik"))],
        tracks=[("track", coded("Politik")), ("track", coded("Praktik"))],
        venues=[("venue", coded("Kulturhuset") | {"address": "Storgatan 1", "rooms": [coded(name) for name in ROOMS]})],
        tickets=[("ticket", coded("Guldbiljett") | {"price": "1000", "currency": "SEK"})],
    )


EDITION = (build_site, build_series, build_conference)
"""What `conference` needs, for fixtures that build more on it."""


def coded(name: str) -> dict[str, Any]:
    """Return an entry of an edition's list; its code is made from the name when the page is saved."""
    return {"name": name, "code": ""}
