"""A document before it is made: what its bytes are made of, and what decides them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.formats.registry import Format


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a document. `localise` makes of it what a format takes, or None; it may raise."""

    identity: str
    localise: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Content:
    """The head of a document, and its entries in order."""

    channel: Channel
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be made. `address` is absolute and canonical; `changed` is UTC; `max_age` in seconds.

    Where time alone changes what it says, `boundary` (UTC) is when it last did; None elsewhere, and before that.
    `content` reads the records: it is only called when the client does not have the document already.
    """

    format: Format[Any]
    address: str
    file_name: str
    options: Options
    token: str
    changed: datetime
    max_age: int
    content: Callable[[], Content]
    boundary: datetime | None = None
