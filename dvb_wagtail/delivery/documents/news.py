"""A news channel, and those of its articles that have a tag."""

from __future__ import annotations

from functools import partial
from typing import Any

from dvb_wagtail.conf import conf
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localise import in_language, localise_article
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.documents.document import Content, Document, Entry
from dvb_wagtail.delivery.selections import tagged_title
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ArticleRecord, NewsRecord


def articles(record: NewsRecord, written_as: Format[Any], language: str, tag: str) -> Document:
    """Return a channel's newest articles written in `language`, or those of them that have the tag."""
    news = record.news
    options = Options(words(language))
    address = addresses.articles(
        news.key,
        language,
        written_as.extension,
        tag,
        root_url=record.root_url,
        name=written_as.name,
        any_length=True,
    )

    def content() -> Content:
        found = records.articles(record, language, tag)
        texts = in_language(news.texts, language, news.main_language)[1]
        channel = Channel(
            id=news.id,
            title=tagged_title(texts.feed_title or texts.title, tag, found, options.words),
            address=address,
            url=texts.url,
            language=language,
            changed=record.changed,
            description=texts.description,
            image=news.image,
            rights=texts.rights,
            author=texts.feed_title or texts.title,
        )
        return Content(channel, tuple(_article_entry(each, language) for each in found))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{news.key}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=conf.max_age,
        content=content,
    )


def _article_entry(found: ArticleRecord, language: str) -> Entry:
    return Entry(found.article.id, partial(localise_article, found.article, found.stamp, language))
