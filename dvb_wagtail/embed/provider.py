"""For other Wagtail sites that have this package installed: one line in their settings shows what is pasted from ours.

    from dvb_wagtail.embed.provider import oembed_finder

    WAGTAILEMBEDS_FINDERS = [
        oembed_finder("https://konferens.region.example/dvb/"),
        {"class": "wagtail.embeds.finders.oembed"},
    ]

Imports nothing that needs settings. `formats.host_snippets.wagtail_finders` prints the same for sites without it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from dvb_wagtail.formats.host_snippets import pages_of


def oembed_finder(address: str) -> dict[str, Any]:
    """Return the finder for what is pasted from the site that has mounted this package at an absolute address.

    It is to stand before the usual one, since Wagtail asks the first finder that accepts an address. Raises ValueError
    for what is no absolute address.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"{address!r} must be absolute, such as https://konferens.region.example/dvb/")
    endpoint = f"{address.rstrip('/')}/v1/oembed"
    return {
        "class": "wagtail.embeds.finders.oembed",
        "providers": [{"endpoint": endpoint, "urls": [pages_of(address)]}],
    }
