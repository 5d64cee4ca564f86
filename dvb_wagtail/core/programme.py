"""Showing a programme: its days and what runs side by side in them, what is on now, and whether the edition is over.

There is no clock here: the moment is always a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Protocol
from zoneinfo import ZoneInfo

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.vocabulary import SessionStatus


class Phase(StrEnum):
    """Where an edition stands in time."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"


class Dated(Protocol):
    """What has a first and a last day in a zone: a `Conference` or a `LocalisedConference`."""

    @property
    def start(self) -> date: ...

    @property
    def end(self) -> date: ...

    @property
    def time_zone(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ProgrammeSlot:
    """Sessions that start together. `start` is aware, or None for those whose time is open."""

    start: datetime | None
    sessions: tuple[LocalisedSession, ...]

    @property
    def parallel(self) -> bool:
        """Tell whether one has to choose: more than one of the sessions takes place."""
        return sum(session.status is not SessionStatus.CANCELLED for session in self.sessions) > 1


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of a programme, or with `day` None the sessions whose day is open."""

    day: date | None
    slots: tuple[ProgrammeSlot, ...]

    @property
    def sessions(self) -> tuple[LocalisedSession, ...]:
        return tuple(session for slot in self.slots for session in slot.sessions)


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """What is running, and what starts next: several of each where sessions run side by side."""

    now: tuple[LocalisedSession, ...] = ()
    next: tuple[LocalisedSession, ...] = ()


def by_day(sessions: Iterable[LocalisedSession]) -> tuple[ProgrammeDay, ...]:
    """Return the days of a programme in order, last the sessions whose day is open.

    A session past midnight stands on the programme day that the editor chose. Within a day: by start, those whose
    time is open after the others (it is added when it is known, and then nothing else moves), then by the codes of
    room and session, so that the order is the same in every language.
    """
    ordered = sorted(sessions, key=_order)
    return tuple(
        ProgrammeDay(day, tuple(ProgrammeSlot(start, tuple(slot)) for start, slot in groupby(group, key=_start)))
        for day, group in groupby(ordered, key=lambda session: session.day)
    )


def _start(session: LocalisedSession) -> datetime | None:
    return session.start


def _order(session: LocalisedSession) -> tuple[bool, date, bool, datetime, str, str]:
    return (
        session.day is None,
        session.day or date.max,
        session.start is None,
        _utc(session.start) if session.start else datetime.max.replace(tzinfo=UTC),
        session.place.room_code,
        session.code,
    )


def now_and_next(sessions: Iterable[LocalisedSession], now: datetime) -> NowAndNext:
    """Return what is running at `now` (aware), and all that starts at the next start after it, on whatever day.

    A session runs from its start until just before its end. Cancelled ones and those whose time is open are neither.
    Raises ValueError if `now` is naive.
    """
    moment = _utc(now)
    timed = [
        (_utc(session.start), _utc(session.end), session)
        for session in sorted(sessions, key=_order)
        if session.start and session.end and session.status is not SessionStatus.CANCELLED
    ]
    next_start = min((start for start, _end, _session in timed if start > moment), default=None)
    return NowAndNext(
        now=tuple(session for start, end, session in timed if start <= moment < end),
        next=tuple(session for start, _end, session in timed if start == next_start),
    )


def phase(edition: Dated, now: datetime) -> Phase:
    """Return where an edition stands at `now` (aware).

    Its days are whole ones in its own zone: who looks early on the first day or late on the last still wants that
    day's programme. Raises ValueError if `now` is naive, ZoneInfoNotFoundError for an unknown zone.
    """
    today = _utc(now).astimezone(ZoneInfo(edition.time_zone)).date()
    if today < edition.start:
        return Phase.UPCOMING
    return Phase.RUNNING if today <= edition.end else Phase.PAST


def _utc(moment: datetime) -> datetime:
    """Return an aware moment in UTC: two of one zone are otherwise compared by their wall clocks."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment!r} names no time zone")
    return moment.astimezone(UTC)
