"""What is over, and since when. Moments are aware; an edition's last day ends at midnight in its own zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.vocabulary import ConferenceStatus


def edition_ended(conference: Conference) -> datetime | None:
    """Return when an edition's last day is over; None for a draft without days, and for no edition at all."""
    return _midnight_after(conference.end, conference.time_zone) if conference.id and conference.end else None


def session_ended(shown: LocalisedSession, conference: Conference) -> datetime | None:
    """Return when a session ends: without times its day, without a day its edition; None where nothing is set."""
    if shown.end is not None:
        return shown.end
    return _midnight_after(shown.day, shown.time_zone) if shown.day else edition_ended(conference)


def is_over(ended: datetime | None, now: datetime) -> bool:
    return ended is not None and ended <= now


def takes_place(conference: Conference) -> bool:
    """Tell whether an edition is held on its days, or was: neither cancelled nor postponed."""
    return conference.status not in (ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED)


def _midnight_after(day: date, time_zone: str) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(time_zone))
