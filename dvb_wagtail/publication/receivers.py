"""Hear of everything that can change what is public, and only mark it.

Wagtail's own signals are not enough: a plain save, an alias, a restriction or a script sends none, and those of a move
or a new slug come after the commit. So what is saved and deleted is heard, in the transaction that does it. Only the
models that matter are listened to: a listener to all of them would slow every deletion of the project.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import swapper
from django.apps import apps
from django.db import connection
from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from taggit.models import TagBase
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection as MediaCollection
from wagtail.models import CollectionViewRestriction, PageViewRestriction, Site, get_page_models

from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.indexed import IndexedArticle, IndexedNews, IndexedSession
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import AbstractAppearance
from dvb_wagtail.models.speaker import SpeakerMixin
from dvb_wagtail.publication.dependents import appearance_models, base_model, pages_showing, sessions_of_speakers
from dvb_wagtail.publication.pending import mark

PUBLISHED = (SeriesMixin, ConferenceMixin, IndexedSession, SpeakerMixin, IndexedNews, IndexedArticle)

DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "latest_revision",
        "latest_revision_created_at",
        "has_unpublished_changes",
        "approved_go_live_at",
        "go_live_at",
        "expire_at",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)
"""What saving a draft or planning a publication writes of a page: nothing of it is public."""


def connect() -> None:
    """Connect the receivers; called once, when the app is ready."""
    for page_model in get_page_models():
        _connect(post_save, _page_saved, page_model)
        if base_model(page_model) is page_model:
            # Deleting a page deletes its row in the base table, whatever its class.
            _connect(pre_delete, _page_about_to_be_deleted, page_model)
            _connect(post_delete, _page_deleted, page_model)
    for model in _other_models():
        _connect(pre_save, _about_to_be_saved, model)
        _connect(post_save, _saved, model)
        _connect(pre_delete, _about_to_be_deleted, model)


def _connect(signal: Any, receiver: Any, model: type[Model]) -> None:
    signal.connect(receiver, sender=model, dispatch_uid=f"dvb_wagtail.{receiver.__name__}.{model._meta.label}")


def _other_models() -> list[type[Model]]:
    """Return the models of what is no page, but is shown on pages or decides who sees them."""
    tags = [model for model in apps.get_models() if issubclass(model, TagBase)]
    people = [model for model, _session in appearance_models()]
    deciding = [PageViewRestriction, CollectionViewRestriction, Site, MediaCollection]
    return [*people, *deciding, get_image_model(), get_document_model(), *tags]


# ---- pages


def _page_saved(sender: type[Model], instance: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
    if update_fields and DRAFT_FIELDS.issuperset(update_fields):
        return
    identities = _following(instance)
    if _is_ours(instance) or pages_showing(instance):
        identities.add(instance.translation_key)
    mark(identities=identities)


def _page_about_to_be_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Before: afterwards nobody knows any more who linked to it, or whose page it was."""
    is_speaker = issubclass(instance.specific_class or type(instance), SpeakerMixin)
    sessions = sessions_of_speakers([instance.translation_key]) if is_speaker else ()
    mark(identities=sessions, pages=pages_showing(instance))


def _page_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    if _is_ours(instance):
        mark(identities=[instance.translation_key])


def _is_ours(page: Any) -> bool:
    """Tell by the specific class: expiry saves the base class."""
    return issubclass(page.specific_class or type(page), PUBLISHED)


def _following(page: Any) -> set[UUID]:
    """Return the identities of the pages below one that has just got another address, or opened a site's language.

    Wagtail gives them their addresses in the same transaction, after this, by raw SQL.
    """
    if not page.numchild:
        return set()
    page_model = swapper.load_model("wagtailcore", "Page")
    below = page_model.objects.filter(path__startswith=page.path)
    fronts = Site.objects.filter(root_page__translation_key=page.translation_key).exclude(root_page=page.pk)
    if not fronts.exists():
        below = below.exclude(url_path__startswith=page.url_path)
    return set(below.values_list("translation_key", flat=True))


# ---- everything else


def _about_to_be_saved(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Mark what Wagtail saves outside a transaction already before: that outlives a process killed after the save."""
    if not connection.in_atomic_block:
        _mark(instance, created=instance.pk is None, later=True)


def _saved(sender: type[Model], instance: Any, created: bool = False, **kwargs: Any) -> None:  # noqa: FBT001, FBT002
    _mark(instance, created=created)


def _about_to_be_deleted(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Before: afterwards nobody knows any more which pages showed it."""
    _mark(instance, deleted=True)


def _mark(instance: Any, *, created: bool = False, deleted: bool = False, later: bool = False) -> None:
    """Mark what a thing that is no page decides or is shown in. What is new is shown nowhere yet."""
    if isinstance(instance, AbstractAppearance):
        parents = [field.name for field in instance._meta.fields if isinstance(field, ParentalKey)]
        sessions = [session for name in parents if (session := getattr(instance, name))]
        mark(identities=[session.translation_key for session in sessions], later=later)
    elif isinstance(instance, (get_image_model(), get_document_model())):
        mark(pages=() if created else pages_showing(instance), later=later)
    elif isinstance(instance, PageViewRestriction) and (created or deleted):
        mark(identities=_restricted(instance.page_id), later=later)
    elif not (created and isinstance(instance, (TagBase, MediaCollection))):
        # A restriction may have been of another page before, a site have had another root.
        mark(everything=True, later=later)


def files_moved(objects: Iterable[Any]) -> None:
    """Mark what shows images or documents that were put into another collection together.

    Wagtail's admin does that by one query, which sends no signal; the collection may be a private one.
    """
    for each in objects:
        if isinstance(each, (get_image_model(), get_document_model())):
            mark(pages=pages_showing(each))


def _restricted(page_id: int) -> set[UUID]:
    """Return the identities under a restricted page, and under every page that mirrors one of them."""
    page_model = swapper.load_model("wagtailcore", "Page")
    paths = set(page_model.objects.filter(pk=page_id).values_list("path", flat=True))
    found: set[UUID] = set()
    new = paths
    while new:
        found |= set(page_model.objects.filter(_under("path", new)).values_list("translation_key", flat=True))
        mirrors = page_model.objects.filter(_under("alias_of__path", new))
        new = set(mirrors.values_list("path", flat=True)) - paths
        paths |= new
    return found


def _under(field: str, paths: Collection[str]) -> Q:
    under = Q()
    for path in paths:
        under |= Q(**{f"{field}__startswith": path})
    return under
