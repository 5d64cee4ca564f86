"""Which page types a project has. Looked for by mixin, never by concrete class: installers may have their own."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.coreutils import resolve_model_string
from wagtail.models import get_page_models


def page_models_with(mixin: type) -> list[Any]:
    """Return the installed page models that have the mixin."""
    return [model for model in get_page_models() if issubclass(model, mixin)]


class Placed(models.Model):
    """A page type that says what belongs where, among the package's own types.

    Wagtail compares classes exactly, so that a project's own kind of conference could have none of our sessions: here
    a declared parent or child stands for its subclasses, too. And a list of children would shut out every page type of
    the project; here each of those says for itself where it stands, as it does anywhere else.
    """

    dvb_subpage_types: tuple[str, ...] = ()
    """The types of the package that may stand below. With Wagtail's `subpage_types` a subclass names all of them."""

    class Meta:
        abstract = True

    @classmethod
    def clean_parent_page_models(cls) -> list[Any]:
        return _with_subclasses(super().clean_parent_page_models())  # type: ignore[misc]

    @classmethod
    def clean_subpage_models(cls) -> list[Any]:
        found = super().clean_subpage_models()  # type: ignore[misc]
        if getattr(cls, "subpage_types", None) is not None:
            return _with_subclasses(found)
        below = [resolve_model_string(name) for name in cls.dvb_subpage_types]
        return [model for model in found if model in below or model._meta.app_label != OURS]


OURS = "dvb_pages"
"""The app label of the ready page types."""


def _with_subclasses(models: list[Any]) -> list[Any]:
    return [model for model in get_page_models() if issubclass(model, tuple(models))]
