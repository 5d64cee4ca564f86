"""What attendees are told of an edition's programme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from dvb_wagtail.core import serial
from dvb_wagtail.core.change_items import Change, EditionChange, SessionChange
from dvb_wagtail.core.changes import EditionSnapshot, Snapshot
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.scope import Facet, Scope, facets
from dvb_wagtail.core.session import Session
from dvb_wagtail.publication.records.rows import readable
from dvb_wagtail.publication.records.types import ConferenceRecord
from dvb_wagtail.publication.tables import GoneReason, ProgrammeChange, PublishedSession, PublishedSpeaker

Sessions = Mapping[tuple[int, UUID], Session]
"""Public sessions by their edition's row and their identity."""


def changes(
    conference: ConferenceRecord,
    now: datetime,
    scope: Scope = Scope(),  # noqa: B008
    limit: int = 50,
) -> list[Change]:
    """Return what has been told of the edition by `now` (aware), the newest first.

    Of a selection those of sessions that it finds, or found before or after the change, and those of the whole edition.
    Two queries, one while nothing was told, and another where a speaker is selected.
    """
    found = told(now).filter(conference=conference.pk).order_by("-visible_at", "-pk")
    rows = list(found if scope else found[:limit])
    sessions = public_sessions(rows)
    selected = readable(rows, lambda row: change_of(row, conference.conference.id, sessions))
    if scope:
        public = _public_speakers(scope)
        selected = [each for each in selected if _matches(each, scope, conference.conference, public)]
    return selected[:limit]


def told(now: datetime) -> QuerySet[ProgrammeChange]:
    """Return the rows that are told at `now`: what has been quiet, nobody holds, and is of nothing private."""
    private = PublishedSession.objects.filter(identity=OuterRef("identity"), gone_reason=GoneReason.PRIVATE)
    return ProgrammeChange.objects.filter(~Exists(private), visible_at__lte=now, held=False)


def public_sessions(rows: Iterable[ProgrammeChange]) -> Sessions:
    """Return the sessions that these are changes of, as far as they are public now. One query, none without rows."""
    identities = {row.identity for row in rows}
    if not identities:
        return {}
    found = readable(
        PublishedSession.objects.filter(identity__in=identities, gone_at=None),
        lambda row: ((row.conference_id, row.identity), serial.load(row.document, Session)),
    )
    return dict(found)


def change_of(row: ProgrammeChange, conference: str, sessions: Sessions) -> Change:
    """Return the change of a row. `conference` is its edition's identity; `sessions` as `public_sessions` gives them.

    Raises ValueError or cattrs' BaseValidationError for one that cannot be read.
    """
    changed = max(row.visible_at, row.annotated_at) if row.annotated_at else row.visible_at
    # Its number is never another's, and two sites have no conference in common.
    identity, stamp = f"{conference}/changes/{row.pk}", Stamp(row.visible_at, changed)
    if str(row.identity) == conference:
        before, after = (serial.load(side or {}, EditionSnapshot) for side in (row.before, row.after))
        return EditionChange(identity, before, after, stamp, row.note)
    sides = [serial.load(side, Snapshot) if side is not None else None for side in (row.before, row.after)]
    return SessionChange(identity, sides[0], sides[1], stamp, row.note, sessions.get((row.conference_id, row.identity)))


def _matches(change: Change, scope: Scope, conference: Conference, public_speakers: Collection[str]) -> bool:
    if isinstance(change, EditionChange):
        return True
    shown = [
        {(Facet(name), value) for name, value in side.facets if name != Facet.SPEAKER or value in public_speakers}
        for side in (change.before, change.after)
        if side
    ]
    if change.session:
        shown.append(set(facets(change.session, conference)))
    return any(scope.matches(state) for state in shown)


def _public_speakers(scope: Scope) -> frozenset[str]:
    """Return the selected speakers who are public: where another one took part before, nobody learns here."""
    codes = scope.get(Facet.SPEAKER)
    if not codes:
        return frozenset()
    return frozenset(PublishedSpeaker.objects.filter(code__in=codes, gone_at=None).values_list("code", flat=True))
