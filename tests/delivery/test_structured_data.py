"""What pages say of themselves as data, as text for a `script` element."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import html5lib
import pytest

from dvb_wagtail.core.article import Article, ArticleTexts, News, NewsTexts
from dvb_wagtail.core.conference import Conference, ConferenceTexts
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.session import SessionTexts
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.delivery import structured_data
from dvb_wagtail.publication.records import ArticleRecord, ConferenceRecord, NewsRecord
from tests.core.records import STAMP, conference, session
from tests.formats.factories import SWEDISH
from tests.formats.hostile import HOSTILE

ENGLISH = replace(SWEDISH, language="en")
MOMENT = datetime(2020, 10, 5, 7, 30, tzinfo=UTC)


def edition(found: Conference) -> ConferenceRecord:
    return ConferenceRecord(
        pk=1,
        conference=found,
        stamp=STAMP,
        token="token",
        changed=MOMENT,
        names_changed=MOMENT,
        root_url="https://dvb.example",
        languages=tuple(found.texts),
        released=True,
    )


def news(**texts: Any) -> NewsRecord:
    channel = News("news", "nyheter", "sv", {"sv": NewsTexts(**{"title": "Nyheter", **texts})})
    return NewsRecord(1, channel, "token", MOMENT, "https://dvb.example", ("sv",))


def article(**texts: Any) -> ArticleRecord:
    said = ArticleTexts(**{"title": "Klart", "url": "https://dvb.example/klart/", **texts})
    return ArticleRecord(Article("article", "sv", MOMENT, {"sv": said}), STAMP)


def read(script: str) -> Any:
    """Return what a browser finds in a script element with this text, which nothing comes after."""
    document = html5lib.parse(
        f'<!doctype html><body><script type="application/ld+json">{script}</script><p id="after">',
        namespaceHTMLElements=False,
    )
    body = document.find("body")
    assert body is not None
    assert [element.tag for element in body] == ["script", "p"]
    assert body[1].text is None
    return json.loads(body[0].text or "")


def test_an_edition_is_told_in_the_language_of_its_page_with_its_sessions():
    record = edition(conference())
    sessions = [localise_session(session(), record.conference, STAMP, ENGLISH)]

    found = read(structured_data.conference(record, sessions, ENGLISH))

    assert (found["@type"], found["name"], found["url"]) == (
        "Event",
        "Digital Västerbotten",
        "https://dvb.example/en/",
    )
    assert [each["name"] for each in found["subEvent"]] == ["Trust"]


def test_a_session_is_told_with_its_edition_and_one_whose_day_is_open_not_at_all():
    record = edition(conference())
    found = read(
        structured_data.session(record, localise_session(session(), record.conference, STAMP, SWEDISH), SWEDISH)
    )
    assert (found["name"], found["superEvent"]["name"]) == ("Tillit", "Digitala Västerbotten")

    undecided = localise_session(session(day=None, start=None, end=None), record.conference, STAMP, SWEDISH)
    assert structured_data.session(record, undecided, SWEDISH) == ""


def test_an_article_is_told_in_the_languages_that_it_was_written_in():
    found = read(structured_data.article(news(feed_title="Redaktionen"), article(), "sv"))
    assert (found["@type"], found["headline"], found["author"][0]["name"]) == ("NewsArticle", "Klart", "Redaktionen")
    assert read(structured_data.article(news(), article(), "sv"))["author"][0]["name"] == "Nyheter"
    assert structured_data.article(news(), article(), "en") == ""


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_no_text_ends_the_element_or_keeps_it_open(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    title, url = line or "Tom", "https://dvb.example/?a=1&b=<c>"
    record = edition(conference(texts={"sv": ConferenceTexts(title=title, lead=paragraph, organiser=line, url=url)}))
    told = session(texts={"sv": SessionTexts(title, url=url, abstract=paragraph)})
    item = localise_session(told, record.conference, STAMP, SWEDISH)
    written = article(title=title, lead=paragraph)
    by = replace(written, article=replace(written.article, writers=(line,)))

    of_edition = structured_data.conference(record, [item], SWEDISH)
    of_session = structured_data.session(record, item, SWEDISH)
    of_article = structured_data.article(news(), by, "sv")

    assert not any(mark in script for script in (of_edition, of_session, of_article) for mark in "<>&\u2028\u2029")
    found = read(of_edition)
    assert (found["name"], found.get("description", ""), found["url"]) == (title, paragraph, url)
    assert found["subEvent"][0]["name"] == title
    assert (read(of_session)["name"], read(of_session).get("description", "")) == (title, paragraph)
    assert (read(of_article)["headline"], read(of_article).get("description", "")) == (title, paragraph)


def test_line_separators_are_escaped():
    record = edition(conference(texts={"sv": ConferenceTexts(title="a\u2028b\u2029c", url="https://a.b/")}))
    script = structured_data.conference(record, [], SWEDISH)
    assert "a\\u2028b\\u2029c" in script
    assert read(script)["name"] == "a\u2028b\u2029c"
