"""Reads a schedule by the rules that EventFahrplan for Android read one by in July 2026.

It knows a session by its integer, a room by its name and a day by its date, and draws a day as columns: in each, a
session that begins before another has ended cuts that one off.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?")


@dataclass(frozen=True)
class Card:
    """A session as the app draws it. Moments are UTC; `links` is Markdown."""

    id: int
    guid: str
    title: str
    subtitle: str
    day: int
    date: str
    start: datetime
    end: datetime
    room: str
    track: str
    speakers: str
    links: str
    url: str


@dataclass
class Programme:
    title: str
    version: str
    zone: str
    days: dict[int, str]
    cards: dict[int, Card]
    rooms: list[str]

    def cut_off(self) -> set[int]:
        """Return the sessions that another one is drawn over, of those in one column of one day."""
        cut = set()
        for card in self.cards.values():
            column = [one for one in self.cards.values() if (one.room, one.date) == (card.room, card.date)]
            cut |= {card.id for one in column if one is not card and card.start <= one.start < card.end}
        return cut


def read(document: bytes) -> Programme:
    """Return what the app shows. Raises ValueError where it would show an error."""
    head: dict[str, str] = {}
    days: dict[int, str] = {}
    cards: dict[int, Card] = {}
    rooms: dict[str, int] = {}
    day, room = 0, ""
    for event, element in ElementTree.iterparse(io.BytesIO(document), events=("start", "end")):  # noqa: S314
        if event == "start" and element.tag == "day":
            if element.get("end") is None:
                raise ValueError("a day without an end")
            day = int(element.attrib["index"])
            days[day] = element.attrib["date"]
        elif event == "start" and element.tag == "room" and element.get("name") is not None:
            room = element.attrib["name"]
            rooms.setdefault(room, len(rooms))
        elif event == "end" and element.tag == "conference":
            head = {child.tag: child.text or "" for child in element}
        elif event == "end" and element.tag == "version":
            version = element.text or ""
        elif event == "end" and element.tag == "event":
            card = _card(element, day, days[day], room)
            cards[card.id] = card
    return Programme(head["title"], version, head["time_zone_name"], days, cards, list(rooms))


def _card(event: ElementTree.Element, day: int, date: str, room: str) -> Card:
    said = {child.tag: (child.text or "").strip() for child in event}
    if not CLOCK.fullmatch(said["start"]):
        raise ValueError(f"no time of day: {said['start']!r}")
    start = datetime.fromisoformat(said["date"]).astimezone(UTC)
    links = [_markdown(link.text or "", link.get("href")) for link in event.iter("link")]
    return Card(
        id=int(event.attrib["id"]),
        guid=event.attrib["guid"],
        title=said["title"],
        subtitle=said["subtitle"],
        day=day,
        date=date,
        start=start,
        end=start + _duration(said["duration"]),
        room=room,
        track=said["track"] or said["type"],
        speakers=";".join((person.text or "").strip() for person in event.iter("person")),
        links=",".join(links),
        url=said.get("url", ""),
    )


def _duration(text: str) -> timedelta:
    """Return minutes, hours and minutes, or days, hours and minutes, by the number of parts."""
    parts = [int(part) for part in text.split(":")]
    days, hours, minutes = (0,) * (3 - len(parts)) + tuple(parts)
    return timedelta(days=days, hours=hours, minutes=minutes)


def _markdown(title: str, href: str | None) -> str:
    address = title if href is None else href
    return f"[{title}]({address if '://' in address else f'http://{address}'})"
