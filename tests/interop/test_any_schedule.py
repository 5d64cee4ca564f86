"""Whatever is in a programme and whenever it is held, its schedule is valid and is read back as it was meant."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.core.vocabulary import Kind
from tests.formats import factories
from tests.formats.schedules import channel, session, written_json, written_xml
from tests.interop import eventfahrplan, giggity
from tests.interop.schedule_schemas import by_fastjsonschema, by_libxml2
from tests.interop.schedules import ANNA, PLACES, expected

CLOCKS = st.times().map(lambda each: each.replace(second=0, microsecond=0))
LINES = st.text(max_size=60).map(clean_line)
ZONES = st.sampled_from(["Europe/Stockholm", "UTC", "America/Nuuk", "Australia/Lord_Howe", "America/Santiago"])
DAYS = st.one_of(
    st.dates(date(2020, 12, 6), date(2020, 12, 11)),
    st.sampled_from([date(2020, 3, 29), date(2020, 10, 25), date(2020, 9, 6)]),
)


@st.composite
def programmes(draw: st.DrawFn) -> tuple[list[LocalisedSession], str]:
    """Return sessions of one edition, and its time zone."""
    zone = draw(ZONES)
    items = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        start = datetime.combine(draw(DAYS), draw(CLOCKS), ZoneInfo(zone)).astimezone(UTC)
        end = start + timedelta(minutes=draw(st.integers(1, 25 * 60)))
        local = start.astimezone(ZoneInfo(zone))
        code = draw(st.sampled_from(["", "sal-a", "sal-b"]))
        place = replace(factories.PLACE, room=draw(LINES), room_code=code) if code else draw(st.sampled_from(PLACES))
        items.append(
            session(
                number,
                title=draw(LINES),
                kind=draw(st.sampled_from(Kind)),
                day=local.date(),
                start=local,
                end=end.astimezone(ZoneInfo(zone)),
                place=place,
                appearances=tuple(replace(ANNA, name=name) for name in draw(st.lists(LINES, max_size=2))),
                url=draw(st.sampled_from(["", "https://dvb.example/sv/session/"])),
            )
        )
    return items, zone


@given(programmes())
def test_any_programme_is_valid(drawn):
    items, zone = drawn
    of = channel(time_zone=zone)
    by_libxml2().assertValid(etree.fromstring(written_xml(*items, of=of)))
    by_fastjsonschema()(json.loads(written_json(*items, of=of)))


@given(programmes())
def test_any_programme_is_read_back_as_it_was_meant(drawn):
    items, zone = drawn
    of = channel(time_zone=zone)
    as_xml, as_json = written_xml(*items, of=of), written_json(*items, of=of)
    programme = eventfahrplan.read(as_xml)
    assert programme.cards.keys() == {item.number for item in items}
    if not items:
        return
    app = giggity.read(as_xml)
    longest = timedelta(hours=23, minutes=59)
    assert {item.guid: (item.start, item.end) for item in app.items} == {
        key: (start, min(end, start + longest)) for key, (start, end) in expected(items).items()
    }
    days = json.loads(as_json)["schedule"]["conference"]["days"]
    for day in days:
        begins, ends = (datetime.fromisoformat(day[key]) for key in ("day_start", "day_end"))
        for event in (event for room in day["rooms"].values() for event in room):
            assert begins <= datetime.fromisoformat(event["date"])
            assert datetime.fromisoformat(event["end"]) <= ends


@given(programmes(), st.integers(0, 63))
def test_a_session_is_the_same_in_any_selection(drawn, chosen):
    items, zone = drawn
    of = channel(time_zone=zone)
    selected = [item for item in items if chosen >> item.number & 1]
    whole = eventfahrplan.read(written_xml(*items, of=of)).cards
    part = eventfahrplan.read(written_xml(*selected, of=of)).cards
    assert part.keys() == {item.number for item in selected}
    same = ("guid", "title", "date", "start", "end", "track", "speakers", "url")
    for number, card in part.items():
        assert [getattr(card, name) for name in same] == [getattr(whole[number], name) for name in same]
