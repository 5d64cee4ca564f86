"""What an editor should be told about the sessions of an edition beside each other.

Nothing here blocks a draft or hides a public programme: it finds, the admin makes words of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import combinations, groupby
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

    @property
    def timed(self) -> bool:
        """Whether it takes place, on a day and between two times: only then can it be in the way of another."""
        return not self.cancelled and any(_timed((self,)))


@dataclass(frozen=True, slots=True)
class Clash:
    """`sessions` are ids, the earlier first: one alone, a pair that overlaps, or all that start together.

    Those that start together are told where it is news: not if each two of them are in each other's way already.
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
    overlaps = (
        *_overlaps(ClashKind.ROOM, ((one.slot.room, one) for one in timed if one.slot.room)),
        *_overlaps(ClashKind.SPEAKER, ((person, one) for one in timed for person in set(one.slot.people))),
    )
    return (
        *(Clash(ClashKind.EQUAL_TIMES, (slot.id,)) for slot in ordered if _has_equal_times(slot)),
        *overlaps,
        *(Clash(ClashKind.OUTSIDE_DAYS, (slot.id,)) for slot in standing if days and _is_outside(slot, *days)),
        *(Clash(ClashKind.TOO_LONG, (one.slot.id,)) for one in timed if one.end - one.start > LONGEST),
        *_same_starts(timed, {clash.sessions for clash in overlaps}),
    )


def clashes_of(slot: Slot, others: Iterable[Slot], days: tuple[date, date] | None = None) -> tuple[Clash, ...]:
    """Return the clashes that one session is part of, as a form shows them.

    `others` may hold an earlier version of it, known by its id, which is left out. What is in its way is not named once
    more among those that start together with it.
    """
    slots = (slot, *(other for other in others if other.id != slot.id))
    found = [clash for clash in find_clashes(slots, days) if slot.id in clash.sessions]
    told = {id for clash in found if clash.subject for id in clash.sessions} - {slot.id}
    return tuple(rest for clash in found if (rest := _without(clash, told)))


def _without(clash: Clash, told: Set[str]) -> Clash | None:
    """Return what is left to say of sessions that start together; any other clash as it is."""
    if clash.kind is not ClashKind.SAME_START:
        return clash
    sessions = tuple(id for id in clash.sessions if id not in told)
    return replace(clash, sessions=sessions) if len(sessions) > 1 else None


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


def _same_starts(timed: Iterable[_Timed], overlapping: Collection[tuple[str, ...]]) -> Iterator[Clash]:
    """Yield those that start together, but where every two of them are told as overlapping."""
    for _start, group in groupby(timed, key=attrgetter("start")):
        ids = tuple(one.slot.id for one in group)
        # Both in the order of `_order`, so that a pair is the same tuple in both.
        if any(pair not in overlapping for pair in combinations(ids, 2)):
            yield Clash(ClashKind.SAME_START, ids)
