"""What a document is about and how it was asked for: handed to a format's `wrap`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dvb_wagtail.core.media import Image
from dvb_wagtail.core.words import Words


@dataclass(frozen=True, slots=True)
class Channel:
    """The head of a document, in one language.

    `address` is the document's own absolute, canonical address; `url` the page that people read. `changed` is UTC,
    when the public content last changed. `first_year` is where time zone rules begin.
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


@dataclass(frozen=True)
class Options:
    """How a document was asked for. `keep_cancelled`: cancelled events are written as confirmed, with their prefix."""

    words: Words
    keep_cancelled: bool = False

    @property
    def language(self) -> str:
        return self.words.language
