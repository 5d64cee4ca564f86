"""The pages of a speaker and their portraits: what goes with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import router
from django.db.models import Model, ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from modelcluster.models import get_all_child_relations
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex, Revision

from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.speaker import SpeakerMixin
from dvb_wagtail.publication.dependents import base_model
from dvb_wagtail.publication.erasing.plan import Plan


class Refused(Exception):
    """A page of the speaker cannot be deleted; `page` is its id, `models` what stands in the way."""

    def __init__(self, page: int, models: Collection[str]) -> None:
        super().__init__(page, models)
        self.page, self.models = page, sorted(models)


def find_pages(plan: Plan) -> None:
    """Plan the deletion of the speaker's pages. Raises Refused for one that other pages stand below."""
    page_model = swapper.load_model("wagtailcore", "Page")
    for page in page_model.objects.filter(pk__in=plan.person.pages).specific():
        below = page.get_descendants().exclude(pk__in=plan.person.pages)
        if below.exists():
            raise Refused(page.pk, {each.specific_class.__name__ for each in below})
        _delete(plan, page, page.pk)


def _delete(plan: Plan, instance: Model, page: int) -> None:
    """Note the row with all that the database deletes along with it."""
    collector = Collector(using=router.db_for_write(type(instance)), origin=instance)
    try:
        collector.collect([instance])
    except (ProtectedError, RestrictedError) as error:
        blocking = getattr(error, "protected_objects", None) or error.restricted_objects  # type: ignore[union-attr]
        raise Refused(page, {type(each).__name__ for each in blocking}) from error
    for model, instances in collector.data.items():
        plan.delete(model, (each.pk for each in instances))
    for rows in collector.fast_deletes:
        plan.delete(rows.model, rows.values_list("pk", flat=True))


def find_portraits(plan: Plan) -> set[int]:
    """Plan the deletion of portraits, also of earlier ones, that nothing else shows; return the ids of the others."""
    image_model = get_image_model()
    shared = set()
    drawn = {pk for pk in _portraits(plan.person.pages) if image_model.objects.filter(pk=pk).exists()}
    in_drafts = set(_in_drafts(plan.person.pages, image_model)) if drawn else set()
    for pk in sorted(drawn):
        if str(pk) in in_drafts or _is_used(plan, image_model, pk):
            shared.add(pk)
            continue
        plan.images.add(pk)
        _delete(plan, image_model.objects.get(pk=pk), min(plan.person.pages))
    return shared


def _portraits(pages: Collection[int]) -> set[int]:
    page_model = swapper.load_model("wagtailcore", "Page")
    revisions = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page_model), object_id__in=map(str, pages)
    )
    found = set(revisions.values_list("content__portrait", flat=True)) if pages else set()
    for model in page_models_with(SpeakerMixin):
        found.update(model.objects.filter(pk__in=pages).values_list("portrait", flat=True))
    return {pk for pk in found if isinstance(pk, int)}


def _is_used(plan: Plan, image_model: type[Model], pk: int) -> bool:
    """Tell whether anything that stays shows an image: by a foreign key, or within a text or list."""
    rendition_model = image_model.get_rendition_model()  # type: ignore[attr-defined]
    for relation in image_model._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        model: Any = relation.related_model
        if model is rendition_model or issubclass(model, image_model):
            continue
        users = model._base_manager.filter(**{relation.field.name: pk}).values_list("pk", flat=True)  # type: ignore[union-attr]
        if any(not plan.is_gone(model, user) for user in users):
            return True
    to = ContentType.objects.get_for_model(base_model(image_model), for_concrete_model=False)
    references = ReferenceIndex.objects.filter(to_content_type=to, to_object_id=str(pk))
    users = {(reference.base_content_type.model_class(), reference.object_id) for reference in references}
    return any(model is None or not plan.is_gone(model, user) for model, user in users)


def _in_drafts(pages: Collection[int], image_model: type[Model]) -> Iterator[str]:
    """Yield the ids of images in what editors have not published yet: the reference index knows only rows."""
    page_model = swapper.load_model("wagtailcore", "Page")
    for page in page_model.objects.filter(has_unpublished_changes=True).exclude(pk__in=pages).specific().iterator():
        yield from _images_of(page.get_latest_revision_as_object(), image_model)


def _images_of(instance: Any, image_model: type[Model]) -> Iterator[str]:
    for field in instance._meta.concrete_fields:
        if field.is_relation and field.related_model is image_model:
            yield str(field.value_from_object(instance))
        elif hasattr(field, "extract_references"):
            for model, pk, _model_path, _content_path in field.extract_references(field.value_from_object(instance)):
                if model is image_model:
                    yield str(pk)
    for relation in get_all_child_relations(instance):
        for row in getattr(instance, relation.get_accessor_name()).all():
            yield from _images_of(row, image_model)
