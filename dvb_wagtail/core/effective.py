"""What holds for a session once its edition is taken into account: when, where, and whether it takes place at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus

HALTED = frozenset({ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED})
"""An edition that does not take place on its dates, nor does any of its sessions."""


def instants(session: Session, time_zone: str) -> tuple[datetime, datetime] | None:
    """Return start and end as aware datetimes in the edition's zone (an IANA name), or None while day or time is open.

    The start is always on the session's day; an end that is not after it is on the next day. An hour that occurs
    twice is the first of the two; one that is skipped is moved past the gap, as RFC 5545 §3.3.5 reads it. The end is
    always after the start: where the gap would turn them round, the session keeps its length instead.
    Raises ZoneInfoNotFoundError for an unknown zone.
    """
    if session.day is None or session.start is None or session.end is None:
        return None
    zone = ZoneInfo(time_zone)
    first = datetime.combine(session.day, session.start, zone)
    last_day = session.day if session.end > session.start else session.day + timedelta(days=1)
    last = datetime.combine(last_day, session.end, zone)
    start, end = _existing(first), _existing(last)
    return start, end if end > start else start + (last - first)


def edition_instants(conference: Conference) -> tuple[datetime | None, datetime | None]:
    """Return when an edition begins and ends, aware and in its zone; None for what is only known to the day.

    An end that is not after the beginning is none. Raises ZoneInfoNotFoundError for an unknown zone.
    """
    zone = ZoneInfo(conference.time_zone)
    start, end = (
        _existing(datetime.combine(day, clock, zone)) if clock else None
        for day, clock in ((conference.start, conference.start_time), (conference.end, conference.end_time))
    )
    return start, end if end and not (start and end <= start) else None


def _existing(moment: datetime) -> datetime:
    """Move a wall-clock time that a daylight-saving change skips to one that exists."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def effective_status(session: Session, conference: Conference) -> SessionStatus:
    """Return the session's status as attendees must hear it: a cancelled edition cancels each of its sessions.

    So does a postponed one: nobody should come on the old date, and RFC 5545 has no word for it.
    """
    if conference.status in HALTED:
        return SessionStatus.CANCELLED
    return session.status


def edition_attendance(conference: Conference) -> Attendance:
    """Return how one takes part in the edition as a whole."""
    return Attendance.ONLINE if conference.status is ConferenceStatus.MOVED_ONLINE else conference.attendance


def effective_attendance(session: Session, conference: Conference) -> Attendance:
    """Return how one takes part: an edition that moved online takes its sessions along."""
    if conference.status is ConferenceStatus.MOVED_ONLINE:
        return Attendance.ONLINE
    return session.attendance


def find_room(conference: Conference, code: str) -> tuple[Venue, Room] | None:
    """Return the venue and room of a permanent code, former ones included."""
    for venue in conference.venues:
        for room in venue.rooms:
            if room.code == code:
                return venue, room
    return None


def main_venue(conference: Conference) -> Venue | None:
    """Return the venue of a session without a room: the edition's first one in use."""
    return next((venue for venue in conference.venues if not venue.former), None)
