"""Names: when two are the same, and where a text mentions one."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterator
from html import unescape
from itertools import filterfalse
from typing import Any
from urllib.parse import unquote

from dvb_wagtail.core.codes import slug

_NOTHING = r"(?!)"
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,3}"
"""Between the words of a name: a space, a hyphen, the dot of an e-mail address, or nothing."""


def same(name: str) -> str:
    """Return what two spellings of one name have in common: neither case nor spaces nor invisible characters count."""
    visible = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", visible).casefold()).split())


def strings(value: Any) -> Iterator[str]:
    """Yield every string in a JSON value. A string that is JSON itself, as lists in a revision are, is looked into."""
    if isinstance(value, str):
        inner = _inner(value)
        if inner is None:
            yield value
        else:
            yield from strings(inner)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def _inner(text: str) -> Any:
    """Return the list or object that a text is the JSON of, or None."""
    if text[:1] not in ("[", "{"):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


class Mentions:
    """Finds names in texts: also as they stand in addresses (`anna-andersson`), in e-mail, in HTML and in the genitive.

    It finds too much rather than too little: what it finds is shown to people.
    """

    def __init__(self, names: Collection[str]) -> None:
        patterns = "|".join(pattern for name in sorted(names) if (pattern := _pattern(name))) or _NOTHING
        self._name = re.compile(rf"(?<![^\W_])(?:{patterns})")
        self._slug = re.compile(rf"(?:{patterns})(?:-\d+)?")

    def within(self, value: Any) -> bool:
        """Tell whether any string in a JSON value, or a text, mentions one of the names."""
        return any(self._in_text(text) for text in strings(value))

    def within_address(self, address: str) -> bool:
        """Tell whether one part of a path is a name and nothing else, or a name and a number: `/anna-andersson-2/`."""
        return any(self._slug.fullmatch(_folded(unquote(part))) for part in address.split("/"))

    def _in_text(self, text: str) -> bool:
        plain = _folded(unquote(unescape(text)))
        # With its tags: an image within a text has its description in one. And without: they may stand between words.
        return bool(self._name.search(plain) or ("<" in plain and self._name.search(_TAG.sub("", plain))))


def _folded(text: str) -> str:
    """Return text without case, marks over letters and compatibility forms."""
    if text.isascii():
        return text.lower()
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text.casefold())))


def _pattern(name: str) -> str:
    """Return a pattern for folded text, or "" for a name without a letter or digit."""
    words = [sorted({_folded(word), slug(word, fallback="")} - {""}) for word in _WORD.findall(same(name))]
    return _BETWEEN.join(f"(?:{'|'.join(map(re.escape, spellings))})" for spellings in words)
