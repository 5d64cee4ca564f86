"""The API fields of a news channel and of its articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from dvb_wagtail.api import parts
from dvb_wagtail.api.reading import named_in
from dvb_wagtail.api.shown import fields, is_revision, is_told, once, reading_of
from dvb_wagtail.api.values import PublicImage, PublicNamed, PublicReference
from dvb_wagtail.core.article import Article, News, NewsTexts
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.publication import drafts


def _record(page: Any) -> News | None:
    return reading_of(page).news.get(page.translation_key)


@once
def _channel(page: Any) -> NewsTexts:
    found = None if is_revision(page) else _record(page)
    if found is None or not is_told(page, found.texts, found.main_language):
        found = drafts.draft_news(page, reading_of(page).surroundings)
    return parts.in_page_language(found.texts, page, found.main_language)


@once
def _article(page: Any) -> Article:
    found = None if is_revision(page) else reading_of(page).articles.get(page.translation_key)
    if found and is_told(page, found.texts, found.main_language):
        return found
    return drafts.draft_article(page, reading_of(page).surroundings)


def key(page: Any) -> str:
    """Return what the channel is known by in addresses: on a translation, too, whose own field stays empty."""
    found = _record(page)
    return found.key if found else str(page.key)


def description(page: Any) -> str | None:
    return _channel(page).description or None


def rights(page: Any) -> str | None:
    return _channel(page).rights or None


def lead(page: Any) -> str | None:
    found = _article(page)
    return parts.in_page_language(found.texts, page, found.main_language).lead or None


def writers(page: Any) -> list[str]:
    return list(_article(page).writers)


def photographers(page: Any) -> list[str]:
    return list(_article(page).photographers)


def published(page: Any) -> datetime:
    """Return the date that readers see, in UTC."""
    return _article(page).published


def image(page: Any) -> PublicImage | None:
    found = _article(page).image
    if found is None:
        return None
    alt, caption = clean_line(page.image_alt), clean_line(page.image_caption)
    return parts.image_value(replace(found, alt=alt or found.alt, caption=caption or found.caption))


def about(page: Any) -> list[PublicReference]:
    """Return the public ones among the pages that it tells of."""
    return parts.references_to(page, named_in(page))


def tags(page: Any) -> list[PublicNamed]:
    return [{"code": tag.code, "name": tag.name} for tag in _article(page).tags]


article_index_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    key=key,
    description=description,
    image=parts.own_image,
    rights=rights,
)

article_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    lead=lead,
    writers=writers,
    photographers=photographers,
    published=published,
    image=image,
    body=parts.body,
    about=about,
    tags=tags,
)
