"""Words that are the same in every language."""

from __future__ import annotations

from typing import Any

from wagtail import blocks


class FactBlock(blocks.CharBlock):
    """A code, a number or an address: wagtail-localize offers it to no translator, and copies it to every language."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return what is to be translated: nothing. wagtail-localize asks each block for it."""
        return []
