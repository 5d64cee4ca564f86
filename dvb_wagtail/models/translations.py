"""Pages of one identity: a translation key has one page a language, and the oldest that is no alias is the main one."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, get_language_info

from dvb_wagtail.models.choices import languages

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

    One that Django does not know has the package's name for it, else the site's.
    """
    code = page.locale.language_code
    try:
        name: str = get_language_info(code)["name_translated"]
    except KeyError:
        known = dict(languages())
        if code not in known:
            return str(page.locale)
        name = str(known[code])
    return within_sentence(name)


def within_sentence(name: str) -> str:
    """Return the name of a language as the reader's language writes it within a sentence."""
    capital = (get_language() or "en").partition("-")[0] in CAPITAL
    return name if capital else name[:1].lower() + name[1:]
