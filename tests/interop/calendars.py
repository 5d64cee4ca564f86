"""Calendars in several zones, with what any reader must find in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.formats.ical_description import describe_session
from tests.formats import factories
from tests.formats.documents import calendar
from tests.formats.hostile import HOSTILE

ZONES = [
    "Europe/Stockholm",
    "Europe/Dublin",
    "UTC",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "Asia/Kolkata",
    "Atlantic/Reykjavik",
    "Australia/Lord_Howe",
]


@dataclass(frozen=True)
class Reading:
    """What readers find in an event: instants in UTC or, for whole days, dates."""

    uid: str
    summary: str
    description: str
    location: str
    start: datetime | date
    end: datetime | date
    status: str


def expected(item: LocalisedSession) -> Reading:
    """Return what is to be found of a session, by what it says itself."""
    assert item.day is not None
    return Reading(
        uid=item.id,
        summary=item.title,
        description=describe_session(item, factories.SWEDISH),
        location=item.place.location,
        start=item.start.astimezone(UTC) if item.start else item.day,
        end=item.end.astimezone(UTC) if item.end else item.day + timedelta(days=1),
        status=item.status.upper(),
    )


def on_both_sides(zone_name: str) -> list[LocalisedSession]:
    """Return sessions in winter, in summer, past midnight, and around every change of the clock of 2026."""
    zone = ZoneInfo(zone_name)
    starts = [factories.local(2026, 1, 15, 9, 30, zone=zone), factories.local(2026, 7, 15, 9, 30, zone=zone)]
    starts.append(factories.local(2026, 12, 31, 23, 15, zone=zone))
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for day in (noon + timedelta(days=number) for number in range(365)):
        if day.astimezone(zone).utcoffset() != (day + timedelta(days=1)).astimezone(zone).utcoffset():
            starts += [(day + timedelta(hours=hours)).astimezone(zone) for hours in range(0, 25, 2)]
    timed = [
        factories.session(
            id=f"{zone_name}-{number}",
            day=start.date(),
            start=start,
            end=(start.astimezone(UTC) + timedelta(minutes=90)).astimezone(zone),
            time_zone=zone_name,
        )
        for number, start in enumerate(starts)
    ]
    return [*timed, factories.session(id="whole-day", day=date(2026, 3, 29), start=None, end=None, time_zone=zone_name)]


def hostile() -> list[LocalisedSession]:
    """Return sessions whose texts have broken a calendar somewhere."""
    sessions = []
    for name, raw in HOSTILE.items():
        line = clean_line(raw) or "-"
        place = replace(factories.PLACE, location=line)
        sessions.append(factories.session(id=name, title=line, abstract=clean_text(raw), place=place))
    return sessions


def written(items: list[LocalisedSession], zone: str = "Europe/Stockholm") -> str:
    """Return the calendar of these sessions."""
    first_year = min(item.day.year for item in items if item.day)
    channel = factories.programme(time_zone=zone, first_year=first_year)
    return calendar(*items, channel=channel).decode()
