"""What several types of page show: their address, pictures, files, bodies and lists of people and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

from dvb_wagtail.api.shown import language_of, reading_of
from dvb_wagtail.api.values import (
    BodyPart,
    PublicContact,
    PublicDocument,
    PublicImage,
    PublicLink,
    PublicRecording,
    PublicReference,
)
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.models.blocks.body import AttachmentBlock, FigureBlock, HeadingBlock, QuoteBlock, VideoBlock
from dvb_wagtail.publication.projection.bodies import project_body
from dvb_wagtail.publication.projection.media import project_document, project_image

T = TypeVar("T")


def identity(page: Any) -> str:
    """Say which thing it is: the same in every language, and for ever."""
    return str(page.translation_key)


def url(page: Any) -> str | None:
    """Say where the page is read."""
    return reading_of(page).surroundings.address(page) or None


def line(text: str | None) -> str | None:
    return clean_line(text or "") or None


def text(written: str | None) -> str | None:
    return clean_text(written or "") or None


def address(written: str | None) -> str | None:
    return clean_url(written or "") or None


def image_value(image: Image | None) -> PublicImage | None:
    if image is None:
        return None
    return {
        "url": image.url,
        "type": image.type,
        "length": image.length,
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "caption": image.caption or None,
        "credit": image.credit or None,
        "small": image.small or None,
        "small_width": image.small_width or None,
    }


def picture(chosen: Any, page: Any, *, alt: str = "", caption: str = "", credit: str = "") -> PublicImage | None:
    """Return an image that a page shows; None without one, and for one of a private collection."""
    surroundings = reading_of(page).surroundings
    return image_value(project_image(chosen, page, surroundings, alt=alt, caption=caption, credit=credit))


def own_image(page: Any) -> PublicImage | None:
    """Return the image of a page, with what its own language says of it."""
    return picture(page.image, page, alt=page.image_alt)


def document_value(document: Document) -> PublicDocument:
    return {
        "title": document.title,
        "url": document.url,
        "type": document.type or None,
        "length": document.length,
    }


def recording_value(recording: Recording, shown: PublicImage | None) -> PublicRecording:
    return {
        "title": recording.title,
        "url": recording.url or None,
        "service": recording.service or None,
        "status": recording.status,
        "captioned": recording.captioned,
        "published": recording.published,
        "picture": shown,
    }


def pictures_of(page: Any, blocks: Iterable[Any]) -> dict[str, PublicImage | None]:
    """Return the pictures of a list of recordings, by the ids of its blocks."""
    return {block.id: picture(block.value["picture"], page) for block in blocks if block.value["picture"]}


def references_to(page: Any, named: Iterable[Any]) -> list[PublicReference]:
    """Return the public ones among pages that a page names, in its language where they have it."""
    found = reading_of(page).references
    shown: list[PublicReference] = []
    for each in named:
        reference = found.get(each.translation_key)
        if reference is not None:
            title = in_language(reference.titles, language_of(page), reference.main_language)[1]
            shown.append({"identity": str(each.translation_key), "title": title.text, "url": title.url or None})
    return shown


def in_page_language(texts: Mapping[str, T], page: Any, main: str) -> T:
    """Return a record's texts in the page's language."""
    return in_language(texts, language_of(page), main)[1]


def body(page: Any) -> list[BodyPart]:
    """Return the body, block by block. One that shows a private file or page is left out.

    A video stays, without its picture. A block that a project has made, also in the place of one of ours, is HTML.
    """
    parts = (_part(block, page) for block in reading_of(page).bodies[page.pk])
    return [part for part in parts if part is not None]


def _part(block: Any, page: Any) -> BodyPart | None:
    ours, make = _PARTS.get(block.block_type, (object, _html))
    value = make(block, page) if isinstance(block.block, ours) else _html(block, page)
    return cast(BodyPart, {"id": block.id, "type": block.block_type, "value": value}) if value else None


def _heading(block: Any, page: Any) -> dict[str, Any] | None:
    heading = clean_line(block.value["text"] or "")
    return {"text": heading, "level": int(block.value["level"] or 2)} if heading else None


def _quote(block: Any, page: Any) -> dict[str, Any] | None:
    quote = clean_text(block.value["quote"] or "")
    return {"quote": quote, "source": line(block.value["source"])} if quote else None


def _figure(block: Any, page: Any) -> PublicImage | None:
    value = block.value
    return picture(
        value["image"],
        page,
        alt=value["alt"] or "",
        caption=value["caption"] or "",
        credit=value["credit"] or "",
    )


def _video(block: Any, page: Any) -> dict[str, Any] | None:
    value = block.value
    where = address(value["address"])
    if where is None:
        return None
    return {
        "title": clean_line(value["title"] or ""),
        "url": where,
        "service": line(value["service"]),
        "picture": picture(value["picture"], page),
    }


def _attachment(block: Any, page: Any) -> PublicDocument | None:
    value = block.value
    found = project_document(value["document"], value["text"] or "", page, reading_of(page).surroundings)
    return document_value(found) if found else None


def _html(block: Any, page: Any) -> str:
    return project_body(cast(Any, [block]), page, reading_of(page).surroundings)


_PARTS: Mapping[str, tuple[type, Callable[[Any, Any], Any]]] = {
    "heading": (HeadingBlock, _heading),
    "quote": (QuoteBlock, _quote),
    "image": (FigureBlock, _figure),
    "video": (VideoBlock, _video),
    "document": (AttachmentBlock, _attachment),
}
"""By the name that a block has in a body: the class that its value is of, and what makes its part."""


def contacts(page: Any) -> list[PublicContact]:
    """Return whom to ask."""
    return [
        {
            "name": name,
            "role": line(block.value["role"]),
            "email": line(block.value["email"]),
            "phone": line(block.value["phone"]),
        }
        for block in page.contacts
        if (name := clean_line(block.value["name"] or ""))
    ]


def links(page: Any) -> list[PublicLink]:
    """Return pages elsewhere about the person."""
    return [
        {"text": clean_line(block.value["text"] or "") or where, "url": where}
        for block in page.links
        if (where := address(block.value["address"]))
    ]
