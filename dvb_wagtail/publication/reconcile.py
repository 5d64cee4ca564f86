"""The one function that writes the index: read the pages in scope afresh, compare with the rows, write the differences.

Publishing, withdrawing, moving, restricting, importing and rebuilding are all the same to it; so is a second run, which
changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.indexed import IndexedArticle, IndexedNews, IndexedSession
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.publication.articles import ArticleReconciler
from dvb_wagtail.publication.channels import reconcile_news, reconcile_series
from dvb_wagtail.publication.conferences import reconcile_conferences
from dvb_wagtail.publication.context import Difference, Run
from dvb_wagtail.publication.dependents import articles_linking_to, identities_below, sessions_of_speakers
from dvb_wagtail.publication.scope import Scope
from dvb_wagtail.publication.sessions import SessionReconciler
from dvb_wagtail.publication.speakers import reconcile_speakers
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import Lock, PublishedArticle, PublishedConference, PublishedSession

BATCH = 500

Differences = list[tuple[Difference, str, UUID]]


def reconcile(identities: Collection[UUID] | None = None) -> Differences:
    """Bring the rows of these identities, and of what depends on them, in step with the pages; of all if None.

    Returns what was different: the kind, the table and the identity. Runs in one transaction, one run at a time.
    """
    with transaction.atomic():
        lock()
        return reconcile_locked(identities)


def reconcile_locked(identities: Collection[UUID] | None) -> Differences:
    """Do what `reconcile` says, in a transaction that already holds the lock."""
    run = Run(timezone.now().astimezone(UTC).replace(microsecond=0), Surroundings())
    scope = Scope.everything() if identities is None else Scope.of(identities)
    series = reconcile_series(run, scope.series)
    conferences = _conferences(scope, series)
    turned = reconcile_conferences(run, conferences)
    speakers = reconcile_speakers(run, scope.speakers)
    sessions = _sessions(scope, turned, speakers)
    if sessions:
        reconciler = SessionReconciler(run)
        for batch in _batches(sessions):
            reconciler.reconcile(batch)
    channels = reconcile_news(run, scope.news)
    articles = _articles(scope, channels)
    if articles:
        article_reconciler = ArticleReconciler(run)
        for batch in _batches(articles):
            article_reconciler.reconcile(batch)
    run.finish(None if identities is None else {*identities, *(conferences or ()), *sessions, *articles})
    return run.differences


def check() -> Differences:
    """Return what `reconcile` of everything would change, and change nothing."""
    with transaction.atomic():
        found = reconcile()
        transaction.set_rollback(True)
    return found


def lock() -> None:
    """Wait until no other process writes the index; until the end of the transaction none will."""
    if not Lock.objects.select_for_update().filter(pk=1).exists():
        Lock.objects.get_or_create(pk=1)
        Lock.objects.select_for_update().get(pk=1)


def _conferences(scope: Scope, series: set[UUID]) -> set[UUID] | None:
    if scope.conferences is None or not series:
        return scope.conferences
    rows = PublishedConference.objects.filter(series__identity__in=series)
    return {
        *scope.conferences,
        *rows.values_list("identity", flat=True),
        *identities_below(series, SeriesMixin, ConferenceMixin),
    }


def _sessions(scope: Scope, conferences: set[UUID], speakers: set[UUID]) -> set[UUID]:
    if scope.sessions is None:
        return _all(IndexedSession, PublishedSession)
    below: set[UUID] = set()
    if conferences:
        rows = PublishedSession.objects.filter(conference__identity__in=conferences)
        below = {*rows.values_list("identity", flat=True)}
    return {
        *scope.sessions,
        *below,
        *identities_below(conferences, ConferenceMixin, IndexedSession),
        *sessions_of_speakers(speakers),
    }


def _articles(scope: Scope, channels: set[UUID]) -> set[UUID]:
    if scope.articles is None or scope.pages is None:
        return _all(IndexedArticle, PublishedArticle)
    below: set[UUID] = set()
    if channels:
        below = {*PublishedArticle.objects.filter(news__identity__in=channels).values_list("identity", flat=True)}
    return {
        *scope.articles,
        *below,
        *identities_below(channels, IndexedNews, IndexedArticle),
        *articles_linking_to(scope.pages),
    }


def _all(mixin: type, table: type) -> set[UUID]:
    found = set(table.objects.values_list("identity", flat=True))  # type: ignore[attr-defined]
    for model in page_models_with(mixin):
        found.update(model.objects.values_list("translation_key", flat=True))
    return found


def _batches(identities: Iterable[UUID]) -> Iterator[list[UUID]]:
    ordered = iter(sorted(identities))
    while batch := list(islice(ordered, BATCH)):
        yield batch
