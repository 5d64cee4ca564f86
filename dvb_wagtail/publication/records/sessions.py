"""The sessions of an edition, and the codes that its addresses may name."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Q, QuerySet, Subquery

from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.publication.records.rows import conference_record, readable, session_record
from dvb_wagtail.publication.records.types import ConferenceRecord, SessionRecord, Withdrawn
from dvb_wagtail.publication.tables import PermanentCode, PublishedSession, PublishedSpeaker, SessionFacet


def sessions(conference: ConferenceRecord, scope: Scope = Scope()) -> list[SessionRecord]:  # noqa: B008
    """Return the edition's public sessions within the scope, by day, start and code; open days last. One query."""
    rows = PublishedSession.objects.filter(conference=conference.pk, gone_at=None)
    for facet, values in scope.values:
        found = SessionFacet.objects.filter(facet=facet, value__in=values)
        rows = rows.filter(pk__in=found.values("session"))
    ordered = rows.order_by(F("day").asc(nulls_last=True), F("start").asc(nulls_first=True), "code")
    return readable(ordered, lambda row: session_record(row, conference.names_changed))


def session(conference: ConferenceRecord, code: str) -> SessionRecord | Withdrawn | None:
    """Return a session of the edition by its code; Withdrawn if it was public once, None if never. One query.

    A session that is private now is None, as if it had never been.
    """
    row = PublishedSession.objects.filter(conference=conference.pk, code=code).first()
    if row is None or row.gone_reason == "private":
        return None
    return Withdrawn(row.changed) if row.gone_at else session_record(row, conference.names_changed)


def session_of(identity: UUID) -> tuple[ConferenceRecord, SessionRecord] | None:
    """Return the public session with this identity and its edition, or None. One query."""
    row = _public_sessions().filter(identity=identity).first()
    return (conference_record(row.conference), session_record(row, row.conference.names_changed)) if row else None


def appearances_of(speaker_identity: UUID) -> list[tuple[ConferenceRecord, SessionRecord]]:
    """Return the public sessions that a speaker appears in, newest first, each with its edition. One query."""
    code = PublishedSpeaker.objects.filter(identity=speaker_identity, gone_at=None).values("code")
    rows = _public_sessions().filter(facets__facet=Facet.SPEAKER, facets__value__in=Subquery(code))
    return readable(
        rows.order_by("-day", "-start", "code"),
        lambda row: (conference_record(row.conference), session_record(row, row.conference.names_changed)),
    )


def _public_sessions() -> QuerySet[PublishedSession]:
    return PublishedSession.objects.filter(gone_at=None, conference__gone_at=None).select_related("conference")


def ever_public(conference: ConferenceRecord) -> frozenset[tuple[Facet, str]]:
    """Return the tracks, themes, rooms and speakers that addresses of this edition may name: all ever public.

    One query.
    """
    rows = PermanentCode.objects.filter(
        Q(kind__in=(Facet.TRACK, Facet.THEME, Facet.ROOM), scope=conference.conference.id) | Q(kind=Facet.SPEAKER)
    )
    return frozenset((Facet(kind), code) for kind, code in rows.values_list("kind", "code"))
