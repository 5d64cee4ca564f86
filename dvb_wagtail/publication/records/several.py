"""Public records of several pages at once, by identity. One query each, none without identities."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from dvb_wagtail.publication.records.rows import (
    article_record,
    conference_record,
    news_record,
    readable,
    series_record,
    session_record,
)
from dvb_wagtail.publication.records.types import (
    ArticleRecord,
    ConferenceRecord,
    NewsRecord,
    SeriesRecord,
    SessionRecord,
)
from dvb_wagtail.publication.tables import (
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
)

T = TypeVar("T")


def sessions_of(identities: Iterable[UUID]) -> dict[UUID, tuple[ConferenceRecord, SessionRecord]]:
    """Return the public ones among sessions, each with its edition."""
    rows = PublishedSession.objects.filter(conference__gone_at=None).select_related("conference")
    editions: dict[int, ConferenceRecord] = {}

    def read(row: PublishedSession) -> tuple[ConferenceRecord, SessionRecord]:
        if row.conference_id not in editions:
            editions[row.conference_id] = conference_record(row.conference)
        return editions[row.conference_id], session_record(row, row.conference.names_changed)

    return _public(rows, identities, read)


def conferences_of(identities: Iterable[UUID]) -> dict[UUID, ConferenceRecord]:
    """Return the public ones among editions."""
    return _public(PublishedConference.objects.all(), identities, conference_record)


def several_series_of(identities: Iterable[UUID]) -> dict[UUID, SeriesRecord]:
    """Return the public ones among series."""
    return _public(PublishedSeries.objects.all(), identities, series_record)


def several_news_of(identities: Iterable[UUID]) -> dict[UUID, NewsRecord]:
    """Return the public ones among news channels."""
    return _public(PublishedNews.objects.all(), identities, news_record)


def articles_of(identities: Iterable[UUID]) -> dict[UUID, ArticleRecord]:
    """Return the public ones among articles."""
    return _public(PublishedArticle.objects.filter(news__gone_at=None), identities, article_record)


def _public(rows: Any, identities: Iterable[UUID], read: Callable[[Any], T]) -> dict[UUID, T]:
    wanted = set(identities)
    found = rows.filter(identity__in=wanted, gone_at=None) if wanted else ()
    return dict(readable(found, lambda row: (row.identity, read(row))))
