"""Speakers: their pages against their rows."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from uuid import UUID

import swapper

from dvb_wagtail.models.speaker import SpeakerMixin
from dvb_wagtail.publication import codes
from dvb_wagtail.publication.context import Run
from dvb_wagtail.publication.pages import Versions, read_versions
from dvb_wagtail.publication.projection.people import project_speaker
from dvb_wagtail.publication.tables import PublishedSpeaker

KIND = "speaker"


def reconcile_speakers(run: Run, identities: Collection[UUID] | None) -> set[UUID]:
    """Write the speakers; return the identities of those that changed."""
    if not (identities is None or identities):
        return set()
    found = read_versions(SpeakerMixin, identities, run.surroundings)
    rows = PublishedSpeaker.objects.order_by("pk")
    by_identity = {row.identity: row for row in (rows if identities is None else rows.filter(identity__in=identities))}
    codes_by_identity = codes.codes_of(KIND, [identity for identity, versions in found.items() if versions.public])
    indexes = _indexes(found.values())
    changed = set()
    for identity in {*found, *by_identity}:
        versions = found.get(identity) or Versions(identity, [], {})
        row = by_identity.get(identity)
        if not versions.public:
            if row is not None and _withdraw(run, row, versions):
                changed.add(identity)
            continue
        main = versions.main_language(run.surroundings)
        code = codes_by_identity[identity]
        speaker = run.read(versions, partial(project_speaker, versions, code, main, run.surroundings))
        if speaker is None:
            if row is not None and not run.may_stay(row, versions) and _withdraw(run, row, versions):
                changed.add(identity)
            continue
        if row is None:
            row = PublishedSpeaker(identity=identity, created=run.now, changed=run.now)
        index = indexes.get(versions.facts(main).path[: -run.surroundings.step], identity)
        if run.settle(row, speaker) or row.index != index:
            row.code, row.index = speaker.code, index
            row.name = next(iter(speaker.texts.values())).name
            row.save()
            changed.add(identity)
    return changed


def _withdraw(run: Run, row: PublishedSpeaker, versions: Versions) -> bool:
    if not run.withdraw(row, versions):
        return False
    row.name = ""
    row.save()
    return True


def _indexes(all_versions: Collection[Versions]) -> dict[str, UUID]:
    """Return the identities of the pages above, by path: the index that each speaker is listed in. One query."""
    page_model = swapper.load_model("wagtailcore", "Page")
    paths = {page.path[: -page_model.steplen] for versions in all_versions for page in versions.pages}
    return dict(page_model.objects.filter(path__in=paths).values_list("path", "translation_key"))
