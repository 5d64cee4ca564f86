"""What is stored of the pages that can name people: their rows and all their revisions, one at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import ExpressionWrapper, F, JSONField
from wagtail.models import Revision

from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.publication.dependents import appearance_models
from dvb_wagtail.publication.erasing.content import Entry, Kind, Shape
from dvb_wagtail.publication.receivers import PUBLISHED

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Holding:
    """The content of a page, as its row has it or one of its revisions. `pk` is that of the row or the revision."""

    shape: Shape
    pk: int
    page: int
    identity: UUID | None
    content: Mapping[str, Any]


class Holdings:
    """Reads by page type, found by mixin. Nothing but identities is kept in memory."""

    @cached_property
    def shapes(self) -> dict[int, Shape]:
        """The page types that may name people, by the id of their content type."""
        models = {model for mixin in PUBLISHED for model in page_models_with(mixin)}
        types = ContentType.objects.get_for_models(*models, for_concrete_models=False)
        return {types[model].pk: Shape.of(model) for model in sorted(models, key=lambda each: each._meta.label)}

    @cached_property
    def identities(self) -> dict[int, UUID]:
        """The identities of all such pages, by id."""
        found: dict[int, UUID] = {}
        for shape in self.shapes.values():
            found.update(shape.model.objects.values_list("pk", "translation_key"))
        return found

    def rows(self, pks: Collection[int] | None = None) -> Iterator[Holding]:
        """Yield the pages as their rows are, without their appearances; those with these ids, all if None."""
        for content_type, shape in self.shapes.items():
            names = [*shape.streams, *shape.credit_fields]
            pages = shape.model.objects.filter(content_type=content_type).order_by("pk").annotate(**raw(shape.streams))
            if pks is not None:
                pages = pages.filter(pk__in=pks)
            columns = [*(raw_name(name) for name in shape.streams), *shape.credit_fields]
            for pk, identity, *values in pages.values_list("pk", "translation_key", *columns).iterator(CHUNK):
                yield Holding(shape, pk, pk, identity, dict(zip(names, values, strict=True)))

    def revisions(self, pks: Collection[int] | None = None) -> Iterator[Holding]:
        """Yield the pages as their revisions are; those with these ids, all if None."""
        revisions = Revision.objects.filter(content_type__in=self.shapes).order_by("pk")
        if pks is not None:
            revisions = revisions.filter(pk__in=pks)
        found = revisions.values_list("pk", "object_id", "content_type", "content")
        for pk, page, content_type, content in found.iterator(CHUNK):
            yield Holding(self.shapes[content_type], pk, int(page), self.identities.get(int(page)), content)

    @staticmethod
    def appearances() -> Iterator[tuple[Any, int, int, UUID, Entry]]:
        """Yield each appearance in a row of its own: its model and id, its session's id and identity, and whom."""
        for model, session in appearance_models():
            rows = model._default_manager.order_by("pk")
            names = ("pk", f"{session}_id", f"{session}__translation_key", "speaker_id", "name")
            for pk, page, identity, speaker, name in rows.values_list(*names).iterator(CHUNK):
                yield model, pk, page, identity, Entry(Kind.APPEARANCE, speaker, name)


def raw(names: Collection[str]) -> dict[str, Any]:
    """Return annotations that give lists as the JSON they are stored as: as blocks they would lose unknown ones."""
    return {raw_name(name): ExpressionWrapper(F(name), output_field=JSONField()) for name in names}


def raw_name(name: str) -> str:
    return f"dvb_raw_{name}"
