"""The edition that a page belongs to, and its sessions as editors last left them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dvb_wagtail.models.page_types import page_models_with


def edition_of(page: Any) -> Any | None:
    """Return the nearest edition that the page is or is below, as stored, or None.

    Of an alias the page that it mirrors: an alias has no revisions, and lists nothing of its own.
    For a page that is not in the tree yet ask with its parent-to-be.
    """
    from dvb_wagtail.models.conference import ConferenceMixin  # its form asks here

    models = page_models_with(ConferenceMixin)
    above = page.get_ancestors(inclusive=True).type(*models).order_by("-depth").first() if models else None
    edition = above.specific if above else None
    while edition is not None and edition.alias_of_id:
        edition = edition.alias_of.specific
    return edition


def latest_version(page: Any) -> Any:
    """Return the page as editors last left it: its latest revision, or the page itself if it has none."""
    return page.get_latest_revision_as_object()


def session_contents(edition: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield each session below the edition with the content of its latest revision, as in a revision's JSON.

    One query a session model. Aliases are left out. A page that only scripts have written has no revision, and costs
    a query more for its appearances.
    """
    from dvb_wagtail.models.session import SessionMixin  # its form asks here

    for model in page_models_with(SessionMixin):
        pages = model.objects.descendant_of(edition).filter(alias_of=None).select_related("latest_revision")
        for page in pages:
            yield page, page.latest_revision.content if page.latest_revision else page.serializable_data()


def used_codes(edition: Any) -> set[tuple[str, str]]:
    """Return what sessions of the edition refer to, drafts included: pairs of the list's name and a code."""
    used = set()
    for _page, content in session_contents(edition):
        used.add(("venues", content.get("room") or ""))
        used.add(("tracks", content.get("track") or ""))
        used.update(("themes", code) for code in _codes(content.get("themes")))
        used.update(("tickets", code) for code in _codes(content.get("tickets")))
    return used


def _codes(stored: Any) -> list[str]:
    return stored if isinstance(stored, list) else []
