"""The grid of c3voc's schedule, in XML and JSON alike: days, in each of them rooms, and in those sessions.

https://c3voc.de/wiki/schedule, and the schemas published there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dvb_wagtail.core.channel import Channel
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.c3voc_rooms import Room, key_of, rooms_of
from dvb_wagtail.formats.c3voc_sessions import Times, headline, times

GENERATOR = "dvb-wagtail"
"""What wrote the file. Without a version: it would change every document at each release."""

TIMESLOT = "00:05"
"""What apps draw their grid by."""

LONGEST_EDITION = 60
"""Days of an edition that are all listed; of a longer one the first, and those that have sessions."""

Item = LocalisedSession | LocalisedConference

Column = tuple[str, int]
"""The key of a room, and 1, or the number of the one that stands beside it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session in the grid. `slug` is unique over all editions."""

    part: bytes
    slug: str


@dataclass(frozen=True, slots=True)
class Day:
    """A programme day, counted from 1. It runs from midnight to midnight, or until its last session ends."""

    index: int
    date: date
    start: datetime
    end: datetime
    rooms: tuple[tuple[Room, tuple[Entry, ...]], ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A whole document. `version` is another one whenever the edition's public content is."""

    title: str
    version: str
    edition: LocalisedConference
    rooms: tuple[Room, ...]
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    column: Column
    times: Times
    entry: Entry


def schedule(channel: Channel, parts: Iterable[tuple[Item, bytes]], words: Words) -> Schedule:
    """Return the grid of these sessions, each by its part. Raises ValueError if the channel is of no edition.

    Every day of the edition is there, so that a day has the same number in each selection; on each of them every
    room that any session is in, so that apps draw them in the editor's order.
    """
    edition = channel.edition
    if edition is None:
        raise ValueError(f"{channel.address} is of no edition")
    zone = ZoneInfo(channel.time_zone)
    sessions = _in_time(parts)
    placed = _placed(edition, sessions, words)
    known = rooms_of(edition, (item.place for _, item, _ in sessions), words)
    order = {key: number for number, key in enumerate(known)}
    columns = sorted({each.column for each in placed}, key=lambda column: (order[column[0]], column[1]))
    rooms = {(key, number): known[key].beside(number) if number > 1 else known[key] for key, number in columns}
    return Schedule(
        title=headline(edition, words, channel.title if urlsplit(channel.address).query else ""),
        version=channel.changed.astimezone(zone).replace(tzinfo=None).isoformat(" ", "seconds"),
        edition=edition,
        rooms=tuple(rooms.values()),
        days=tuple(
            _day(index, day, [each for each in placed if each.times.day == day], rooms, zone)
            for index, day in enumerate(_days(edition, placed), 1)
        ),
    )


def _in_time(parts: Iterable[tuple[Item, bytes]]) -> list[tuple[Times, LocalisedSession, bytes]]:
    """Return the sessions that have a time, in order of it."""
    sessions = [
        (found, item, part)
        for item, part in parts
        if part and isinstance(item, LocalisedSession) and (found := times(item))
    ]
    return sorted(sessions, key=lambda each: (_utc(each[0].start), each[1].number, each[1].code))


def _placed(
    edition: LocalisedConference, sessions: Iterable[tuple[Times, LocalisedSession, bytes]], words: Words
) -> list[_Placed]:
    """Return the sessions, each with its column.

    What overlaps in a room stays there: editors are told of it. What has no room, such as seminars that are all
    online, is put side by side, since apps draw one session at a time and cut off the one that began first.
    """
    taken: dict[str, list[datetime]] = {}
    placed = []
    for found, item, part in sessions:
        key, number = key_of(item.place, words), 0
        if not item.place.room_code:
            ends = taken.setdefault(key, [])
            number = next((n for n, end in enumerate(ends) if end <= _utc(found.start)), len(ends))
            ends[number : number + 1] = [_utc(found.end)]
        slug = f"{edition.acronym}-{item.code.lower()}"
        placed.append(_Placed((key, number + 1), found, Entry(part, slug)))
    return placed


def _days(edition: LocalisedConference, placed: Iterable[_Placed]) -> list[date]:
    length = (edition.end - edition.start).days + 1
    listed = range(length if length <= LONGEST_EDITION else 1)
    return sorted({edition.start + timedelta(days=number) for number in listed} | {each.times.day for each in placed})


def _day(index: int, day: date, placed: list[_Placed], rooms: dict[Column, Room], zone: ZoneInfo) -> Day:
    ends = [_midnight(day + timedelta(days=1), zone), *(each.times.end for each in placed)]
    return Day(
        index=index,
        date=day,
        start=_midnight(day, zone),
        end=max(ends, key=_utc),
        rooms=tuple(
            (room, tuple(each.entry for each in placed if each.column == column)) for column, room in rooms.items()
        ),
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return when a day begins: where clocks skip midnight, the moment after it."""
    return datetime.combine(day, time(), zone).astimezone(UTC).astimezone(zone)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
