"""Compression: decided by what the client accepts, and the same bytes each time."""

from __future__ import annotations

import zlib
from typing import Final

GZIP: Final = "gzip"
IDENTITY: Final = ""

REVISION: Final = f"zlib {zlib.ZLIB_RUNTIME_VERSION}"
"""What the compressed bytes depend on besides the content: two libraries may compress alike, but not the same."""


def accepts_gzip(accept_encoding: str) -> bool:
    """Tell whether an Accept-Encoding header (RFC 9110 §12.5.3) asks for gzip. No header, or a broken one, does not."""
    weights = dict(_weights(accept_encoding))
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def compress(content: bytes) -> bytes:
    """Return the content as gzip, without a file name or time in its head (RFC 1952 §2.3)."""
    return zlib.compress(content, level=6, wbits=zlib.MAX_WBITS | 16)


def _weights(accept_encoding: str) -> list[tuple[str, float]]:
    found = []
    for entry in accept_encoding.lower().split(","):
        coding, *parameters = (part.strip() for part in entry.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    weight = float(value)
                except ValueError:
                    weight = 0.0
        found.append((coding, weight))
    return found
