"""A document's bytes: a part for each record, wrapped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from dvb_wagtail.delivery.documents.document import Content, Document

logger = logging.getLogger("dvb_wagtail.delivery")


def render(document: Document) -> bytes:
    """Return the document. A record that its format fails on is left out and logged: the others are still right."""
    content = document.content()
    return document.format.wrap(content.channel, _parts(document, content), document.options)


def _parts(document: Document, content: Content) -> Iterator[tuple[Any, bytes]]:
    for entry in content.entries:
        try:
            item = entry.localise()
            part = document.format.part(item, document.options) if item is not None else b""
        except Exception:
            logger.exception("Left out of %s: %s", document.address, entry.identity)
            continue
        if part:
            yield item, part
