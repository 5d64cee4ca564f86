"""What shows, holds or links to something else, and so must be looked at when that changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex

from dvb_wagtail.models.indexed import IndexedArticle
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.session import AbstractAppearance, SessionMixin


def identities_below(identities: Collection[UUID], mixin: type, below: type) -> set[UUID]:
    """Return the identities of pages with the mixin `below` that stand under pages of these identities."""
    if not identities:
        return set()
    paths = [
        path
        for model in page_models_with(mixin)
        for path in model.objects.filter(translation_key__in=identities).values_list("path", flat=True)
    ]
    found: set[UUID] = set()
    for model in page_models_with(below) if paths else ():
        under = Q()
        for path in paths:
            under |= Q(path__startswith=path)
        found.update(model.objects.filter(under).values_list("translation_key", flat=True))
    return found


def appearance_models() -> list[tuple[type[Model], str]]:
    """Return each concrete appearance model with the name of its key to a session."""
    found = []
    for relation_owner in page_models_with(SessionMixin):
        for relation in relation_owner._meta.related_objects:
            model = relation.related_model
            if issubclass(model, AbstractAppearance) and isinstance(relation.field, ParentalKey):
                found.append((model, relation.field.name))
    return found


def sessions_of_speakers(identities: Collection[UUID]) -> set[UUID]:
    """Return the identities of sessions in which speakers of these identities appear, public or not.

    One query an appearance model.
    """
    if not identities:
        return set()
    return {
        identity
        for model, session in appearance_models()
        for identity in model._default_manager.filter(speaker__translation_key__in=identities).values_list(
            f"{session}__translation_key", flat=True
        )
    }


def articles_linking_to(pages: Collection[int]) -> set[UUID]:
    """Return the identities of articles whose text links to pages with these ids, or tells of them."""
    page_model = swapper.load_model("wagtailcore", "Page")
    found = _referring_pages(page_model, map(str, pages))
    return {
        identity
        for model in (page_models_with(IndexedArticle) if found else ())
        for identity in model.objects.filter(pk__in=found).values_list("translation_key", flat=True)
    }


def pages_showing(instance: Any) -> set[int]:
    """Return the ids of pages that refer to an image, document or page, by Wagtail's reference index."""
    return set(_referring_pages(type(instance), [str(instance.pk)]))


def _referring_pages(model: type[Model], pks: Iterable[str]) -> list[int]:
    pks = list(pks)
    if not pks:
        return []
    page_model = swapper.load_model("wagtailcore", "Page")
    content_types = ContentType.objects.get_for_models(page_model, base_model(model), for_concrete_models=False)
    found = ReferenceIndex.objects.filter(
        base_content_type=content_types[page_model],
        to_content_type=content_types[base_model(model)],
        to_object_id__in=pks,
    )
    return [int(pk) for pk in found.values_list("object_id", flat=True).distinct()]


def base_model(model: type[Model]) -> type[Model]:
    """Return the model whose table holds the first part of a multi-table model: its topmost concrete parent."""
    parents = [parent for parent in model._meta.get_parent_list() if not parent._meta.abstract]
    return parents[-1] if parents else model
