"""Documents as icalendar reads them."""

from __future__ import annotations

from icalendar import Calendar, Event

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.formats import ical
from tests.formats import factories


def events(document: bytes) -> dict[str, Event]:
    """Return the events of a calendar by UID, in order."""
    return {str(event["UID"]): event for event in Calendar.from_ical(document).walk("VEVENT")}


def event_of(item: LocalisedSession | LocalisedConference, options: Options | None = None) -> Event:
    """Return the one event that an item makes."""
    component = Event.from_ical(ical.part(item, options or factories.options()))
    assert isinstance(component, Event)
    return component


def line(event: Event, name: str) -> str | None:
    """Return one property as its unfolded line, or None where the event has none."""
    lines = [one for one in event.content_lines() if one.split(":")[0].split(";")[0] == name]
    assert len(lines) <= 1
    return str(lines[0]) if lines else None
