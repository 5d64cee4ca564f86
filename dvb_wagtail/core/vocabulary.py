"""The closed vocabularies of the domain.

Their values stand in public addresses and documents (`?kind=keynote`), so they are never renamed or removed.
Names for readers are in `Words`, which delivery makes per language.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What kind of session it is. Breaks and meals are sessions too."""

    OPENING = "opening"
    KEYNOTE = "keynote"
    LECTURE = "lecture"
    PANEL = "panel"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    MINGLE = "mingle"
    BREAK = "break"
    LUNCH = "lunch"
    DINNER = "dinner"
    ENTERTAINMENT = "entertainment"
    REGISTRATION = "registration"
    CLOSING = "closing"
    OTHER = "other"


class SessionStatus(StrEnum):
    """RFC 5545 §3.8.1.11, in lower case."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class ConferenceStatus(StrEnum):
    """schema.org's EventStatusType."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED_ONLINE = "moved_online"


class Attendance(StrEnum):
    """schema.org's EventAttendanceModeEnumeration: on site, online or both."""

    ONSITE = "onsite"
    ONLINE = "online"
    MIXED = "mixed"


class Role(StrEnum):
    """What a person does in a session."""

    SPEAKER = "speaker"
    MODERATOR = "moderator"
    PANELLIST = "panellist"
    HOST = "host"
    PERFORMER = "performer"


class StreamAccess(StrEnum):
    """Who is told the address of a stream. One for the registered never leaves the database."""

    PUBLIC = "public"
    REGISTERED = "registered"


class RecordingStatus(StrEnum):
    PROMISED = "promised"
    PUBLISHED = "published"


class SpokenLanguage(StrEnum):
    """Languages that a session can be held in (ISO 639-1 where there is a code, else ISO 639-3).

    Swedish, English and the national minority languages first, then the neighbours' and the most spoken.
    """

    SWEDISH = "sv"
    ENGLISH = "en"
    NORTHERN_SAMI = "se"
    LULE_SAMI = "smj"
    UME_SAMI = "sju"
    SOUTHERN_SAMI = "sma"
    FINNISH = "fi"
    MEANKIELI = "fit"
    ROMANI = "rom"
    YIDDISH = "yi"
    SWEDISH_SIGN_LANGUAGE = "swl"
    NORWEGIAN = "no"
    DANISH = "da"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    ARABIC = "ar"
    SOMALI = "so"
    UKRAINIAN = "uk"


class Notice(StrEnum):
    """What a reader must see before the title of an event: cancelled, tentative, …"""

    NONE = ""
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    TENTATIVE = "tentative"
