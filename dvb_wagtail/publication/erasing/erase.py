"""Erases a person from every table, in one transaction, and brings the publication index up to date at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import swapper
from django.core.cache import caches
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import PurgeBatch, get_backends
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex, Revision
from wagtail.search import index

from dvb_wagtail.publication.erasing.content import Entry, without
from dvb_wagtail.publication.erasing.finding import find
from dvb_wagtail.publication.erasing.holdings import Holding, Holdings
from dvb_wagtail.publication.erasing.logs import Logs
from dvb_wagtail.publication.erasing.names import Mentions
from dvb_wagtail.publication.erasing.person import Person, Unknown, Verdict
from dvb_wagtail.publication.erasing.plan import Plan
from dvb_wagtail.publication.erasing.traces import clear_words, delete_redirects, withdraw_unreadable
from dvb_wagtail.publication.pending import flush, mark
from dvb_wagtail.publication.reconcile import lock
from dvb_wagtail.publication.tables import PermanentCode

BATCH = 200


def erase(
    who: Sequence[str],
    pages: Sequence[int] = (),
    *,
    plain_only: bool = False,
    drop_revisions: bool = False,
    clear_caches: bool = False,
    dry_run: bool = False,
) -> Plan:
    """Erase one person, given by codes of speakers, plain names and ids of speakers' pages; return what was done.

    A plain name that a speaker's page has, too, raises Ambiguous unless the page is given as well, or `plain_only`
    says that they are different people. `drop_revisions`: older revisions whose texts mention the person go as well.
    `clear_caches`: all of Django's caches are emptied after the commit. `dry_run`: nothing is written, and what would
    be done is returned.

    Raises Unknown where nothing is stored of anybody like that, and Refused where a page cannot be deleted. Then
    nothing is written either.
    """
    with transaction.atomic():
        if not dry_run:
            lock()
        holdings = Holdings()
        plan = find(who, pages, holdings, plain_only=plain_only, drop_revisions=drop_revisions)
        if plan.is_empty and not plan.left and not plan.person.codes:
            raise Unknown
        if not dry_run:
            _carry_out(plan, holdings)
            if clear_caches:
                transaction.on_commit(_clear_caches)
    return plan


def _carry_out(plan: Plan, holdings: Holdings) -> None:
    person, mentions = plan.person, Mentions(plan.person.all_names)
    _purge_after_commit(plan)
    _rewrite(plan, holdings)
    _delete(plan)
    changed = {holdings.identities[page] for page in plan.changed_pages}
    stale = {identity for rows in plan.stale.values() for identity in rows.values()}
    mark(identities={*person.identities, *changed, *stale})
    flush()
    withdraw_unreadable(person, changed, mentions)
    clear_words(mentions)
    Logs(plan).write()
    _index_anew(plan.changed_pages)


def _rewrite(plan: Plan, holdings: Holdings) -> None:
    """Take the person out of rows and revisions. No date of theirs moves: nobody has edited them."""
    for model, pks in plan.appearances.items():
        for batch in _batches(pks):
            model._default_manager.filter(pk__in=batch).delete()
    for batch in _batches(plan.rows):
        for holding in list(holdings.rows(batch)):
            holding.shape.model.objects.filter(pk=holding.pk).update(**_without(holding, plan.person))
    for batch in _batches(plan.revisions):
        for holding in list(holdings.revisions(batch)):
            content = {**holding.content, **_without(holding, plan.person)}
            Revision.objects.filter(pk=holding.pk).update(content=content)


def _without(holding: Holding, person: Person) -> dict[str, Any]:
    def goes(entry: Entry) -> bool:
        return person.verdict(entry, holding.identity) is Verdict.THEIRS

    return without(holding.shape, holding.content, goes)


def _delete(plan: Plan) -> None:
    delete_redirects(plan)
    PermanentCode.objects.filter(pk__in=plan.codes).delete()
    for revision in Revision.objects.filter(pk__in=plan.old_revisions):
        revision.delete()
    page_model = swapper.load_model("wagtailcore", "Page")
    # Wagtail logs the titles of what it deletes and of what mirrors it, and other receivers may send them on.
    for pk in plan.person.pages:
        page_model.objects.filter(pk=pk).update(title=f"#{pk}", draft_title=f"#{pk}")
    for pk in sorted(plan.person.pages):
        page_model.objects.get(pk=pk).specific.delete()
    for image in get_image_model().objects.filter(pk__in=plan.images):
        image.delete()


def _index_anew(pages: Collection[int]) -> None:
    """Bring Wagtail's search and reference indexes up to date: what was written here has sent no signal."""
    page_model = swapper.load_model("wagtailcore", "Page")
    for page in page_model.objects.filter(pk__in=pages).specific().iterator(BATCH):
        index.insert_or_update_object(page)
        ReferenceIndex.create_or_update_for_object(page)


def _purge_after_commit(plan: Plan) -> None:
    """Have a cache in front of the site forget the pages, and those above them, which list them."""
    if not get_backends():
        return
    page_model = swapper.load_model("wagtailcore", "Page")
    purge = PurgeBatch()
    for page in page_model.objects.filter(pk__in={*plan.person.pages, *plan.changed_pages}, live=True):
        purge.add_pages([page, page.get_parent()])
    transaction.on_commit(purge.purge, robust=True)


def _clear_caches() -> None:
    for cache in caches.all():
        cache.clear()


def _batches(pks: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(pks)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]
