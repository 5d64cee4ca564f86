"""What can be wrong with the addresses of client sites, told when the database is checked: see `checks`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import swapper
from django.core.checks import CheckMessage, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from wagtail.coreutils import get_content_languages

from dvb_wagtail.checks import has_table
from dvb_wagtail.conf import conf


@register(Tags.database)
def check_client_sites(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Tell which sites a setting that names client sites leaves out, and what in it is no site of Wagtail's."""
    from wagtail.models import Site

    try:
        if not conf.client_urls or not has_table(Site, databases):
            return []
    except ImproperlyConfigured:
        return []  # E005
    return list(_problems(list(Site.objects.order_by("pk"))))


def _problems(sites: Sequence[Any]) -> Iterator[CheckMessage]:
    from dvb_wagtail.publication.clients import DEFAULT, client_of

    names = {name for site in sites for name in (site.hostname, f"{site.hostname}:{site.port}")}
    for key in sorted(set(conf.client_urls) - names - {DEFAULT}):
        hint = "Use the host name under Settings, Sites in the admin, as it stands there, or correct that."
        yield _warning("W023", f"DVB_WAGTAIL_CLIENT_URLS names {key!r}, and there is no such site.", hint)
    at: dict[str, set[str]] = defaultdict(set)
    for site in sites:
        client = client_of(site)
        for front in client.fronts if client else ():
            at[urlsplit(front).hostname or ""].add(f"{site.hostname}:{site.port}")
        if client is None:
            hint = 'Name it in DVB_WAGTAIL_CLIENT_URLS, or give every site that is not named a "default" there.'
            yield _warning("W024", f"The site {site.hostname} has no client: documents link to {site.root_url}.", hint)
            continue
        missing = [language for language in get_content_languages() if not client.front(language)]
        if missing:
            hint = "Give each language of the site its address there. A page without one is linked to from nowhere."
            message = (
                f"The client of {site.hostname} has no address in DVB_WAGTAIL_CLIENT_URLS for: {', '.join(missing)}."
            )
            yield _warning("W025", message, hint)
    for host, names in at.items():
        if len(names) > 1:
            hint = "Give the client of each site a host name of its own: a request says no more of where it is for."
            message = f"The clients of {', '.join(sorted(names))} are all at {host}: only one has its documents there."
            yield _warning("W026", message, hint)


@register(Tags.database)
def check_published_addresses(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Tell where documents have the addresses of a client site that the settings no longer name, or not yet."""
    from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSeries

    published = (PublishedSeries, PublishedConference, PublishedNews)
    if not all(has_table(table, databases) for table in published):
        return []
    try:
        rows = [
            row
            for table in published
            for row in table.objects.filter(gone_at=None).exclude(site=None).select_related("site")
        ]
        known = {*_roots(rows), *_fronts(rows)}
    except ImproperlyConfigured:
        return []  # E005
    except DatabaseError:
        return []  # The tables are those of another release, before `migrate`.
    hint = "Run manage.py dvb_publication rebuild: it writes the addresses anew."
    return [
        _warning("W022", f"Documents have {_addresses(stored)}. The settings now say {wanted or 'none'}.", hint)
        for stored, wanted in sorted(known)
        if stored != wanted
    ]


def _addresses(beginning: str) -> str:
    return f"addresses at {beginning}" if beginning else "no addresses"


def _roots(rows: Collection[Any]) -> Iterator[tuple[str, str]]:
    """Yield the scheme and host of documents, as they are stored and as the settings have them."""
    from dvb_wagtail.publication.clients import root_url

    yield from ((row.root_url, root_url(row.site)) for row in rows)


def _fronts(rows: Collection[Any]) -> Iterator[tuple[str, str]]:
    """Yield the address that pages stand below, as it is stored and as the settings have it; "" for none.

    A page that has just moved is left out: its new path is not stored yet.
    """
    from dvb_wagtail.core.text import clean_url
    from dvb_wagtail.publication.surroundings import Surroundings

    stored = {
        (row.identity, language): said.get("url", "")
        for row in rows
        for language, said in row.document.get("texts", {}).items()
    }
    page_model = swapper.load_model("wagtailcore", "Page")
    surroundings = Surroundings()
    for page in page_model.objects.filter(translation_key__in={row.identity for row in rows}, alias_of=None):
        url = stored.get((page.translation_key, surroundings.language(page)))
        wanted, front = surroundings.address(page), clean_url(surroundings.front(page))
        path = wanted.removeprefix(front)
        if url and wanted and url.endswith(path):
            yield url.removesuffix(path).rstrip("/"), front.rstrip("/")
        elif url is not None and not (url and wanted):
            yield "/".join(url.split("/")[:3]), front.rstrip("/")


def _warning(number: str, message: str, hint: str) -> CheckMessage:
    return Warning(message, hint=hint, id=f"dvb_wagtail.{number}")
