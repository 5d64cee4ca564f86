"""A document's bytes: a part for each record, wrapped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from dvb_wagtail.delivery.documents.document import Content, Document
from dvb_wagtail.publication import failures

logger = logging.getLogger("dvb_wagtail.delivery")


def render(document: Document) -> bytes:
    """Return the document. A record that its format fails on is left out, logged and reported to editors.

    The others are still right.
    """
    content = document.content()
    return document.format.wrap(content.channel, _parts(document, content), document.options)


def _parts(document: Document, content: Content) -> Iterator[tuple[Any, bytes]]:
    for entry in content.entries:
        try:
            item = entry.localise()
            part = document.format.part(item, document.options) if item is not None else b""
        except Exception as error:
            logger.exception("Left out of %s: %s", document.address, entry.identity)
            file_name, language = document.format.file_name, document.options.language
            failures.note(entry.identity, file_name, language, f"{type(error).__name__}: {error}")
            continue
        if part:
            yield item, part
