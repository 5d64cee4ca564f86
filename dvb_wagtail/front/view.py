"""What every page's view has in common: its addresses, its languages, its feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from django.http import HttpRequest

from dvb_wagtail.core.text import excerpt
from dvb_wagtail.core.words import Words
from dvb_wagtail.front.share import ShareLink, share_links
from dvb_wagtail.presentation.languages import own_name
from dvb_wagtail.presentation.links import local

SUMMARY = 160
"""Characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a program can read beside the page, such as a document to subscribe to.

    `title` is said in the page's head, `type` is its media type.
    """

    title: str
    address: str
    type: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in one language. `name` is the language's own name for itself."""

    language: str
    name: str
    url: str
    path: str
    current: bool


class HasUrl(Protocol):
    @property
    def url(self) -> str: ...


class View:
    """What a page shows that is not its own text. Each part is read when a template asks for it, and only once.

    `words` are those of the page; `now` is aware. Everything here is made with the language of the words active.
    """

    def __init__(self, page: Any, words: Words, now: datetime, request: HttpRequest | None = None) -> None:
        self.page = page
        self.words = words
        self.now = now
        self.request = request

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def said_in(self) -> str:
        """The language of the words round the page's texts: another where the package has none in the page's."""
        return self.words.said_in

    @property
    def preview(self) -> bool:
        """Whether an editor looks at a draft, of which no index knows."""
        return bool(getattr(self.request, "is_preview", False))

    @cached_property
    def root_url(self) -> str:
        """Scheme and host of the page's site; empty for a page on no site."""
        parts = self.page.get_url_parts(self.request)
        return parts[1] if parts else ""

    @property
    def route(self) -> str:
        """What stands after the page's address, for one that has several views."""
        return ""

    @cached_property
    def path(self) -> str:
        """The page's address for links within the site; empty for a draft that has none yet."""
        return self.page.get_url(self.request) or ""

    @property
    def public_url(self) -> str:
        """The page's absolute address as feeds give it; empty for a draft, a mirror, and what not everyone may see."""
        texts = self.texts[0]
        own = texts[self.language].url if self.language in texts else ""
        return own + self.route if own else ""

    @cached_property
    def url(self) -> str:
        """The page's absolute address: the one that feeds give, or for a page that is in none what Wagtail says."""
        if self.public_url:
            return self.public_url
        own = self.page.get_full_url(self.request) or ""
        return own + self.route if own else ""

    @property
    def canonical(self) -> str:
        """The address that search engines should keep, whatever stands in the query."""
        return self.url

    @property
    def title(self) -> str:
        return getattr(self.page, "seo_title", "") or self.page.title

    @property
    def description(self) -> str:
        """The page in a sentence or two, for search engines."""
        return getattr(self.page, "search_description", "") or getattr(self.page, "lead", "")

    @property
    def summary(self) -> str:
        """The description as search engines show it."""
        return excerpt(self.description, SUMMARY)

    @property
    def texts(self) -> tuple[Mapping[str, HasUrl], str]:
        """The page's public texts by language, and its main language."""
        return {}, ""

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """The page in every language that it is public in, the main one first; empty if that is one alone."""
        texts, main = self.texts
        if len(texts) < 2:
            return ()
        languages = sorted(texts, key=lambda language: (language != main, language))
        return tuple(
            self._translation(language, texts[language].url + self.route)
            for language in languages
            if texts[language].url
        )

    def _translation(self, language: str, url: str) -> Translation:
        return Translation(language, own_name(language), url, self.local(url), language == self.language)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The documents to subscribe to that fit this page."""
        return ()

    @property
    def oembed(self) -> tuple[Feed, ...]:
        """Where another site that this page's address is pasted into gets its frame; nothing where it has none."""
        return ()

    @cached_property
    def share(self) -> tuple[ShareLink, ...]:
        return share_links(self.url, self.title) if self.url else ()

    def local(self, address: str) -> str:
        return local(address, self.root_url)
