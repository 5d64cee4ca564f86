from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.effective import (
    edition_attendance,
    edition_instants,
    effective_attendance,
    effective_status,
    find_room,
    instants,
    main_venue,
)
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus
from tests.core.records import HOUSE, LIBRARY, conference, session

STOCKHOLM = "Europe/Stockholm"


def utc(day: str, times: str, zone: str = STOCKHOLM) -> tuple[str, str]:
    """Start and end in UTC, of a session on a day at "13:00-14:00"."""
    start, end = (time.fromisoformat(moment) for moment in times.split("-"))
    found = instants(session(day=date.fromisoformat(day), start=start, end=end), zone)
    assert found is not None
    return tuple(f"{moment.astimezone(UTC):%m-%d %H:%M}" for moment in found)


def test_a_session_has_its_wall_clock_times_in_the_zone_of_its_edition():
    start, end = instants(session(), STOCKHOLM)

    assert start == datetime(2020, 12, 8, 13, tzinfo=ZoneInfo(STOCKHOLM))
    assert end == datetime(2020, 12, 8, 14, 15, tzinfo=ZoneInfo(STOCKHOLM))
    assert (start.tzinfo, end.tzinfo) == (ZoneInfo(STOCKHOLM), ZoneInfo(STOCKHOLM))


@pytest.mark.parametrize(
    ("day", "times", "zone", "expected"),
    [
        ("2020-12-08", "13:00-14:15", STOCKHOLM, ("12-08 12:00", "12-08 13:15")),
        ("2020-06-08", "13:00-14:15", STOCKHOLM, ("06-08 11:00", "06-08 12:15")),
        ("2020-12-08", "13:00-14:15", "Asia/Kathmandu", ("12-08 07:15", "12-08 08:30")),
        # An end that is not after the start is on the next day.
        ("2020-12-08", "22:00-01:30", STOCKHOLM, ("12-08 21:00", "12-09 00:30")),
        ("2020-12-31", "23:00-00:00", STOCKHOLM, ("12-31 22:00", "12-31 23:00")),
        ("2020-12-08", "10:00-10:00", STOCKHOLM, ("12-08 09:00", "12-09 09:00")),
        # 25 October 2020: 02.00 to 03.00 comes twice; the first one is meant.
        ("2020-10-25", "02:15-02:45", STOCKHOLM, ("10-25 00:15", "10-25 00:45")),
        ("2020-10-25", "02:30-03:00", STOCKHOLM, ("10-25 00:30", "10-25 02:00")),
        ("2020-10-24", "22:00-03:00", STOCKHOLM, ("10-24 20:00", "10-25 02:00")),
        # 29 March 2020: 02.00 to 03.00 does not come; 02.30 is half an hour after the change.
        ("2020-03-29", "01:30-02:30", STOCKHOLM, ("03-29 00:30", "03-29 01:30")),
        ("2020-03-29", "02:30-04:00", STOCKHOLM, ("03-29 01:30", "03-29 02:00")),
        ("2020-03-29", "02:15-02:45", STOCKHOLM, ("03-29 01:15", "03-29 01:45")),
        ("2020-03-29", "02:30-03:15", STOCKHOLM, ("03-29 01:30", "03-29 02:15")),
        ("2020-03-29", "02:30-03:30", STOCKHOLM, ("03-29 01:30", "03-29 02:30")),
        ("2020-03-28", "23:00-02:30", STOCKHOLM, ("03-28 22:00", "03-29 01:30")),
        ("2020-10-04", "02:15-02:45", "Australia/Lord_Howe", ("10-03 15:45", "10-03 16:15")),
    ],
)
def test_wall_clock_times_are_instants_also_past_midnight_and_where_the_clock_changes(day, times, zone, expected):
    assert utc(day, times, zone) == expected


def test_a_time_that_is_skipped_is_shown_as_one_that_exists():
    start, end = instants(session(day=date(2020, 3, 29), start=time(2, 30), end=time(4)), STOCKHOLM)

    assert (start.time(), end.time()) == (time(3, 30), time(4))


@pytest.mark.parametrize("open_", [{"day": None}, {"start": None, "end": None}, {"start": None}, {"end": None}])
def test_while_day_or_time_is_open_there_is_no_instant(open_):
    assert instants(session(**open_), STOCKHOLM) is None


def test_an_unknown_zone_is_refused():
    with pytest.raises(ZoneInfoNotFoundError):
        instants(session(), "Europe/Umea")


@given(
    st.dates(date(1990, 1, 1), date(2037, 12, 30)),
    st.times(),
    st.times(),
    st.sampled_from(sorted(available_timezones())),
)
def test_a_session_ends_after_it_begins_and_within_about_a_day_in_every_zone(day, start, end, zone):
    first, last = instants(session(day=day, start=start, end=end), zone)

    assert timedelta(0) < last.astimezone(UTC) - first.astimezone(UTC) <= timedelta(hours=48)
    for moment in (first, last):
        assert moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("own", "edition", "expected"),
    [
        (SessionStatus.CONFIRMED, ConferenceStatus.SCHEDULED, SessionStatus.CONFIRMED),
        (SessionStatus.TENTATIVE, ConferenceStatus.SCHEDULED, SessionStatus.TENTATIVE),
        (SessionStatus.CANCELLED, ConferenceStatus.SCHEDULED, SessionStatus.CANCELLED),
        (SessionStatus.TENTATIVE, ConferenceStatus.MOVED_ONLINE, SessionStatus.TENTATIVE),
        (SessionStatus.CONFIRMED, ConferenceStatus.CANCELLED, SessionStatus.CANCELLED),
        (SessionStatus.TENTATIVE, ConferenceStatus.POSTPONED, SessionStatus.CANCELLED),
    ],
)
def test_an_edition_that_does_not_take_place_cancels_its_sessions(own, edition, expected):
    assert effective_status(session(status=own), conference(status=edition)) is expected


@pytest.mark.parametrize("own", Attendance)
@pytest.mark.parametrize("status", ConferenceStatus)
def test_an_edition_that_moved_online_takes_its_sessions_along(own, status):
    expected = Attendance.ONLINE if status is ConferenceStatus.MOVED_ONLINE else own

    assert effective_attendance(session(attendance=own), conference(status=status)) is expected
    assert edition_attendance(conference(attendance=own, status=status)) is expected


def test_a_room_is_found_with_its_venue_former_ones_included():
    assert find_room(conference(), "sal-a") == (HOUSE, HOUSE.rooms[1])
    assert find_room(conference(), "lasesalen") == (LIBRARY, LIBRARY.rooms[0])
    assert find_room(conference(), "") is None
    assert find_room(conference(venues=()), "sal-a") is None


def test_the_main_venue_is_the_first_in_use():
    assert main_venue(conference()) == HOUSE
    assert main_venue(conference(venues=(replace(HOUSE, former=True), LIBRARY))) == LIBRARY
    assert main_venue(conference(venues=())) is None


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ({}, (None, None)),
        ({"start_time": time(12)}, ("12-08 11:00", None)),
        ({"end_time": time(13)}, (None, "12-09 12:00")),
        ({"start_time": time(12), "end_time": time(13)}, ("12-08 11:00", "12-09 12:00")),
        ({"start_time": time(12), "end_time": time(13), "end": date(2020, 12, 8)}, ("12-08 11:00", "12-08 12:00")),
        # An end before the beginning, as a script may have written it, says nothing.
        ({"start_time": time(12), "end_time": time(9), "end": date(2020, 12, 8)}, ("12-08 11:00", None)),
        ({"start_time": time(12), "time_zone": "Asia/Kathmandu"}, ("12-08 06:15", None)),
        # 29 March 2020: 02.30 does not come.
        ({"start_time": time(2, 30), "start": date(2020, 3, 29)}, ("03-29 01:30", None)),
    ],
)
def test_an_edition_begins_and_ends_at_moments_of_its_first_and_last_day_where_they_are_known(edition, expected):
    found = edition_instants(conference(**edition))

    assert tuple(each and f"{each.astimezone(UTC):%m-%d %H:%M}" for each in found) == expected
