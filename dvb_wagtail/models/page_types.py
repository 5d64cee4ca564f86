"""Which page types a project has. Looked for by mixin, never by concrete class: installers may have their own."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import get_page_models


def page_models_with(mixin: type) -> list[Any]:
    """Return the installed page models that have the mixin."""
    return [model for model in get_page_models() if issubclass(model, mixin)]


class SubclassesBelong(models.Model):
    """A page type whose declared parents and children stand for their subclasses, too.

    Wagtail compares classes exactly, so that a project's own kind of conference could have none of our sessions.
    """

    class Meta:
        abstract = True

    @classmethod
    def clean_parent_page_models(cls) -> list[Any]:
        return _with_subclasses(super().clean_parent_page_models())  # type: ignore[misc]

    @classmethod
    def clean_subpage_models(cls) -> list[Any]:
        return _with_subclasses(super().clean_subpage_models())  # type: ignore[misc]


def _with_subclasses(models: list[Any]) -> list[Any]:
    return [model for model in get_page_models() if issubclass(model, tuple(models))]
