"""ical.js, so Thunderbird and others, finds zoneinfo's offset in every hour of a year."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.formats import factories
from tests.formats.documents import calendar
from tests.formats.zones import unambiguous_hours

NAMES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/London",
    "Europe/Stockholm",
    "Pacific/Chatham",
    "UTC",
]


# Each with the first year of the rules: the year itself, one with rules of before, and one long past.
@pytest.mark.parametrize(("first_year", "year"), [(2026, 2026), (2026, 2035), (1994, 1995), (2010, 2026)])
@pytest.mark.interop
def test_ical_js_finds_the_offset_of_zoneinfo_all_through_a_year(ical_js, first_year, year):
    hours = {name: list(unambiguous_hours(ZoneInfo(name), year)) for name in NAMES}
    found = ical_js(
        [
            {
                "text": calendar(channel=factories.programme(time_zone=name, first_year=first_year)).decode(),
                "hours": [hour.isoformat() for hour in hours[name]],
            }
            for name in NAMES
        ]
    )
    wrong = {
        name: [
            hour.isoformat()
            for hour, minutes in zip(hours[name], read["offsets"], strict=True)
            if hour.replace(tzinfo=ZoneInfo(name)).utcoffset().total_seconds() != minutes * 60
        ]
        for name, read in zip(NAMES, found, strict=True)
    }
    assert wrong == {name: [] for name in NAMES}
