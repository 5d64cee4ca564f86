"""`schedule.json`: a programme as c3voc's schedule in JSON (https://c3voc.de/schedule/schema.json).

A person has `name` here, and therefore no `id`: the schema takes one with both for neither of its two kinds. Where it
lets a text be null there is an empty one, since a reader that takes no null reads nothing of the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.formats import c3voc_sessions as sessions
from dvb_wagtail.formats.c3voc_rooms import Room
from dvb_wagtail.formats.c3voc_schedule import GENERATOR, TIMESLOT, Day, Entry, Item, Schedule, schedule
from dvb_wagtail.formats.json_parts import present, written
from dvb_wagtail.formats.registry import Format, Subject, register

SCHEMA = "https://c3voc.de/schedule/schema.json"

_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|.*UTC$")
"""The time zones that the schema takes. The others are said by the offset of each moment."""


def part(item: Item, options: Options) -> bytes:
    """Return a session's event, still without room and slug; b"" of the edition, and while its time is open."""
    times = sessions.times(item)
    if times is None or not isinstance(item, LocalisedSession):
        return b""
    words = options.words
    return written(
        {
            "guid": item.id,
            "code": item.code,
            "id": item.number,
            "date": times.start.isoformat(timespec="seconds"),
            "start": times.clock,
            "end": times.end.isoformat(timespec="seconds"),
            "duration": times.duration,
            "title": sessions.headline(item, words),
            "subtitle": sessions.subtitle(item, words),
            "type": words.kinds[item.kind],
            "track": item.track,
            "language": item.spoken_language or "",
            "abstract": item.abstract,
            "description": sessions.description(item, options),
            **present(url=sessions.web(item.url)),
            "persons": [
                {"guid": person.guid, "name": person.name, **present(code=person.code, url=person.url)}
                for person in sessions.persons(item)
            ],
            "links": [{"title": link.title, "url": link.url} for link in sessions.links(item, words)],
            "attachments": [{"title": file.title, "url": file.url} for file in sessions.attachments(item)],
        }
    )


def wrap(channel: Channel, parts: Iterable[tuple[Item, bytes]], options: Options) -> bytes:
    """Return a schedule of these events, people with pages with their portraits.

    Raises ValueError if the channel is of no edition.
    """
    found = schedule(channel, parts, options.words)
    portraits = {speaker.code: speaker.portrait.url for speaker in channel.speakers if speaker.portrait}
    conference = _conference(found, channel) | {"days": [_day(day, channel, portraits) for day in found.days]}
    return written(
        {
            "$schema": SCHEMA,
            "generator": {"name": GENERATOR},
            "schedule": {"version": found.version, "conference": conference},
        }
    )


def _conference(found: Schedule, channel: Channel) -> dict[str, Any]:
    edition = found.edition
    return {
        "acronym": edition.acronym,
        "title": found.title,
        "start": edition.start.isoformat(),
        "end": edition.end.isoformat(),
        "daysCount": len(found.days),
        "timeslot_duration": TIMESLOT,
        **present(
            time_zone_name=channel.time_zone if _ZONE.match(channel.time_zone) else "",
            description=channel.description,
            url=sessions.web(channel.url),
            keywords=[theme.name for theme in edition.themes if theme.name],
        ),
        "tracks": [{"name": track.name, **present(slug=sessions.slug(track.code))} for track in edition.tracks],
        "rooms": [_room(room) for room in found.rooms],
    }


def _room(room: Room) -> dict[str, Any]:
    return {
        "name": room.name,
        "guid": room.guid,
        **present(
            slug=sessions.slug(room.code),
            type="online" if room.online else "",
            capacity=room.capacity,
            description=room.description,
        ),
    }


def _day(day: Day, channel: Channel, portraits: Mapping[str, str]) -> dict[str, Any]:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.start.isoformat(timespec="seconds"),
        "day_end": day.end.isoformat(timespec="seconds"),
        "rooms": {
            room.name: [_event(entry, room, channel, portraits) for entry in entries] for room, entries in day.rooms
        },
    }


def _event(entry: Entry, room: Room, channel: Channel, portraits: Mapping[str, str]) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(entry.part) | {"room": room.name, "slug": entry.slug}
    # The schema asks for one, and a session can be without a page.
    event.setdefault("url", channel.url or channel.address)
    for person in event["persons"]:
        if avatar := portraits.get(person.get("code", "")):
            person["avatar"] = avatar
    return event


SCHEDULE_JSON = register(
    Format(
        subject=Subject.PROGRAMME,
        name="schedule",
        extension="json",
        media_type="application/json",
        part=part,
        wrap=wrap,
        version=1,
        people=True,
    )
)
