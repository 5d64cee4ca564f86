"""The front page: what comes next, everything there has been, the latest news."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from dvb_wagtail.delivery.words import words
from dvb_wagtail.front.series import SeriesView
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from tests.front.conftest import build_series, build_site
from tests.front.reading import Document, links, only, read, text, texts
from tests.pages_factory import make_article, make_conference, make_news, make_series, make_translation
from tests.stored import put_back_as_built


def build_editions() -> None:
    series = SeriesPage.objects.get()
    for year in (2019, 2020, 2021):
        days = {"start_date": date(year, 12, 8), "end_date": date(year, 12, 9)}
        make_conference(series, f"dv{year}", title=f"DV {year}", **days)


@pytest.fixture
def editions(series: SeriesPage) -> list[ConferencePage]:
    put_back_as_built(build_site, build_series, build_editions)
    return list(ConferencePage.objects.order_by("pk"))


def next_edition(document: Document) -> str:
    return text(only(document, ".dvb-next h2"))


@pytest.mark.parametrize(
    ("moment", "title", "said"),
    [
        ("2020-11-02T09:00", "DV 2020", "The next conference"),
        ("2020-12-08T00:01", "DV 2020", "Is going on now"),
        ("2020-12-09T23:59", "DV 2020", "Is going on now"),
        ("2020-12-10T00:01", "DV 2021", "The next conference"),
        ("2022-01-01T00:00", "DV 2021", "The latest conference"),
    ],
)
def test_the_edition_that_a_visitor_comes_for_stands_first(
    client: Client, series: SeriesPage, editions: Any, now: Any, moment: str, title: str, said: str
) -> None:
    now(moment)
    document = read(client, series.url)

    assert next_edition(document) == title
    assert text(only(document, ".dvb-next .dvb-eyebrow")) == gettext(said)


def test_one_that_takes_place_goes_before_one_that_is_cancelled(client: Client, series: SeriesPage) -> None:
    make_conference(series, "dv2020", title="Inställd", status="cancelled")
    make_conference(series, "dv2021", title="Nästa", start_date=date(2021, 12, 7), end_date=date(2021, 12, 8))

    assert next_edition(read(client, series.url)) == "Nästa"


@pytest.mark.parametrize(
    ("moment", "is_open"), [("2020-11-02T09:00", True), ("2020-12-09T23:59", True), ("2020-12-10T00:00", False)]
)
def test_one_registers_for_the_next_edition_right_there(
    client: Client, series: SeriesPage, now: Any, moment: str, *, is_open: bool
) -> None:
    page = make_conference(series, registration="https://example.org/anmalan")
    now(moment)
    first = next(iter(links(read(client, series.url), ".dvb-next .dvb-actions a").items()))

    assert first == (
        (gettext("Register"), "https://example.org/anmalan") if is_open else (gettext("About the conference"), page.url)
    )


def test_one_registers_where_the_page_in_ones_language_says(client: Client, series: SeriesPage) -> None:
    page = make_conference(series, registration="https://example.org/anmalan")
    english = make_translation(series, title="Digital Västerbotten")
    register = ".dvb-next .dvb-actions a:first-child"
    assert only(read(client, english.url), register).get("href") == "https://example.org/anmalan"

    make_translation(page, title="Digital Västerbotten 2020", registration="https://example.org/register")
    assert only(read(client, english.url), register).get("href") == "https://example.org/register"
    assert only(read(client, series.url), register).get("href") == "https://example.org/anmalan"


def test_all_editions_stand_newest_first(client: Client, series: SeriesPage, editions: Any) -> None:
    document = read(client, series.url)

    assert links(document, "section[aria-labelledby=editions] h3 a") == {
        f"DV {year}": edition.url for year, edition in zip((2021, 2020, 2019), reversed(editions), strict=True)
    }


def test_the_latest_news_is_that_of_the_channel_below_the_series(client: Client, home: Any, series: SeriesPage) -> None:
    other = make_news(home, "annat", title="Annat")
    make_article(other, "Någon annans", published=datetime(2020, 11, 1, tzinfo=UTC))
    news = make_news(series)
    for day in range(1, 6):
        make_article(news, f"Nyhet {day}", published=datetime(2020, 10, day, tzinfo=UTC))
    document = read(client, series.url)

    assert texts(document, "section[aria-labelledby=news] h3") == ["Nyhet 5", "Nyhet 4", "Nyhet 3"]
    assert links(document, "section[aria-labelledby=news] > p a") == {gettext("All news"): news.url}


def test_a_series_that_has_nothing_yet_is_a_page(client: Client, home: Any) -> None:
    page = make_series(home, "tom", title="Tom")
    document = read(client, page.url)

    assert SeriesView(page, words("sv"), datetime.now(UTC)).registration == ""
    assert text(only(document, "h1")) == "Tom"
    assert document.cssselect("main section") == []


def test_one_subscribes_once_and_gets_every_conference(client: Client, series: SeriesPage, editions: Any) -> None:
    document = read(client, series.url)
    menu = only(document, "#subscribe-every")

    assert "webcal://testserver/dvb/v1/series/digitala-vasterbotten/sv/conferences.ics" in links(menu).values()
    assert [text(code) for code in menu.cssselect(".dvb-address")] == [
        "http://testserver/dvb/v1/series/digitala-vasterbotten/sv/conferences.ics?cancelled=keep",
        "http://testserver/dvb/v1/series/digitala-vasterbotten/sv/conferences.ics",
    ]
    feeds = [link.get("href") for link in document.cssselect("link[rel=alternate][type='text/calendar']")]
    assert "/dvb/v1/series/digitala-vasterbotten/sv/conferences.ics" in feeds
    ids = [element.get("id") for element in document.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_without_a_conference_there_is_nothing_to_subscribe_to(client: Client, series: SeriesPage) -> None:
    assert read(client, series.url).cssselect("#subscribe-every") == []
