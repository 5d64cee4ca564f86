"""Frames as a visitor's browser reads them."""

from __future__ import annotations

from django.http import HttpResponse
from lxml import html
from lxml.html import HtmlElement

PROGRAMME = "embed/conferences/dv2020/sv/programme/"
SUBSCRIBE = "embed/conferences/dv2020/sv/subscribe/"
NEWS = "embed/news/nyheter/sv/"


def page(response: HttpResponse) -> HtmlElement:
    return html.document_fromstring(response.content.decode())


def texts(found: HtmlElement, selector: str) -> list[str]:
    """Return the text of every element that fits, without line breaks and doubled spaces."""
    return [" ".join(each.text_content().split()) for each in found.cssselect(selector)]


def links(found: HtmlElement, selector: str = "a") -> dict[str, str]:
    """Return where links lead, by their words."""
    return {" ".join(each.text_content().split()): each.get("href") for each in found.cssselect(selector)}


def code_after(found: HtmlElement, anchor: str, number: int = 0) -> str:
    """Return an example that stands under a heading."""
    return str(found.cssselect(f"#{anchor} ~ pre > code")[number].text)
