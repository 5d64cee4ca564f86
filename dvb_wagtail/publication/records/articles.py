"""Articles and their tags."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dvb_wagtail.core.article import Tag
from dvb_wagtail.publication.records.rows import article_record, news_record, readable
from dvb_wagtail.publication.records.types import ArticleRecord, NewsRecord
from dvb_wagtail.publication.tables import ArticleFacet, PermanentCode, PublishedArticle

TAG, LANGUAGE, ABOUT = "tag", "language", "about"
"""Facets of articles."""


def articles(news: NewsRecord, language: str, tag: str = "", limit: int = 50, offset: int = 0) -> list[ArticleRecord]:
    """Return the channel's articles written in `language`, newest first. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None)
    rows = rows.filter(facets__facet=LANGUAGE, facets__value=language)
    if tag:
        rows = rows.filter(pk__in=_article_facets(TAG, tag))
    return readable(rows.order_by("-published", "pk")[offset : offset + limit], article_record)


def count_articles(news: NewsRecord, language: str, tag: str = "") -> int:
    """Return how many articles `articles` would find without a limit. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None, facets__facet=LANGUAGE, facets__value=language)
    return (rows.filter(pk__in=_article_facets(TAG, tag)) if tag else rows).count()


def articles_about(identity: UUID, language: str, limit: int = 10) -> list[ArticleRecord]:
    """Return the articles in `language` that tell of a page, newest first. One query."""
    rows = PublishedArticle.objects.filter(
        gone_at=None, news__gone_at=None, facets__facet=LANGUAGE, facets__value=language
    )
    rows = rows.filter(pk__in=_article_facets(ABOUT, str(identity))).order_by("-published", "pk")
    return readable(rows[:limit], article_record)


def article_of(identity: UUID) -> tuple[NewsRecord, ArticleRecord] | None:
    """Return the public article with this identity and its channel, or None. One query."""
    rows = PublishedArticle.objects.filter(identity=identity, gone_at=None, news__gone_at=None)
    row = rows.select_related("news").first()
    return (news_record(row.news), article_record(row)) if row else None


def tags(news: NewsRecord) -> list[Tag]:
    """Return the tags of the channel's public articles, by name. One query."""
    rows = PublishedArticle.objects.filter(news=news.pk, gone_at=None).values_list("document__tags", flat=True)
    found = {tag["code"]: tag["name"] for tagged in rows for tag in tagged or ()}
    return [Tag(code, name) for code, name in sorted(found.items(), key=lambda item: item[1].casefold())]


def tag_known(news: NewsRecord, code: str) -> bool:
    """Tell whether a tag was ever public in the channel. One query."""
    return PermanentCode.objects.filter(kind=TAG, scope=news.news.id, code=code).exists()


def _article_facets(facet: str, value: str) -> QuerySet[Any, Any]:
    return ArticleFacet.objects.filter(facet=facet, value=value).values("article")
