"""What decides whether a page is public, read once for a whole reconcile: the one privacy rule.

Read from the rows and never from Wagtail's caches: another process may hold an old copy of the site roots, and
Wagtail's own `.live().public()` shows an alias of a page that was made private after the alias was made.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import swapper
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.models import Collection as MediaCollection
from wagtail.models import CollectionViewRestriction, Locale, PageViewRestriction, Site

from dvb_wagtail.core.text import clean_url
from dvb_wagtail.publication.clients import Client, client_of, root_url


@dataclass(frozen=True, slots=True)
class Root:
    """A page that a site serves at its top: the site's root page or a translation of it.

    `url` is the scheme and host that the public knows the site by: its client's, where it has one.
    """

    site: int
    url: str
    path: str
    url_path: str
    client: Client | None = None


class Surroundings:
    """Sites and restrictions as they are now. Each is read when it is first asked about, and then once."""

    def __init__(self) -> None:
        self._prefixes: dict[str, str | None] = {}

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """Each site's root page and, with translated trees on, its translations. Two queries."""
        return tuple(_roots())

    @cached_property
    def private_paths(self) -> tuple[str, ...]:
        """The paths of all restricted pages and of those that mirror them. One query where there are none."""
        return tuple(private_paths())

    @cached_property
    def private_collections(self) -> frozenset[int]:
        """The ids of restricted collections. One query where there are none."""
        return frozenset(_private_collections())

    @cached_property
    def languages(self) -> dict[int, str]:
        """The languages of locales by id. One query."""
        return dict(Locale.objects.values_list("pk", "language_code"))

    def is_private(self, page: Any) -> bool:
        """Tell whether a restriction holds for the page: its own, an ancestor's, or that of a page it mirrors."""
        return page.path.startswith(self.private_paths) if self.private_paths else False

    def is_public(self, page: Any) -> bool:
        """Tell whether everyone may see the page: live, unrestricted, and on a site."""
        return page.live and not self.is_private(page) and self.root_of(page) is not None

    def root_of(self, page: Any) -> Root | None:
        """Return the site root that the page is under: the nearest one, and a site's own before a translation."""
        under = [root for root in self.roots if page.path.startswith(root.path)]
        return max(under, key=lambda root: len(root.path), default=None)

    def language(self, page: Any) -> str:
        """Return a page's language. No query for a page that was read with its locale."""
        if type(page)._meta.get_field("locale").is_cached(page):
            return str(page.locale.language_code)
        return self.languages[page.locale_id]

    def address(self, page: Any) -> str:
        """Return the page's absolute address: on the client site, if there is one, else where Wagtail serves it.

        It is "" where neither shows pages of the page's language.
        """
        root, front = self.root_of(page), self.front(page)
        if root is None or not front:
            return ""
        path = page.url_path[len(root.url_path) :]
        if path and not getattr(settings, "WAGTAIL_APPEND_SLASH", True):
            path = path.rstrip("/")
        return clean_url(front + path)

    def front(self, page: Any) -> str:
        """Return the address of the front page above a page, in the page's language; "" as for `address`."""
        root = self.root_of(page)
        return self._front(root, self.language(page)) if root else ""

    def media_address(self, page: Any, address: str) -> str:
        """Return the absolute address of a file that the page shows."""
        root = self.root_of(page)
        return clean_url(address, base=f"{root.url}/" if root else "")

    def _front(self, root: Root, language: str) -> str:
        """Return the address of a site's front page in a language, or ""."""
        if root.client is not None:
            return root.client.front(language)
        prefix = self._prefix(language)
        return "" if prefix is None else root.url + prefix

    def _prefix(self, language: str) -> str | None:
        """Return the path that the site serves a language's front page at, such as `/en/`."""
        if language not in self._prefixes:
            with translation.override(language if settings.USE_I18N else None):
                try:
                    self._prefixes[language] = reverse("wagtail_serve", args=("",))
                except NoReverseMatch:
                    self._prefixes[language] = None
        return self._prefixes[language]

    @cached_property
    def step(self) -> int:
        """Characters of a page's path for each level of the tree."""
        return int(swapper.load_model("wagtailcore", "Page").steplen)


def ancestors(path: str, step: int) -> list[str]:
    """Return the paths above a path, nearest first."""
    return [path[:length] for length in range(len(path) - step, 0, -step)]


def _roots() -> list[Root]:
    """Return what is served at the top of a site: its root page, and after all of those their translations."""
    page_model = swapper.load_model("wagtailcore", "Page")
    sites = list(Site.objects.select_related("root_page").order_by("-is_default_site", "hostname", "port"))
    tops = [(site, site.root_page) for site in sites]
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        keys = {page.translation_key for _site, page in tops}
        translations = list(page_model.objects.filter(translation_key__in=keys, live=True).order_by("pk"))
        tops += [(site, page) for site, root in tops for page in translations if _is_translation_of(page, root)]
    return [Root(site.pk, root_url(site), page.path, page.url_path, client_of(site)) for site, page in tops]


def _is_translation_of(page: Any, root: Any) -> bool:
    return page.translation_key == root.translation_key and page.pk != root.pk


def private_paths() -> list[str]:
    """Return the paths of restricted pages and of every page that mirrors one, through any number of aliases."""
    page_model = swapper.load_model("wagtailcore", "Page")
    private: dict[int, str] = {}
    new: Collection[tuple[int, str]] = page_model.objects.filter(
        pk__in=PageViewRestriction.objects.values("page_id")
    ).values_list("pk", "path")
    while new:
        private.update(new)
        new = [
            found
            for found in page_model.objects.filter(alias_of_id__in=[pk for pk, _path in new]).values_list("pk", "path")
            if found[0] not in private
        ]
    return sorted(private.values())


def _private_collections() -> list[int]:
    restricted = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    paths = tuple(restricted)
    if not paths:
        return []
    return [pk for pk, path in MediaCollection.objects.values_list("pk", "path") if path.startswith(paths)]
