"""Fills what the content leaves out of a block, as the form that an editor sees does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.blocks import Block, ListBlock, StructBlock
from wagtail.models import Page

from example_project.reading import Entry


def entries(model: type[Page], field: str, values: Iterable[Entry]) -> list[tuple[str, Any]]:
    """Return the blocks of a list that has one type of them."""
    ((name, block),) = model._meta.get_field(field).stream_block.child_blocks.items()
    return [(name, _whole(block, value)) for value in values]


def _whole(block: Block, value: Any) -> Any:
    if isinstance(block, ListBlock):
        return [_whole(block.child_block, each) for each in value]
    if isinstance(block, StructBlock):
        unknown = value.keys() - block.child_blocks.keys()
        if unknown:
            raise KeyError(f"{type(block).__name__} has no {', '.join(unknown)}")
        return {
            name: _whole(child, value[name]) if name in value else _empty(child)
            for name, child in block.child_blocks.items()
        }
    return value


def _empty(block: Block) -> Any:
    """What the form makes of an empty field: no text is an empty one."""
    default = block.get_default()
    return getattr(getattr(block, "field", None), "empty_value", None) if default is None else default
