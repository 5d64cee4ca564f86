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
    if encoding == encodings.GZIP:
        encoding = f"{encoding} {encodings.REVISION}"
    parts = [str(REVISION), address, token, revision, words, encoding]
    if boundary is not None:
        parts.append(boundary.isoformat())
    return f'"{hashlib.blake2b(chr(10).join(parts).encode(), digest_size=16).hexdigest()}"'
