"""News channels and articles: from pages to records."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dvb_wagtail.core.article import Article, ArticleTexts, News, NewsTexts, Tag
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.models.indexed import ArticleAdapter, NewsAdapter
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.adapted import adapted_article, adapted_news
from dvb_wagtail.publication.projection.bodies import project_body
from dvb_wagtail.publication.projection.media import project_image
from dvb_wagtail.publication.surroundings import Surroundings


def project_news(versions: Versions, key: str, main_language: str, surroundings: Surroundings) -> News:
    facts = versions.facts(main_language)
    if isinstance(facts, NewsAdapter):
        return adapted_news(versions, key, main_language, surroundings)
    return News(
        id=str(versions.identity),
        key=key,
        main_language=main_language,
        texts={
            language: NewsTexts(
                title=clean_line(page.title),
                url=surroundings.address(page),
                description=clean_text(page.description),
                rights=clean_line(page.rights),
                feed_title=clean_line(getattr(page, "seo_title", "")),
            )
            for language, page in versions.public.items()
        },
        image=project_image(facts.image, facts, surroundings),
    )


def project_article(
    versions: Versions, main_language: str, surroundings: Surroundings, *, first_public: datetime
) -> Article:
    """Return the article; `first_public` (UTC) is when it first was public, and its date if the editor's is a slip.

    A slip is a date that lay in the future when the page was last published: no reader shows the future.
    """
    facts = versions.facts(main_language)
    latest = max(first_public, facts.last_published_at or first_public)
    if isinstance(facts, ArticleAdapter):
        article = adapted_article(versions, main_language, surroundings)
        return article if article.published <= latest else replace(article, published=first_public)
    published = facts.published or first_public
    if published > latest:
        published = first_public
    byline = [(block.block_type, clean_line(block.value)) for block in facts.byline]
    return Article(
        id=str(versions.identity),
        main_language=main_language,
        published=published.replace(microsecond=0).astimezone(UTC),
        texts={
            language: ArticleTexts(
                title=clean_line(page.title),
                url=surroundings.address(page),
                lead=clean_text(page.lead),
                html=project_body(page.body, page, surroundings),
                image_alt=clean_line(page.image_alt),
                image_caption=clean_line(page.image_caption),
            )
            for language, page in versions.public.items()
        },
        writers=tuple(name for kind, name in byline if kind == "writer" and name),
        photographers=tuple(name for kind, name in byline if kind == "photographer" and name),
        tags=_tags(facts),
        image=project_image(
            facts.image,
            facts,
            surroundings,
            alt=facts.image_alt,
            caption=facts.image_caption,
            credit=facts.image_credit,
        ),
        about=tuple(
            str(block.value.translation_key)
            for block in facts.about
            if block.value and surroundings.is_public(block.value)
        ),
    )


def _tags(page: Any) -> tuple[Tag, ...]:
    """Return the tags of a page whose class has a tag manager, by name; a tag's slug stays when it is renamed."""
    tags = page.tags.all() if hasattr(page, "tags") else ()
    return tuple(sorted((Tag(tag.slug, clean_line(tag.name)) for tag in tags), key=lambda tag: tag.name.casefold()))
