"""The formats that a subject is published in.

A format is two functions: `part` makes the bytes of one item, `wrap` a document of such parts. Every filtered document
is a `wrap` of the same parts, so parts can be kept. A new format is one file that registers a `Format`; a site adds
its own in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from dvb_wagtail.core.channel import Channel, Option, Options

Item = TypeVar("Item")


class Subject(StrEnum):
    """What a document is about, and so what its items are."""

    PROGRAMME = "programme"
    """LocalisedSession, and LocalisedConference for the edition itself. The channel has the edition."""
    CHANGES = "changes"
    """FeedItem, one for each change of a programme, the newest first."""
    RECORDINGS = "recordings"
    """FeedItem, one for each recording of a programme, the newest first."""
    SERIES = "series"
    """LocalisedConference, one for each edition, the newest first."""
    NEWS = "news"
    """FeedItem, one for each article, the newest first."""


@dataclass(frozen=True, slots=True)
class Format(Generic[Item]):
    """One way to write a subject.

    `name` and `extension` are the end of the document's address. `part` gives b"" for an item that the format has no
    room for; it may raise, and the document is then written without that item. `wrap` gets the items with their parts
    in order and only puts the parts together. Both are pure: the same arguments give the same bytes in every process.

    `options` are those that an address may ask for. `people`: whether the channel is to hold the edition's speakers.
    `schema` is the JSON Schema of the document, as text, if it has one: it is answered under `v1/schemas/`.

    `version` is raised whenever our bytes change; `library` names those that write them, with their versions. Together
    they stand in every cache key and validator.
    """

    subject: Subject
    name: str
    extension: str
    media_type: str
    part: Callable[[Item, Options], bytes]
    wrap: Callable[[Channel, Iterable[tuple[Item, bytes]], Options], bytes]
    version: int
    library: str = ""
    options: tuple[Option, ...] = ()
    people: bool = False
    schema: str = field(default="", repr=False)

    @property
    def file_name(self) -> str:
        """Return the last segment of the document's address, such as `programme.ics`."""
        return f"{self.name}.{self.extension}"

    @property
    def revision(self) -> str:
        """Return what changes whenever the same content would be written otherwise."""
        return f"{self.version} {self.library}".rstrip()


_formats: dict[tuple[Subject, str, str], Format[Any]] = {}


def register(new: Format[Item]) -> Format[Item]:
    """Make a format known and return it. Raises ValueError if another one has its address."""
    known = _formats.setdefault((new.subject, new.name, new.extension), new)
    if known != new:
        raise ValueError(f"{new.subject} has a {new.file_name} already")
    return new


def find(subjects: Iterable[Subject], name: str, extension: str) -> Format[Any] | None:
    """Return the format with this address among those of some subjects, or None if there is none."""
    found = (_formats.get((subject, name, extension)) for subject in subjects)
    return next((each for each in found if each is not None), None)


def formats_for(subject: Subject) -> tuple[Format[Any], ...]:
    """Return every format of a subject, in the order of registration."""
    return tuple(known for known in _formats.values() if known.subject is subject)
