"""The number of queries of a page does not depend on how much it lists."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dvb_wagtail.front.news import PAGE_SIZE
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SeriesPage, SpeakerIndexPage
from tests.front.whole_site import make_image
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
)


class Growing:
    """A site in which a year more can be held: everything that pages list becomes more."""

    def __init__(self, series: SeriesPage, conference: ConferencePage) -> None:
        self.series = series
        self.conference = conference
        self.speakers: SpeakerIndexPage = make_speaker_index(series)
        self.news: ArticleIndexPage = make_news(series)
        self.speaker = make_speaker(self.speakers, "Anna Andersson", portrait=make_image())
        self.session = self._session(0)
        self.article = self._article(0)

    def grow(self) -> None:
        for number in range(1, 4):
            speaker = make_speaker(self.speakers, f"Talare {number}", portrait=make_image())
            session = make_appearance(self._session(number), speaker)
            make_appearance(self.session, speaker)
            self._article(number, session)
            make_conference(self.series, f"dv200{number}", title=f"DV {number}")

    def _session(self, number: int) -> Any:
        recording = {"title": "Se den", "status": "published", "address": "https://video.example.org/", "service": "V"}
        session = make_session(
            self.conference,
            f"Punkt {number}",
            start=time(9 + number),
            end=time(10 + number),
            kind="keynote",
            room="sal-a",
            track="politik",
            tickets=["guldbiljett"],
            recordings=[("recording", recording | {"picture": make_image()})],
        )
        return make_appearance(session, self.speaker)

    def _article(self, number: int, *about: Any) -> Any:
        pages = [self.conference, self.session, self.speaker, *about]
        return make_article(
            self.news,
            f"Nyhet {number}",
            tags=("program", f"nr-{number}"),
            published=datetime(2020, 10, 1 + number, tzinfo=UTC),
            image=make_image(),
            about=[("page", page) for page in pages],
        )


@pytest.fixture
def growing(series: SeriesPage, conference: ConferencePage) -> Growing:
    return Growing(series, conference)


def count(client: Client, address: str) -> int:
    """Return the queries of a page that was shown before, so that its pictures are drawn and Wagtail's caches warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("moment", ["2020-11-02T09:00", "2020-12-08T09:30", "2021-02-01T12:00"])
def test_pages_cost_the_same_however_much_they_list(client: Client, growing: Growing, now: Any, moment: str) -> None:
    now(moment)
    programme = f"{growing.conference.url}program/"
    addresses = [
        growing.series.url,
        growing.conference.url,
        growing.session.url,
        growing.speakers.url,
        growing.speaker.url,
        growing.news.url,
        growing.article.url,
        programme,
        f"{programme}?track=politik&kind=keynote",
        f"{growing.news.url}?tag=program",
    ]
    few = {address: count(client, address) for address in addresses}
    growing.grow()
    many = {address: count(client, address) for address in addresses}

    assert many == few


def test_the_programme_reads_the_edition_and_its_sessions_and_for_a_code_those_ever_public(
    client: Client, growing: Growing
) -> None:
    programme = f"{growing.conference.url}program/"
    tables = {}
    for query in ("", "?kind=keynote", "?track=politik"):
        with CaptureQueriesContext(connection) as queries:
            client.get(programme + query)
        tables[query] = [found[1] for each in queries if (found := re.search(r'FROM "(dvb_wagtail_\w+)"', each["sql"]))]

    read = ["dvb_wagtail_publishedconference", "dvb_wagtail_publishedsession"]
    assert tables[""] == tables["?kind=keynote"] == read
    assert sorted(tables["?track=politik"]) == ["dvb_wagtail_permanentcode", *read]


def test_a_page_of_the_list_costs_the_same_wherever_it_is(client: Client, series: SeriesPage) -> None:
    news = make_news(series)
    for number in range(PAGE_SIZE + 1):
        make_article(news, f"Nyhet {number}")

    assert count(client, f"{news.url}?page=2") == count(client, news.url)
