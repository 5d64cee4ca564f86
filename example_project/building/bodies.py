"""Turns the plain text in which the content is written into the blocks of a body.

Blocks are parted by empty lines: `## Heading`, `### Subheading`, `- items of a list`, `> a quote` with a last line
`> -- who said it`, `[bild: key | alt | caption | credit]`, `[video: title | address | service | picture]`,
`[dokument: key | text]`; anything else is a paragraph. Within a line: `**bold**`, `*italic*`, `[text](https://…)` and
`[text](page:path)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

Block = tuple[str, Any]

_MEDIA = re.compile(r"\[(bild|video|dokument): (.+)\]", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True)
class Library:
    """What a body may name: images and documents by key, pages by a function of their path."""

    images: Mapping[str, Any]
    documents: Mapping[str, Any]
    page: Callable[[str], Any]


def body(text: str, library: Library) -> list[Block]:
    """Return the blocks of a body. Raises KeyError for a picture, document or page that is not there."""
    parts = [part.strip("\n") for part in re.split(r"\n\s*\n", text.strip())]
    return [_block(part, library) for part in parts if part]


def rich_text(text: str, library: Library) -> str:
    """Return one paragraph as HTML."""
    return f"<p>{_inline(' '.join(text.split()), library)}</p>"


def _block(part: str, library: Library) -> Block:
    if media := _MEDIA.fullmatch(part):
        return _medium(media[1], [value.strip() for value in media[2].split("|")], library)
    if part.startswith("#"):
        signs, text = part.split(" ", 1)
        return "heading", {"text": text, "level": str(len(signs))}
    lines = part.split("\n")
    if part.startswith("> "):
        lines = [line.removeprefix("> ") for line in lines]
        source = lines.pop().removeprefix("-- ") if lines[-1].startswith("-- ") else ""
        return "quote", {"quote": " ".join(lines), "source": source}
    if part.startswith("- "):
        items = [" ".join(item.split()) for item in re.split(r"^- ", part, flags=re.MULTILINE)[1:]]
        return "paragraph", "<ul>" + "".join(f"<li>{_inline(item, library)}</li>" for item in items) + "</ul>"
    return "paragraph", rich_text(part, library)


def _medium(kind: str, values: list[str], library: Library) -> Block:
    if kind == "dokument":
        key, text = values
        return "document", {"document": library.documents[key], "text": text}
    if kind == "video":
        title, address, service, key = values
        return "video", {"title": title, "address": address, "service": service, "picture": library.images[key]}
    key, alt, caption, credit = values
    return "image", {"image": library.images[key], "alt": alt, "caption": caption, "credit": credit}


def _inline(text: str, library: Library) -> str:
    def link(found: re.Match[str]) -> str:
        words, target = found.groups()
        if target.startswith("page:"):
            return f'<a linktype="page" id="{library.page(target.removeprefix("page:")).pk}">{words}</a>'
        return f'<a href="{target}">{words}</a>'

    text = _LINK.sub(link, escape(text, quote=False))
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", text))
