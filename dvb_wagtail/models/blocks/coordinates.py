"""Latitude and longitude, as people write and paste them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from wagtail import blocks

LATITUDE, LONGITUDE = 90, 180
"""The most degrees that there are of each."""

NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d*)?")
PAIR = re.compile(rf"\s*({NUMBER.pattern})°?(?:\s*[,;]\s+|\s*;\s*|\s+)({NUMBER.pattern})°?\s*")
POINT_PAIR = re.compile(r"\s*([+-]?\d{1,3}\.\d+)°?\s*,\s*([+-]?\d{1,3}\.\d+)°?\s*")
MINUS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"})


def pair(text: str) -> tuple[str, str] | None:
    """Return latitude and longitude where both stand in one text, as maps give them ("63.8258, 20.2630")."""
    text = text.translate(MINUS)
    found = POINT_PAIR.fullmatch(text) or PAIR.fullmatch(text)
    return (found[1], found[2]) if found else None


class CoordinateField(forms.Field):
    """Decimal degrees, with a point or a comma whatever the reader's language, and shown as that language has it.

    A browser's own field for numbers takes only one of the two, and empties what it does not take.
    """

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        """`limit` is the highest and, with a minus before it, the lowest number of degrees."""
        super().__init__(**kwargs)
        self.limit = limit

    def prepare_value(self, value: Any) -> Any:
        return number_format(value, use_l10n=True) if isinstance(value, float | int) else value

    def to_python(self, value: Any) -> float | None:
        """Return degrees. Raises ValidationError with a text that says what to write."""
        if value in self.empty_values:
            return None
        text = str(value).translate(MINUS).strip().removesuffix("°").strip()
        if not NUMBER.fullmatch(text):
            if pair(text):
                raise ValidationError(_("These are two numbers. Latitude and longitude have a field each."))
            raise ValidationError(_("Write it in decimal degrees, such as %(number)s.") % {"number": self._example()})
        degrees = float(text.replace(",", "."))
        if not -self.limit <= degrees <= self.limit:
            raise ValidationError(_("Write a number from -%(limit)s to %(limit)s.") % {"limit": self.limit})
        return degrees

    def _example(self) -> Any:
        return self.prepare_value(63.8258 if self.limit == LATITUDE else 20.263)


class CoordinateBlock(blocks.FieldBlock):
    """Decimal degrees as a float: `limit` is LATITUDE or LONGITUDE."""

    def __init__(self, *, limit: int, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        self.field = CoordinateField(limit=limit, required=required, help_text=help_text)
        super().__init__(**kwargs)

    class Meta:
        icon = "decimal"


class PositionedBlock(blocks.StructBlock):
    """A block with `latitude` and `longitude`. Both pasted into one of them are put where they belong."""

    def clean(self, value: Mapping[str, Any]) -> Any:
        return super().clean(self.normalize(dict(value) | found) if (found := split(value)) else value)


def split(value: Mapping[str, Any]) -> dict[str, str]:
    """Return latitude and longitude where one of the two fields has both and the other one nothing; else nothing."""
    fields = {name: value.get(name) for name in ("latitude", "longitude")}
    filled = [each for each in fields.values() if each not in (None, "")]
    found = pair(filled[0]) if len(filled) == 1 and isinstance(filled[0], str) else None
    return dict(zip(fields, found, strict=True)) if found else {}
