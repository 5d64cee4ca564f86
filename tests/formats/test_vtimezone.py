from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from dateutil.tz import tzical
from icalendar import Timezone

from dvb_wagtail.formats.vtimezone import LISTED_YEARS, vtimezone
from tests.formats.zones import unambiguous_hours

REGULAR = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Havana",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
]
IRREGULAR = ["Africa/Casablanca", "Africa/Cairo", "America/Nuuk", "America/Santiago", "Asia/Gaza", "Asia/Jerusalem"]
CONSTANT = ["UTC", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "America/Sao_Paulo", "Atlantic/Reykjavik"]


def read(name: str, first_year: int) -> tzical:
    """Return the zone as dateutil reads it, which is a reader of its own."""
    zone = tzical(StringIO(vtimezone(name, first_year).decode())).get(name)
    assert zone is not None
    return zone


def observances(name: str, first_year: int) -> list[tuple[str, str, str]]:
    """Return kind, onset and rule of each sub-component."""
    return [
        (one.name, one["DTSTART"].to_ical().decode(), one["RRULE"].to_ical().decode() if "RRULE" in one else "")
        for one in Timezone.from_ical(vtimezone(name, first_year)).subcomponents
    ]


def test_stockholm_is_a_pair_of_yearly_rules():
    assert vtimezone("Europe/Stockholm", 2020).decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:DAYLIGHT",
        "DTSTART:20190331T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20191027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_weekdays_are_counted_from_the_start_of_the_month_where_the_rule_does():
    assert observances("America/New_York", 2026) == [
        ("DAYLIGHT", "20250309T020000", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
        ("STANDARD", "20251102T020000", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    ]


def test_in_the_south_the_year_begins_in_summer():
    assert observances("Australia/Sydney", 2026) == [
        ("STANDARD", "20250406T030000", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4"),
        ("DAYLIGHT", "20251005T020000", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=10"),
    ]


def test_summer_time_is_daylight_also_where_the_law_calls_winter_the_exception():
    assert [kind for kind, _, _ in observances("Europe/Dublin", 2026)] == ["DAYLIGHT", "STANDARD"]


def test_a_zone_without_changes_has_one_offset():
    assert observances("Asia/Tokyo", 2026) == [("STANDARD", "20250101T000000", "")]


def test_changes_before_the_rule_of_today_are_listed_each():
    listed = observances("Europe/Stockholm", 1995)
    assert listed == [
        ("STANDARD", "19940101T000000", ""),
        ("DAYLIGHT", "19940327T020000", ""),
        ("STANDARD", "19940925T030000", ""),
        ("DAYLIGHT", "19950326T020000", ""),
        ("STANDARD", "19950924T030000", ""),
        ("DAYLIGHT", "19960331T020000", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        ("STANDARD", "19961027T030000", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ]


@pytest.mark.parametrize("name", IRREGULAR)
def test_a_zone_without_a_regular_rule_lists_its_changes_for_thirty_years(name):
    listed = observances(name, 2026)
    assert {rule for _, _, rule in listed} == {""}
    assert listed[0][:2] == ("STANDARD", "20250101T000000")
    assert listed[-1][1][:4] == str(2026 + LISTED_YEARS)


@pytest.mark.parametrize("name", [*REGULAR, *IRREGULAR, *CONSTANT])
def test_no_list_of_dates_is_ever_written(name):
    assert b"RDATE" not in vtimezone(name, 2026)


@pytest.mark.parametrize("first_year", [1970, 1990, 2026])
@pytest.mark.parametrize("name", [*REGULAR, *IRREGULAR, *CONSTANT])
def test_another_reader_finds_the_offset_of_zoneinfo_all_through_a_year(name, first_year):
    reader, zone = read(name, first_year), ZoneInfo(name)
    wrong = [
        hour
        for hour in unambiguous_hours(zone, first_year)
        if reader.utcoffset(hour) != hour.replace(tzinfo=zone).utcoffset()
    ]
    assert wrong == []


@pytest.mark.parametrize("name", [*REGULAR, *IRREGULAR])
def test_another_reader_finds_both_sides_of_every_change_for_thirty_years(name):
    reader, zone = read(name, 2026), ZoneInfo(name)
    moment, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026 + LISTED_YEARS, 1, 1, tzinfo=UTC)
    checked = 0
    while moment < end:
        following = moment + timedelta(days=1)
        if moment.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            for at in (moment - timedelta(days=1), following + timedelta(days=1)):
                wall = at.astimezone(zone).replace(tzinfo=None)
                assert reader.utcoffset(wall) == at.astimezone(zone).utcoffset(), at
            checked += 1
        moment = following
    assert checked >= 2 * LISTED_YEARS - 2


def test_an_unknown_zone_is_an_error():
    with pytest.raises(ZoneInfoNotFoundError):
        vtimezone("Europe/Skellefteå", 2026)


def test_the_bytes_are_made_once():
    assert vtimezone("Europe/Stockholm", 2026) is vtimezone("Europe/Stockholm", 2026)
