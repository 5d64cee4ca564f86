"""Pictures, documents and recordings, as a reader elsewhere can fetch them: absolute addresses, true sizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dvb_wagtail.core.vocabulary import RecordingStatus


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from the site's own media. `length` is in bytes; `type` a media type.

    `small` is the address of the same picture at `small_width` pixels, for lists; empty where it is no wider itself.
    """

    url: str
    type: str
    length: int
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""
    small: str = ""
    small_width: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file for download. `length` is in bytes, or None where the storage does not know it."""

    title: str
    url: str
    type: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording, promised or published. `url` is empty until it is published.

    `id` is its own among those of its session or edition, whatever is changed of it.
    """

    title: str
    url: str = ""
    service: str = ""
    status: RecordingStatus = RecordingStatus.PROMISED
    captioned: bool = False
    published: date | None = None
    id: str = ""
