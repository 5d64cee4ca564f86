"""Editions, series and news channels, by their public address or by the page that they are of."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from wagtail.models import Site

from dvb_wagtail.publication import clients
from dvb_wagtail.publication.records.changes import told
from dvb_wagtail.publication.records.rows import conference_record, news_record, readable, series_record
from dvb_wagtail.publication.records.types import ConferenceRecord, Host, NewsRecord, SeriesRecord
from dvb_wagtail.publication.tables import (
    PermanentCode,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
)


def conference(acronym: str, host: Host, now: datetime | None = None, *, days: bool = False) -> ConferenceRecord | None:
    """Return the edition of an acronym, former ones included, on the site of this host; else None. One query.

    It says when the last of its changes was told if `now` (aware) is given, and from when to when it has sessions if
    `days` are asked for.
    """
    rows = PublishedConference.objects.all()
    if now is not None:
        newest = told(now).filter(conference=OuterRef("pk")).order_by("-visible_at").values("visible_at")
        rows = rows.annotate(told_at=Subquery(newest[:1]))
    if days:
        dated = PublishedSession.objects.filter(conference=OuterRef("pk"), gone_at=None, day__isnull=False).values(
            "day"
        )
        rows = rows.annotate(
            first_day=Subquery(dated.order_by("day")[:1]), last_day=Subquery(dated.order_by("-day")[:1])
        )
    row = _at_address(rows, "acronym", acronym, host)
    return conference_record(row) if row else None


def series(key: str, host: Host) -> SeriesRecord | None:
    """Return the series of a key, former ones included, on the site of this host; else None. One query."""
    row = _at_address(PublishedSeries.objects.all(), "series", key, host)
    return series_record(row) if row else None


def news(key: str, host: Host) -> NewsRecord | None:
    """Return the news channel of a key, former ones included, on the site of this host; else None. One query."""
    row = _at_address(PublishedNews.objects.all(), "news", key, host)
    return news_record(row) if row else None


def _at_address(channels: QuerySet[Any], kind: str, code: str, host: Host) -> Any:
    identity = PermanentCode.objects.filter(kind=kind, scope="", code=code).values("identity")
    return channels.filter(
        identity__in=Subquery(identity), gone_at=None, site=Subquery(site_of(host).values("pk")[:1])
    ).first()


def site_of(host: Host) -> QuerySet[Site]:
    """Return the site of a host as Wagtail finds it, first; to be a subquery, so that an answer costs one query.

    That is the one with its name and port, else the default one if that has its name, else the only one with its
    name, else the default one. A client site may hand the request on under its own name.
    """
    hostname, port = clients.own_host(host)
    of_same_name = Site.objects.filter(hostname=hostname).exclude(pk=OuterRef("pk"))
    rank = Case(
        When(hostname=hostname, port=port, then=Value(0)),
        When(hostname=hostname, is_default_site=True, then=Value(1)),
        When(~Exists(of_same_name), hostname=hostname, then=Value(2)),
        When(is_default_site=True, then=Value(3)),
        output_field=IntegerField(),
    )
    return Site.objects.annotate(rank=rank).filter(rank__isnull=False).order_by("rank", "pk")


def conference_of(identity: UUID) -> ConferenceRecord | None:
    """Return the edition with this identity (its page's translation key), or None if it is not public. One query."""
    row = PublishedConference.objects.filter(identity=identity, gone_at=None).first()
    return conference_record(row) if row else None


def series_of(identity: UUID) -> SeriesRecord | None:
    """Return the series with this identity, or None if it is not public. One query."""
    row = PublishedSeries.objects.filter(identity=identity, gone_at=None).first()
    return series_record(row) if row else None


def news_of(identity: UUID) -> NewsRecord | None:
    """Return the news channel with this identity, or None if it is not public. One query."""
    row = PublishedNews.objects.filter(identity=identity, gone_at=None).first()
    return news_record(row) if row else None


def news_channels(identities: list[UUID] | None = None) -> list[NewsRecord]:
    """Return every public news channel, or those of these identities, by key. One query."""
    rows = PublishedNews.objects.filter(gone_at=None).order_by("key")
    return [news_record(row) for row in (rows if identities is None else rows.filter(identity__in=identities))]


def editions(series_identity: UUID) -> list[ConferenceRecord]:
    """Return the public editions of a series, newest first. One query."""
    rows = PublishedConference.objects.filter(series__identity=series_identity, gone_at=None).order_by("-start", "pk")
    return readable(rows, conference_record)
