"""`programme.json`: a programme for programs, by a contract of our own (`schemas/programme.json`).

One request holds everything that another site shows of a programme. What people read is made here, in the language of
the document (`…_label`, `words`): browsers have no names of days in the Sámi languages or Meänkieli.

Every property is always there: what is not known is null, and a list may be empty. Properties are added, and none is
taken away or given another meaning, without another `version` at another address.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localised import (
    LocalisedConference,
    LocalisedSession,
    LocalisedSpeaker,
    LocalisedTicket,
    LocalisedVenue,
)
from dvb_wagtail.core.programme import ProgrammeDay, by_day
from dvb_wagtail.core.vocabulary import Attendance, Notice
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.json_parts import in_utc, joined, written
from dvb_wagtail.formats.programme_filters import filters
from dvb_wagtail.formats.programme_json_session import image_of, names_of, place_of, session_of
from dvb_wagtail.formats.registry import Format, Subject, register

VERSION: Final = 1
"""Raised only with the `v1` of the address."""

SCHEMA: Final = files("dvb_wagtail.formats").joinpath("schemas", "programme.json").read_text(encoding="utf-8")


def part(item: LocalisedSession | LocalisedConference, options: Options) -> bytes:
    """Return a session as an object; b"" of the edition itself, which the head of the document describes."""
    return b"" if isinstance(item, LocalisedConference) else written(session_of(item, options))


def wrap(
    channel: Channel, parts: Iterable[tuple[LocalisedSession | LocalisedConference, bytes]], options: Options
) -> bytes:
    """Return the document of an edition with these sessions, in the order in which its page shows them.

    Raises ValueError for a channel that has no edition.
    """
    if channel.edition is None:
        raise ValueError(f"{channel.address} is the programme of no edition")
    made = {item.id: (item, part) for item, part in parts if part and isinstance(item, LocalisedSession)}
    items = [item for item, _ in made.values()]
    days = by_day(items)
    words = options.words
    head = {
        "$schema": channel.schema or None,
        "version": VERSION,
        "address": channel.address,
        "url": channel.url or None,
        "title": channel.title,
        "language": channel.language,
        "updated": in_utc(channel.changed),
        "time_zone": channel.time_zone,
        "conference": _conference(channel.edition, words),
        "tracks": names_of((each.code, each.name) for each in channel.edition.tracks),
        "themes": names_of((each.code, each.name) for each in channel.edition.themes),
        "venues": [_venue(each) for each in channel.edition.venues],
        "days": [_day(each, words) for each in days],
        "filters": filters(items, channel.edition, words),
        "speakers": [_speaker(each) for each in channel.speakers],
        "alternates": [
            {"name": each.name, "address": each.address, "media_type": each.media_type} for each in channel.others
        ],
        "words": _words(words),
    }
    return joined(head, "sessions", (made[session.id][1] for day in days for session in day.sessions))


def _conference(edition: LocalisedConference, words: Words) -> dict[str, Any]:
    return {
        "id": edition.id,
        "acronym": edition.acronym,
        "url": edition.url or None,
        "title": edition.title,
        "language": edition.language,
        "lead": edition.lead or None,
        "theme": edition.theme or None,
        "start": edition.start.isoformat(),
        "end": edition.end.isoformat(),
        "starts_at": edition.starts.isoformat() if edition.starts else None,
        "ends_at": edition.ends.isoformat() if edition.ends else None,
        "days_label": words.span(edition.start, edition.end),
        "status": edition.status,
        "status_label": words.statuses[edition.status] or None,
        "reason": edition.reason or None,
        "attendance": edition.attendance,
        "attendance_label": words.attendances[edition.attendance],
        "place": place_of(edition.place),
        "image": image_of(edition.image),
        "stream": edition.stream or None,
        "hashtag": edition.hashtag or None,
        "organiser": edition.organiser or None,
        "tickets": [_ticket(each) for each in edition.tickets],
        "created": in_utc(edition.stamp.created),
        "updated": in_utc(edition.stamp.changed),
        "sequence": edition.stamp.sequence,
    }


def _ticket(ticket: LocalisedTicket) -> dict[str, Any]:
    return {
        "code": ticket.code,
        "name": ticket.name,
        "includes": ticket.includes or None,
        "price": None if ticket.price is None else f"{ticket.price:f}",
        "currency": ticket.currency or None,
        "vat_included": ticket.vat_included,
        "on_sale_from": ticket.on_sale_from.isoformat() if ticket.on_sale_from else None,
        "on_sale_until": ticket.on_sale_until.isoformat() if ticket.on_sale_until else None,
        "sold_out": ticket.sold_out,
        "url": ticket.address or None,
    }


def _venue(venue: LocalisedVenue) -> dict[str, Any]:
    return {
        "code": venue.code,
        "name": venue.name,
        "address": venue.address or None,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "accessibility": venue.accessibility or None,
        "rooms": [
            {"code": room.code, "name": room.name, "capacity": room.capacity, "stream": room.stream or None}
            for room in venue.rooms
        ],
    }


def _day(day: ProgrammeDay, words: Words) -> dict[str, Any]:
    return {
        "date": day.day.isoformat() if day.day else None,
        "label": words.long_day(day.day) if day.day else words.day_open,
        "count": len(day.sessions),
    }


def _speaker(speaker: LocalisedSpeaker) -> dict[str, Any]:
    return {
        "code": speaker.code,
        "url": speaker.url or None,
        "name": speaker.name,
        "language": speaker.language,
        "title": speaker.title or None,
        "organisation": speaker.organisation or None,
        "portrait": image_of(speaker.portrait),
    }


def _words(words: Words) -> dict[str, str]:
    """Return the words that are needed round the sessions; those in braces are filled in by who shows them."""
    return {
        **words.interface,
        "onsite": words.attendances[Attendance.ONSITE],
        "online": words.attendances[Attendance.ONLINE],
        "mixed": words.attendances[Attendance.MIXED],
        "cancelled": words.notices[Notice.CANCELLED],
        "postponed": words.notices[Notice.POSTPONED],
        "tentative": words.notices[Notice.TENTATIVE],
        "reason": words.reason,
        "day_open": words.day_open,
        "time_open": words.time_open,
        "place_open": words.place_open,
        "taking_part": words.speakers,
        "over_link": words.via_link,
        "watch": words.watch,
        "stream_for_registered": words.stream_for_registered,
        "in_language": words.in_language,
        "read_more": words.more,
    }


PROGRAMME_JSON = register(
    Format(
        subject=Subject.PROGRAMME,
        name="programme",
        extension="json",
        media_type="application/json",
        part=part,
        wrap=wrap,
        version=1,
        people=True,
        schema=SCHEMA,
    )
)
