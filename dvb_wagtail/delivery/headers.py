"""Response headers: what every answer has, and a response that keeps what it was given.

An answer depends on nothing but its address and the encoding asked for, so it says so (`Vary`), whatever the site's
middleware would add for its pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpResponse
from django.http.response import ResponseHeaders

EVERYWHERE: Final[Mapping[str, str]] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Encoding",
}
"""On every answer, errors and 304 included: a page elsewhere must be able to read why it got nothing."""

METHODS: Final = "GET, HEAD, OPTIONS"

PREFLIGHT: Final[Mapping[str, str]] = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
"""The answer to OPTIONS. A conditional request from a script needs it: If-None-Match is no simple header."""

_PINNED = frozenset(
    {
        "access-control-allow-origin",
        "content-encoding",
        "content-security-policy",
        "content-language",
        "cross-origin-resource-policy",
        "etag",
        "vary",
    }
)
_BODILESS = frozenset({204, 304})


class PinnedHeaders(ResponseHeaders):
    """Headers of which some never change, and are not added either, once the response is made.

    LocaleMiddleware would add `Vary: Accept-Language` and a Content-Language of its own, SessionMiddleware
    `Vary: Cookie`.
    """

    def __init__(self, data: Mapping[str, str], pinned: frozenset[str]) -> None:
        self._pinned: frozenset[str] = frozenset()
        super().__init__(data)
        self._pinned = pinned

    def __setitem__(self, key: str, value: Any) -> None:
        if key.lower() not in self._pinned:
            super().__setitem__(key, value)

    def pop(self, key: str, default: Any = None) -> Any:
        return default if key.lower() in self._pinned else super().pop(key, default)


class PublicResponse(HttpResponse):
    """The same for everyone: with pinned headers, in the encoding it was made in, and without cookies."""

    def __init__(
        self, content: bytes = b"", *, status: int = 200, content_type: str = "", headers: Mapping[str, str]
    ) -> None:
        super().__init__(content, status=status, content_type=content_type or None, headers={**EVERYWHERE, **headers})
        pinned = _PINNED
        if status in _BODILESS:
            # RFC 9110 §8.6: not the length of nothing, as CommonMiddleware would say.
            pinned |= {"content-length"}
            del self.headers["Content-Type"]
        self.headers = PinnedHeaders(dict(self.headers.items()), pinned)

    def has_header(self, header: str) -> bool:
        """Let GZipMiddleware find an encoding: it would add random bytes, and compress what must not be."""
        return header.lower() == "content-encoding" or super().has_header(header)

    def set_cookie(self, *args: Any, **kwargs: Any) -> None:
        """Set none: SESSION_SAVE_EVERY_REQUEST and others would, for somebody who is logged in."""

    def delete_cookie(self, *args: Any, **kwargs: Any) -> None:
        """Delete none, as for `set_cookie`."""


def cache_control(max_age: int) -> str:
    """Return how long a shared cache may show an answer: fresh, while it asks again, and while the site is down."""
    return f"public, max-age={max_age}, stale-while-revalidate={max_age}, stale-if-error=86400"
