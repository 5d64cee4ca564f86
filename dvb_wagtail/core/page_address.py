"""The address of a page as somebody pasted it, read so that what does not matter for finding the page is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from dvb_wagtail.core.text import clean_url

_SCHEMES = ("http", "https")
_USUAL_PORTS = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class PageAddress:
    """`host` has its port where that is not a usual one; `path` is percent-encoded as the index has it.

    `query` is names and values, decoded, in their order.
    """

    host: str
    path: str
    query: tuple[tuple[str, str], ...] = ()

    def spellings(self, host: str = "") -> frozenset[str]:
        """Return how the page's address may be written in the index: either scheme, with a slash at its end or not.

        At another host, if one is given: the one that the site calls itself by.
        """
        path = self.path.rstrip("/")
        return frozenset(f"{scheme}://{host or self.host}{path}{end}" for scheme in _SCHEMES for end in ("", "/"))

    def is_at(self, root_url: str, host: tuple[str, int]) -> bool:
        """Tell whether it is on a site: by its own address, or by the host and port that a request for it came to."""
        own = read(root_url)
        return self.host == host_name(*host) or (own is not None and self.host == own.host)

    def before(self, route: str) -> PageAddress | None:
        """Return the address of the page that has this route, such as `program/`, after its own; None if it has not."""
        path, end = self.path.rstrip("/") + "/", f"/{route.strip('/')}/"
        return replace(self, path=path.removesuffix(end) + "/") if path.endswith(end) else None


def read(url: str) -> PageAddress | None:
    """Return the parts of an absolute address; None of what is no address of a page at all."""
    parts = urlsplit(clean_url(url))
    if parts.scheme not in _SCHEMES:
        return None
    # Once decoded and encoded again %c3%b6, %C3%B6 and the letter itself are the same.
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=")
    query = parse_qsl(parts.query, keep_blank_values=True)
    name = parts.netloc.removesuffix(f":{parts.port}")
    return PageAddress(host_name(name, parts.port), path, tuple(query))


def host_name(name: str, port: int | None) -> str:
    """Return a host as addresses have it: with its port where that is not a usual one."""
    return name if port is None or port in _USUAL_PORTS else f"{name}:{port}"
