"""What names a person in the content of a page: read from the JSON of rows and revisions, and taken out of it.

From the JSON, not from blocks: an old revision may hold blocks that its page type has no more, and they must stay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ListBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

from dvb_wagtail.models.article import ArticleMixin
from dvb_wagtail.models.blocks.body import BylineBlock, FigureBlock
from dvb_wagtail.models.blocks.people import ContactBlock, HostBlock
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.session import AbstractAppearance


class Kind(StrEnum):
    """As what somebody is named. A link is a chosen page and no name."""

    APPEARANCE = "appearance"
    HOST = "host"
    CONTACT = "contact"
    BYLINE = "byline"
    CREDIT = "credit"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody named: by the id of a page, by a plain name, or by both."""

    kind: Kind
    page: int | None
    name: str


Judge = Callable[[Entry], bool]
"""Tells whether an entry goes."""


@dataclass(frozen=True)
class Shape:
    """Where a page type names people: its lists, its credits, and the rows of its appearances."""

    model: Any
    streams: Mapping[str, StreamBlock]
    credit_fields: tuple[str, ...]
    people: tuple[str, ...]

    @classmethod
    def of(cls, model: Any) -> Shape:
        fields = [field for field in model._meta.concrete_fields if isinstance(field, StreamField)]
        relations = [
            relation.get_accessor_name()
            for relation in get_all_child_relations(model)
            if issubclass(relation.related_model, AbstractAppearance)
        ]
        return cls(
            model=model,
            streams={field.name: field.stream_block for field in fields},
            credit_fields=("image_credit",) if issubclass(model, ConferenceMixin | ArticleMixin) else (),
            people=tuple(relations),
        )


def without(shape: Shape, content: Mapping[str, Any], goes: Judge) -> dict[str, Any]:
    """Return the fields of the content that are others without the entries that go, as they are to be written.

    Lists may be JSON, as in a row, or text, as in a revision; they are returned as they came.
    """
    changed: dict[str, Any] = {}
    for name, block in shape.streams.items():
        stored = content.get(name)
        stream = _decoded(stored)
        pruned = _pruned(block, stream, goes)
        if pruned != stream:
            changed[name] = json.dumps(pruned, cls=DjangoJSONEncoder) if isinstance(stored, str) else pruned
    for name in shape.credit_fields:
        if (credit := content.get(name)) and goes(Entry(Kind.CREDIT, None, credit)):
            changed[name] = ""
    for name in shape.people:
        rows = content.get(name)
        if isinstance(rows, list):
            kept = [row for row in rows if not goes(_named(Kind.APPEARANCE, row))]
            if len(kept) < len(rows):
                changed[name] = kept
    return changed


def _decoded(stored: Any) -> Any:
    if not isinstance(stored, str):
        return stored
    try:
        return json.loads(stored)
    except ValueError:
        return None


def _named(kind: Kind, value: Mapping[str, Any]) -> Entry:
    return Entry(kind, value.get("speaker"), value.get("name") or "")


def _entry(container: Block, block: Block, value: Any) -> Entry | None:
    """Return whom a block within another one names as a whole, or None."""
    if isinstance(value, dict):
        kinds = {HostBlock: Kind.HOST, ContactBlock: Kind.CONTACT}
        return next((_named(kind, value) for of, kind in kinds.items() if isinstance(block, of)), None)
    if isinstance(value, str):
        return Entry(Kind.BYLINE, None, value) if isinstance(container, BylineBlock) else None
    if isinstance(value, int) and isinstance(block, PageChooserBlock):
        return Entry(Kind.LINK, value, "")
    return None


def _pruned(block: Block, value: Any, goes: Judge) -> Any:
    """Return a block's value without the entries that go."""
    if isinstance(block, StructBlock) and isinstance(value, dict):
        return {name: _child(block, name, child, goes) for name, child in value.items()}
    if isinstance(block, StreamBlock | ListBlock) and isinstance(value, list):
        return [pruned for item in value if (pruned := _item(block, item, goes)) is not _GONE]
    return value


_GONE = object()
"""In place of an item that goes."""


def _item(block: StreamBlock | ListBlock, item: Any, goes: Judge) -> Any:
    """Return an item of a list without what goes. Wagtail's older lists hold values alone, without type and id."""
    is_wrapped = isinstance(item, dict) and {"type", "value"} <= item.keys()
    value = item["value"] if is_wrapped else item
    inner = block.child_block if isinstance(block, ListBlock) else block.child_blocks.get(is_wrapped and item["type"])
    entry = _entry(block, inner, value)
    if entry and goes(entry):
        return _GONE
    pruned = _pruned(inner, value, goes)
    return {**item, "value": pruned} if is_wrapped else pruned


def _child(block: StructBlock, name: str, value: Any, goes: Judge) -> Any:
    """Return a part of a block without what goes; empty if it goes itself."""
    inner = block.child_blocks.get(name)
    if isinstance(block, FigureBlock) and name == "credit" and value:
        return "" if goes(Entry(Kind.CREDIT, None, value)) else value
    entry = _entry(block, inner, value)
    if entry and goes(entry):
        return None if entry.kind is Kind.LINK else {}
    return _pruned(inner, value, goes)
