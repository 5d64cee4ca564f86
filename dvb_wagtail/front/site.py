"""What the package's own base template shows round a page. A site with a base template of its own needs none of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Site

from dvb_wagtail.front.view import Translation, View
from dvb_wagtail.presentation.languages import is_right_to_left
from dvb_wagtail.publication import neighbours


@dataclass(frozen=True, slots=True)
class MenuItem:
    """`current` is "page" on the page itself, "true" below it: the value of `aria-current`."""

    title: str
    url: str
    current: str


class SiteView:
    """The site round a page; of a page that is none of ours it knows the name and the menu."""

    def __init__(self, page: Any, request: HttpRequest | None, view: View | None) -> None:
        self.page = page
        self.request = request
        self.view = view

    @property
    def language(self) -> str:
        return self.view.language if self.view else get_language() or settings.LANGUAGE_CODE

    @property
    def bidi(self) -> bool:
        """Whether the page is read from right to left."""
        return is_right_to_left(self.language)

    @cached_property
    def name(self) -> str:
        """The site's name: Wagtail's for it, else the installation's."""
        return (self._site.site_name if self._site else "") or getattr(settings, "WAGTAIL_SITE_NAME", "")

    @property
    def suffix(self) -> str:
        """What stands after a page's title: the site's name, unless the page is called that itself."""
        return "" if self.view and self.view.title == self.name else self.name

    @property
    def home(self) -> str:
        """The front page in the page's language."""
        return (self._front_page.get_url(self.request) if self._front_page else "") or "/"

    @cached_property
    def menu(self) -> tuple[MenuItem, ...]:
        """The pages directly below the front page that are to stand in menus."""
        here = self.view.path if self.view else ""
        pages = neighbours.menu(self._front_page) if self._front_page else []
        items = [(page.title, page.get_url(self.request)) for page in pages]
        return tuple(MenuItem(title, url, _current(url, here)) for title, url in items if url)

    @cached_property
    def _front_page(self) -> Any:
        return neighbours.front_page(self.page, self._site) if self.page else None

    @cached_property
    def _site(self) -> Site | None:
        return Site.find_for_request(self.request) if self.request else None

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """The page in its languages; empty if there is one alone."""
        if self.view is None:
            return ()
        return self.view.translations


def _current(url: str, here: str) -> str:
    if url == here:
        return "page"
    return "true" if here.startswith(url) else ""
