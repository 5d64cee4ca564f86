"""A conference series and its editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from dvb_wagtail.core.media import Image, Recording
from dvb_wagtail.core.places import Venue
from dvb_wagtail.core.tickets import Ticket
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus


@dataclass(frozen=True, slots=True)
class SeriesTexts:
    title: str
    url: str = ""
    motto: str = ""
    mission: str = ""
    organiser: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """All editions of a conference."""

    id: str
    key: str
    main_language: str
    texts: Mapping[str, SeriesTexts]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of an edition. `former`: no longer in use, kept so that old addresses answer."""

    code: str
    names: Mapping[str, str]
    former: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """A seminar track of an edition; a session is in at most one."""

    code: str
    names: Mapping[str, str]
    former: bool = False


@dataclass(frozen=True, slots=True)
class SharedRecording:
    """A recording of several sessions: of a whole track (its code), of those named (their identities), or both."""

    recording: Recording
    track: str = ""
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConferenceTexts:
    title: str
    url: str = ""
    theme: str = ""
    lead: str = ""
    audience: str = ""
    status_reason: str = ""
    organiser: str = ""
    """Its own, else its series'."""


@dataclass(frozen=True, slots=True)
class Conference:
    """One edition: facts once, texts by language.

    `start` and `end` are its first and last day; `start_time` and `end_time` wall-clock times in `time_zone`
    (an IANA name) on those days, or None while open.
    """

    id: str
    acronym: str
    main_language: str
    time_zone: str
    start: date
    end: date
    texts: Mapping[str, ConferenceTexts]
    start_time: time | None = None
    end_time: time | None = None
    series: str = ""
    number: int | None = None
    attendance: Attendance = Attendance.ONSITE
    status: ConferenceStatus = ConferenceStatus.SCHEDULED
    themes: tuple[Theme, ...] = ()
    tracks: tuple[Track, ...] = ()
    venues: tuple[Venue, ...] = ()
    image: Image | None = None
    hashtag: str = ""
    stream: str = ""
    recordings: tuple[SharedRecording, ...] = ()
    tickets: tuple[Ticket, ...] = ()
