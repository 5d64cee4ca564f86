"""Text from editors, cleaned as the publication index cleans it, breaks no document and is read back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.text import clean_html, clean_line, clean_text
from dvb_wagtail.formats.feed_extensions import ATOM, CONTENT, DC, MEDIA
from tests.formats import factories
from tests.formats.documents import atom, calendar, rss
from tests.formats.factories import article, conference, news, programme, session
from tests.formats.hostile import HOSTILE
from tests.formats.reading import events

each_text = pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)


@each_text
def test_a_calendar_holds_it_in_every_field(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    hostile = session(
        id="hostile",
        title=line,
        abstract=paragraph,
        track=line,
        themes=(line,),
        place=replace(factories.PLACE, location=line),
        appearances=(replace(factories.PANELLIST, name=line, title=line, organisations=(line,), party=line),),
        stream="",
    )
    cancelled = factories.cancelled_session(id="cancelled", title=line, reason=paragraph)
    edition = conference(id="edition", title=line, lead=paragraph, theme=line)
    head = programme(title=line, description=paragraph)

    written = calendar(edition, hostile, cancelled, session(id="innocent"), channel=head)

    assert max(len(each) for each in written.split(b"\r\n")) <= 75
    assert written.count(b"\r\n") == written.count(b"\n") == written.count(b"\r")
    read = events(written)
    assert list(read) == ["edition", "hostile", "cancelled", "innocent"]
    assert read["hostile"]["SUMMARY"] == line
    assert read["hostile"]["LOCATION"] == (line or factories.SWEDISH.place_open)
    assert paragraph in str(read["hostile"]["DESCRIPTION"])
    assert [str(each) for each in read["hostile"]["CATEGORIES"].cats] == [*filter(None, (line, line)), "Panelsamtal"]
    assert read["cancelled"]["SUMMARY"] == f"Inställt: {line}"
    assert paragraph in str(read["cancelled"]["DESCRIPTION"])
    assert read["edition"]["SUMMARY"] == line
    assert read["innocent"]["SUMMARY"] == session().title


# Without backslashes: RFC 5545 has no such escape in a parameter, but icalendar reads one before a semicolon.
@pytest.mark.parametrize("raw", [raw for raw in HOSTILE.values() if "\\" not in raw])
def test_a_parameter_holds_it(raw):
    label = clean_line(raw)
    options = factories.options(words=replace(factories.SWEDISH, watch=label))
    read = events(calendar(session(id="a"), session(id="b"), options=options))
    assert [event["CONFERENCE"].params.get("LABEL", "") for event in read.values()] == [label, label]


def hostile_article(raw: str):
    line = clean_line(raw)
    return article(
        title=line,
        lead=clean_text(raw),
        html=clean_html(raw, "https://dvb.example/"),
        writers=(line,),
        photographers=(line,),
        tags=(Tag("code", line),),
        image=replace(factories.IMAGE, alt=line, caption=clean_text(raw), credit=line),
    )


@each_text
def test_an_rss_document_holds_it_in_every_field(raw):
    line, item = clean_line(raw), hostile_article(raw)
    head = news(title=line, description=clean_text(raw), rights=line, author=line)
    channel = etree.fromstring(rss(item, article(id="innocent"), channel=head))[0]

    first, second = channel.findall("item")
    assert channel.findtext("title") == (line or head.url)
    assert first.findtext("title") == (line or item.url)
    if item.lead:
        assert first.findtext(f"{{{CONTENT}}}encoded", "") == item.html
    assert first.findtext(f"{{{DC}}}creator", "") == line
    assert first.findtext("category", "") == (line or "code")
    assert first.findtext(f".//{{{MEDIA}}}title", "") == clean_text(raw)
    assert second.findtext("title") == article().title


@each_text
def test_an_atom_document_holds_it_in_every_field(raw):
    line, item = clean_line(raw), hostile_article(raw)
    head = news(title=line, description=clean_text(raw), rights=line, author=line)
    feed = etree.fromstring(atom(item, article(id="innocent"), channel=head))

    first, second = feed.findall(f"{{{ATOM}}}entry")
    assert feed.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name") == (line or head.url)
    assert first.findtext(f"{{{ATOM}}}title") == (line or item.url)
    assert first.findtext(f"{{{ATOM}}}summary", "") == item.lead
    assert first.findtext(f"{{{ATOM}}}content", "") == item.html
    assert second.findtext(f"{{{ATOM}}}title") == article().title
