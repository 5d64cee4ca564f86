"""Days and times in words, in the active language; weekdays and months are those of `Words`.

Days and wall-clock times only: whoever calls has already chosen the time zone, which is always the conference's own.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils.text import capfirst
from django.utils.translation import pgettext

from dvb_wagtail.core.words import Words


def clock(moment: time | datetime) -> str:
    """Return a time of day, such as "9.05" or "09:05"."""
    # Translators: a time of day. {hour} is 9, {hour:02} is 09; many languages write a full stop between.
    return pgettext("time of day", "{hour:02}:{minute:02}").format(hour=moment.hour, minute=moment.minute)


def weekday(day: date, words: Words) -> str:
    return words.weekdays[day.weekday()]


def long_day(day: date, words: Words) -> str:
    """Return a day with its year, as it stands first in a line: "Tisdag 8 december 2020"."""
    return capfirst(words.day(day))


def short_day(day: date, words: Words) -> str:
    """Return a day without its year, as it stands in a sentence: "tisdag 8 december"."""
    # Translators: a day in a sentence, without its year.
    pattern = pgettext("day without year", "{weekday} {day} {month}")
    return pattern.format(weekday=weekday(day, words), day=day.day, month=words.months[day.month - 1])


def plain_day(day: date, words: Words) -> str:
    """Return a day without its weekday, such as the date of an article: "8 december 2020"."""
    # Translators: a date without its weekday.
    pattern = pgettext("date", "{day} {month} {year}")
    return pattern.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def span(first: date, last: date, words: Words) -> str:
    """Return the days of an event as briefly as they can be said: "21 november 2019", "8-9 december 2020"."""
    months = words.months[first.month - 1], words.months[last.month - 1]
    if first == last:
        return plain_day(first, words)
    if first.year != last.year:
        return f"{plain_day(first, words)} – {plain_day(last, words)}"  # noqa: RUF001
    if first.month != last.month:
        # Translators: days of one year that begin in one month and end in another.
        pattern = pgettext("span of days", "{first} {first_month} – {last} {last_month} {year}")  # noqa: RUF001
    else:
        # Translators: days of one month.
        pattern = pgettext("span of days", "{first}–{last} {last_month} {year}")  # noqa: RUF001
    return pattern.format(first=first.day, first_month=months[0], last=last.day, last_month=months[1], year=last.year)


def day_and_time(day: date, at: time | None, words: Words) -> str:
    """Return "tisdag 8 december kl. 12.00", or the day alone while the time is open."""
    if at is None:
        return short_day(day, words)
    # Translators: "Tuesday 8 December at 12:00", in a sentence. Write a no-break space before the time, so that no
    # line ends before it.
    pattern = pgettext("day and time", "{day} at {time}")
    return pattern.format(day=short_day(day, words), time=clock(at))


def opening_hours(first: date, last: date, begins: time | None, ends: time | None, words: Words) -> str:
    """Return when an edition begins and ends, in one line; without times it is its weekdays.

    "Tisdag 8 december kl. 12.00 - onsdag 9 december kl. 12.00" is what editors call lunch to lunch.
    """
    if first == last:
        if begins and ends:
            # Translators: "Thursday 21 November, 09:00-16:15". Where a word stands before times, it is not left alone
            # at the end of a line: write a no-break space after it.
            pattern = pgettext("day and times", "{day}, {times}")
            times_of_day = f"{clock(begins)}–{clock(ends)}"  # noqa: RUF001
            return capfirst(pattern.format(day=short_day(first, words), times=times_of_day))
        return capfirst(day_and_time(first, begins, words))
    return capfirst(f"{day_and_time(first, begins, words)} – {day_and_time(last, ends, words)}")  # noqa: RUF001


def times(start: datetime, end: datetime, words: Words) -> str:
    """Return from when to when, such as "13.00-14.30"; an end on another day says which."""
    label = f"{clock(start)}–{clock(end)}"  # noqa: RUF001
    if end.date() == start.date() or (end.time() == time.min and end.date() - start.date() == timedelta(days=1)):
        return label
    return f"{label} ({weekday(end, words)})"
