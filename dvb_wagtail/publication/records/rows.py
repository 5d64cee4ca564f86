"""Rows of the index to records."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from cattrs import BaseValidationError

from dvb_wagtail.core import serial
from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.session import Session
from dvb_wagtail.publication.records.types import (
    ArticleRecord,
    ConferenceRecord,
    NewsRecord,
    SeriesRecord,
    SessionRecord,
    SpeakerRecord,
)
from dvb_wagtail.publication.tables import (
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
    PublishedSpeaker,
)

T = TypeVar("T")

logger = logging.getLogger(__name__)


def readable(rows: Iterable[Any], read: Callable[[Any], T]) -> list[T]:
    """Return the records of rows. One that another version wrote and this one cannot read takes no other down."""
    found = []
    for row in rows:
        try:
            found.append(read(row))
        except (BaseValidationError, ValueError):
            logger.exception("Record %s cannot be read; it is left out until `dvb_publication rebuild`.", row.identity)
    return found


def conference_record(row: PublishedConference) -> ConferenceRecord:
    conference = serial.load(row.document, Conference)
    return ConferenceRecord(
        pk=row.pk,
        conference=conference,
        stamp=Stamp(row.created, row.changed, row.sequence),
        token=row.token,
        changed=row.updated,
        names_changed=row.names_changed,
        root_url=row.root_url,
        languages=tuple(conference.texts),
        released=row.released_at is not None,
        told_at=getattr(row, "told_at", None),
        session_days=tuple(day for day in (getattr(row, "first_day", None), getattr(row, "last_day", None)) if day),
    )


def series_record(row: PublishedSeries) -> SeriesRecord:
    return SeriesRecord(row.pk, serial.load(row.document, Series), row.token, row.updated, row.root_url)


def news_record(row: PublishedNews) -> NewsRecord:
    news = serial.load(row.document, News)
    return NewsRecord(row.pk, news, row.token, row.updated, row.root_url, tuple(news.texts))


def session_record(row: PublishedSession, names_changed: datetime) -> SessionRecord:
    changed = max(row.changed, names_changed)
    return SessionRecord(serial.load(row.document, Session), Stamp(row.created, changed, row.sequence), row.pk)


def speaker_record(row: PublishedSpeaker) -> SpeakerRecord:
    return SpeakerRecord(serial.load(row.document, Speaker))


def article_record(row: PublishedArticle) -> ArticleRecord:
    return ArticleRecord(serial.load(row.document, Article), Stamp(row.created, row.changed))
