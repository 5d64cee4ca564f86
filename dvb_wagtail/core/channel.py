"""What a document is about and how it was asked for: handed to a format's `wrap`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dvb_wagtail.core.localised import LocalisedConference, LocalisedSpeaker
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.words import Words


class Option(StrEnum):
    """What an address may ask of a format that takes it: a parameter and its one value."""

    KEEP_CANCELLED = "cancelled=keep"
    """Cancelled events are written as confirmed, with their prefix: Google Calendar drops what is cancelled."""
    RICH = "detail=rich"
    """What most clients do not know is written too."""

    @property
    def parameter(self) -> str:
        return self.value.partition("=")[0]

    @property
    def asked(self) -> str:
        """Return the value that turns it on."""
        return self.value.partition("=")[2]


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """Another document of the same, at its absolute address: `programme.ics` beside `programme.json`."""

    name: str
    address: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Channel:
    """The head of a document, in one language.

    `address` is the document's own absolute, canonical address; `url` the page that people read. `changed` is UTC,
    when the public content last changed. `first_year` is where time zone rules begin. `edition` is the edition that a
    programme is of; `speakers` the people with pages who appear in it, only for a format that asks for them.
    `schema` is the address of the document's JSON Schema, if it has one.
    """

    id: str
    title: str
    address: str
    url: str
    language: str
    changed: datetime
    description: str = ""
    time_zone: str = "UTC"
    first_year: int = 1970
    image: Image | None = None
    rights: str = ""
    author: str = ""
    edition: LocalisedConference | None = None
    speakers: tuple[LocalisedSpeaker, ...] = ()
    others: tuple[OtherDocument, ...] = ()
    schema: str = ""


@dataclass(frozen=True)
class Options:
    """How a document was asked for.

    `calendars` is where each session has a calendar file of its own: an absolute address with `{code}` for its code.
    """

    words: Words
    asked: frozenset[Option] = frozenset()
    calendars: str = ""

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def keep_cancelled(self) -> bool:
        return Option.KEEP_CANCELLED in self.asked

    def calendar_of(self, code: str) -> str:
        """Return the address of a session's own calendar file; "" where that is not known."""
        return self.calendars.replace("{code}", code)

    @property
    def rich(self) -> bool:
        return Option.RICH in self.asked
