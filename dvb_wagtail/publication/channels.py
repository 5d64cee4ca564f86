"""Series and news channels: their pages against their rows; and what conferences share with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.db import DatabaseError

from dvb_wagtail.core.article import News
from dvb_wagtail.core.codes import KEY
from dvb_wagtail.core.fitting import fitting
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.models.indexed import IndexedNews, NewsAdapter
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.publication import codes
from dvb_wagtail.publication.context import Difference, Run
from dvb_wagtail.publication.pages import Versions, is_translation, read_versions
from dvb_wagtail.publication.projection.articles import project_news
from dvb_wagtail.publication.projection.conferences import project_series
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import (
    Channel,
    KeptOut,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    new_token,
)

Reason = KeptOut.Reason


def reconcile_series(run: Run, identities: Collection[UUID] | None) -> set[UUID]:
    """Write the series; return the identities of those that opened or closed, in any language, or changed organiser.

    Editions that name no organiser of their own have their series'.
    """
    return _reconcile_simple(run, SeriesMixin, PublishedSeries, "series", project_series, identities)


def reconcile_news(run: Run, identities: Collection[UUID] | None) -> set[UUID]:
    """Write the news channels; return the identities of those that opened or closed, in any language."""
    return _reconcile_simple(run, IndexedNews, PublishedNews, "news", project_news, identities)


def _reconcile_simple(
    run: Run,
    mixin: type,
    table: type[Channel],
    kind: str,
    project: Callable[[Versions, str, str, Surroundings], Any],
    identities: Collection[UUID] | None,
) -> set[UUID]:
    turned = set()
    for versions, found in pairs(run, mixin, table, identities):
        row = found
        was_open = languages(row), organisers(row)
        key = key_of(run, versions, row, kind, "key", KEY)
        if key:
            main_language = main_language_of(run, versions, row)
            record = run.read(versions, partial(project, versions, key, main_language, run.surroundings))
            if record is not None:
                row = claim(run, versions, row, table, key)
                save(run, row, record)
            elif not run.may_stay(row, versions):
                withdraw(run, row, versions)
        else:
            withdraw(run, row, versions)
        if (languages(row), organisers(row)) != was_open:
            turned.add(versions.identity)
    return turned


# ---- shared with conferences


def pairs(
    run: Run, mixin: type, table: type[Channel], identities: Collection[UUID] | None
) -> list[tuple[Versions, Any]]:
    """Return pages and row of each identity, either of which may be missing."""
    if not (identities is None or identities):
        return []
    versions = read_versions(mixin, identities, run.surroundings)
    rows = {row.identity: row for row in _rows(table, identities)}
    return [
        (versions.get(identity) or Versions(identity, [], {}), rows.get(identity))
        for identity in [*rows, *(identity for identity in versions if identity not in rows)]
    ]


def _rows(table: type[Channel], identities: Collection[UUID] | None) -> Any:
    rows = table._default_manager.order_by("pk")
    return rows if identities is None else rows.filter(identity__in=identities)


def key_of(run: Run, versions: Versions, row: Channel | None, kind: str, field: str, pattern: Any) -> str:
    """Return the acronym or key of a public channel, taken from its main page; "" if it has or gets none.

    While the main page is not public, what readers know stays.
    """
    versions.public = {language: page for language, page in versions.public.items() if is_translation(page)}
    if not versions.public:
        return ""
    main_language = main_language_of(run, versions, row)
    public_main = versions.public.get(main_language)
    known = row.key if row else ""
    said = "" if public_main is None else run.read(versions, lambda: _key(public_main, field))
    if said is None:
        return known
    key: str | None = said or known
    if not key:
        mains = [page for page in versions.pages if run.surroundings.language(page) == main_language]
        others = [page for page in (*mains, versions.facts(main_language)) if page is not public_main]
        key = run.read(versions, lambda: _first_key(others, field))
        if key is None:
            return ""
    if not pattern.fullmatch(key):
        run.keep_out(versions, Reason.NO_CODE, key)
        return ""
    if not codes.take(kind, key, versions.identity):
        run.keep_out(versions, Reason.CODE_TAKEN, key)
        return ""
    return key


def _key(page: Any, field: str) -> str:
    """Return the key that a page has, by its field or by what an adapter answers."""
    if isinstance(page, NewsAdapter):
        return clean_line(fitting(page.get_news(), News).key)
    return str(getattr(page, field))


def _first_key(pages: Iterable[Any], field: str) -> str:
    """Return the first key among those of pages, or "". What a page raises is raised only where no other has a key."""
    broken: Exception | None = None
    for page in pages:
        try:
            key = _key(page, field)
        except DatabaseError:
            raise
        except Exception as error:  # A draft of a project's own class may raise anything.
            broken = broken or error
            continue
        if key:
            return key
    if broken:
        raise broken
    return ""


def main_language_of(run: Run, versions: Versions, row: Channel | None) -> str:
    """Return the main language: that of the first publication, whatever pages came or went since."""
    return row.main_language if row else versions.main_language(run.surroundings)


def claim(run: Run, versions: Versions, row: Any, table: type[Channel], key: str) -> Any:
    """Return the row of a public channel, a new one if it has none, with its site and key."""
    main_language = main_language_of(run, versions, row)
    root = run.surroundings.root_of(versions.facts(main_language))
    if row is None:
        row = table(identity=versions.identity, main_language=main_language, created=run.now, changed=run.now)
        row.updated, row.token = run.now, new_token()
        if isinstance(row, PublishedConference):
            row.names_changed = run.now
    row.loaded = _columns(row)
    row.site_id, row.root_url, row.key = (root.site, root.url, key) if root else (None, "", key)
    return row


def save(run: Run, row: Any, record: Any) -> bool:
    """Write the row if its record or a column differs from what was loaded; tell whether it did."""
    if not run.settle(row, record):
        if row.loaded == _columns(row):
            return False
        run.note(Difference.STALE, row)
    row.save()
    run.touch(row)
    return True


def _columns(row: Channel) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def withdraw(run: Run, row: Any, versions: Versions) -> None:
    """Empty the row, if there is one."""
    if row is not None and run.withdraw(row, versions):
        row.save()
        run.touch(row)


def languages(row: Channel | None) -> list[str]:
    """Return the languages that a channel is public in; none without a row."""
    return sorted(row.document.get("texts", ())) if row else []


def organisers(row: Channel | None) -> dict[str, str]:
    """Return who organises a series, by language; nobody without a row, or for a news channel."""
    texts = row.document.get("texts", {}) if row else {}
    return {language: said["organiser"] for language, said in texts.items() if said.get("organiser")}
