"""`programme.ics`: a programme as iCalendar (RFC 5545, with RFC 7986), for subscription and for download.

No METHOD: RFC 5546 would then ask for an ORGANIZER in every event. No UID of the calendar: vdirsyncer then keeps one
event of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from importlib.metadata import version
from zlib import crc32

from icalendar import Calendar, vDuration, vUri

from dvb_wagtail.core.channel import Channel, Option, Options
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.formats.ical_event import conference_event, session_event
from dvb_wagtail.formats.ical_lines import serialise
from dvb_wagtail.formats.ical_rich import enrich
from dvb_wagtail.formats.ical_values import UTC_NAMES, Text, in_utc, uri
from dvb_wagtail.formats.registry import Format, Subject, register
from dvb_wagtail.formats.vtimezone import vtimezone

PRODID = "-//dvb-wagtail//Programme//EN"
"""What wrote the file. Without a version: it would change every document at each release."""

REFRESH = timedelta(hours=1)
"""How often clients are asked to look again. Thunderbird and classic Outlook do; Google and Apple decide themselves."""

COLORS = ("teal", "steelblue", "darkorange", "seagreen", "mediumpurple", "crimson", "goldenrod", "slategray")
"""Names of CSS3, as RFC 7986 §5.9 asks; dark and light enough for text of either kind."""

_END = b"END:VCALENDAR\r\n"


def part(item: LocalisedSession | LocalisedConference, options: Options) -> bytes:
    """Return an item's VEVENT, or b"" for a session whose day is open."""
    event = conference_event(item, options) if isinstance(item, LocalisedConference) else session_event(item, options)
    if event is None:
        return b""
    if options.rich:
        enrich(event, item, options.words)
    return serialise(event)


def wrap(
    channel: Channel,
    parts: Iterable[tuple[LocalisedSession | LocalisedConference, bytes]],
    options: Options,
) -> bytes:
    """Return a calendar of these events, all in the channel's time zone.

    An empty one holds the time zone, since RFC 5545 §3.6 asks for a component. Only the parts are looked at, not the
    items.
    """
    events = b"".join(event for _, event in parts)
    head = serialise(_calendar(channel)).removesuffix(_END)
    zone = b"" if events and channel.time_zone in UTC_NAMES else vtimezone(channel.time_zone, channel.first_year)
    return b"".join((head, zone, events, _END))


def _calendar(channel: Channel) -> Calendar:
    """Return the calendar without its components. Old and new names of a property: no client knows all of them."""
    calendar = Calendar()
    calendar["VERSION"] = Text("2.0")
    calendar["PRODID"] = Text(PRODID)
    if channel.title:
        calendar["NAME"] = calendar["X-WR-CALNAME"] = Text(channel.title)
    if channel.description:
        calendar["DESCRIPTION"] = calendar["X-WR-CALDESC"] = Text(channel.description)
    calendar["COLOR"] = Text(COLORS[crc32(channel.id.encode()) % len(COLORS)])
    calendar["REFRESH-INTERVAL"] = vDuration(REFRESH, params={"VALUE": "DURATION"})
    calendar["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    calendar["X-WR-TIMEZONE"] = Text(channel.time_zone)
    calendar["LAST-MODIFIED"] = in_utc(channel.changed)
    if channel.address:
        calendar["SOURCE"] = uri(channel.address)
    if channel.url:
        calendar["URL"] = vUri(channel.url)
    return calendar


ICALENDAR = register(
    Format(
        subject=Subject.PROGRAMME,
        name="programme",
        extension="ics",
        media_type="text/calendar; charset=utf-8",
        part=part,
        wrap=wrap,
        version=1,
        library=f"icalendar {version('icalendar')}",
        options=(Option.KEEP_CANCELLED, Option.RICH),
    )
)

ALL_EDITIONS = register(replace(ICALENDAR, subject=Subject.SERIES, name="conferences"))
"""Every edition of a series, past and announced, as events of whole days."""
