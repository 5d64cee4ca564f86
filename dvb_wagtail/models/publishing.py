"""What a page must fulfil to be published, and a draft need not: Wagtail saves drafts while the editor is typing.

A field that must not be empty says so by `blank=False` alone, and Wagtail asks for it only when the page is
published. Rules between fields go here.

Abstract models without fields, and not plain classes: those would stand by their path in every project's migrations.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.models import get_all_child_relations

from dvb_wagtail.models.blocks.rules import RuledBlock
from dvb_wagtail.models.fields import ListField
from dvb_wagtail.models.localize import Untranslated
from dvb_wagtail.models.page_notes import Note, picture_notes, still_public_notes, translation_notes


class PublishingRules(models.Model):
    """Rules between the fields of a page, or of a row on a page, that hold once it is published.

    The form sets `is_deferred_validation` while it saves a draft, as Wagtail does on its forms, fields and blocks.
    Where no form is at work (`save_revision().publish()`, the API), the rules hold.
    """

    is_deferred_validation = False

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if not self.is_deferred_validation and (broken := self.broken_rules()):
            raise ValidationError(broken)

    def broken_rules(self) -> dict[str, Any]:
        """Return what is wrong, by the name of the field that is to be mended. Subclasses add to `super()`'s."""
        return {}


class PublishedPage(PublishingRules):
    """A page that also holds the rules of its blocks and rows when it is stored as a live page.

    Wagtail validates the fields of the page alone; its form has looked at blocks and rows, a script has not.
    """

    facts: tuple[str, ...] = ()
    """Fields that are read from the main page of an identity alone: a translation shows them, and takes them over."""

    fact_lists: tuple[str, ...] = ()
    """Lists whose entries are the main page's; a translation has words of its own for them (see `models.texts`)."""

    pictures: tuple[tuple[str, str], ...] = ()
    """Each picture's field, and that of what it shows."""

    override_translatable_fields = Untranslated()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.live and kwargs.get("clean", True):  # type: ignore[attr-defined]
            self._clean_parts()
        super().save(*args, **kwargs)

    def page_notes(self) -> list[Note]:
        """Return what an editor should know of the page by itself. Subclasses add to `super()`'s."""
        of_translation = translation_notes(self) if self.facts or self.fact_lists else ()
        return [*of_translation, *still_public_notes(self), *picture_notes(self)]

    def key_notes(self) -> list[Note]:
        """Return what is wrong with the page's key, to be said beside it. Of a page without a key there is nothing."""
        return []

    def clash_notes(self, parent: Any = None) -> list[Note] | None:
        """Return how the page and others are in each other's way; None if there is nothing to compare.

        `parent` is the page that a new one will stand under.
        """
        return None

    def _clean_parts(self) -> None:
        broken = {}
        for field in self._meta.concrete_fields:
            for bound in getattr(self, field.name) if isinstance(field, ListField) else ():
                if isinstance(bound.block, RuledBlock) and (found := bound.block.broken_rules(bound.value)):
                    broken[field.name] = next(iter(found.values()))
        if broken:
            raise ValidationError(broken)
        for relation in get_all_child_relations(self):
            if issubclass(relation.related_model, PublishingRules):
                for row in getattr(self, relation.get_accessor_name()).all():
                    row.clean()
