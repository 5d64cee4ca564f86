"""The lists of a translation (see `models.texts`), as JSON. A block names what of it is translated in `texts`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wagtail.blocks import ListBlock, StreamValue, TextBlock

from dvb_wagtail.models.texts import Entry, Text

Raw = dict[str, Any]
"""An entry of a list as JSON has it: its type, value and id."""


def raw(stream: StreamValue) -> list[Raw]:
    """Return a list's entries as JSON, whatever form they were stored in."""
    return [{"type": each.block_type, "value": each.block.get_prep_value(each.value), "id": each.id} for each in stream]


def in_translation(blocks: Mapping[str, Any], main: Iterable[Raw], own: Iterable[Raw]) -> list[Raw]:
    """Return the main page's entries with the texts that a translation has for them, if it has any.

    `blocks` are the kinds of entries by name. Entries are matched by their permanent codes, or by the ids of their
    blocks where they have no code: a translation begins as a copy.
    """
    known = {_identity(entry): entry["value"] for entry in own}
    return [
        entry | {"value": _translated(blocks[entry["type"]], entry["value"], known.get(_identity(entry)))}
        for entry in main
    ]


def entries(blocks: Mapping[str, Any], main: Iterable[Raw], translated: Iterable[Raw]) -> Iterator[Entry]:
    """Yield what there is to translate: the texts that the main page has. A venue comes before its rooms."""
    for source, own in zip(main, translated, strict=True):
        block = blocks[source["type"]]
        texts = tuple(
            Text(
                key=_key(source, name),
                label=str(child.label),
                source=text,
                text=own["value"][name],
                max_length=child.field.max_length,
                long=isinstance(child, TextBlock),
            )
            for name, child in _texts(block)
            if (text := source["value"].get(name))
        )
        if texts:
            yield Entry(str(block.label), texts[0].source, texts)
        for name, item in _lists(block):
            yield from entries(item, source["value"][name], own["value"][name])


def with_texts(blocks: Mapping[str, Any], translated: Iterable[Raw], posted: Mapping[str, str]) -> list[Raw]:
    """Return entries with the texts that were posted, by their keys; what was not posted stays."""
    found = []
    for entry in translated:
        block, value = blocks[entry["type"]], dict(entry["value"])
        for name, _child in _texts(block):
            value[name] = posted.get(_key(entry, name), value[name])
        for name, item in _lists(block):
            value[name] = with_texts(item, value[name], posted)
        found.append(entry | {"value": value})
    return found


def _translated(block: Any, main: Raw, own: Raw | None) -> Raw:
    value = dict(main)
    for number, (name, _child) in enumerate(_texts(block)):
        source = main.get(name) or ""
        value[name] = source if own is None else own.get(name) or ("" if number else source)
    for name, item in _lists(block):
        value[name] = in_translation(item, main[name], own[name] if own else ())
    return value


def _identity(entry: Raw) -> str:
    return str(entry["value"].get("code") or entry["id"])


def _key(entry: Raw, name: str) -> str:
    return f"{_identity(entry)}-{name}"


def _texts(block: Any) -> Iterator[tuple[str, Any]]:
    """Yield a block's texts by name."""
    for name in getattr(block, "texts", ()):
        if not isinstance(child := block.child_blocks[name], ListBlock):
            yield name, child


def _lists(block: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the lists within a block that have texts, by name, each with the kinds of its entries."""
    for name in getattr(block, "texts", ()):
        if isinstance(child := block.child_blocks[name], ListBlock):
            yield name, {"item": child.child_block}
