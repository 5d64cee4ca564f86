"""The one grammar of selections: `?day=2020-12-08&track=…&room=…`, on every programme address.

Values of one name are alternatives, names narrow each other. A value that was ever public stays valid; one never
known is an error, so that a slip of the pen gives no silently empty calendar.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlencode

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.effective import effective_attendance
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, Kind, SpokenLanguage


class Facet(StrEnum):
    """What a selection can ask for, in the order of the canonical address."""

    DAY = "day"
    TRACK = "track"
    THEME = "theme"
    ROOM = "room"
    KIND = "kind"
    SPEAKER = "speaker"
    LANGUAGE = "language"
    PLACE = "place"


IGNORED = frozenset({"fbclid", "gclid", "_"})
"""Parameters that other people's software adds to addresses; `utm_*` is ignored too."""

MAX_ADDRESS = 200
"""Google Calendar silently refuses addresses of 256 characters; the tools that make addresses stop here."""

MOST_VALUES = 60
"""A page links from each chosen value to the selection without it: what is drawn grows with their square."""

WORDS: Mapping[Facet, frozenset[str]] = MappingProxyType(
    {
        Facet.KIND: frozenset(Kind),
        Facet.LANGUAGE: frozenset(SpokenLanguage),
        Facet.PLACE: frozenset({Attendance.ONSITE, Attendance.ONLINE}),
    }
)

CODED = frozenset(set(Facet) - set(WORDS) - {Facet.DAY})
"""Facets whose values are permanent codes, of which only the index knows which there ever were."""


class ScopeError(ValueError):
    """A selection that cannot be answered. `name` is the parameter, `value` what it was given."""

    def __init__(self, name: str, value: str = "") -> None:
        super().__init__(name, value)
        self.name = name
        self.value = value


class UnknownParameter(ScopeError):
    """A parameter that the grammar does not have."""


class UnknownValue(ScopeError):
    """A value that was never public in this edition."""


class TooManyValues(ScopeError):
    """A selection of more than `MOST_VALUES` values. `name` is the parameter of the one too many."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A selection of sessions. An empty one selects everything."""

    values: tuple[tuple[Facet, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)

    @classmethod
    def of(cls, chosen: Mapping[Facet, Iterable[str]]) -> Scope:
        """Return the canonical scope of these values: facets in their order, values sorted and once each."""
        return cls(tuple((facet, tuple(sorted(set(chosen[facet])))) for facet in Facet if set(chosen.get(facet, ()))))

    def get(self, facet: Facet) -> tuple[str, ...]:
        """Return the values chosen for one facet; none chosen means all."""
        return dict(self.values).get(facet, ())

    def query(self) -> str:
        """Return the canonical query string, without `?`: equal selections give equal strings."""
        return urlencode([(facet.value, value) for facet, values in self.values for value in values])

    def matches(self, facets: Collection[tuple[Facet, str]]) -> bool:
        """Tell whether a session with these facets is selected."""
        return all(any((facet, value) in facets for value in values) for facet, values in self.values)

    def toggled(self, facet: Facet, value: str) -> Scope:
        """Return the scope with one value added, or taken away if it was there: what a filter link leads to."""
        chosen = {name: set(values) for name, values in self.values}
        chosen[facet] = chosen.get(facet, set()) ^ {value}
        return Scope.of(chosen)

    def without(self, facet: Facet) -> Scope:
        """Return the scope with one facet left open."""
        return Scope(tuple((name, values) for name, values in self.values if name is not facet))


def parse(pairs: Iterable[tuple[str, str]], *, strict: bool = True) -> Scope:
    """Return the scope of query parameters, in any order.

    Days and words of the fixed vocabularies are checked here, codes by `check`, since only the index knows which were
    ever public. Raises UnknownParameter (only if `strict`; pages live with other people's parameters), UnknownValue and
    TooManyValues.
    """
    chosen: dict[Facet, set[str]] = {}
    for name, value in pairs:
        if name in IGNORED or name.startswith("utm_"):
            continue
        if name not in Facet.__members__.values():
            if strict:
                raise UnknownParameter(name, value)
            continue
        facet = Facet(name)
        chosen.setdefault(facet, set()).add(_checked(facet, value))
        if sum(map(len, chosen.values())) > MOST_VALUES:
            raise TooManyValues(name, value)
    return Scope.of(chosen)


def _checked(facet: Facet, value: str) -> str:
    if facet is Facet.DAY:
        try:
            valid = date.fromisoformat(value).isoformat() == value
        except ValueError:
            valid = False
    else:
        valid = bool(value) and (facet not in WORDS or value in WORDS[facet])
    if not valid:
        raise UnknownValue(facet.value, value)
    return value


def check(scope: Scope, known: Collection[tuple[Facet, str]]) -> None:
    """Raise UnknownValue if the scope names a code that is not among those ever public."""
    for facet, values in scope.values:
        if facet not in CODED:
            continue
        for value in values:
            if (facet, value) not in known:
                raise UnknownValue(facet.value, value)


def facets(session: Session, conference: Conference) -> frozenset[tuple[Facet, str]]:
    """Return everything a session can be found by. `place=online` finds those that are both, too."""
    attendance = effective_attendance(session, conference)
    found: set[tuple[Facet, str]] = {(Facet.KIND, session.kind)}
    if session.day:
        found.add((Facet.DAY, session.day.isoformat()))
    if session.track:
        found.add((Facet.TRACK, session.track))
    if session.room:
        found.add((Facet.ROOM, session.room))
    if session.language:
        found.add((Facet.LANGUAGE, session.language))
    found.update((Facet.THEME, theme) for theme in session.themes)
    found.update((Facet.SPEAKER, appearance.speaker) for appearance in session.appearances if appearance.speaker)
    if attendance is not Attendance.ONLINE:
        found.add((Facet.PLACE, Attendance.ONSITE))
    if attendance is not Attendance.ONSITE:
        found.add((Facet.PLACE, Attendance.ONLINE))
    return frozenset((facet, str(value)) for facet, value in found)
