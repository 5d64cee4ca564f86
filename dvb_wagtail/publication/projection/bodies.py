"""A page's body as HTML for other sites: what it links to is public, and every address absolute."""

from __future__ import annotations

import re
from typing import Any

import swapper
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import AbstractPage
from wagtail.rich_text import RichText, expand_db_html

from dvb_wagtail.core.text import clean_html
from dvb_wagtail.publication.surroundings import Surroundings

_TAG = re.compile(r"<(a|embed)\b([^>]*)>", re.IGNORECASE)
KINDS = ("page", "document", "image")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def project_body(body: StreamValue, page: Any, surroundings: Surroundings) -> str:
    """Return the body as sanitised HTML; a block that shows a private file is left out.

    Words that a block's template adds are in the page's language, whoever publishes it.
    """
    parts = []
    with translation.override(surroundings.language(page) if settings.USE_I18N else None):
        for block in body:
            if isinstance(block.value, RichText):
                parts.append(_expanded(block.value.source, page, surroundings))
            elif not _shows_private(block.value, surroundings):
                parts.append(str(block.render({"page": page})))
    return _cleaned("\n".join(parts), page, surroundings)


def project_rich_text(source: str, page: Any, surroundings: Surroundings) -> str:
    """Return rich text, as an editor's field stores it, as sanitised HTML."""
    return _cleaned(_expanded(source, page, surroundings), page, surroundings)


def _expanded(source: str, page: Any, surroundings: Surroundings) -> str:
    return str(expand_db_html(_resolve(source, page, surroundings)))


def _cleaned(html: str, page: Any, surroundings: Surroundings) -> str:
    """Return the HTML of a page sanitised. A client may have a host for each language; files are on one of them."""
    root = surroundings.media_address(page, "/")
    with translation.override(surroundings.language(page) if settings.USE_I18N else None):
        paths = _file_paths()
    return clean_html(html, surroundings.address(page) or root, file_base=root, file_paths=paths)


def _file_paths() -> tuple[str, ...]:
    """Return what the addresses of Wagtail's own files begin with, in the language that is active."""
    try:
        documents = reverse("wagtaildocs_serve", args=(0, "-")).removesuffix("0/-")
    except NoReverseMatch:
        documents = ""
    return tuple(path for path in (settings.MEDIA_URL, documents) if path.strip("/"))


def _shows_private(value: Any, surroundings: Surroundings) -> bool:
    """Tell whether a block's value holds, at any depth, a file of a private collection or a page that is not public."""
    if isinstance(value, AbstractPage):
        return not surroundings.is_public(value)
    if isinstance(value, RichText):
        return any(_shows_private(target, surroundings) for target in _targets(value.source).values())
    if hasattr(value, "collection_id"):
        return value.collection_id in surroundings.private_collections
    if isinstance(value, dict):
        return any(_shows_private(part, surroundings) for part in value.values())
    if isinstance(value, (list, tuple)) or hasattr(value, "bound_blocks"):
        return any(_shows_private(part, surroundings) for part in value)
    return False


def _resolve(source: str, page: Any, surroundings: Surroundings) -> str:
    """Return rich text with its links to pages and documents as addresses, from the index's own view of the sites.

    Wagtail's own expansion asks a cache that another process may have left old, and links what is not public.
    """
    targets = _targets(source)

    def replace(match: re.Match[str]) -> str:
        kind, pk = _target(match[2])
        if kind not in KINDS:
            return match[0]
        target = targets.get((kind, pk))
        if target is None or _shows_private(target, surroundings):
            return "" if match[1].lower() == "embed" else "<a>"
        if kind == "page":
            return f'<a href="{surroundings.address(target)}">'
        if kind == "document":
            return f'<a href="{surroundings.media_address(page, target.url)}">'
        return match[0]

    return _TAG.sub(replace, source)


def _targets(source: str) -> dict[tuple[str, str], Any]:
    """Return what rich text links to or embeds, by kind and id. One query for each kind that it has any of."""
    wanted: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for match in _TAG.finditer(source):
        kind, pk = _target(match[2])
        if kind in wanted and pk.isdigit():
            wanted[kind].add(pk)
    models = {
        "page": swapper.load_model("wagtailcore", "Page"),
        "document": get_document_model(),
        "image": get_image_model(),
    }
    return {
        (kind, str(found.pk)): found
        for kind, pks in wanted.items()
        for found in (models[kind].objects.filter(pk__in=pks) if pks else ())
    }


def _target(attributes: str) -> tuple[str, str]:
    found = dict(_ATTRIBUTE.findall(attributes))
    return found.get("linktype") or found.get("embedtype") or "", found.get("id", "")
