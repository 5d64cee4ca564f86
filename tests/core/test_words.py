from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.core.records import SWEDISH


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
