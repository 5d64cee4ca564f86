"""A session as c3voc's schedule has it, in XML and JSON alike.

The schemas know no status, no role of a person and no language of a text: what apps have no field for stands in
words, where they show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedConference, LocalisedSession
from dvb_wagtail.core.vocabulary import SessionStatus
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.ical_description import person_line

LONGEST = timedelta(hours=23, minutes=59)
"""Giggity up to 2026 takes a duration for a time of day, and refuses the whole file for one of 24 hours.

https://github.com/Wilm0r/giggity/issues/521
"""

_SLUG = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")
"""What both schemas take for a slug."""

_IDENTITIES = UUID("b3c0c1a5-6f0e-4d52-9a0e-5d7d1a6f3c84")


@dataclass(frozen=True, slots=True)
class Times:
    """The programme day of a session, and its start and end, aware, in the edition's zone."""

    day: date
    start: datetime
    end: datetime

    @property
    def duration(self) -> str:
        """How long it really lasts, clocks put forward or back included, as `HH:MM`.

        Never in three parts, which one app reads as days, hours and minutes and another as hours, minutes and seconds.
        """
        lasts = min(self.end.astimezone(UTC) - self.start.astimezone(UTC), LONGEST)
        hours, minutes = divmod(max(round(lasts.total_seconds() / 60), 1), 60)
        return f"{hours:02}:{minutes:02}"

    @property
    def clock(self) -> str:
        """When it starts, as `HH:MM`."""
        return f"{self.start:%H:%M}"


@dataclass(frozen=True, slots=True)
class Link:
    """Something to open. `title` is never empty: apps show nothing else."""

    url: str
    title: str
    service: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a session. `guid` is for ever the same for one with a page; `code` and `url` are empty without."""

    guid: str
    name: str
    code: str = ""
    url: str = ""

    @property
    def number(self) -> int:
        """A positive integer of 31 bits, for apps that tell people apart by one."""
        return (UUID(self.guid).int >> 97) or 1


def guid(*parts: str) -> str:
    """Return the permanent identity of something that is named by these, which no editor changes."""
    return str(uuid5(_IDENTITIES, "/".join(parts)))


def times(item: LocalisedSession | LocalisedConference) -> Times | None:
    """Return when a session is held, or None while its day or time is open: no app could place it."""
    if isinstance(item, LocalisedConference) or not (item.day and item.start and item.end):
        return None
    return Times(item.day, item.start, item.end)


def headline(item: LocalisedSession | LocalisedConference, words: Words, title: str = "") -> str:
    """Return the title, or the one that stands for it, after what a reader must see first, such as "Inställt"."""
    notice = words.notices[item.notice]
    title = title or item.title
    return words.titled.format(notice=notice, title=title) if notice else title


def subtitle(item: LocalisedSession, words: Words) -> str:
    """Return why a session is not as announced, which apps show under its title; else nothing."""
    return words.reason.format(reason=item.reason) if item.reason else ""


def description(item: LocalisedSession, options: Options) -> str:
    """Return what is said beside the abstract: who does what, how to watch, and in which language the texts are.

    Apps read it as Markdown, where lines run together unless they are those of a list.
    """
    words = options.words
    people = "\n".join(
        f"- {words.roles[shown.role]}: {person_line(shown, words)}" for shown in item.appearances if shown.name
    )
    sent = item.stream_for_registered and item.status is not SessionStatus.CANCELLED
    foreign = words.languages.get(item.language, item.language) if item.language != options.language else ""
    paragraphs = (
        f"{words.speakers}:\n\n{people}" if people else "",
        words.stream_for_registered if sent else "",
        words.in_language.format(language=foreign) if foreign else "",
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def persons(item: LocalisedSession) -> Iterator[Person]:
    """Yield the people in a session. One without a page is the same person in no other session, as far as we know."""
    for shown in item.appearances:
        if shown.name:
            yield _person(shown, item)


def _person(shown: LocalisedAppearance, item: LocalisedSession) -> Person:
    named = guid("speaker", shown.speaker) if shown.speaker else guid("session", item.id, shown.name)
    return Person(named, shown.name, shown.speaker, web(shown.url))


def links(item: LocalisedSession, words: Words) -> Iterator[Link]:
    """Yield the public stream, unless there will be nothing to see, and the recordings that are published."""
    if item.stream and item.status is not SessionStatus.CANCELLED and web(item.stream):
        yield Link(item.stream, words.watch)
    for recording in item.recordings:
        if web(recording.url):
            yield Link(recording.url, recording.title or item.title or recording.url, recording.service)


def attachments(item: LocalisedSession) -> Iterator[Link]:
    """Yield the documents of a session."""
    for document in item.documents:
        if web(document.url):
            yield Link(document.url, document.title or item.title or document.url)


def web(address: str) -> str:
    """Return the address if it is one of the web, the only kind that the schemas take; else nothing."""
    return address if address.startswith(("http://", "https://")) else ""


def slug(code: str) -> str:
    """Return a permanent code if the schemas take it for a slug, else nothing."""
    return code if _SLUG.fullmatch(code) else ""
