"""What is public at the address of a page. From the index alone, so also where Wagtail serves no pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Protocol

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTransform
from wagtail.coreutils import get_content_languages

from dvb_wagtail.core import page_address
from dvb_wagtail.core.page_address import PageAddress
from dvb_wagtail.publication import clients
from dvb_wagtail.publication.records.channels import site_of
from dvb_wagtail.publication.records.rows import conference_record, news_record, readable, session_record
from dvb_wagtail.publication.records.types import ConferenceRecord, Host, NewsRecord, SessionRecord
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSession


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What a page is of, and the page's language: an edition, one of its sessions, or a news channel.

    `routed`: the address was not that of the edition's page but of the route after it.
    """

    language: str
    conference: ConferenceRecord | None = None
    session: SessionRecord | None = None
    news: NewsRecord | None = None
    routed: bool = False


class _HasUrl(Protocol):
    @property
    def url(self) -> str: ...


def at_url(url: str, host: Host, route: str = "") -> PublicPage | None:
    """Return what is public at an absolute address on the site of a host; None if nothing is, or it is no address.

    Scheme, usual ports, a slash at the end, query and fragment do not matter. The address is one that the index has,
    or the same on the host itself, which may be called otherwise than the site. `route` is a part such as `program/`
    that may stand after an edition's address. Four queries at most.
    """
    address = page_address.read(url)
    site = site_of(host).first() if address else None
    if address is None or site is None:
        return None
    own_name = page_address.read(clients.root_url(site)) if address.host == page_address.host_name(*host) else None
    page = address.before(route) if route else None
    routed = _spellings(page, own_name) if page else frozenset()
    plain = _spellings(address, own_name)

    editions = PublishedConference.objects.filter(site=site, gone_at=None)
    found = readable(_addressed(editions, routed | plain), conference_record)
    # The route first: Wagtail asks a page for its routes before it looks among its children.
    for spellings in (routed, plain):
        for conference in found:
            if language := _language(conference.conference.texts, spellings):
                return PublicPage(language, conference=conference, routed=spellings is routed)

    sessions = PublishedSession.objects.filter(gone_at=None, conference__site=site, conference__gone_at=None)
    for edition, session in readable(_addressed(sessions.select_related("conference"), plain), _session):
        if language := _language(session.session.texts, plain):
            return PublicPage(language, conference=edition, session=session)

    channels = PublishedNews.objects.filter(site=site, gone_at=None)
    for news in readable(_addressed(channels, plain), news_record):
        if language := _language(news.news.texts, plain):
            return PublicPage(language, news=news)
    return None


def _session(row: PublishedSession) -> tuple[ConferenceRecord, SessionRecord]:
    return conference_record(row.conference), session_record(row, row.conference.names_changed)


def _spellings(address: PageAddress, own_name: PageAddress | None) -> frozenset[str]:
    return address.spellings() | (address.spellings(own_name.host) if own_name else frozenset())


def _addressed(rows: QuerySet[Any, Any], spellings: Collection[str]) -> QuerySet[Any, Any]:
    """Return the rows that have one of these addresses in one of the site's languages."""
    # Key by key: in a lookup of one piece the languages `in` and `lt` would be taken for operators.
    texts = KeyTransform("texts", "document")
    addresses = {
        f"url_{number}": KeyTransform("url", KeyTransform(code, texts)) for number, code in enumerate(_languages())
    }
    return rows.alias(**addresses).filter(reduce(or_, (Q(**{f"{name}__in": spellings}) for name in addresses)))


def _languages() -> Collection[str]:
    return get_content_languages().keys()


def _language(texts: Mapping[str, _HasUrl], spellings: Collection[str]) -> str:
    """Return the language whose page has one of these addresses, or ""."""
    return next((code for code in _languages() if code in texts and texts[code].url in spellings), "")
