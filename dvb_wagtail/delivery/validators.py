"""Validators: what tells a client that it has the document already."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from dvb_wagtail.delivery import encodings

REVISION: Final = 1
"""Raised whenever this package chooses other items, or another title or description, for the same content."""


def etag(
    *, address: str, token: str, revision: str, words: str, encoding: str, boundary: datetime | None = None
) -> str:
    """Return a strong ETag (RFC 9110 §8.8.3), quoted, from all that decides the bytes.

    `address` is absolute and canonical, so it holds language, selection, options and site. `token` is the channel's,
    new at each change; `revision` the format's; `words` a digest of the interface's words; `boundary` when time alone
    last changed what the document says.
    """
    parts = [str(REVISION), address, token, revision, words, _compressed(encoding)]
    if boundary is not None:
        parts.append(boundary.isoformat())
    return _quoted(chr(10).join(parts).encode())


def content_etag(content: bytes, encoding: str) -> str:
    """Return a strong ETag of bytes that are there already, before they are compressed."""
    return _quoted(content + f"\n{_compressed(encoding)}".encode())


def _compressed(encoding: str) -> str:
    """Return what the bytes depend on besides the content: another library may compress otherwise."""
    return f"{encoding} {encodings.REVISION}" if encoding == encodings.GZIP else encoding


def _quoted(decisive: bytes) -> str:
    return f'"{hashlib.blake2b(decisive, digest_size=16).hexdigest()}"'
