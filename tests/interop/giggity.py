"""Reads a schedule by the rules that Giggity for Android read one by in July 2026.

It tells formats apart by the first 1,024 characters, reads XML by SAX with no document type, and takes every element
for what its name says, wherever it stands. Times are java.time's.
"""

from __future__ import annotations

import io
import re
import xml.sax
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from xml.sax.handler import ContentHandler, LexicalHandler, property_lexical_handler
from xml.sax.xmlreader import AttributesImpl
from zoneinfo import ZoneInfo

SEEN = 1024
"""Characters by which it knows the format."""

CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
DAY_CHANGE = time(6)


class Refused(Exception):
    """Giggity shows an error instead of the schedule."""


@dataclass(frozen=True)
class Item:
    """A session as Giggity lists it. Moments are UTC."""

    guid: str
    id: str
    title: str
    subtitle: str
    start: datetime
    end: datetime
    room: str
    track: str
    language: str
    description: str
    web_link: str
    speakers: list[str]
    links: dict[str, str]


@dataclass
class App:
    """What Giggity has read: `rooms` in the order of its columns, `known` by both of the identities of an item."""

    title: str = ""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    rooms: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def known(self) -> dict[str, Item]:
        return {identity: item for item in self.items for identity in (item.guid, item.id)}


def clock(text: str) -> time:
    """Return a time of day as java.time reads `H:mm[:ss]`. Durations are read by it too."""
    match = CLOCK.fullmatch(text)
    if match is None:
        raise Refused(f"no time of day: {text!r}")
    try:
        return time(*(int(part or 0) for part in match.groups()))
    except ValueError as error:
        raise Refused(f"no time of day: {text!r}") from error


def read(document: bytes) -> App:
    """Return what Giggity makes of a document. Raises Refused where it shows an error."""
    head = document.decode()[:SEEN].lower()
    if "<schedule" not in head or "<conference" not in head:
        raise Refused("not known as a schedule")
    handler = Pentabarf()
    reader = xml.sax.make_parser()  # noqa: S317
    reader.setContentHandler(handler)
    reader.setProperty(property_lexical_handler, NoDocumentType())
    try:
        reader.parse(io.BytesIO(document))
    except xml.sax.SAXException as error:
        raise Refused(str(error)) from error
    if not handler.app.items:
        raise Refused("the schedule seems empty")
    return handler.app


class NoDocumentType(LexicalHandler):
    def startDTD(self, name: str, public_id: str | None, system_id: str | None) -> None:
        raise Refused("a document type")


class Pentabarf(ContentHandler):
    """Takes one event at a time apart."""

    def __init__(self) -> None:
        super().__init__()
        self.app = App()
        self.text = ""
        self.said: dict[str, str] | None = None
        self.day: date | None = None
        self.room = ""
        self.speakers: list[str] = []
        self.links: dict[str, str] = {}
        self.href = ""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        self.text = ""
        given = dict(attrs)
        if name in ("conference", "event"):
            self.said = {key: given[key] for key in ("id", "guid") if key in given}
            self.speakers, self.links = [], {}
        elif name == "day":
            if "date" not in given:
                raise Refused("a day without a date")
            self.day = date.fromisoformat(given["date"])
        elif name == "room" and "name" in given:
            self.room = given["name"]
            if self.room not in self.app.rooms:
                self.app.rooms.append(self.room)
        elif name == "link" and "href" in given:
            self.href = given["href"]
            self.links[self.href] = self.href

    def characters(self, content: str) -> None:
        self.text += content

    def endElement(self, name: str) -> None:
        text = self.text.strip()
        if name == "conference":
            self._end_conference()
        elif name == "event":
            self._end_event()
        elif name == "person":
            self.speakers.append(text)
        elif name == "link":
            if text:
                self.links[self.href] = text
        elif self.said is not None:
            self.said[name] = text

    def _end_conference(self) -> None:
        said = self.said or {}
        self.app.title = said.get("title", "")
        if "time_zone_name" in said:
            self.app.zone = ZoneInfo(said["time_zone_name"])

    def _end_event(self) -> None:
        said = self.said or {}
        self.said = None
        if not ("id" in said or "guid" in said) or not {"title", "duration"} <= said.keys():
            return
        start = self._start(said)
        lasts = clock(said["duration"])
        abstract, description = said.get("abstract", ""), said.get("description", "")
        self.app.items.append(
            Item(
                guid=said.get("guid", ""),
                id=said.get("id", ""),
                title=said["title"],
                subtitle=said.get("subtitle", ""),
                start=start.astimezone(UTC),
                end=(start.astimezone(UTC) + timedelta(hours=lasts.hour, minutes=lasts.minute)),
                room=self.room,
                track=said.get("track", ""),
                language=said.get("language", ""),
                description=f"{abstract}\n\n{description}".strip(),
                web_link=said.get("url", ""),
                speakers=self.speakers,
                links=self.links,
            )
        )

    def _start(self, said: dict[str, str]) -> datetime:
        """Return when it begins: by its date, or else by the clock on the day, after midnight before 6."""
        moment = datetime.fromisoformat(said["date"])
        if moment.tzinfo is None:
            raise Refused("a moment without an offset")
        by_clock = clock(said["start"])
        if (by_clock.hour, by_clock.minute) != (moment.hour, moment.minute):
            raise Refused("a start that is not that of its date")
        return moment.astimezone(self.app.zone)
