"""The Content Security Policy that Municipio sends: computed from the page's own HTML, as observed in wpmu-security.

Left out are `upgrade-insecure-requests` and `block-all-mixed-content`, which need a site with TLS. Where it names its
own host, because all its addresses are absolute, 'self' stands here.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

ABSOLUTE = re.compile(r"""https?://([^\s"'>/?#]+)""", re.IGNORECASE)
HOST = re.compile(r"[\w.-]+(?::\d+)?", re.ASCII)


class Sources(HTMLParser):
    """Collects the hosts that a page names, by directive. It also looks into `template` elements."""

    def __init__(self) -> None:
        super().__init__()
        self.script = ["'unsafe-eval'", "'self'"]
        self.style = ["'self'"]
        self.image: list[str] = []
        self.frame: list[str] = []
        self.connect: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        named = {"script": self.script, "img": self.image, "iframe": self.frame}.get(tag)
        if named is not None:
            named += _hosts(values.get("src", ""))
        if tag == "link" and values.get("rel") == "stylesheet":
            self.style += _hosts(values.get("href", ""))
        if tag == "style" or "style" in values:
            self.style.append("'unsafe-inline'")
        for name, value in values.items():
            if name != "href":
                self.connect += _hosts(value)
        self._in_script = tag == "script" and "src" not in values

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.script.append("'unsafe-inline'")


def derive(html: str) -> str:
    """Return the policy of a page."""
    sources = Sources()
    sources.feed(html)
    sources.close()
    directives = {
        "script-src": sources.script,
        "style-src": sources.style,
        "img-src": [*sources.image, "'self'", "data:", "blob:"],
        "frame-src": [*sources.frame, "'self'", "blob:"],
        "form-action": ["'self'"],
        "font-src": ["data:"],
        "connect-src": sources.connect or ["'none'"],
        "default-src": ["'none'"],
        "base-uri": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(dict.fromkeys(values))}" for name, values in directives.items())


def _hosts(value: str) -> list[str]:
    """Return the hosts of the absolute addresses in an attribute's value, with their ports and without schemes.

    Text may look like an address and not be one: nothing but a host goes into a header.
    """
    return [host for host in ABSOLUTE.findall(value) if HOST.fullmatch(host)]
