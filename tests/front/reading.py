"""Reading pages as browsers and assistive technology do: by their structure."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import html5lib
from django.http import HttpResponse
from django.test import Client
from lxml import html

Document = html.HtmlElement

WHITESPACE = re.compile("[ \\t\\n\\f\\r]+")
"""HTML's own: what is drawn as one space."""


def parse(content: bytes) -> Document:
    """Return the document. Raises html5lib's ParseError for anything that is not valid in its syntax."""
    html5lib.HTMLParser(strict=True).parse(content.decode())
    return html.document_fromstring(content.decode())


def read(client: Client, address: str, status: int = 200) -> Document:
    """Return the page at a path or an absolute address of the test site."""
    parts = urlsplit(address)
    response = client.get(parts.path + (f"?{parts.query}" if parts.query else ""))
    assert response.status_code == status, (address, response.status_code, getattr(response, "url", ""))
    return parse(response.content)


def preview(page: Any, mode: str = "") -> Document:
    """Return a page as the preview of its draft shows it."""
    response: HttpResponse = page.make_preview_request(preview_mode=mode)
    assert response.status_code == 200
    return parse(response.content)


def text(element: Document | None) -> str:
    """Return what an element says, in one line. A no-break space stays one, as in a browser."""
    assert element is not None
    return WHITESPACE.sub(" ", element.text_content()).strip(" ")


def texts(document: Document, selector: str) -> list[str]:
    return [text(element) for element in document.cssselect(selector)]


def only(document: Document, selector: str) -> Document:
    """Return the one element that a selector finds."""
    found = document.cssselect(selector)
    assert len(found) == 1, (selector, [html.tostring(element)[:200] for element in found])
    return found[0]


def links(document: Document, selector: str = "a") -> dict[str, str]:
    """Return addresses by what the link says."""
    return {text(element): element.get("href") for element in document.cssselect(selector)}
