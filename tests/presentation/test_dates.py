"""When an edition begins and ends, in words. English patterns: those of other languages are their translators'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from django.utils import translation

from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery.words import words as words_in
from dvb_wagtail.presentation import dates

DASH = "\N{EN DASH}"
TUESDAY, WEDNESDAY = date(2020, 12, 8), date(2020, 12, 9)


@pytest.fixture
def words() -> Iterator[Words]:
    with translation.override("en"):
        yield words_in("en")


@pytest.mark.parametrize(
    ("last", "begins", "ends", "said"),
    [
        (WEDNESDAY, time(12), time(13), f"Tuesday 8 December at 12:00 {DASH} Wednesday 9 December at 13:00"),
        (WEDNESDAY, None, None, f"Tuesday 8 December {DASH} Wednesday 9 December"),
        (WEDNESDAY, time(12), None, f"Tuesday 8 December at 12:00 {DASH} Wednesday 9 December"),
        (TUESDAY, time(9), time(16, 30), f"Tuesday 8 December, 09:00{DASH}16:30"),
        (TUESDAY, time(9), None, "Tuesday 8 December at 09:00"),
        (TUESDAY, None, None, "Tuesday 8 December"),
    ],
)
def test_when_an_edition_begins_and_ends(
    words: Words, last: date, begins: time | None, ends: time | None, said: str
) -> None:
    assert dates.opening_hours(TUESDAY, last, begins, ends, words) == said


@pytest.mark.parametrize("last", [TUESDAY, WEDNESDAY])
def test_in_swedish_no_line_ends_between_the_word_and_the_time(last: date) -> None:
    with translation.override("sv"):
        said = dates.opening_hours(TUESDAY, last, time(9), time(16, 30), words_in("sv"))

    assert "kl.\N{NO-BREAK SPACE}09.00" in said
    assert "kl. " not in said
