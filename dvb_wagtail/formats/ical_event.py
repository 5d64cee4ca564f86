"""Events: a session, and the edition itself.

Each property is set to an explicit value type; icalendar's convenience properties leave some unescaped, and its `new`
invents identities and dates. Never ORGANIZER or ATTENDEE: clients would take the event for an invitation.
"""

from __future__ import annotations

from datetime import date, timedelta

from icalendar import Event, vDate, vInt, vUri

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.core.vocabulary import ConferenceStatus, SessionStatus
from dvb_wagtail.formats.ical_description import describe_conference, describe_session
from dvb_wagtail.formats.ical_values import Categories, Text, in_utc, period, position, text, uri

_CANCELLED_EDITIONS = (ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED)


def session_event(item: LocalisedSession, options: Options) -> Event | None:
    """Return the event of a session, or None while its day is open. While its time is open it fills its day."""
    if item.day is None:
        return None
    event = _event(item, describe_session(item, options.words), options)
    cancelled = item.status is SessionStatus.CANCELLED
    if item.start is not None and item.end is not None:
        event["DTSTART"], event["DTEND"] = period(item.start, item.end, item.time_zone)
        _set_status(event, item.status, transparent=cancelled, options=options)
    else:
        _set_days(event, item.day, item.day)
        # A day whose hours are unknown must not block the attendee's calendar.
        _set_status(event, item.status, transparent=True, options=options)
    categories = [item.track, *item.themes, options.words.kinds[item.kind]]
    event["CATEGORIES"] = Categories(name for name in categories if name)
    if item.stream and not cancelled:
        _set_stream(event, item.stream, options)
    return event


def conference_event(item: LocalisedConference, options: Options) -> Event:
    """Return the edition as an event of whole days that blocks nobody's calendar."""
    event = _event(item, describe_conference(item, options.words), options)
    _set_days(event, item.start, item.end)
    # RFC 5545 has no word for what is postponed; nobody should come on the old date.
    cancelled = item.status in _CANCELLED_EDITIONS
    _set_status(
        event,
        SessionStatus.CANCELLED if cancelled else SessionStatus.CONFIRMED,
        transparent=True,
        options=options,
    )
    if item.image:
        event["IMAGE"] = uri(item.image.url, FMTTYPE=item.image.type, DISPLAY="FULLSIZE")
    if item.stream and not cancelled:
        _set_stream(event, item.stream, options)
    return event


def _event(item: LocalisedSession | LocalisedConference, description: str, options: Options) -> Event:
    """Return what every event has. Times of changes are those of the record, so that bytes move only with it."""
    words = options.words
    language = item.language if item.language != options.language else ""
    event = Event()
    event["UID"] = Text(item.id)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = in_utc(item.stamp.changed)
    event["CREATED"] = in_utc(item.stamp.created)
    event["SEQUENCE"] = vInt(item.stamp.sequence)
    notice = words.notices[item.notice] if item.notice else ""
    event["SUMMARY"] = text(words.titled.format(notice=notice, title=item.title) if notice else item.title, language)
    if description:
        event["DESCRIPTION"] = text(description, language)
    # Giggity and others drop an event that has none.
    event["LOCATION"] = Text(item.place.location or words.place_open)
    if found := position(item.place.latitude, item.place.longitude):
        event["GEO"] = found
    if item.url:
        event["URL"] = vUri(item.url)
    return event


def _set_days(event: Event, first: date, last: date) -> None:
    """Set whole days. The end is the day after the last (RFC 5545 §3.6.1), given for a single day too."""
    event["DTSTART"] = vDate(first, params={"VALUE": "DATE"})
    event["DTEND"] = vDate(last + timedelta(days=1), params={"VALUE": "DATE"})


def _set_status(event: Event, status: SessionStatus, *, transparent: bool, options: Options) -> None:
    """Set STATUS and whether the time is taken. Google removes what is cancelled; `keep_cancelled` makes it stay."""
    kept = status is SessionStatus.CANCELLED and options.keep_cancelled
    event["STATUS"] = Text((SessionStatus.CONFIRMED if kept else status).upper())
    event["TRANSP"] = Text("TRANSPARENT" if transparent else "OPAQUE")


def _set_stream(event: Event, address: str, options: Options) -> None:
    """Set CONFERENCE (RFC 7986 §5.11)."""
    event["CONFERENCE"] = uri(address, FEATURE=["AUDIO", "VIDEO"], LABEL=options.words.watch)
