"""The words of the interface in one language, handed to formats as data so that they need no translation machinery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dvb_wagtail.core.vocabulary import Kind, Notice, Role


@dataclass(frozen=True)
class Words:
    """Interface words in `language`. Patterns are `str.format` strings with named fields."""

    language: str
    kinds: Mapping[Kind, str]
    roles: Mapping[Role, str]
    notices: Mapping[Notice, str]
    """What stands before a title, such as "Inställt"."""
    languages: Mapping[str, str]
    """Names of languages by code, in this language."""
    weekdays: tuple[str, ...]
    """From Monday."""
    months: tuple[str, ...]
    """From January."""
    day_pattern: str
    """Fields: weekday, day, month, year."""
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
    programme_of: str
    """Title of an edition's calendar; field: title."""
    selection_of: str
    """Title of a filtered calendar; fields: title, filter."""
    in_language: str
    """Said where a text stands in another language; field: language."""

    def day(self, day: date | datetime) -> str:
        """Return the day in words, such as "tisdag 8 december 2020"."""
        return self.day_pattern.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1], year=day.year
        )
