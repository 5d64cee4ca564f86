from __future__ import annotations

import json as reader
from datetime import UTC, datetime

import pytest

from dvb_wagtail.core.feed_item import Enclosure
from dvb_wagtail.core.text import clean_html, clean_line, clean_text
from dvb_wagtail.formats.feeds import urn
from tests.formats.documents import json
from tests.formats.factories import IMAGE, article, news, stamp
from tests.formats.hostile import HOSTILE


def test_the_head_of_a_feed():
    assert reader.loads(json()) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Nyheter från Digitala Västerbotten",
        "home_page_url": "https://dvb.example/sv/nyheter/",
        "feed_url": "https://dvb.example/dvb/v1/news/nyheter/sv/articles.rss",
        "description": "Det senaste om konferensen.",
        "icon": "https://dvb.example/media/scen.jpg",
        "authors": [{"name": "Redaktionen"}],
        "language": "sv",
        "items": [],
    }


def test_an_article_is_told_whole():
    (item,) = reader.loads(json(article()))["items"]
    assert item == {
        "id": urn(article().id, "sv"),
        "content_html": article().html,
        "url": article().url,
        "title": article().title,
        "summary": article().lead,
        "image": IMAGE.url,
        "date_published": "2020-10-05T07:30:00+00:00",
        "date_modified": "2020-11-02T13:45:30+00:00",
        "authors": [{"name": "Anna Andersson"}, {"name": "Olof Öberg"}],
        "tags": ["Program", "AI & etik"],
        "language": "sv",
        "attachments": [{"url": IMAGE.url, "mime_type": "image/jpeg", "size_in_bytes": 48213}],
    }


def test_what_is_not_there_is_not_said():
    bare = article(lead="", html="", writers=(), tags=(), image=None, url="")
    channel = news(description="", image=None, author="", rights="", url="", title="")
    read = reader.loads(json(bare, channel=channel))
    assert set(read) == {"version", "title", "feed_url", "language", "items"}
    assert set(read["items"][0]) == {
        *("id", "content_text", "title", "date_published", "date_modified", "language"),
    }
    assert read["items"][0]["content_text"] == bare.title


def test_an_article_without_html_has_its_lead_as_its_text():
    (item,) = reader.loads(json(article(html="")))["items"]
    assert (item["content_text"], "summary" in item) == (article().lead, False)


def test_an_article_is_never_published_in_the_future():
    (item,) = reader.loads(json(article(published=datetime(2031, 1, 1, tzinfo=UTC))))["items"]
    assert item["date_published"] == item["date_modified"]


def test_the_file_of_an_item_comes_before_its_picture():
    film = Enclosure("https://dvb.example/media/film.mp4", "video/mp4", 99)
    (item,) = reader.loads(json(article(enclosure=film)))["items"]
    assert [each["url"] for each in item["attachments"]] == [film.url, IMAGE.url]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_back_as_it_was_cleaned(name):
    raw = HOSTILE[name]
    title, lead, html = clean_line(raw), clean_text(raw), clean_html(raw, "https://dvb.example/")
    (item,) = reader.loads(json(article(title=title, lead=lead, html=html)))["items"]
    assert item.get("title", "") == title
    assert item.get("summary", "") == (lead if html else "")
    assert item.get("content_html") == (html or None)


def test_the_same_article_is_the_same_bytes_whatever_else_is_in_the_feed():
    first, second = article(id="1"), article(id="2", stamp=stamp(sequence=3))
    together = reader.loads(json(first, second))["items"]
    assert together == [reader.loads(json(each))["items"][0] for each in (first, second)]
