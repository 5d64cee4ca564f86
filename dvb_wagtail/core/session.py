"""A session: one item of an edition's programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.people import Appearance
from dvb_wagtail.core.vocabulary import Attendance, Kind, SessionStatus, SpokenLanguage, StreamAccess


@dataclass(frozen=True, slots=True)
class SessionTexts:
    title: str
    url: str = ""
    abstract: str = ""
    status_reason: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """Facts once, texts by language.

    `day` is the programme day that the editor chose, or None while open. `start` and `end` are wall-clock times in
    the edition's zone, both or neither; an `end` that is not after `start` is on the next day. Room, track and
    themes are permanent codes, whose names are in the edition. `stream` is only ever a public address.
    """

    id: str
    code: str
    kind: Kind
    texts: Mapping[str, SessionTexts]
    day: date | None = None
    start: time | None = None
    end: time | None = None
    status: SessionStatus = SessionStatus.CONFIRMED
    attendance: Attendance = Attendance.ONSITE
    room: str = ""
    track: str = ""
    themes: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()
    language: SpokenLanguage | None = None
    stream: str = ""
    stream_access: StreamAccess = StreamAccess.PUBLIC
    has_stream: bool = False
    captions: bool = False
    sign_interpreted: bool = False
    appearances: tuple[Appearance, ...] = ()
    recordings: tuple[Recording, ...] = ()
    documents: tuple[Document, ...] = ()
