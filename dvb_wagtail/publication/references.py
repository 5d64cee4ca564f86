"""The public side of pages that another page names: a host's, or what an article tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dvb_wagtail.core import serial
from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.session import Session
from dvb_wagtail.publication.tables import (
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
    PublishedSpeaker,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a page is called in one language, and its absolute address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A public page, in every language that it is public in."""

    main_language: str
    titles: Mapping[str, Title]


_TITLED: tuple[tuple[Any, type[Any]], ...] = (
    (PublishedConference, Conference),
    (PublishedNews, News),
    (PublishedSeries, Series),
)


def references(identities: Iterable[UUID]) -> dict[UUID, Reference]:
    """Return the public ones among pages of any type, by identity. Six queries, none without identities."""
    wanted = set(identities)
    if not wanted:
        return {}
    found = {}
    for table, record in _TITLED:
        for row in table.objects.filter(identity__in=wanted, gone_at=None):
            found[row.identity] = _reference(row.main_language, serial.load(row.document, record).texts)
    sessions = PublishedSession.objects.filter(identity__in=wanted, gone_at=None, conference__gone_at=None)
    for session in sessions.select_related("conference"):
        texts = serial.load(session.document, Session).texts
        found[session.identity] = _reference(session.conference.main_language, texts)
    for article in PublishedArticle.objects.filter(identity__in=wanted, gone_at=None, news__gone_at=None):
        written = serial.load(article.document, Article)
        found[article.identity] = _reference(written.main_language, written.texts)
    for identity, speaker in speakers(wanted).items():
        titles = {language: Title(texts.name, texts.url) for language, texts in speaker.texts.items()}
        found[identity] = Reference(speaker.main_language, titles)
    return found


def _reference(main_language: str, texts: Mapping[str, Any]) -> Reference:
    return Reference(main_language, {language: Title(each.title, each.url) for language, each in texts.items()})


def speakers(identities: Iterable[UUID]) -> dict[UUID, Speaker]:
    """Return the public ones among speakers, by identity. One query, none without identities."""
    wanted = set(identities)
    if not wanted:
        return {}
    rows = PublishedSpeaker.objects.filter(identity__in=wanted, gone_at=None)
    return {row.identity: serial.load(row.document, Speaker) for row in rows}
