"""JSON (RFC 8259) of parts: each is written by itself, and documents are joined from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any


def written(value: object) -> bytes:
    """Return a value as JSON in UTF-8: nothing between its tokens, keys in the order in which they were put."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def present(**values: object) -> dict[str, Any]:
    """Return what there is something to say of: no None, and no empty text or list."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}


def in_utc(moment: datetime) -> str:
    """Return a moment as RFC 3339 writes it, in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def joined(head: Mapping[str, object], name: str, parts: Iterable[bytes]) -> bytes:
    """Return an object of the members of `head`, which must have one, and last of a list of parts by this name."""
    return b"".join((written(head)[:-1], b",", written(name), b":[", b",".join(parts), b"]}"))
