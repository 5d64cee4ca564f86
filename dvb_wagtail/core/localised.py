"""Records in one language, as formats take them: every name is filled in, every time is in the edition's zone.

What `localise.py` makes of the records of the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    Notice,
    Role,
    SessionStatus,
    SpokenLanguage,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The history of a record, all UTC. `sequence` as in RFC 5545 §3.8.7.4."""

    created: datetime
    changed: datetime
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class LocalisedAppearance:
    """A person in a session, as they were that day. `speaker` and `url` are empty without a public page."""

    name: str
    role: Role
    title: str = ""
    organisations: tuple[str, ...] = ()
    party: str = ""
    remote: bool = False
    speaker: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LocalisedSession:
    """One event of a programme. `start` and `end` are aware, in `time_zone`, or None while open.

    `number` is a positive integer, unique over all editions and kept for ever. `track_code` and `theme_codes` are the
    permanent codes of `track` and `themes`, in the same order. `moved_online`: the edition was, and took it along.
    """

    id: str
    code: str
    kind: Kind
    title: str
    language: str
    url: str
    abstract: str
    day: date | None
    start: datetime | None
    end: datetime | None
    time_zone: str
    status: SessionStatus
    notice: Notice
    reason: str
    attendance: Attendance
    place: Place
    stamp: Stamp
    number: int = 0
    track: str = ""
    track_code: str = ""
    themes: tuple[str, ...] = ()
    theme_codes: tuple[str, ...] = ()
    appearances: tuple[LocalisedAppearance, ...] = ()
    stream: str = ""
    stream_for_registered: bool = False
    moved_online: bool = False
    spoken_language: SpokenLanguage | None = None
    captions: bool = False
    sign_interpreted: bool = False
    recordings: tuple[Recording, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A track or theme of an edition: its permanent code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class LocalisedRoom:
    """A room. `stream` is a public address, or empty."""

    code: str
    name: str
    capacity: int | None = None
    stream: str = ""


@dataclass(frozen=True, slots=True)
class LocalisedVenue:
    """A house with the rooms in use. Position in decimal degrees (WGS 84)."""

    code: str
    name: str
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    accessibility: str = ""
    rooms: tuple[LocalisedRoom, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalisedSpeaker:
    """A person with a public page, at `url`."""

    code: str
    name: str
    language: str
    url: str
    title: str = ""
    organisation: str = ""
    portrait: Image | None = None


@dataclass(frozen=True, slots=True)
class LocalisedTicket:
    """A ticket. `price` is in `currency` (ISO 4217): 0 is free, None not decided.

    `on_sale_from` and `on_sale_until` are aware, in the edition's zone, or None where sales have no such limit.
    """

    code: str
    name: str
    includes: str = ""
    price: Decimal | None = None
    currency: str = ""
    vat_included: bool = False
    on_sale_from: datetime | None = None
    on_sale_until: datetime | None = None
    sold_out: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class LocalisedConference:
    """The edition itself as an event. `start` and `end` are its first and last day, both included.

    `starts` and `ends` are the moments on those days, aware and in `time_zone`, or None while open. `tracks`, `themes`
    and `venues` are those in use, in the editor's order; former ones are left out, and tickets without a name.
    """

    id: str
    acronym: str
    title: str
    language: str
    url: str
    lead: str
    start: date
    end: date
    time_zone: str
    status: ConferenceStatus
    notice: Notice
    reason: str
    attendance: Attendance
    place: Place
    stamp: Stamp
    theme: str = ""
    image: Image | None = None
    stream: str = ""
    hashtag: str = ""
    tracks: tuple[Named, ...] = ()
    themes: tuple[Named, ...] = ()
    venues: tuple[LocalisedVenue, ...] = ()
    starts: datetime | None = None
    ends: datetime | None = None
    organiser: str = ""
    tickets: tuple[LocalisedTicket, ...] = ()
