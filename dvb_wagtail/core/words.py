"""The words of the interface in one language, handed to formats as data so that they need no translation machinery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dvb_wagtail.core.change_words import ChangeWords
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, Role


@dataclass(frozen=True)
class Words:
    """Interface words in `language`. Patterns are `str.format` strings with named fields."""

    language: str
    said_in: str
    """The language that the words are in: another one where the package is not translated into `language`."""
    kinds: Mapping[Kind, str]
    roles: Mapping[Role, str]
    notices: Mapping[Notice, str]
    """What stands before a title, such as "Inställt"."""
    statuses: Mapping[ConferenceStatus, str]
    """A sentence on an edition that is not held as planned; empty for one that is."""
    attendances: Mapping[Attendance, str]
    facets: Mapping[Facet, str]
    """What a programme can be narrowed by, in the order in which it is offered."""
    languages: Mapping[str, str]
    """Names of languages by code, in this language."""
    weekdays: tuple[str, ...]
    """From Monday."""
    months: tuple[str, ...]
    """From January, as they stand in a date."""
    day_pattern: str
    """Fields: weekday, day, month, year."""
    short_day_pattern: str
    """A day in a sentence, without its year; fields: weekday, day, month."""
    date_pattern: str
    """A day without its weekday; fields: day, month, year."""
    span_in_month: str
    """Days of one month; fields: first, last, last_month, year."""
    span_in_year: str
    """Days of one year that begin in one month and end in another; those fields and first_month."""
    clock_pattern: str
    """A time of day; fields: hour, minute."""
    moment_pattern: str
    """A day and a time in a sentence; fields: day, time."""
    when_and_where: str
    """When and where a session is, as the first thing that is said of it; fields: when, where."""
    listed: str
    """A session in a list of news, which knows no dates but that of its publication; fields: when, title."""
    day_open: str
    """Said of a session whose day is not decided yet."""
    time_open: str
    """Said of a session whose time is not decided yet."""
    titled: str
    """A notice before a title; fields: notice, title."""
    online: str
    place_open: str
    """Where neither venue nor room is known yet."""
    via_link: str
    """Said of a person who takes part over a link."""
    speakers: str
    watch: str
    """Before the address of a public stream."""
    stream_for_registered: str
    reason: str
    """Before the reason of a cancellation; field: reason."""
    more: str
    """Before the address of the page."""
    subscribe_to: str
    """Title of a frame that shows the ways to subscribe; field: title."""
    programme_of: str
    """Title of an edition's calendar; field: title."""
    selection_of: str
    """Title of a filtered calendar; fields: title, filter."""
    accessibility: str
    """Before what is said of the accessibility of a house."""
    in_language: str
    """Said where a text stands in another language; field: language."""
    changes: ChangeWords
    recordings_of: str
    """Title of a feed of recordings; field: title."""
    recording_of: str
    """Said of a recording; `title` is what it is of."""
    watch_at: str
    """Before the address of a recording; field: service."""
    captioned: str
    """Said of a recording whose words can be read."""
    interface: Mapping[str, str]
    """What else a programme shown elsewhere says, by the name that `programme.json` gives it."""

    def day(self, day: date | datetime) -> str:
        """Return the day in words, such as "tisdag 8 december 2020"."""
        return self.day_pattern.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1], year=day.year
        )

    def long_day(self, day: date | datetime) -> str:
        """Return the day as it stands first in a line, such as "Tisdag 8 december 2020"."""
        return capitalised(self.day(day))

    def short_day(self, day: date | datetime) -> str:
        """Return the day without its year, such as "tisdag 8 december"."""
        return self.short_day_pattern.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1]
        )

    def plain_day(self, day: date | datetime) -> str:
        """Return the day without its weekday, such as "8 december 2020"."""
        return self.date_pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def span(self, first: date, last: date) -> str:
        """Return the days of an event as briefly as they can be said: "21 november 2019", "8–9 december 2020"."""  # noqa: RUF002
        if first == last:
            return self.plain_day(first)
        if first.year != last.year:
            return f"{self.plain_day(first)} – {self.plain_day(last)}"  # noqa: RUF001
        pattern = self.span_in_month if first.month == last.month else self.span_in_year
        return pattern.format(
            first=first.day,
            first_month=self.months[first.month - 1],
            last=last.day,
            last_month=self.months[last.month - 1],
            year=last.year,
        )

    def clock(self, moment: time | datetime) -> str:
        """Return the time of day, such as "9.05" or "09:05"."""
        return self.clock_pattern.format(hour=moment.hour, minute=moment.minute)

    def times(self, start: datetime, end: datetime) -> str:
        """Return from when to when, such as "13.00-14.30" with a dash; an end on another day says which."""
        label = f"{self.clock(start)}–{self.clock(end)}"  # noqa: RUF001
        midnight = end.time() == time.min and end.date() - start.date() == timedelta(days=1)
        if end.date() == start.date() or midnight:
            return label
        return f"{label} ({self.weekdays[end.weekday()]})"

    def moment(self, day: str, times: str) -> str:
        """Return "tisdag 8 december kl. 12.00" of a day and times in words; the day alone while they are open."""
        return self.moment_pattern.format(day=day, time=times) if times else day


def capitalised(text: str) -> str:
    """Return text as it stands first in a line."""
    return text[:1].upper() + text[1:]
