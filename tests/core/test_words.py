from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from dvb_wagtail.core.words import capitalised
from tests.core.records import SWEDISH

DASH = "\N{EN DASH}"
TUESDAY = date(2020, 12, 8)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 12, 8), "tisdag 8 december 2020"),
        (date(2023, 1, 1), "söndag 1 januari 2023"),
        (date(2024, 2, 29), "torsdag 29 februari 2024"),
        (datetime(2020, 12, 7, 23, 59), "måndag 7 december 2020"),  # noqa: DTZ001 (a wall clock)
    ],
)
def test_a_day_is_told_in_words(day, expected):
    assert SWEDISH.day(day) == expected


def test_a_language_orders_the_parts_of_a_day_as_it_likes():
    assert replace(SWEDISH, day_pattern="{month} {day:02}").day(date(2020, 12, 8)) == "december 08"


def test_a_day_is_said_as_its_place_asks():
    assert SWEDISH.long_day(TUESDAY) == "Tisdag 8 december 2020"
    assert SWEDISH.short_day(TUESDAY) == "tisdag 8 december"
    assert SWEDISH.plain_day(TUESDAY) == "8 december 2020"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (TUESDAY, "8 december 2020"),
        (date(2020, 12, 9), f"8{DASH}9 december 2020"),
        (date(2021, 12, 8), f"8 december 2020 {DASH} 8 december 2021"),
        (date(2021, 1, 1), f"8 december 2020 {DASH} 1 januari 2021"),
    ],
)
def test_the_days_of_an_event_are_said_briefly(last, said):
    assert SWEDISH.span(TUESDAY, last) == said


def test_days_of_two_months_name_the_year_once():
    assert SWEDISH.span(date(2020, 11, 30), date(2020, 12, 1)) == f"30 november {DASH} 1 december 2020"


@pytest.mark.parametrize("moment", [time(9, 5), datetime(2020, 12, 8, 9, 5)])  # noqa: DTZ001 (a wall clock)
def test_a_time_of_day(moment):
    assert SWEDISH.clock(moment) == "9.05"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2020-12-08T09:05", "2020-12-08T10:00", f"9.05{DASH}10.00"),
        ("2020-12-08T22:00", "2020-12-09T01:00", f"22.00{DASH}1.00 (onsdag)"),
        ("2020-12-08T22:00", "2020-12-09T00:00", f"22.00{DASH}0.00"),
        ("2020-12-08T22:00", "2020-12-10T00:00", f"22.00{DASH}0.00 (torsdag)"),
    ],
)
def test_an_end_on_another_day_says_which(start, end, said):
    assert SWEDISH.times(datetime.fromisoformat(start), datetime.fromisoformat(end)) == said


@pytest.mark.parametrize(("times", "said"), [("12.00", "tisdag 8 december kl. 12.00"), ("", "tisdag 8 december")])
def test_a_day_and_a_time(times, said):
    assert SWEDISH.moment(SWEDISH.short_day(TUESDAY), times) == said


@pytest.mark.parametrize(("text", "first"), [("åtta", "Åtta"), ("iPhone", "IPhone"), ("", "")])
def test_text_as_it_stands_first_in_a_line(text, first):
    assert capitalised(text) == first
