"""What was touched and not yet reconciled. It survives a killed process: the next flush finishes it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from uuid import UUID

import swapper
from django.db import transaction

from dvb_wagtail.publication.reconcile import Differences, lock, reconcile_locked
from dvb_wagtail.publication.tables import Pending

logger = logging.getLogger(__name__)


def mark(
    *, identities: Iterable[UUID] = (), pages: Iterable[int] = (), everything: bool = False, later: bool = False
) -> None:
    """Write down what was touched, in the transaction that touches it, and have it reconciled after commit.

    A failure there is logged and stays pending; it never breaks the publishing. `later`: only write it down, since it
    has not happened yet; whoever flushes next sees to it.
    """
    rows = [Pending()] if everything else []
    rows += [Pending(identity=identity) for identity in set(identities)]
    rows += [Pending(page=page) for page in set(pages)]
    if rows:
        Pending.objects.bulk_create(rows)
    if rows and not later:
        # Each time, though one flush sees to all: tests that capture what comes after a commit must find it.
        transaction.on_commit(flush_quietly, robust=True)


def flush() -> Differences:
    """Reconcile all that is pending; return what was different. Raises what the reconcile raises; all stays pending.

    What another process has finished meanwhile is looked at once more, which changes nothing.
    """
    rows = list(Pending.objects.all())
    if not rows:
        return []
    with transaction.atomic():
        lock()
        differences = reconcile_locked(_identities(rows))
        Pending.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return differences


def flush_quietly() -> None:
    """Flush; on failure log it and leave the error beside what is pending, for the report."""
    try:
        flush()
    except Exception as error:
        logger.exception("The publication index could not be brought up to date; it stays pending.")
        Pending.objects.update(error=f"{type(error).__name__}: {error}"[:2000])


def _identities(rows: list[Pending]) -> set[UUID] | None:
    if any(row.identity is None and row.page is None for row in rows):
        return None
    page_model = swapper.load_model("wagtailcore", "Page")
    pages = [row.page for row in rows if row.page is not None]
    found = set(page_model.objects.filter(pk__in=pages).values_list("translation_key", flat=True)) if pages else set()
    return found | {row.identity for row in rows if row.identity is not None}
