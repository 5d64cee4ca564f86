"""The words that programme changes are told in, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dvb_wagtail.core.changes import ChangeKind


@dataclass(frozen=True)
class ChangeWords:
    """Sentences, and patterns that are `str.format` strings with named fields."""

    headings: Mapping[ChangeKind, str]
    """What stands before the title of what changed, such as "Flyttat"."""
    of_session: Mapping[ChangeKind, str]
    """What is said of a session, but for moves, of which `moved` says more."""
    of_edition: Mapping[ChangeKind, str]
    """The same of a whole edition."""
    session_onsite_too: str
    """Said where a session that was online only is held on site as well."""
    edition_onsite_too: str
    moved: str
    """Fields: before, after. Each is a place, a day, a time, or several of them."""
    decided: str
    """Said of a time or place that was open until now; field: after."""
    open_again: str
    """Said of a time or place that was decided before; field: before."""
    new_end: str
    """Fields: before, after; times of day."""
    a_time: str
    """A time of day after "from" or "to"; field: time."""
    place_and_time: str
    """Fields: place, time."""
    place_and_day: str
    """Fields: place, day; the day may have a time."""
    facts: str
    """When and where something is, said last; field: facts."""
    people: str
    """Who takes part now; field: people."""
    a_session: str
    """What a session is called that has no public title any more."""
    a_session_at: str
    """The same, where its day is known; field: when."""
    changes_of: str
    """Title of a feed of changes; field: title."""
