"""Images, documents and recordings of pages as records: absolute addresses, true sizes, nothing private."""

from __future__ import annotations

import logging
import mimetypes
from typing import Any

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.text import clean_line, clean_url
from dvb_wagtail.core.vocabulary import RecordingStatus
from dvb_wagtail.publication.surroundings import Surroundings

logger = logging.getLogger(__name__)

LARGE = "max-1600x1600"
SMALL = "max-640x640"
PORTRAIT = "fill-400x400"


def alt_text(image: Any, written: str | None) -> str:
    """Return what an image shows: what an editor wrote where it is used, else what the image says of itself.

    An image without a description of its own says its title in Wagtail; that is mostly the name of a file, which tells
    nobody what the image shows, and is left out.
    """
    if written:
        return written
    own = str(image.default_alt_text or "")
    return "" if own == image.title else own


def project_image(
    image: Any,
    page: Any,
    surroundings: Surroundings,
    *,
    size: str = LARGE,
    alt: str = "",
    caption: str = "",
    credit: str = "",
) -> Image | None:
    """Return an image of a page at a size, or None: without one, in a private collection, or with a lost file."""
    if image is None or image.collection_id in surroundings.private_collections:
        return None
    try:
        # Both at once, since each alone would be a query.
        renditions = image.get_renditions(size, *([SMALL] if size == LARGE else []))
        rendition, small = renditions[size], renditions.get(SMALL)
        length = rendition.file.size
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        logger.warning("The file of image %s cannot be read; it is left out.", image.pk)
        return None
    is_smaller = small is not None and small.width < rendition.width
    return Image(
        url=surroundings.media_address(page, rendition.url),
        type=mimetypes.guess_type(rendition.file.name)[0] or "application/octet-stream",
        length=length,
        width=rendition.width,
        height=rendition.height,
        alt=clean_line(alt_text(image, alt)),
        caption=clean_line(caption),
        credit=clean_line(credit),
        small=surroundings.media_address(page, small.url) if is_smaller else "",
        small_width=small.width if is_smaller else 0,
    )


def project_document(document: Any, title: str, page: Any, surroundings: Surroundings) -> Document | None:
    """Return a document of a page, or None: deleted, or in a private collection."""
    if document is None or document.collection_id in surroundings.private_collections:
        return None
    return Document(
        title=clean_line(title or document.title),
        url=surroundings.media_address(page, document.url),
        type=mimetypes.guess_type(document.filename)[0] or "application/octet-stream",
        length=document.get_file_size(),
    )


def project_recording(block: Any) -> Recording:
    """Return a block of a list of recordings as a record. A promised one has no address, whatever the editor wrote."""
    value = block.value
    status = RecordingStatus(value["status"])
    return Recording(
        title=clean_line(value["title"] or ""),
        url=clean_url(value["address"] or "") if status is RecordingStatus.PUBLISHED else "",
        service=clean_line(value["service"] or ""),
        status=status,
        captioned=bool(value["captioned"]),
        published=value["published"],
        id=block.id or "",
    )
