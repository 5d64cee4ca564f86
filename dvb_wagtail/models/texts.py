"""What a translator fills in: texts, entry by entry, each beside the main page's own.

What an edition lists (themes, rooms, tickets) and who takes part in a session is the same in every language. A
translation has exactly the main page's entries, in its order and with its facts, and words of its own for them. The
first text of an entry is its name, which is never blank: the main page's stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate. `key` is unique in its list, `source` the main page's text, `max_length` None without limit.

    `long` is set where it may have several lines.
    """

    key: str
    label: str
    source: str
    text: str
    max_length: int | None = None
    long: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, or a person: what it is, what the main page calls it, and its texts."""

    kind: str
    name: str
    texts: tuple[Text, ...]


def too_long(entries: Iterable[Entry], posted: Mapping[str, str]) -> Iterator[Text]:
    """Yield the texts that were posted longer than they may be."""
    for entry in entries:
        for text in entry.texts:
            if text.max_length is not None and len(posted.get(text.key, "")) > text.max_length:
                yield text
