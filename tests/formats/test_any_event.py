"""Whatever an editor writes and whenever it is held, an event of schema.org is as it was meant, here and in pages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.effective import instants
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import LocalisedVenue, Named
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus
from dvb_wagtail.formats import schema_org_page
from dvb_wagtail.formats.json_parts import written
from tests.core.records import STAMP
from tests.formats import factories
from tests.formats.hostile import HOSTILE
from tests.formats.structured import GOLD, RECORDING, array, channel, edition, session
from tests.formats.test_any_session import sessions

MODES = {Attendance.ONSITE: "Offline", Attendance.ONLINE: "Online", Attendance.MIXED: "Mixed"}


def values(found: Any) -> list[Any]:
    """Return every value within a JSON value, itself included."""
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [found, *(value for each in inner for value in values(each))]


@given(sessions())
def test_any_session_is_an_event_as_it_was_meant(pair):
    record, above = pair
    item = localise_session(record, above, STAMP, factories.SWEDISH)
    whole = localise_conference(above, STAMP, factories.SWEDISH)
    moments = instants(record, above.time_zone)

    (found,) = array(item, head=channel(edition=whole))
    page = schema_org_page.session(item, whole, factories.options())
    assert page is not None

    for event in (found, json.loads(written(page))):
        assert (event["@id"], event["superEvent"]["@id"]) == (f"urn:uuid:{record.id}", "urn:uuid:edition")
        assert event["name"] == (item.title or item.url)
        assert item.abstract in event.get("description", "")
        assert event["eventAttendanceMode"] == f"https://schema.org/{MODES[item.attendance]}EventAttendanceMode"
        assert ("Cancelled" in event["eventStatus"] or "Postponed" in event["eventStatus"]) == (
            item.status is SessionStatus.CANCELLED
        )
        assert ("Moved" in event["eventStatus"]) == (
            above.status is ConferenceStatus.MOVED_ONLINE and item.status is not SessionStatus.CANCELLED
        )
        if moments:
            read = [datetime.fromisoformat(event[name]) for name in ("startDate", "endDate")]
            assert [each.astimezone(UTC) for each in read] == [each.astimezone(UTC) for each in moments]
        else:
            assert (event["startDate"], event["endDate"]) == (record.day.isoformat(),) * 2
        said = {name: value for name, value in event.items() if name != "name"}
        assert [value for value in values(said) if value is None or value in ("", [], {})] == []
    (schedule,) = found["eventSchedule"]
    first, last = (datetime.fromisoformat(schedule[name]) for name in ("startDate", "endDate"))
    assert timedelta(0) < last - first <= timedelta(hours=49)


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_any_text_stands_in_every_field_as_it_was_written(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    place = replace(factories.PLACE, room=line, venue=line, address=line)
    item = session(
        title=line,
        abstract=paragraph,
        track=line,
        themes=(line,),
        theme_codes=("tema",),
        place=place,
        appearances=(replace(factories.PANELLIST, name=line, title=line, organisations=(line,)),),
        recordings=(replace(RECORDING, title=line),),
        captions=True,
    )
    above = edition(
        title=line,
        lead=paragraph,
        theme=line,
        organiser=line,
        place=place,
        themes=(Named("tema", line),),
        tickets=(replace(GOLD, name=line, includes=paragraph),),
        venues=(LocalisedVenue("kulturhuset", line, accessibility=paragraph),),
        image=replace(factories.IMAGE, alt=line, caption=paragraph, credit=line),
    )

    whole, found, innocent = array(above, item, session(2), head=channel(edition=above))

    assert (found["name"], found.get("description", "")) == (line or item.url, paragraph)
    assert found["keywords"][0]["name"] == (line or "Panelsamtal")
    if line:
        (person,) = found["performer"]
        assert (person["name"], person["jobTitle"], person["affiliation"][0]["name"]) == (line, line, line)
        assert (found["location"][0]["name"], found["location"][0]["address"]) == (f"{line}, {line}", line)
        assert [found[name][0]["name"] for name in ("recordedIn", "workPerformed")] == [line, line]
        assert [found[name]["name"] for name in ("organizer", "superEvent")] == [line, line]
        assert (whole["name"], whole["about"]["name"]) == (line, line)
        assert (whole["offers"][0]["name"], whole["offers"][0].get("description", "")) == (line, paragraph)
        assert whole["location"][0]["amenityFeature"][0]["value"] == paragraph
        assert whole["image"][0]["creditText"] == line
    assert innocent["name"] == factories.session().title


@given(st.floats(), st.floats())
def test_a_position_that_is_none_is_left_out(latitude, longitude):
    (found,) = array(session(place=replace(factories.PLACE, latitude=latitude, longitude=longitude)))
    place = found["location"][0]
    possible = abs(latitude) <= 90 and abs(longitude) <= 180
    assert ("geo" in place, "latitude" in place) == (possible, possible)
