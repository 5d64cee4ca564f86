"""Apps, by the rules that they read by, and another program find in a schedule what was put there."""

from __future__ import annotations

import io
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from schedule_convert.importers.frab_xml import FrabXmlImporter

from dvb_wagtail.core.vocabulary import Notice
from tests.formats import factories
from tests.formats.hostile import HOSTILE
from tests.formats.schedules import WORKSHOP, session, written_xml
from tests.interop import eventfahrplan, giggity
from tests.interop.schedules import (
    ANNA,
    LINE,
    PROGRAMMES,
    RECORDING,
    at,
    cancelled,
    everything,
    expected,
    hostile,
    large,
)

SHOWN = {name: programme for name, programme in PROGRAMMES.items() if name not in ("nothing", "least")}
each_shown = pytest.mark.parametrize(("items", "of"), SHOWN.values(), ids=SHOWN)


@each_shown
def test_giggity_finds_every_session_when_it_is(items, of):
    app = giggity.read(written_xml(*items, of=of))
    found = {item.guid: (item.start, item.end) for item in app.items}
    a_minute_less = {session(29).id}
    assert {key: found[key] for key in found.keys() - a_minute_less} == {
        key: value for key, value in expected(items).items() if key not in a_minute_less
    }
    assert len(app.known) == 2 * len(app.items) == 2 * len(expected(items))
    assert app.zone == ZoneInfo(of.time_zone)
    assert all(item.room for item in app.items)


def test_giggity_shows_all_that_there_is_to_say():
    item = session(20, appearances=(ANNA, factories.PANELLIST), recordings=(RECORDING,), **cancelled())
    app = giggity.read(written_xml(item))
    assert app.title == "Digitala Västerbotten 2020"
    (found,) = app.items
    assert (found.title, found.subtitle) == (f"Inställt: {item.title}", "Orsak: Talaren är sjuk.")
    assert (found.room, found.track, found.web_link) == ("Stora salen", item.track, item.url)
    assert found.speakers == ["Anna Alm", "Bo Berg"]
    assert found.links == {RECORDING.url: RECORDING.title}
    assert found.description.startswith(item.abstract)


def test_giggity_reads_hostile_text_as_it_was():
    app = giggity.read(written_xml(*hostile(), of=PROGRAMMES["hostile"][1]))
    titles = {item.guid: item.title for item in app.items}
    assert app.title == LINE
    assert titles == {
        item.id: (f"Inställt: {item.title}" if item.notice is Notice.CANCELLED else item.title).strip()
        for item in hostile()
    }
    assert len(app.rooms) == len(HOSTILE)


def test_giggity_draws_rooms_in_the_editors_order():
    assert giggity.read(written_xml(*large())).rooms[:4] == [
        *("Kulturhuset", "Kulturhuset (2)", "Kulturhuset (3)", "Kulturhuset (4)")
    ]
    assert giggity.read(written_xml(session(1, place=WORKSHOP, **at(8, 9)), session(2, **at(9, 9)))).rooms == [
        "Stora salen",
        "Verkstan",
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<duration>00:45<", b"<duration>24:00<"),
        (b"<schedule>", b"<!DOCTYPE schedule><schedule>"),
        (b"<conference>", b" " * 1024 + b"<conference>"),
        (b' date="2020-12-08"', b""),
        (b"<day ", b"<day & "),
    ],
)
def test_giggity_would_refuse(right, wrong):
    with pytest.raises(giggity.Refused):
        giggity.read(written_xml(*everything()).replace(right, wrong, 1))


def test_giggity_says_that_an_empty_schedule_is_empty():
    with pytest.raises(giggity.Refused, match="seems empty"):
        giggity.read(written_xml())


@each_shown
def test_eventfahrplan_draws_every_session_where_it_is(items, of):
    programme = eventfahrplan.read(written_xml(*items, of=of))
    timed = [item for item in items if item.start and item.end]
    assert {card.guid for card in programme.cards.values()} == {item.id for item in timed}
    assert {(number, card.date) for number, card in programme.cards.items()} == {
        (item.number, str(item.day)) for item in timed
    }
    assert sorted(programme.days) == list(range(1, len(set(programme.days.values())) + 1))


def test_eventfahrplan_cuts_nothing_off_that_has_no_room():
    programme = eventfahrplan.read(written_xml(*large()))
    in_rooms = {item.number for item in large() if item.place.room_code}
    assert programme.cut_off() <= in_rooms
    assert programme.cut_off()


def test_eventfahrplan_shows_all_that_there_is_to_say():
    item = session(20, track="", appearances=(ANNA, factories.PANELLIST), recordings=(RECORDING,))
    programme = eventfahrplan.read(written_xml(item))
    (card,) = programme.cards.values()
    assert (programme.title, programme.version, programme.zone) == (
        "Digitala Västerbotten 2020",
        "2020-11-20 10:00:00",
        "Europe/Stockholm",
    )
    assert (card.title, card.subtitle, card.url) == (item.title, "", item.url)
    assert (card.room, card.track, card.day) == ("Stora salen", "Panelsamtal", 1)
    assert card.speakers == "Anna Alm;Bo Berg"
    assert card.links == ("[Se sändningen](https://play.example/stora-salen),[Inspelning](https://play.example/1)")


# ---- another program


def test_schedule_convert_finds_every_session():
    items = [item for item in everything() if item.start]
    document = written_xml(*everything())
    reader = FrabXmlImporter()
    assert reader.check(document[:4096].decode())
    read = reader.parse(io.BytesIO(document))
    assert (read.title, read.slug, read.timeslot) == ("Digitala Västerbotten 2020", "dv2020", 5)
    assert read.days == {date(2020, 12, 8), date(2020, 12, 9)}
    found = {event.guid: event for event in read.events}
    assert found.keys() == {UUID(item.id) for item in items}
    for item in items:
        event = found[UUID(item.id)]
        assert event.start == item.start.replace(tzinfo=None)
        assert event.id == str(item.number)
        assert event.duration == min((item.end - item.start).total_seconds() / 60, 23 * 60 + 59)
        assert event.title.endswith(item.title)
        assert (event.url, event.track) == (item.url or None, item.track or None)
        assert [speaker.name for speaker in event.speakers] == [shown.name for shown in item.appearances]
