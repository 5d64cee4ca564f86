"""What an editor should be told about the sessions of an edition beside each other.

Nothing here blocks a draft or hides a public programme: it finds, the admin makes words of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

LONGEST = timedelta(hours=12)
"""A longer session is most likely a slip: an end typed before the start is on the next day."""


class ClashKind(StrEnum):
    """What is wrong or strange, in the order in which it is told."""

    EQUAL_TIMES = "equal_times"
    ROOM = "room"
    SPEAKER = "speaker"
    OUTSIDE_DAYS = "outside_days"
    TOO_LONG = "too_long"
    SAME_START = "same_start"


class Severity(StrEnum):
    """How bad it is: not to be published, most likely a mistake, or good to know."""

    STOP = "stop"
    WARN = "warn"
    NOTE = "note"


SEVERITIES: Mapping[ClashKind, Severity] = MappingProxyType(
    {
        ClashKind.EQUAL_TIMES: Severity.STOP,
        ClashKind.ROOM: Severity.WARN,
        ClashKind.SPEAKER: Severity.WARN,
        ClashKind.OUTSIDE_DAYS: Severity.WARN,
        ClashKind.TOO_LONG: Severity.WARN,
        ClashKind.SAME_START: Severity.NOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A session as far as it can clash. `title` is only carried along, for whoever makes words of a clash.

    `start` and `end` are wall-clock times as in `Session`: an `end` before `start` is on the next day. `room` is a
    code, empty for the whole venue; `people` are identities of any kind that tells one person from another.
    """

    id: str
    title: str
    day: date | None = None
    start: time | None = None
    end: time | None = None
    room: str = ""
    people: tuple[str, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """`sessions` are ids, the earlier first: one alone, a pair that overlaps, or all that start together.

    `subject` is the code of the room or the identity of the person that two of them share.
    """

    kind: ClashKind
    sessions: tuple[str, ...]
    subject: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.kind]


class _Timed(NamedTuple):
    """A session between two wall-clock moments."""

    slot: Slot
    start: datetime
    end: datetime


def find_clashes(slots: Iterable[Slot], days: tuple[date, date] | None = None) -> tuple[Clash, ...]:
    """Return all clashes of an edition: kind by kind as in `ClashKind`, in it by room or person, then by start.

    `days` are the edition's first and last day, None while they are open. A cancelled session is in nobody's way.
    Takes O(n log n) and what it finds. An hour more or less at a daylight-saving change is not counted.
    """
    ordered = sorted(slots, key=_order)
    standing = [slot for slot in ordered if not slot.cancelled]
    timed = list(_timed(standing))
    return (
        *(Clash(ClashKind.EQUAL_TIMES, (slot.id,)) for slot in ordered if _has_equal_times(slot)),
        *_overlaps(ClashKind.ROOM, ((one.slot.room, one) for one in timed if one.slot.room)),
        *_overlaps(ClashKind.SPEAKER, ((person, one) for one in timed for person in set(one.slot.people))),
        *(Clash(ClashKind.OUTSIDE_DAYS, (slot.id,)) for slot in standing if days and _is_outside(slot, *days)),
        *(Clash(ClashKind.TOO_LONG, (one.slot.id,)) for one in timed if one.end - one.start > LONGEST),
        *_same_starts(timed),
    )


def clashes_of(slot: Slot, others: Iterable[Slot], days: tuple[date, date] | None = None) -> tuple[Clash, ...]:
    """Return the clashes that one session is part of, as a form shows them.

    `others` may hold an earlier version of it, known by its id, which is left out.
    """
    slots = (slot, *(other for other in others if other.id != slot.id))
    return tuple(clash for clash in find_clashes(slots, days) if slot.id in clash.sessions)


def _order(slot: Slot) -> tuple[date, time, str]:
    return slot.day or date.max, time.max if slot.start is None else slot.start, slot.id


def _has_equal_times(slot: Slot) -> bool:
    return slot.start is not None and slot.start == slot.end


def _is_outside(slot: Slot, first: date, last: date) -> bool:
    return slot.day is not None and not first <= slot.day <= last


def _timed(slots: Iterable[Slot]) -> Iterator[_Timed]:
    for slot in slots:
        if slot.day is None or slot.start is None or slot.end is None or slot.start == slot.end:
            continue
        last_day = slot.day if slot.end > slot.start else slot.day + timedelta(days=1)
        yield _Timed(slot, datetime.combine(slot.day, slot.start), datetime.combine(last_day, slot.end))


def _overlaps(kind: ClashKind, shared: Iterable[tuple[str, _Timed]]) -> Iterator[Clash]:
    """Yield the pairs that overlap among those that share a subject; they come sorted by start."""
    groups: defaultdict[str, list[_Timed]] = defaultdict(list)
    for subject, one in shared:
        groups[subject].append(one)
    for subject, group in sorted(groups.items()):
        for place, one in enumerate(group):
            # All that start before this one ends overlap with it, so that each step but the last finds something.
            for later in range(place + 1, len(group)):
                if group[later].start >= one.end:
                    break
                yield Clash(kind, (one.slot.id, group[later].slot.id), subject)


def _same_starts(timed: Iterable[_Timed]) -> Iterator[Clash]:
    for _start, group in groupby(timed, key=attrgetter("start")):
        ids = tuple(one.slot.id for one in group)
        if len(ids) > 1:
            yield Clash(ClashKind.SAME_START, ids)
