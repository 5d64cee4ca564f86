"""What a format could not write: told by whoever wrote the document, shown in the report until it is mended."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils import timezone

from dvb_wagtail.publication.tables import (
    FailedPart,
    Published,
    PublishedArticle,
    PublishedConference,
    PublishedSession,
)

logger = logging.getLogger(__name__)

AGAIN = timedelta(minutes=5)
"""So often what still fails is written down once more, however often it is asked for."""

_WRITTEN: tuple[type[Published], ...] = (PublishedConference, PublishedSession, PublishedArticle)


def note(identity: str, document: str, language: str, error: str) -> None:
    """Remember that a document (such as `programme.ics`) in a language goes without a thing.

    `identity` may have more after a slash, as that of a programme change has: what stands before it is told of, if it
    is a page's. Never raises: what cannot be written down must not keep the others from the document.
    """
    try:
        page = UUID(identity.partition("/")[0])
    except ValueError:
        return
    now = timezone.now()
    new = {"error": error[:2000], "since": now}
    try:
        with transaction.atomic():
            row, created = FailedPart.objects.get_or_create(
                identity=page, document=document, language=language, defaults=new
            )
            if not created and row.since < now - AGAIN:
                FailedPart.objects.filter(pk=row.pk).update(**new)
    except DatabaseError:
        logger.exception("What failed could not be written down.")


def standing() -> list[FailedPart]:
    """Return what failed, but for what has been published anew since. A constant number of queries."""
    found = list(FailedPart.objects.order_by("since", "pk"))
    changed = dict(_changes({each.identity for each in found})) if found else {}
    return [each for each in found if each.identity in changed and changed[each.identity] <= each.since]


def forget() -> None:
    """Forget all: after an upgrade it may be mended, and if not it is noted again."""
    FailedPart.objects.all().delete()


def _changes(identities: set[UUID]) -> Iterable[tuple[UUID, datetime]]:
    for table in _WRITTEN:
        yield from table._default_manager.filter(identity__in=identities, gone_at=None).values_list(
            "identity", "changed"
        )
