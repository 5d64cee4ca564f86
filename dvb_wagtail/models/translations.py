"""Pages of one identity: a translation key has one page a language, and the oldest that is no alias is the main one."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, get_language_info

CAPITAL = frozenset({"de", "en", "nl"})
"""Languages that write the names of languages with a capital letter within a sentence. Django has them all so."""


def main_page(page: Any) -> Any:
    """Return the page that facts and keys are read from: the oldest of its identity that is no alias.

    The page itself, if there is no other. One query.
    """
    oldest = (
        type(page)
        ._default_manager.filter(translation_key=page.translation_key, alias_of=None)
        .select_related("locale")
        .order_by("pk")
        .first()
    )
    return page if oldest is None or oldest.pk == page.pk else oldest


def facts_of(main: Any) -> Any:
    """Return the version of a main page whose facts count: the public one, or while there is none the latest draft."""
    return main if main.live else main.get_latest_revision_as_object()


def language_of(page: Any) -> str:
    """Return the name of the page's language within a sentence in the reader's language.

    It is as the site calls it where Django has no name.
    """
    try:
        name: str = get_language_info(page.locale.language_code)["name_translated"]
    except KeyError:
        return str(page.locale)
    capital = (get_language() or "en").partition("-")[0] in CAPITAL
    return name if capital else name[:1].lower() + name[1:]
