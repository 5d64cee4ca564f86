from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from dvb_wagtail.core.localised import Named
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.scope import MAX_ADDRESS
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.vocabulary import RecordingStatus, SpokenLanguage
from dvb_wagtail.formats import c3voc_xml
from tests.formats import factories
from tests.formats.hostile import HOSTILE
from tests.formats.schedules import ADDRESS, ONLINE, channel, edition, session, written_xml, xml

REFERENCE = Path(__file__).resolve().parent.parent.parent / "docs/reference/addresses.md"

RECORDING = Recording("Öppningen", "https://play.example/1", "Play", RecordingStatus.PUBLISHED)
HANDOUT = Document("Bilder", "https://dvb.example/documents/1/bilder.pdf", "application/pdf", 1200)


def texts(element: etree._Element) -> dict[str, str | None]:
    """Return the text of each child that has no children, by its name."""
    return {child.tag: child.text for child in element if not len(child) and not child.attrib}


def test_a_session_whose_time_is_open_and_the_edition_itself_have_no_part():
    for item in (session(start=None, end=None), session(day=None, start=None, end=None), edition()):
        assert c3voc_xml.part(item, factories.options()) == b""


def test_the_head_says_what_the_schedule_is_of():
    root = xml()
    assert root.tag == "schedule"
    assert [child.tag for child in root] == ["generator", "url", "version", "conference", "day", "day"]
    assert dict(root[0].attrib) == {"name": "dvb-wagtail"}
    assert texts(root) == {"url": f"{ADDRESS}.xml", "version": "2020-11-20 10:00:00"}
    assert texts(root.find("conference")) == {
        "title": "Digitala Västerbotten 2020",
        "acronym": "dv2020",
        "start": "2020-12-08",
        "end": "2020-12-09",
        "days": "2",
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Stockholm",
        "url": "https://dvb.example/sv/dv2020/program/",
    }


def test_tracks_are_named_and_have_a_slug_where_their_code_is_one():
    tracks = (Named("ledarskap", "Ledarskap & mod"), Named("2020-ars-spar", "2020 års spår"))
    found = xml(of=channel(edition=edition(tracks=tracks))).iterfind("conference/track")
    assert [dict(track.attrib) for track in found] == [
        {"name": "Ledarskap & mod", "slug": "ledarskap"},
        {"name": "2020 års spår"},
    ]


def test_a_day_has_all_that_apps_ask_of_it():
    days = [dict(day.attrib) for day in xml().iterfind("day")]
    assert days == [
        {
            "index": "1",
            "date": "2020-12-08",
            "start": "2020-12-08T00:00:00+01:00",
            "end": "2020-12-09T00:00:00+01:00",
        },
        {
            "index": "2",
            "date": "2020-12-09",
            "start": "2020-12-09T00:00:00+01:00",
            "end": "2020-12-10T00:00:00+01:00",
        },
    ]


def test_a_session_has_all_that_there_is_to_say():
    item = session(417, spoken_language=SpokenLanguage.SWEDISH, recordings=(RECORDING,), documents=(HANDOUT,))
    (event,) = xml(item).iterfind("day/room/event")
    assert dict(event.attrib) == {"guid": item.id, "id": "417", "code": "K7M417"}
    assert texts(event) == {
        "date": "2020-12-08T13:00:00+01:00",
        "start": "13:00",
        "duration": "01:15",
        "title": "Politiskt ledarskap i transformation",
        "subtitle": None,
        "type": "Panelsamtal",
        "track": "Politiskt ledarskap",
        "language": "sv",
        "abstract": item.abstract,
        "description": event.findtext("description"),
        "url": item.url,
        "room": "Stora salen",
        "slug": "dv2020-k7m417",
    }
    assert event.findtext("description", "").startswith("Medverkande:\n\n- Moderator: Eva Ek")
    assert [person.text for person in event.iterfind("persons/person")] == ["Eva Ek", "Bo Berg", "Dalia Dahl"]
    assert [(dict(link.attrib), link.text) for link in event.iterfind("links/link")] == [
        ({"href": "https://play.example/stora-salen"}, "Se sändningen"),
        ({"href": "https://play.example/1", "service": "Play"}, "Öppningen"),
    ]
    assert [(dict(file.attrib), file.text) for file in event.iterfind("attachments/attachment")] == [
        ({"href": HANDOUT.url}, "Bilder")
    ]


def test_a_session_with_little_to_say_has_what_readers_take_for_granted():
    item = session(abstract="", url="", track="", stream="", appearances=())
    (event,) = xml(item).iterfind("day/room/event")
    empty = ["subtitle", "track", "language", "abstract", "description", "persons", "links", "attachments"]
    assert [child.tag for child in event if child.text is None] == empty
    assert event.find("url") is None


def test_a_room_is_called_the_same_in_a_session_as_where_it_stands():
    root = xml(session(1), session(2, place=ONLINE), session(3, place=ONLINE))
    found = [(room.get("name"), event.findtext("room")) for room in root.iter("room") for event in room if len(event)]
    assert found == [("Stora salen", "Stora salen"), ("På nätet", "På nätet"), ("På nätet (2)", "På nätet (2)")]
    assert all(room.get("guid") for room in root.iterfind("day/room"))


@pytest.mark.parametrize("length", [MAX_ADDRESS, 3000])
def test_the_conference_is_within_the_first_1024_characters(length):
    address = f"{ADDRESS}.xml?{'&'.join(['kind=mingle'] * 300)}"[:length]
    written = written_xml(of=channel(address=address)).decode()
    assert ("<url>https://dvb.example/dvb" in written) == (length == MAX_ADDRESS)
    assert "<schedule" in written[:1024]
    assert "<conference" in written[:1024]


def test_a_channel_without_a_page_has_no_address_of_one():
    assert xml(of=channel(url="")).find("conference/url") is None


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_back_as_it_was(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    hostile = session(
        1,
        title=line,
        abstract=paragraph,
        track=line,
        reason=line,
        url=clean_url(f"https://dvb.example/{raw}"),
        place=replace(factories.PLACE, room=line, location=line or "-"),
        appearances=(replace(factories.SPEAKER, name=line),),
        recordings=(
            replace(RECORDING, title=line, url=clean_url(raw)),
            replace(RECORDING, title=line, service=line),
        ),
        documents=(replace(HANDOUT, title=line), replace(HANDOUT, url=clean_url(f"javascript:{raw}"))),
    )
    of = channel(edition=edition(title=line, tracks=(Named("spar", line),), venues=()))
    root = xml(hostile, session(2, place=ONLINE), of=of)

    assert [child.tag for child in root] == ["generator", "url", "version", "conference", "day", "day"]
    assert root.findtext("conference/title") == line
    assert [track.get("name") for track in root.iterfind("conference/track")] == [line]
    first, second = root.iterfind("day/room/event")
    assert first.findtext("title") == line
    assert first.findtext("abstract") == paragraph
    assert first.findtext("track") == line
    assert first.findtext("subtitle") == (f"Orsak: {line}" if line else "")
    assert [person.text for person in first.iterfind("persons/person")] == ([line] if line else [])
    (recording,) = first.findall("links/link")[1:]
    assert (recording.text, recording.get("service", "")) == (line or RECORDING.url, line)
    (handout,) = first.findall("attachments/attachment")
    assert (handout.text, handout.get("href")) == (line or HANDOUT.url, HANDOUT.url)
    assert first.findtext("room") == first.getparent().get("name") == (line or "Kulturhuset")
    assert second.findtext("title") == session().title


def test_the_reference_shows_what_is_written():
    (example,) = re.findall(r"```xml\n(<event.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    shown = etree.fromstring(example)
    (event,) = xml(factories.session()).iterfind("day/room/event")
    assert dict(shown.attrib) == dict(event.attrib)
    assert texts(shown).items() <= texts(event).items()
    assert len(texts(shown)) == 8
