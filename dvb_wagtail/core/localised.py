"""Records in one language, as formats take them: every name is filled in, every time is in the edition's zone.

What `localise.py` makes of the records of the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dvb_wagtail.core.article import Tag
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
    """One event of a programme. `start` and `end` are aware, in `time_zone`, or None while open."""

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
    track: str = ""
    themes: tuple[str, ...] = ()
    appearances: tuple[LocalisedAppearance, ...] = ()
    stream: str = ""
    stream_for_registered: bool = False
    spoken_language: SpokenLanguage | None = None
    captions: bool = False
    sign_interpreted: bool = False
    recordings: tuple[Recording, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalisedConference:
    """The edition itself as an event. `start` and `end` are its first and last day, both included."""

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


@dataclass(frozen=True, slots=True)
class LocalisedArticle:
    """`published` is UTC; `html` is sanitised, with absolute addresses."""

    id: str
    title: str
    language: str
    url: str
    lead: str
    html: str
    published: datetime
    stamp: Stamp
    writers: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    image: Image | None = None
