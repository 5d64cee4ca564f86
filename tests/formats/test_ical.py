from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from dvb_wagtail.formats import ical
from tests.formats import factories
from tests.formats.documents import calendar
from tests.formats.factories import conference, programme, session
from tests.formats.reading import events

CALENDAR_PROPERTIES = {
    "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "COLOR", "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL", "SOURCE", "URL", "LAST-MODIFIED", "X-WR-TIMEZONE",
}  # fmt: skip


def lines(document: bytes) -> list[str]:
    return document.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_head_of_a_calendar():
    read = Calendar.from_ical(calendar())
    assert set(read) == CALENDAR_PROPERTIES
    assert (read["VERSION"], read["PRODID"]) == ("2.0", "-//dvb-wagtail//Programme//EN")
    assert read["NAME"] == read["X-WR-CALNAME"] == "Program: Digitala Västerbotten 2020"
    assert read["DESCRIPTION"] == read["X-WR-CALDESC"] == "Två dagar om det hållbara samhället."
    assert read["SOURCE"] == "https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics"
    assert read["URL"] == "https://dvb.example/sv/dv2020/program/"
    assert read["LAST-MODIFIED"].dt == datetime(2020, 11, 20, 9, 0, tzinfo=UTC)
    assert read["X-WR-TIMEZONE"] == "Europe/Stockholm"
    assert read["REFRESH-INTERVAL"].dt == timedelta(hours=1)


def test_properties_name_the_types_that_rfc_7986_asks_for():
    written = lines(calendar())
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in written
    assert "X-PUBLISHED-TTL:PT1H" in written
    assert "SOURCE;VALUE=URI:https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics" in written


def test_there_is_no_method_and_no_uid_of_the_calendar_and_nobody_is_invited():
    written = calendar(conference(), session(), factories.cancelled_session(id="x"))
    names = {line.split(":")[0].split(";")[0] for line in lines(written)}
    assert names & {"METHOD", "ORGANIZER", "ATTENDEE"} == set()
    assert "UID" not in Calendar.from_ical(written)


def test_a_calendar_begins_at_once_and_every_line_ends_in_crlf():
    written = calendar(session())
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n") == written.count(b"\r")


def test_events_stand_in_the_order_given_with_their_zone_before_them():
    written = calendar(conference(id="b"), session(id="c"), session(id="a"))
    assert list(events(written)) == ["b", "c", "a"]
    assert [one.name for one in Calendar.from_ical(written).subcomponents] == ["VTIMEZONE"] + ["VEVENT"] * 3


def test_a_calendar_is_what_icalendar_makes_of_its_components_together():
    written = calendar(conference(), session())
    whole = Calendar.from_ical(written)
    assert lines(whole.to_ical()) == lines(written)


def test_an_absent_session_leaves_no_trace():
    assert calendar(conference(), session(day=None, start=None, end=None)) == calendar(conference())


def test_an_empty_calendar_holds_its_zone():
    assert [one.name for one in Calendar.from_ical(calendar()).subcomponents] == ["VTIMEZONE"]
    in_utc = calendar(channel=programme(time_zone="UTC"))
    assert [one.name for one in Calendar.from_ical(in_utc).subcomponents] == ["VTIMEZONE"]


def test_a_calendar_in_utc_needs_no_zone():
    start = datetime(2020, 12, 8, 12, tzinfo=UTC)
    item = session(start=start, end=start + timedelta(hours=1), time_zone="Etc/UTC")
    written = calendar(item, channel=programme(time_zone="Etc/UTC"))
    assert [one.name for one in Calendar.from_ical(written).subcomponents] == ["VEVENT"]
    assert "DTSTART:20201208T120000Z" in lines(written)


def test_the_zone_is_described_from_the_first_year():
    written = lines(calendar(channel=programme(first_year=2019)))
    assert [line for line in written if line.startswith("DTSTART")] == [
        "DTSTART:20180325T020000",
        "DTSTART:20181028T030000",
    ]


def test_the_calendar_of_what_is_withdrawn_has_no_title():
    read = Calendar.from_ical(calendar(channel=programme(title="", description="", url="", address="")))
    assert set(read) == CALENDAR_PROPERTIES - {
        "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "SOURCE", "URL",
    }  # fmt: skip


def test_a_calendar_keeps_its_colour_and_another_mostly_has_another():
    def colour(**changes):
        return str(Calendar.from_ical(calendar(channel=programme(**changes)))["COLOR"])

    assert colour(title="Nytt namn", language="en") == colour()
    assert {colour(id=str(number)) for number in range(100)} == set(ical.COLORS)


@pytest.mark.parametrize(
    ("field", "names"), [("title", ("NAME", "X-WR-CALNAME")), ("description", ("DESCRIPTION", "X-WR-CALDESC"))]
)
def test_a_line_end_in_the_head_stays_text(field, names):
    written = calendar(channel=programme(**{field: "A\nBEGIN:VEVENT\nB;C"}))
    assert events(written) == {}
    for name in names:
        assert f"{name}:A\\nBEGIN:VEVENT\\nB\\;C" in lines(written)


@pytest.mark.parametrize("field", ["address", "url"])
@pytest.mark.parametrize("end", ["\r", "\n"])
def test_a_line_end_in_an_address_is_refused(field, end):
    with pytest.raises(ValueError, match="CR or LF"):
        calendar(channel=programme(**{field: f"https://a.example/{end}X-A:b"}))


def test_the_parts_of_a_filtered_calendar_are_those_of_the_whole():
    first, second = session(id="a"), session(id="b", day=date(2020, 12, 9))
    whole, filtered = calendar(first, second), calendar(second)
    part = ical.part(second, factories.options())
    assert part in whole
    assert part in filtered
