"""Readers that know nothing of each other find in our calendars what was put there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from tests.interop.calendars import ZONES, Reading, expected, hostile, on_both_sides, written


def in_utc(moment: Any) -> datetime | date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def by_icalendar(text: str) -> list[Reading]:
    return [
        Reading(
            uid=str(event["UID"]),
            summary=str(event["SUMMARY"]),
            description=str(event["DESCRIPTION"]),
            location=str(event["LOCATION"]),
            start=in_utc(event.start),
            end=in_utc(event.end),
            status=str(event["STATUS"]),
        )
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


def by_vobject(text: str) -> list[Reading]:
    return [
        Reading(
            uid=event.uid.value,
            summary=event.summary.value,
            description=event.description.value,
            location=event.location.value,
            start=in_utc(event.dtstart.value),
            end=in_utc(event.dtend.value),
            status=event.status.value,
        )
        for event in vobject.readOne(text).vevent_list
    ]


def by_ical(text: str) -> list[Reading]:
    return [
        Reading(
            uid=event.uid,
            summary=event.summary,
            description=event.description,
            location=event.location,
            start=in_utc(event.dtstart),
            end=in_utc(event.dtend),
            status=event.status.value,
        )
        for event in IcsCalendarStream.calendar_from_ics(text).events
    ]


def from_json(found: dict[str, Any]) -> Reading:
    """Return what ical.js found in an event."""

    def moment(value: str) -> datetime | date:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)

    names = ("uid", "summary", "description", "location", "status")
    return Reading(**{name: found[name] for name in names}, start=moment(found["start"]), end=moment(found["end"]))


READERS = {"icalendar": by_icalendar, "vobject": by_vobject, "ical": by_ical}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_reader_in_python_agrees_on_every_event(reader, zone):
    items = on_both_sides(zone)
    assert reader(written(items, zone)) == [expected(item) for item in items]


@pytest.mark.interop
def test_ical_js_agrees_on_every_event(ical_js):
    programmes = [on_both_sides(zone) for zone in ZONES]
    texts = [written(items, zone) for items, zone in zip(programmes, ZONES, strict=True)]
    found = ical_js([{"text": text, "hours": []} for text in texts])
    assert [[from_json(event) for event in one["events"]] for one in found] == [
        [expected(item) for item in items] for items in programmes
    ]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_reader_in_python_finds_hostile_text_whole(reader):
    assert reader(written(hostile())) == [expected(item) for item in hostile()]


@pytest.mark.interop
def test_ical_js_finds_hostile_text_whole(ical_js):
    (found,) = ical_js([{"text": written(hostile()), "hours": []}])
    assert [from_json(event) for event in found["events"]] == [expected(item) for item in hostile()]


@pytest.mark.interop
def test_ical_js_finds_the_rest_of_an_event(ical_js):
    (item, *_others) = on_both_sides("Europe/Stockholm")
    (found,) = ical_js([{"text": written([item]), "hours": []}])
    assert found["name"] == "Program: Digitala Västerbotten 2020"
    (event,) = found["events"]
    assert {name: event[name] for name in ("categories", "sequence", "geo", "url", "conference")} == {
        "categories": ["Politiskt ledarskap", "Digital transformation", "AI, etik", "Panelsamtal"],
        "sequence": 2,
        "geo": [64.750244, 20.950917],
        "url": item.url,
        "conference": item.stream,
    }
