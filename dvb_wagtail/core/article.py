"""News: a channel and its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dvb_wagtail.core.media import Image


@dataclass(frozen=True, slots=True)
class NewsTexts:
    """`feed_title` names the channel where nothing around it says whose news they are; empty if `title` does."""

    title: str
    url: str = ""
    description: str = ""
    rights: str = ""
    feed_title: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A news channel."""

    id: str
    key: str
    main_language: str
    texts: Mapping[str, NewsTexts]
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class ArticleTexts:
    """`html` is sanitised and has only absolute addresses; `lead` is plain text."""

    title: str
    url: str = ""
    lead: str = ""
    html: str = ""
    image_alt: str = ""
    image_caption: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """Facts once, texts by language. `published` is UTC. `about` are identities of pages that it tells of."""

    id: str
    main_language: str
    published: datetime
    texts: Mapping[str, ArticleTexts]
    writers: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    image: Image | None = None
    about: tuple[str, ...] = ()
