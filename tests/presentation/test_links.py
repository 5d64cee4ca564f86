"""Addresses of pages: whole with or without a slash at the end, and none where there is no page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dvb_wagtail.core.article import News, NewsTexts
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.links import programme_of
from dvb_wagtail.publication.records import NewsRecord
from tests.core.records import SWEDISH


@pytest.mark.parametrize(
    ("edition", "programme"),
    [
        ("https://dvb.example/dv-2020/", "https://dvb.example/dv-2020/program/"),
        ("https://dvb.example/dv-2020", "https://dvb.example/dv-2020/program/"),
        ("/dv-2020/", "/dv-2020/program/"),
        ("", ""),
    ],
)
def test_the_programme_is_below_its_edition(edition: str, programme: str) -> None:
    assert programme_of(edition) == programme


@pytest.mark.parametrize(
    ("page", "tag", "address"),
    [
        ("https://dvb.example/nyheter/", "vård", "https://dvb.example/nyheter/?tag=v%C3%A5rd"),
        ("https://dvb.example/nyheter/", "", "https://dvb.example/nyheter/"),
        ("", "vård", ""),
        ("", "", ""),
    ],
)
def test_articles_of_a_tag_are_on_the_page_of_the_channel_if_it_has_one(page: str, tag: str, address: str) -> None:
    news = News("n", "nyheter", "sv", {"sv": NewsTexts("Nyheter", url=page)})
    record = NewsRecord(1, news, "token", datetime(2020, 11, 2, tzinfo=UTC), "https://dvb.example", ("sv",))
    assert embeddable.news(record, SWEDISH, tag).url == address
