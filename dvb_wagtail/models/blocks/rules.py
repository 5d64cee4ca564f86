"""Rules between the fields of a block. A draft may break them, what is published may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class RuledBlock(blocks.StructBlock):
    """A block whose fields must fit each other when the page is published."""

    def broken_rules(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is wrong with a whole value, by the name of the field that is to be mended."""
        return {}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and (broken := self.broken_rules(cleaned)):
            raise StructBlockValidationError({name: ValidationError(text) for name, text in broken.items()})
        return cleaned
