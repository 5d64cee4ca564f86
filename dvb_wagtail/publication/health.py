"""What keeps something from being public, or right: for the report that editors read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import swapper
from django.utils.translation import gettext as _
from wagtail.models import Revision

from dvb_wagtail.publication.failures import standing
from dvb_wagtail.publication.tables import KeptOut, Pending

OVERDUE = timedelta(minutes=5)
"""So late may planned publishing be before the report says that nothing runs it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. `page` is the id of the page to mend, if there is one; `since` is aware."""

    title: str
    state: str
    reason: str
    since: datetime | None = None
    page: int | None = None


def findings(now: datetime) -> list[Finding]:
    """Return everything that is not as it should be, gravest first. A constant number of queries."""
    return [*_pending(), *_kept_out(), *_failed(), *_overdue(now)]


def _pending() -> Iterator[Finding]:
    rows = list(Pending.objects.order_by("pk"))
    page_model = swapper.load_model("wagtailcore", "Page")
    keys = {row.identity for row in rows if row.identity}
    pages = page_model.objects.filter(translation_key__in=keys).order_by("-pk") if keys else ()
    by_key: dict[UUID, Any] = {page.translation_key: page for page in pages}
    seen = set()
    for row in rows:
        page = by_key.get(row.identity) if row.identity else None
        known = (row.identity, row.page, row.error)
        if known in seen:
            continue
        seen.add(known)
        yield Finding(
            title=page.title if page else _("Several pages"),
            state=_("Waiting"),
            reason=row.error or _("It will be published as soon as the index is brought up to date."),
            since=row.since,
            page=page.pk if page else row.page,
        )


def _kept_out() -> Iterator[Finding]:
    for row in KeptOut.objects.order_by("title", "pk"):
        reason = row.get_reason_display()
        yield Finding(
            title=row.title,
            state=_("Not published"),
            reason=f"{reason} ({row.detail})" if row.detail else reason,
            since=row.since,
            page=row.page,
        )


def _failed() -> Iterator[Finding]:
    rows = standing()
    page_model = swapper.load_model("wagtailcore", "Page")
    keys = {row.identity for row in rows}
    pages = page_model.objects.filter(translation_key__in=keys, live=True).order_by("-pk") if keys else ()
    by_key: dict[UUID, Any] = {page.translation_key: page for page in pages}
    for row in rows:
        page = by_key.get(row.identity)
        if page:
            yield Finding(
                title=page.title,
                state=_("Left out"),
                reason=_("%(document)s (%(language)s) could not show it: %(error)s")
                % {"document": row.document, "language": row.language, "error": row.error},
                since=row.since,
                page=page.pk,
            )


def _overdue(now: datetime) -> Iterator[Finding]:
    """Planned publishing is done by a cron job; where nothing happens, nobody else says so."""
    page_model = swapper.load_model("wagtailcore", "Page")
    reason = _("The planned time has passed. Is publish_scheduled running?")
    planned = Revision.page_revisions.filter(approved_go_live_at__lt=now - OVERDUE).order_by("approved_go_live_at")
    due = {int(revision.object_id): revision.approved_go_live_at for revision in planned}
    for page in page_model.objects.filter(pk__in=due):
        yield Finding(page.get_admin_display_title(), _("Not yet published"), reason, due[page.pk], page.pk)
    for page in page_model.objects.filter(live=True, expire_at__lt=now - OVERDUE).order_by("expire_at"):
        yield Finding(page.title, _("Not yet expired"), reason, page.expire_at, page.pk)
