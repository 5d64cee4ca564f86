"""A whole site: every series, edition and news channel that is public on it."""

from __future__ import annotations

from typing import Any

from django.db.models import Subquery

from dvb_wagtail.publication import clients
from dvb_wagtail.publication.records.channels import site_of
from dvb_wagtail.publication.records.rows import conference_record, news_record, readable, series_record
from dvb_wagtail.publication.records.types import Catalogue, Host
from dvb_wagtail.publication.tables import Channel, PublishedConference, PublishedNews, PublishedSeries


def root_url(host: Host) -> str | None:
    """Return the address of the site of a host, without a path; None without a site. One query."""
    site = site_of(host).first()
    return clients.root_url(site) if site else None


def site_name(host: Host) -> str:
    """Return what the site of a host calls itself, which may be nothing. One query."""
    site = site_of(host).first()
    return site.site_name if site else ""


def catalogue(host: Host) -> Catalogue | None:
    """Return what is public on the site of a host, newest editions first; None without a site. Four queries.

    What was withdrawn is not in it but counts for when it last changed; so does what another site has or had, since
    something may have moved there.
    """
    tables: tuple[type[Channel], ...] = (PublishedSeries, PublishedConference, PublishedNews)
    newest = {table.__name__: Subquery(_rows(table).order_by("-updated").values("updated")[:1]) for table in tables}
    site = site_of(host).annotate(**newest).first()
    if site is None:
        return None
    moments = [getattr(site, table.__name__) for table in tables]
    series, editions, news = (_rows(table).filter(site=site, gone_at=None) for table in tables)
    return Catalogue(
        root_url=clients.root_url(site),
        name=site.site_name,
        changed=max((moment for moment in moments if moment is not None), default=None),
        series=tuple(readable(series.order_by("key"), series_record)),
        editions=tuple(readable(editions.order_by("-start", "pk"), conference_record)),
        news=tuple(readable(news.order_by("key"), news_record)),
    )


def _rows(table: type[Channel]) -> Any:
    return table._default_manager.all()
