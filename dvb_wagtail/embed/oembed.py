"""oEmbed 1.0 (https://oembed.com): whoever pastes the address of one of our pages gets its frame.

Nothing is fetched to answer: the address is looked up in the index.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from lxml import etree

from dvb_wagtail.core.frames import HEIGHTS
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.delivery.headers import PublicResponse
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.queries import pairs
from dvb_wagtail.delivery.responses import respond_with
from dvb_wagtail.delivery.views import host, public_of_site
from dvb_wagtail.embed.oembed_target import target
from dvb_wagtail.formats.host_snippets import oembed_html, origin
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.publication import records

CACHE_AGE: Final = 3600
"""Seconds that consumers may keep an answer: only the address and the title of the frame stand in it."""

WIDTH: Final = 640
"""CSS pixels, where the consumer does not say what it has room for."""

WIDEST: Final = 2000

LONGEST_URL: Final = 2000
"""Characters; no page of ours has an address that long, nor a selection."""

Answer = Mapping[str, str | int]


@public_of_site
def oembed(request: HttpRequest) -> PublicResponse:
    """The frame of the page at `url`, as HTML, in `format` (json or xml), within `maxwidth` and `maxheight`.

    Other parameters are left alone: consumers add their own, such as WordPress its `dnt=1`.
    """
    asked = dict(pairs(request))
    form = asked.get("format") or "json"
    if form not in _FORMS:
        raise Problem(HTTPStatus.NOT_IMPLEMENTED, "format", form)
    url = asked.get("url", "")
    if not url:
        raise Problem(HTTPStatus.BAD_REQUEST, "url")
    widest, highest = _pixels(asked, "maxwidth"), _pixels(asked, "maxheight")
    if len(url) > LONGEST_URL:
        raise Problem
    found = target(url, host(request))
    media_type, write = _FORMS[form]
    return respond_with(
        request,
        write(_answer(found.shown, records.site_name(host(request)), widest, highest)),
        media_type=media_type,
        language=found.language,
        file_name=f"oembed.{form}",
    )


def _answer(shown: Embeddable, site_name: str, widest: int | None, highest: int | None) -> Answer:
    """Return the answer. `widest` and `highest` are never exceeded, not even where nothing can be read in them."""
    width = min(widest or WIDTH, WIDEST)
    height = min(highest or HEIGHTS[shown.kind], HEIGHTS[shown.kind])
    site = origin(shown.address)
    return {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": clean_line(site_name or getattr(settings, "WAGTAIL_SITE_NAME", "")) or site,
        "provider_url": f"{site}/",
        "cache_age": CACHE_AGE,
        "html": oembed_html(shown.embed(), width, height),
        "width": width,
        "height": height,
    }


def _pixels(asked: Mapping[str, str], name: str) -> int | None:
    """Return a positive number of pixels, None if none is asked for. Raises Problem for anything else."""
    value = asked.get(name, "")
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and value.strip("0")):
        raise Problem(parameter=name, value=value)
    # int() refuses thousands of digits; what has more than a few is wider than anything.
    return int(value) if len(value) < 10 else WIDEST


def _json(answer: Answer) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode()


def _xml(answer: Answer) -> bytes:
    root = etree.Element("oembed")
    for name, value in answer.items():
        etree.SubElement(root, name).text = str(value)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, standalone=True)


_FORMS: Final[Mapping[str, tuple[str, Callable[[Answer], bytes]]]] = {
    "json": ("application/json", _json),
    "xml": ("text/xml; charset=utf-8", _xml),
}
"""Media type and writer of each value of `format`."""
