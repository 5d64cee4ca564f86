"""Finds everything that is stored of a person, and writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from uuid import UUID

import swapper
from wagtail.images import get_image_model
from wagtail.models import Revision, WorkflowState

from dvb_wagtail.publication.erasing.content import Entry, without
from dvb_wagtail.publication.erasing.holdings import Holdings
from dvb_wagtail.publication.erasing.logs import Logs
from dvb_wagtail.publication.erasing.mentions import Survey
from dvb_wagtail.publication.erasing.names import Mentions
from dvb_wagtail.publication.erasing.pages import find_pages, find_portraits
from dvb_wagtail.publication.erasing.person import Verdict, identify
from dvb_wagtail.publication.erasing.plan import Line, Plan, Verb
from dvb_wagtail.publication.erasing.traces import find_redirects, find_rows, find_words


def find(
    who: Sequence[str],
    pages: Sequence[int],
    holdings: Holdings,
    *,
    plain_only: bool,
    drop_revisions: bool,
) -> Plan:
    """Return what is to be done. Raises what `identify` and `find_pages` raise."""
    person = identify(who, pages, holdings, plain_only=plain_only)
    plan = Plan(person)
    mentions = Mentions(person.all_names)
    find_pages(plan)
    shared = find_portraits(plan)
    same_name = _find_entries(plan, holdings)
    find_redirects(plan, mentions)
    find_words(plan, mentions)
    find_rows(plan)
    Logs(plan).find()
    survey = Survey(plan, holdings, mentions)
    mentioned = survey.lines()
    if drop_revisions:
        plan.old_revisions.update(_superseded(mentioned))
        plan.delete(Revision, plan.old_revisions)
        plan.revisions = {pk: fields for pk, fields in plan.revisions.items() if pk not in plan.old_revisions}
    image_model = get_image_model()
    image_kind = image_model._meta.model_name or ""
    portraits = [
        Line(Verb.KEEP, image_kind, str(pk), ("portrait",), survey.address(image_model, pk)) for pk in sorted(shared)
    ]
    plan.left += [*portraits, *_namesakes(plan, same_name, survey)]
    plan.left += [line for line in mentioned if not (line.kind == "revision" and plan.is_gone(Revision, line.pk))]
    return plan


Places = dict[tuple[str, int], set[str]]
"""Kinds of entries by where they are: in a page or a revision, and its id."""


def _find_entries(plan: Plan, holdings: Holdings) -> Places:
    """Plan what is to be taken out of rows and revisions; return where entries of the same name are left."""
    person = plan.person
    page_model = swapper.load_model("wagtailcore", "Page")
    same_name: Places = defaultdict(set)

    def goes(entry: Entry, identity: UUID | None, place: tuple[str, int]) -> bool:
        verdict = person.verdict(entry, identity)
        if verdict is Verdict.SAME_NAME:
            same_name[place].add(entry.kind)
        return verdict is Verdict.THEIRS

    for model, pk, page, identity, entry in holdings.appearances():
        if goes(entry, identity, ("page", page)):
            plan.appearances[model][pk] = page
            plan.delete(model, [pk])
    for kind, model, found, changed in (
        ("page", page_model, holdings.rows(), plan.rows),
        ("revision", Revision, holdings.revisions(), plan.revisions),
    ):
        for holding in found:
            if plan.is_gone(model, holding.pk):
                continue
            judge = partial(goes, identity=holding.identity, place=(kind, holding.pk))
            if fields := without(holding.shape, holding.content, judge):
                changed[holding.pk] = tuple(fields)
    return same_name


def _namesakes(plan: Plan, same_name: Places, survey: Survey) -> Iterator[Line]:
    """Yield the pages of other speakers of that name, and the entries that may be theirs."""
    places = {**{("page", pk): {"speaker"} for pk in plan.person.others}, **same_name}
    page_model = swapper.load_model("wagtailcore", "Page")
    for (kind, pk), kinds in sorted(places.items()):
        address = survey.address(Revision if kind == "revision" else page_model, pk)
        yield Line(Verb.SAME_NAME, kind, str(pk), tuple(sorted(kinds)), address)


def _superseded(lines: Iterable[Line]) -> Iterator[int]:
    """Yield the revisions that only the history shows: neither the latest nor live, planned or in a workflow."""
    working = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    for revision in Revision.objects.filter(pk__in=[line.pk for line in lines if line.kind == "revision"]):
        current = revision.content_object
        in_use = {getattr(current, name, None) for name in ("latest_revision_id", "live_revision_id")}
        if revision.pk in in_use or revision.approved_go_live_at:
            continue
        if not revision.task_states.filter(workflow_state__status__in=working).exists():
            yield revision.pk
