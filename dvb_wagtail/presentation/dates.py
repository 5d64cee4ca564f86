"""When an edition begins and ends, in words; single days and times are said by `Words`.

Days and wall-clock times only: whoever calls has already chosen the time zone, which is always the conference's own.
"""

from __future__ import annotations

from datetime import date, time

from django.utils.translation import pgettext

from dvb_wagtail.core.words import Words, capitalised


def day_and_time(day: date, at: time | None, words: Words) -> str:
    """Return "tisdag 8 december kl. 12.00", or the day alone while the time is open."""
    return words.moment(words.short_day(day), words.clock(at) if at else "")


def opening_hours(first: date, last: date, begins: time | None, ends: time | None, words: Words) -> str:
    """Return when an edition begins and ends, in one line; without times it is its weekdays.

    "Tisdag 8 december kl. 12.00 - onsdag 9 december kl. 12.00" is what editors call lunch to lunch.
    """
    if first == last:
        if begins and ends:
            # Translators: "Thursday 21 November, 09:00-16:15". Where a word stands before times, it is not left alone
            # at the end of a line: write a no-break space after it.
            pattern = pgettext("day and times", "{day}, {times}")
            times_of_day = f"{words.clock(begins)}–{words.clock(ends)}"  # noqa: RUF001
            return capitalised(pattern.format(day=words.short_day(first), times=times_of_day))
        return capitalised(day_and_time(first, begins, words))
    return capitalised(f"{day_and_time(first, begins, words)} – {day_and_time(last, ends, words)}")  # noqa: RUF001
