"""The only way in for readers: frozen records of what is public, each function's queries counted.

Nothing here asks who is reading: what these functions return, everyone may see.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from cattrs import BaseValidationError
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from wagtail.models import Site

from dvb_wagtail.core import serial
from dvb_wagtail.core.article import Article, News, Tag
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.localise import Stamp
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.session import Session
from dvb_wagtail.publication.tables import (
    ArticleFacet,
    PermanentCode,
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
    PublishedSpeaker,
    SessionFacet,
)

T = TypeVar("T")

logger = logging.getLogger(__name__)

Host = tuple[str, int]
"""Host name and port that a request came to."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    session: Session
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class ConferenceRecord:
    """An edition. `stamp` is of the edition itself; `token` and `changed` of all that its channel holds."""

    pk: int
    conference: Conference
    stamp: Stamp
    token: str
    changed: datetime
    names_changed: datetime
    root_url: str
    languages: tuple[str, ...]
    released: bool


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    pk: int
    series: Series
    changed: datetime
    root_url: str


@dataclass(frozen=True, slots=True)
class NewsRecord:
    pk: int
    news: News
    token: str
    changed: datetime
    root_url: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    article: Article
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Something that was public once and is not now."""

    changed: datetime


# ---- channels, by public address


def conference(acronym: str, host: Host) -> ConferenceRecord | None:
    """Return the edition of an acronym, former ones included, on the site of this host; else None. One query."""
    row = _at_address(PublishedConference.objects.all(), "acronym", acronym, host)
    return _conference(row) if row else None


def news(key: str, host: Host) -> NewsRecord | None:
    """Return the news channel of a key, former ones included, on the site of this host; else None. One query."""
    row = _at_address(PublishedNews.objects.all(), "news", key, host)
    return _news(row) if row else None


def _at_address(channels: QuerySet[Any], kind: str, code: str, host: Host) -> Any:
    identity = PermanentCode.objects.filter(kind=kind, scope="", code=code).values("identity")
    return channels.filter(
        identity__in=Subquery(identity), gone_at=None, site=Subquery(_site(host).values("pk")[:1])
    ).first()


def _site(host: Host) -> QuerySet[Site]:
    """Return the site of a host as Wagtail finds it, as a subquery: so that an answer costs one query.

    That is the one with its name and port, else the default one if that has its name, else the only one with its
    name, else the default one.
    """
    hostname, port = host
    of_same_name = Site.objects.filter(hostname=hostname).exclude(pk=OuterRef("pk"))
    rank = Case(
        When(hostname=hostname, port=port, then=Value(0)),
        When(hostname=hostname, is_default_site=True, then=Value(1)),
        When(~Exists(of_same_name), hostname=hostname, then=Value(2)),
        When(is_default_site=True, then=Value(3)),
        output_field=IntegerField(),
    )
    return Site.objects.annotate(rank=rank).filter(rank__isnull=False).order_by("rank", "pk")


# ---- channels, by the page they are of


def conference_of(identity: UUID) -> ConferenceRecord | None:
    """Return the edition with this identity (its page's translation key), or None if it is not public. One query."""
    row = PublishedConference.objects.filter(identity=identity, gone_at=None).first()
    return _conference(row) if row else None


def series_of(identity: UUID) -> SeriesRecord | None:
    """Return the series with this identity, or None if it is not public. One query."""
    row = PublishedSeries.objects.filter(identity=identity, gone_at=None).first()
    if row is None:
        return None
    return SeriesRecord(row.pk, serial.load(row.document, Series), row.updated, row.root_url)


def news_of(identity: UUID) -> NewsRecord | None:
    """Return the news channel with this identity, or None if it is not public. One query."""
    row = PublishedNews.objects.filter(identity=identity, gone_at=None).first()
    return _news(row) if row else None


def news_channels(identities: list[UUID] | None = None) -> list[NewsRecord]:
    """Return every public news channel, or those of these identities, by key. One query."""
    rows = PublishedNews.objects.filter(gone_at=None).order_by("key")
    return [_news(row) for row in (rows if identities is None else rows.filter(identity__in=identities))]


def editions(series_identity: UUID) -> list[ConferenceRecord]:
    """Return the public editions of a series, newest first. One query."""
    rows = PublishedConference.objects.filter(series__identity=series_identity, gone_at=None).order_by("-start", "pk")
    return _readable(rows, _conference)


# ---- sessions


def sessions(conference: ConferenceRecord, scope: Scope = Scope()) -> list[SessionRecord]:  # noqa: B008
    """Return the edition's public sessions within the scope, by day, start and code; open days last. One query."""
    rows = PublishedSession.objects.filter(conference=conference.pk, gone_at=None)
    for facet, values in scope.values:
        found = SessionFacet.objects.filter(facet=facet, value__in=values)
        rows = rows.filter(pk__in=found.values("session"))
    ordered = rows.order_by(F("day").asc(nulls_last=True), F("start").asc(nulls_first=True), "code")
    return _readable(ordered, lambda row: _session(row, conference.names_changed))


def session(conference: ConferenceRecord, code: str) -> SessionRecord | Withdrawn | None:
    """Return a session of the edition by its code; Withdrawn if it was public once, None if never. One query.

    A session that is private now is None, as if it had never been.
    """
    row = PublishedSession.objects.filter(conference=conference.pk, code=code).first()
    if row is None or row.gone_reason == "private":
        return None
    return Withdrawn(row.changed) if row.gone_at else _session(row, conference.names_changed)


def session_of(identity: UUID) -> tuple[ConferenceRecord, SessionRecord] | None:
    """Return the public session with this identity and its edition, or None. One query."""
    row = _public_sessions().filter(identity=identity).first()
    return (_conference(row.conference), _session(row, row.conference.names_changed)) if row else None


def appearances_of(speaker_identity: UUID) -> list[tuple[ConferenceRecord, SessionRecord]]:
    """Return the public sessions that a speaker appears in, newest first, each with its edition. One query."""
    code = PublishedSpeaker.objects.filter(identity=speaker_identity, gone_at=None).values("code")
    rows = _public_sessions().filter(facets__facet=Facet.SPEAKER, facets__value__in=Subquery(code))
    return _readable(
        rows.order_by("-day", "-start", "code"),
        lambda row: (_conference(row.conference), _session(row, row.conference.names_changed)),
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


# ---- speakers


def speakers(index_identity: UUID) -> list[SpeakerRecord]:
    """Return the public speakers under a speaker index, by name. One query."""
    rows = PublishedSpeaker.objects.filter(index=index_identity, gone_at=None).order_by("name", "pk")
    return _readable(rows, _speaker)


def speakers_in(conference: ConferenceRecord) -> list[SpeakerRecord]:
    """Return the public speakers that appear in the edition's sessions, by name. One query."""
    codes = SessionFacet.objects.filter(facet=Facet.SPEAKER, session__conference=conference.pk, session__gone_at=None)
    rows = PublishedSpeaker.objects.filter(gone_at=None, code__in=codes.values("value")).order_by("name", "pk")
    return _readable(rows, _speaker)


# ---- articles

TAG, LANGUAGE, ABOUT = "tag", "language", "about"
"""Facets of articles."""


def articles(news: NewsRecord, language: str, tag: str = "", limit: int = 50, offset: int = 0) -> list[ArticleRecord]:
    """Return the channel's articles written in `language`, newest first. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None)
    rows = rows.filter(facets__facet=LANGUAGE, facets__value=language)
    if tag:
        rows = rows.filter(pk__in=_article_facets(TAG, tag))
    return _readable(rows.order_by("-published", "pk")[offset : offset + limit], _article)


def count_articles(news: NewsRecord, language: str, tag: str = "") -> int:
    """Return how many articles `articles` would find without a limit. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None, facets__facet=LANGUAGE, facets__value=language)
    return (rows.filter(pk__in=_article_facets(TAG, tag)) if tag else rows).count()


def articles_about(identity: UUID, language: str, limit: int = 10) -> list[ArticleRecord]:
    """Return the articles in `language` that tell of a page, newest first. One query."""
    rows = PublishedArticle.objects.filter(
        gone_at=None, news__gone_at=None, facets__facet=LANGUAGE, facets__value=language
    )
    rows = rows.filter(pk__in=_article_facets(ABOUT, str(identity))).order_by("-published", "pk")
    return _readable(rows[:limit], _article)


def article_of(identity: UUID) -> tuple[NewsRecord, ArticleRecord] | None:
    """Return the public article with this identity and its channel, or None. One query."""
    rows = PublishedArticle.objects.filter(identity=identity, gone_at=None, news__gone_at=None)
    row = rows.select_related("news").first()
    return (_news(row.news), _article(row)) if row else None


def tags(news: NewsRecord) -> list[Tag]:
    """Return the tags of the channel's public articles, by name. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None).values_list("document__tags", flat=True)
    found = {tag["code"]: tag["name"] for tagged in rows for tag in tagged or ()}
    return [Tag(code, name) for code, name in sorted(found.items(), key=lambda item: item[1].casefold())]


def tag_known(news: NewsRecord, code: str) -> bool:
    """Tell whether a tag was ever public in the channel. One query."""
    return PermanentCode.objects.filter(kind=TAG, scope=news.news.id, code=code).exists()


def _article_facets(facet: str, value: str) -> QuerySet[Any, Any]:
    return ArticleFacet.objects.filter(facet=facet, value=value).values("article")


# ---- rows to records


def _readable(rows: Iterable[Any], read: Callable[[Any], T]) -> list[T]:
    """Return the records of rows. One that another version wrote and this one cannot read takes no other down."""
    found = []
    for row in rows:
        try:
            found.append(read(row))
        except (BaseValidationError, ValueError):
            logger.exception("Record %s cannot be read; it is left out until `dvb_publication rebuild`.", row.identity)
    return found


def _conference(row: PublishedConference) -> ConferenceRecord:
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
    )


def _news(row: PublishedNews) -> NewsRecord:
    news = serial.load(row.document, News)
    return NewsRecord(row.pk, news, row.token, row.updated, row.root_url, tuple(news.texts))


def _session(row: PublishedSession, names_changed: datetime) -> SessionRecord:
    changed = max(row.changed, names_changed)
    return SessionRecord(serial.load(row.document, Session), Stamp(row.created, changed, row.sequence))


def _speaker(row: PublishedSpeaker) -> SpeakerRecord:
    return SpeakerRecord(serial.load(row.document, Speaker))


def _article(row: PublishedArticle) -> ArticleRecord:
    return ArticleRecord(serial.load(row.document, Article), Stamp(row.created, row.changed))
