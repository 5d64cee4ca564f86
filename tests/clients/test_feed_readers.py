"""A feed reader shows the articles once, whole, with their dates, and fetches nothing twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from wagtail.models import Page

from dvb_wagtail.pages.models import ArticlePage
from tests import pages_factory as make
from tests.clients.conftest import Desk
from tests.delivery.editing import republish, unpublish

pytestmark = pytest.mark.clients


@dataclass(frozen=True)
class Shown:
    """An article as the reader keeps it."""

    title: str
    author: str
    address: str
    published: datetime
    content: str


@pytest.fixture
def channel(home: Page) -> str:
    """The key of a news channel with two articles of the autumn before the conference, and one that is withdrawn."""
    news = make.make_news(home, title="Nyheter från regionen", description="Det senaste.")
    make.make_article(
        news,
        "Anmälan är öppen & gratis <online>",
        slug="anmalan",
        byline=[("writer", "Anna Andersson")],
        lead="Nu kan du anmäla dig.",
        published=datetime(2020, 9, 1, 7, 30, tzinfo=UTC),
        body=[("paragraph", f'<p>Guldbiljetten ger en <a linktype="page" id="{home.pk}">plats</a>.</p>')],
    )
    make.make_article(
        news,
        "Programmet är klart",
        slug="programmet",
        tags=("Program",),
        lead="Två dagar, fem teman.",
        published=datetime(2020, 10, 20, 22, 15, tzinfo=UTC),
        body=[("paragraph", "<p>Samverkan är <b>vår</b> framgång.</p>")],
    )
    unpublish(make.make_article(news, "Inte för alla"))
    return news.key


@pytest.fixture
def expected(channel: str, live_server: Any) -> list[Shown]:
    """What is to be shown, newest first."""
    root, folder = live_server.url, quote("nyheter-från-regionen")
    return [
        Shown(
            "Programmet är klart",
            "",
            f"{root}/{folder}/programmet/",
            datetime(2020, 10, 20, 22, 15, tzinfo=UTC),
            "<p>Samverkan är <b>vår</b> framgång.</p>",
        ),
        Shown(
            "Anmälan är öppen & gratis <online>",
            "Anna Andersson",
            f"{root}/{folder}/anmalan/",
            datetime(2020, 9, 1, 7, 30, tzinfo=UTC),
            f'<p>Guldbiljetten ger en <a href="{root}/">plats</a>.</p>',
        ),
    ]


@pytest.fixture(params=["rss", "atom"])
def reload(request: pytest.FixtureRequest, desk: Desk, channel: str, live_server: Any) -> Callable[[], str]:
    """Newsboat with one subscription, and the function that reloads it and returns how much is unread."""
    desk.write(".newsboat/urls", f"{live_server.url}/dvb/v1/news/{channel}/sv/articles.{request.param}\n")
    return lambda: desk.run("newsboat", "-x", "reload", "print-unread").strip()


def articles(desk: Desk) -> list[Shown]:
    """Return what newsboat has kept, newest first."""
    with closing(sqlite3.connect(desk.home / ".newsboat/cache.db")) as cache:
        rows = cache.execute(
            "SELECT title, author, url, pubDate, content FROM rss_item WHERE NOT deleted ORDER BY pubDate DESC"
        ).fetchall()
    return [Shown(*names, datetime.fromtimestamp(seconds, UTC), content) for *names, seconds, content in rows]


def test_newsboat_shows_the_articles_once(desk, reload, expected):
    assert reload() == "2 unread articles"
    assert articles(desk) == expected
    assert reload() == "2 unread articles"
    assert articles(desk) == expected


def test_newsboat_fetches_a_feed_again_only_when_it_has_changed(reload, answers):
    # It keeps the validators that come with the second fetch of a feed, and sends them from the third on.
    for _time in range(4):
        reload()
    assert answers(4) == [200, 200, 304, 304]
    republish(ArticlePage.objects.get(slug="programmet"), lead="Två dagar.")
    reload()
    reload()
    assert answers(2) == [200, 304]


def test_an_article_with_a_corrected_title_is_the_same_article(desk, reload, expected):
    reload()
    republish(ArticlePage.objects.get(slug="anmalan"), title="Anmälan har öppnat", slug="oppnat")
    assert reload() == "2 unread articles"
    assert [each.title for each in articles(desk)] == ["Programmet är klart", "Anmälan har öppnat"]
    assert [each.published for each in articles(desk)] == [each.published for each in expected]
