"""Model fields that several page types share."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string


def time_zones() -> list[tuple[str, str]]:
    """Return the IANA time zones as choices. Callable, so that no migration depends on the machine's list."""
    return [*((name, name.replace("_", " ")) for name in _regional_zones()), ("UTC", "UTC")]


@cache
def _regional_zones() -> tuple[str, ...]:
    """Return the zones named after places, sorted. Kept, since Python opens six hundred files to find them."""
    return tuple(sorted(name for name in zoneinfo.available_timezones() if "/" in name))


def default_time_zone() -> str:
    return settings.TIME_ZONE or "UTC"


def image_field(verbose_name: Any) -> Any:
    """Return a reference to a picture of the project's image model; it empties when the picture is deleted."""
    return models.ForeignKey(
        get_image_model_string(),
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class CodesField(models.JSONField):
    """Permanent codes of things that an edition lists (themes, tickets), as a JSON list of strings.

    Codes and not foreign keys: copying, translating or restoring a page then never breaks a reference.
    Any list of strings is valid here; the form offers the edition's own (see `forms`).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", list(args), kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            required=False,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )


class ListField(StreamField):
    """A StreamField whose blocks stand in no migration: their labels and help texts may change in any release.

    Without this every corrected word would be a migration in each project.
    """

    def __init__(self, block_types: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}

    def clone(self) -> ListField:
        """Copy with the blocks, which `deconstruct` leaves out."""
        _name, _path, _args, kwargs = self.deconstruct()
        kwargs.pop("block_lookup")
        return type(self)(self.block_types_arg, **kwargs)
