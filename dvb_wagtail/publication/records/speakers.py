"""Public speakers."""

from __future__ import annotations

from uuid import UUID

from dvb_wagtail.core.scope import Facet
from dvb_wagtail.publication.records.rows import readable, speaker_record
from dvb_wagtail.publication.records.types import ConferenceRecord, SpeakerRecord
from dvb_wagtail.publication.tables import PublishedSpeaker, SessionFacet


def speakers(index_identity: UUID) -> list[SpeakerRecord]:
    """Return the public speakers under a speaker index, by name. One query."""
    rows = PublishedSpeaker.objects.filter(index=index_identity, gone_at=None).order_by("name", "pk")
    return readable(rows, speaker_record)


def speakers_in(conference: ConferenceRecord) -> list[SpeakerRecord]:
    """Return the public speakers that appear in the edition's sessions, by name. One query."""
    codes = SessionFacet.objects.filter(facet=Facet.SPEAKER, session__conference=conference.pk, session__gone_at=None)
    rows = PublishedSpeaker.objects.filter(gone_at=None, code__in=codes.values("value")).order_by("name", "pk")
    return readable(rows, speaker_record)
