"""Programme changes as editors see them: what will be said in each language, when, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import swapper
from cattrs import BaseValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from dvb_wagtail.core import serial
from dvb_wagtail.core.change_items import localise_change
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication.records.changes import Sessions, change_of, public_sessions
from dvb_wagtail.publication.tables import GoneReason, ProgrammeChange, PublishedConference, PublishedSession


class State(StrEnum):
    """Where a change is on its way to attendees."""

    WAITING = "waiting"
    HELD = "held"
    TOLD = "told"
    SILENT = "silent"
    """Of what is private nothing is said, whatever else holds."""


STATES = {
    State.WAITING: _("Waits"),
    State.HELD: _("Held"),
    State.TOLD: _("Sent"),
    State.SILENT: _("Private: nothing is said"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A change in one language, title and text."""

    language: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """A change in a list. `page` is the session's or edition's page, None if there is none any more.

    `when` is when it was told, or will be if nothing more happens and nobody holds it. `said` is empty where nothing
    will be said. `noted`: whether it has the editor's words.
    """

    number: int
    conference: str
    title: str
    page: int | None
    said: tuple[Said, ...]
    state: State
    when: datetime
    noted: bool
    may_note: bool

    @property
    def label(self) -> Any:
        return STATES[self.state]

    @property
    def may_hold(self) -> bool:
        return self.state is State.WAITING

    @property
    def may_release(self) -> bool:
        return self.state is State.HELD

    @property
    def may_send(self) -> bool:
        return self.state in (State.WAITING, State.HELD)


def editable_conferences(user: Any) -> QuerySet[PublishedConference]:
    """Return the public editions of which the user may edit a page."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return PublishedConference.objects.filter(gone_at=None, identity__in=pages.values("translation_key"))


def conference_title(row: PublishedConference, language: str) -> str:
    """Return an edition's title in a language, else in its main one."""
    conference = serial.load(row.document, Conference)
    return in_language(conference.texts, language, conference.main_language)[1].title


def announcements(rows: Iterable[ProgrammeChange], now: datetime, language: str) -> list[Announcement]:
    """Return rows, each with its `conference`, as `language` (the editor's) shows them. Three queries, none without."""
    rows = list(rows)
    identities = {row.identity for row in rows}
    if not identities:
        return []
    sessions, pages = public_sessions(rows), _pages(identities)
    private = PublishedSession.objects.filter(identity__in=identities, gone_reason=GoneReason.PRIVATE)
    silent = set(private.values_list("identity", flat=True))
    return [
        _announcement(row, now, language, sessions, pages.get(row.identity), silent=row.identity in silent)
        for row in rows
    ]


def languages(conference: Conference) -> list[str]:
    """Return the languages that an edition is public in, its main one first."""
    return sorted(conference.texts, key=lambda language: (language != conference.main_language, language))


def _announcement(
    row: ProgrammeChange, now: datetime, language: str, sessions: Sessions, page: Any, *, silent: bool
) -> Announcement:
    conference = serial.load(row.conference.document, Conference)
    of_edition = row.identity == row.conference.identity
    if silent:
        state = State.SILENT
    elif row.held:
        state = State.HELD
    else:
        state = State.TOLD if row.visible_at <= now else State.WAITING
    return Announcement(
        number=row.pk,
        conference=in_language(conference.texts, language, conference.main_language)[1].title,
        title=page.title if page else "",
        page=page.pk if page else None,
        said=() if silent else _said(row, conference, sessions),
        state=state,
        when=row.visible_at,
        noted=bool(row.note),
        may_note=of_edition or (row.conference_id, row.identity) in sessions,
    )


def _said(row: ProgrammeChange, conference: Conference, sessions: Sessions) -> tuple[Said, ...]:
    """Return what is said in each language; nothing if another version wrote what this one cannot read."""
    try:
        change = change_of(row, conference.id, sessions)
    except (BaseValidationError, ValueError):
        return ()
    items = [(language, localise_change(change, conference, words(language))) for language in languages(conference)]
    return tuple(Said(language, item.title, item.lead) for language, item in items if item)


def _pages(identities: Iterable[UUID]) -> dict[UUID, Any]:
    """Return the page of each identity that was written first. One query."""
    found = swapper.load_model("wagtailcore", "Page").objects.filter(translation_key__in=identities).order_by("-pk")
    return {page.translation_key: page for page in found.only("title", "translation_key")}
