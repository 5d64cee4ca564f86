"""What changed in a programme: for attendees (which change is told) and for calendars (when SEQUENCE rises).

Both compare codes, times and kinds, never names: correcting the spelling of a room moves nobody, and what is stored
of a change holds no person's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.effective import (
    HALTED,
    edition_attendance,
    effective_attendance,
    effective_status,
    find_room,
    instants,
    main_venue,
)
from dvb_wagtail.core.scope import facets
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus


class ChangeKind(StrEnum):
    """What attendees hear of. Stored and published: never renamed."""

    NEW = "new"
    MOVED = "moved"
    OTHER_ROOM = "other_room"
    MOVED_ONLINE = "moved_online"
    MOVED_ONSITE = "moved_onsite"
    SPEAKER_REPLACED = "speaker_replaced"
    SPEAKER_ADDED = "speaker_added"
    SPEAKER_REMOVED = "speaker_removed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session at one moment, as far as a change of it is told.

    Times are wall-clock times in the edition's zone. `venue` and `room` are codes; `status` and `attendance` the
    session's own, beside the status of its edition. `speakers` are pairs of the appearance's id and the code of the
    speaker's page, empty without one, of those whom the public sees. `facets` are what selections found it by; they
    are no difference that anybody is told of.
    """

    day: date | None
    start: time | None
    end: time | None
    venue: str
    room: str
    attendance: Attendance
    status: SessionStatus
    edition: ConferenceStatus = ConferenceStatus.SCHEDULED
    speakers: tuple[tuple[str, str], ...] = ()
    public: bool = True
    facets: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def online(self) -> bool:
        """Tell whether there is nowhere to go to, by the session's own doing or the edition's."""
        return self.attendance is Attendance.ONLINE or self.edition is ConferenceStatus.MOVED_ONLINE


@dataclass(frozen=True, slots=True)
class EditionSnapshot:
    """A whole edition at one moment. `start` and `end` are its first and last day; `venue` is a code."""

    start: date
    end: date
    venue: str
    attendance: Attendance
    status: ConferenceStatus


@dataclass(frozen=True, slots=True)
class Significance:
    """What an event's SEQUENCE rises for (RFC 5545 §3.8.7.4): two are equal exactly where it must not.

    `start` and `end` are UTC, or None while day or time is open.
    """

    day: date | None
    start: datetime | None
    end: datetime | None
    venue: str
    room: str
    attendance: Attendance
    status: SessionStatus


@dataclass(frozen=True, slots=True)
class EditionSignificance:
    """The same for the edition's own event, which is all-day: `start` and `end` are its first and last day."""

    start: date
    end: date
    venue: str
    attendance: Attendance
    status: ConferenceStatus


def snapshot(session: Session, conference: Conference, *, public: bool = True) -> Snapshot:
    """Return what changes of a session are found by. `public`: whether anybody may see it."""
    return Snapshot(
        day=session.day,
        start=session.start,
        end=session.end,
        venue=_venue_code(session.room, session.attendance, conference),
        room=session.room,
        attendance=session.attendance,
        status=session.status,
        edition=conference.status,
        speakers=tuple((shown.id, shown.speaker) for shown in session.appearances if shown.texts),
        public=public,
        facets=tuple(sorted((str(facet), value) for facet, value in facets(session, conference))),
    )


def edition_snapshot(conference: Conference) -> EditionSnapshot:
    """Return what changes of a whole edition are found by."""
    attendance = edition_attendance(conference)
    return EditionSnapshot(
        start=conference.start,
        end=conference.end,
        venue=_venue_code("", attendance, conference),
        attendance=attendance,
        status=conference.status,
    )


def _venue_code(room: str, attendance: Attendance, conference: Conference) -> str:
    """Return the venue of a room, without a room the main one, and none where all is online."""
    found = find_room(conference, room) if room else None
    venue = found[0] if found else main_venue(conference)
    return venue.code if venue and (found or attendance is not Attendance.ONLINE) else ""


def difference(before: Snapshot | None, after: Snapshot | None) -> tuple[ChangeKind, ...]:
    """Return what attendees should hear of a session, in the order of `ChangeKind`; nothing if empty.

    None is a session that is not there; one that is not public is to attendees the same, but its return is a
    restoration. Whether a withdrawal is told is the caller's: of what was made private nothing is said. What the
    edition does to all its sessions is told once, by `edition_difference`; while it is cancelled or postponed, nothing
    is told of the single ones.
    """
    if after is None or not after.public:
        told = before is not None and before.public and before.edition not in HALTED
        return (ChangeKind.WITHDRAWN,) if told else ()
    if after.edition in HALTED:
        return ()
    if after.status is SessionStatus.CANCELLED:
        told = before is not None and before.status is not SessionStatus.CANCELLED
        return (ChangeKind.CANCELLED,) if told else ()
    if before is None:
        return (ChangeKind.NEW,)
    found = _place_kinds(before, after) | _speaker_kinds(before.speakers, after.speakers)
    if (before.day, before.start, before.end) != (after.day, after.start, after.end):
        found.add(ChangeKind.MOVED)
    if before.status is SessionStatus.CANCELLED or not before.public:
        found.add(ChangeKind.RESTORED)
    return _in_order(found)


def edition_difference(before: EditionSnapshot, after: EditionSnapshot) -> tuple[ChangeKind, ...]:
    """Return what attendees should hear of the edition as a whole, in the order of `ChangeKind`."""
    found: set[ChangeKind] = set()
    if after.status in HALTED:
        if before.status is not after.status:
            found.add(ChangeKind(after.status))
    else:
        found |= _attendance_kinds(before.attendance, after.attendance)
        if before.status in HALTED:
            found.add(ChangeKind.RESTORED)
        if before.venue and after.venue and before.venue != after.venue:
            found.add(ChangeKind.OTHER_ROOM)
    if after.status is not ConferenceStatus.CANCELLED and (before.start, before.end) != (after.start, after.end):
        found.add(ChangeKind.MOVED)
    return _in_order(found)


def _in_order(found: set[ChangeKind]) -> tuple[ChangeKind, ...]:
    return tuple(kind for kind in ChangeKind if kind in found)


def _place_kinds(before: Snapshot, after: Snapshot) -> set[ChangeKind]:
    by_edition = after.edition is ConferenceStatus.MOVED_ONLINE
    found = set() if by_edition else _attendance_kinds(before.attendance, after.attendance)
    if before.online is after.online and _other_room(before, after):
        found.add(ChangeKind.OTHER_ROOM)
    return found


def _attendance_kinds(before: Attendance, after: Attendance) -> set[ChangeKind]:
    """Tell those who must travel no more, and those who can no longer take part from afar.

    A stream beside what takes place on site moves nobody.
    """
    if before is after or (before is Attendance.ONSITE and after is Attendance.MIXED):
        return set()
    return {ChangeKind.MOVED_ONLINE if after is Attendance.ONLINE else ChangeKind.MOVED_ONSITE}


def _other_room(before: Snapshot, after: Snapshot) -> bool:
    """Tell whether one has to go somewhere else, or to another of the rooms online.

    Where all is online, a room that is given or taken away leads nobody astray; nor does a venue that was open before.
    """
    if before.room != after.room:
        return not after.online or bool(before.room and after.room)
    return bool(before.venue and after.venue) and before.venue != after.venue


def _speaker_kinds(before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...]) -> set[ChangeKind]:
    gained = [speaker for speaker in after if not any(_same_person(speaker, other) for other in before)]
    lost = [speaker for speaker in before if not any(_same_person(speaker, other) for other in after)]
    return {
        kind
        for kind, told in (
            (ChangeKind.SPEAKER_REPLACED, gained and lost),
            (ChangeKind.SPEAKER_ADDED, len(gained) > len(lost)),
            (ChangeKind.SPEAKER_REMOVED, len(lost) > len(gained)),
        )
        if told
    }


def _same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Compare an appearance with another: by the speaker's page, where one of them has none by the appearance.

    A page that becomes public or private is no other person; nor is a row that was deleted and written anew.
    """
    if one[1] and other[1]:
        return one[1] == other[1]
    return one[0] == other[0]


def significance(session: Session, conference: Conference) -> Significance:
    """Return what the session's SEQUENCE rises for. Raises ZoneInfoNotFoundError for an unknown zone."""
    moments = instants(session, conference.time_zone)
    attendance = effective_attendance(session, conference)
    return Significance(
        day=session.day,
        start=moments[0].astimezone(UTC) if moments else None,
        end=moments[1].astimezone(UTC) if moments else None,
        venue=_venue_code(session.room, attendance, conference),
        room=session.room,
        attendance=attendance,
        status=effective_status(session, conference),
    )


def edition_significance(conference: Conference) -> EditionSignificance:
    """Return what the SEQUENCE of the edition's own event rises for."""
    attendance = edition_attendance(conference)
    return EditionSignificance(
        start=conference.start,
        end=conference.end,
        venue=_venue_code("", attendance, conference),
        attendance=attendance,
        status=conference.status,
    )
