"""Sessions: their pages against their rows, a batch at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch

from dvb_wagtail.core import serial
from dvb_wagtail.core.changes import Snapshot, significance, snapshot
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.effective import instants
from dvb_wagtail.core.scope import facets
from dvb_wagtail.core.session import Session
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.indexed import IndexedSession
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.publication import changes, codes
from dvb_wagtail.publication.context import Difference, Run, stored
from dvb_wagtail.publication.pages import ChannelMap, Versions, read_versions
from dvb_wagtail.publication.projection.people import PublicSpeakers, are_public
from dvb_wagtail.publication.projection.sessions import project_session
from dvb_wagtail.publication.tables import GoneReason, PublishedConference, PublishedSession, SessionFacet
from dvb_wagtail.publication.writing import Batch

KIND = "session"


@dataclass(frozen=True, slots=True)
class Projected:
    """A session as it is to be stored, with all that is derived from it and its edition."""

    session: Session
    moments: tuple[datetime, datetime] | None
    significance: dict[str, Any]
    snapshot: Snapshot
    facets: frozenset[tuple[str, str]]


class SessionReconciler:
    """Writes sessions. Conferences and speakers must have been written before it in the same run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._map = ChannelMap.read(ConferenceMixin, PublishedConference, run.surroundings)
        self._conferences: dict[int, tuple[PublishedConference, Conference | None]] = {}
        self._withdrawn: list[UUID] = []

    def reconcile(self, identities: Collection[UUID]) -> None:
        """Write the sessions of these identities. The number of queries does not grow with theirs."""
        found = read_versions(IndexedSession, identities, self._run.surroundings, with_related=_with_appearances)
        rows = PublishedSession.objects.filter(identity__in=identities).order_by("pk")
        by_identity = {row.identity: row for row in rows}
        channels = {versions.identity: self._run.place(versions, self._map) for versions in found.values()}
        public = [versions for versions in found.values() if versions.public]
        session_codes = {identity: row.code for identity, row in by_identity.items()}
        new = [versions.identity for versions in public if versions.identity not in session_codes]
        session_codes |= codes.codes_of(KIND, new)
        speakers = PublicSpeakers(
            {
                appearance.speaker_id: appearance.speaker_key
                for versions in public
                for page in versions.public.values()
                for appearance in _appearances(page)
                if appearance.speaker_id
            }
        )
        batch = Batch(PublishedSession, SessionFacet, "session")
        for identity in dict.fromkeys([*by_identity, *found]):
            versions = found.get(identity) or Versions(identity, [], {})
            row, channel = by_identity.get(identity), channels.get(identity)
            if channel is not None:
                self._write(versions, row, channel, session_codes[identity], speakers, batch)
            elif row is not None:
                self._withdraw(row, versions, batch)
        batch.save()
        changes.forget_notes(self._withdrawn)
        self._withdrawn.clear()

    def _conference(self, pk: int) -> tuple[PublishedConference, Conference | None]:
        if pk not in self._conferences:
            row = PublishedConference.objects.get(pk=pk)
            row = self._run.touched.get((PublishedConference, pk), row)  # type: ignore[assignment]
            self._conferences[pk] = row, stored(row.document, Conference)
        return self._conferences[pk]

    def _write(
        self,
        versions: Versions,
        row: PublishedSession | None,
        channel: int,
        code: str,
        speakers: PublicSpeakers,
        batch: Batch,
    ) -> None:
        run = self._run
        conference_row, conference = self._conference(channel)
        projected = run.read(versions, lambda: self._project(versions, code, conference, speakers))
        if projected is None:
            if row is not None and not self._may_stay(row, versions):
                self._withdraw(row, versions, batch)
            return
        if row is None:
            row = PublishedSession(identity=versions.identity, code=code, created=run.now, changed=run.now)
        moved_from = row.conference_id if row.conference_id not in (None, conference_row.pk) else None
        before = self._known(row, conference_row)
        was_public = row.pk is not None and row.gone_at is None
        must_save = run.settle(row, projected.session)
        if row.significance != projected.significance:
            if not must_save:
                run.note(Difference.STALE, row)
            row.sequence += 1 if row.significance else 0
            row.significance, row.changed, must_save = projected.significance, run.now, True
        if not must_save and not moved_from:
            return
        if moved_from:
            left, _conference = self._conference(moved_from)
            if was_public:
                changes.record(run, left, row.identity, before, None)
            before = None
            run.touch(left)
        changes.record(run, conference_row, row.identity, before, projected.snapshot)
        row.conference_id = conference_row.pk
        row.day = projected.session.day
        row.start, row.end = projected.moments or (None, None)
        row.snapshot = serial.dump(projected.snapshot)
        batch.add(row, projected.facets)
        run.touch(conference_row)

    def _project(
        self, versions: Versions, code: str, conference: Conference | None, speakers: PublicSpeakers
    ) -> Projected:
        if conference is None:
            raise ValueError("Its edition cannot be read.")
        session = project_session(versions, code, conference.main_language, self._run.surroundings, speakers)
        return Projected(
            session,
            instants(session, conference.time_zone),
            serial.dump(significance(session, conference)),
            snapshot(session, conference),
            facets(session, conference),
        )

    def _known(self, row: PublishedSession, conference: PublishedConference) -> Snapshot | None:
        """Return what attendees know of the session; None if they have not heard of it, or not in this programme."""
        last = stored(row.snapshot, Snapshot)
        if last is None or row.gone_at is None or row.conference_id != conference.pk:
            return last
        return changes.known_while_gone(conference, row, last)

    def _may_stay(self, row: PublishedSession, versions: Versions) -> bool:
        """Tell whether a session that cannot be read can stand as it was: with nobody in it who is private now."""
        people = {appearance.get("speaker", "") for appearance in row.document.get("appearances", ())}
        return self._run.may_stay(row, versions) and are_public(people - {""})

    def _withdraw(self, row: PublishedSession, versions: Versions, batch: Batch) -> None:
        if not self._run.withdraw(row, versions):
            return
        conference_row, _conference = self._conference(row.conference_id)
        last = stored(row.snapshot, Snapshot)
        if last is not None and row.gone_reason != GoneReason.PRIVATE:
            changes.record(self._run, conference_row, row.identity, last, None)
        self._withdrawn.append(row.identity)
        batch.add(row, ())
        self._run.touch(conference_row)


def _appearances(page: Any) -> Iterable[Any]:
    """Return the rows that link people to a session; those of an adapter have none."""
    return page.appearances.all() if issubclass(type(page), SessionMixin) else ()


def _with_appearances(pages: Any) -> Any:
    """Have sessions bring their appearances along, each with the identity of its speaker's page."""
    if not issubclass(pages.model, SessionMixin):
        return pages
    appearances = pages.model._meta.get_field("appearances").related_model._default_manager
    keyed = appearances.annotate(speaker_key=F("speaker__translation_key"))
    return pages.prefetch_related(Prefetch("appearances", queryset=keyed))
