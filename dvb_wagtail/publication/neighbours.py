"""Pages around a page that everyone may see: the site's menu, and the page in other languages.

For pages of any type, so they are read from the tree, by the same privacy rule as the index.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import Site

from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.publication.pages import is_translation
from dvb_wagtail.publication.surroundings import private_paths


def front_page(page: Any, site: Site | None = None) -> Any | None:
    """Return the page at the top of the page's site, in the page's language; None for a page on no site.

    One query, none where that is the root page of `site`.
    """
    if site is not None and page.path.startswith(site.root_page.path):
        return site.root_page
    roots = [root.root_path for root in Site.get_site_root_paths() if page.url_path.startswith(root.root_path)]
    if not roots:
        return None
    return page.get_ancestors(inclusive=True).filter(url_path=max(roots, key=len)).first()


def menu(front_page: Any) -> list[Any]:
    """Return the pages directly below a front page that are "in menus". One query and those for restrictions."""
    pages = front_page.get_children().live()
    if hasattr(front_page, "show_in_menus"):
        pages = pages.filter(show_in_menus=True)
    return _public(pages)


def translations(page: Any) -> list[Any]:
    """Return the page in every language that it was written in, its own first. One query and those for restrictions.

    An alias of another language's page mirrors it, and is no translation.
    """
    pages = page.get_translations(inclusive=True).live().select_related("locale")
    return sorted(
        (other for other in _public(pages) if is_translation(other)),
        key=lambda other: (other.locale_id != page.locale_id, other.locale.language_code),
    )


def edition(identity: str, language: str) -> Any | None:
    """Return the live page of an edition in a language, which the caller knows to be public. One query a model."""
    for model in page_models_with(ConferenceMixin):
        pages = model.objects.live().filter(translation_key=identity, locale__language_code=language)
        if (page := pages.first()) is not None:
            return page
    return None


def _public(pages: Any) -> list[Any]:
    private = tuple(private_paths())
    return [page for page in pages if not page.path.startswith(private)]
