"""What the frame of a news channel shows: its newest articles, or those of them that have a tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.words import words
from dvb_wagtail.embed.frame import Frame
from dvb_wagtail.presentation import cards, embeddable
from dvb_wagtail.presentation.links import other
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import NewsRecord


def news(record: NewsRecord, language: str, tag: str, options: FrameOptions) -> Frame:
    """Return the frame of a channel: articles that are written in `language`, none where there are none."""
    spoken = words(language)
    shown = embeddable.news(record, spoken, tag, options, any_length=True)

    def content() -> Mapping[str, Any]:
        found = tuple(records.articles(record, language, tag, limit=options.limit))
        titled = embeddable.news(record, spoken, tag, options, found, any_length=True)
        return {
            "title": titled.title,
            "title_language": other(titled.language, spoken),
            "articles": [cards.article(each.article, spoken) for each in found],
            "feed": addresses.articles(
                record.news.key, language, "rss", tag, root_url=record.root_url, any_length=True
            ),
        }

    return Frame(
        template="dvb_wagtail/embed/news.html",
        address=shown.address,
        page=shown.url,
        language=language,
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=conf.max_age,
        content=content,
    )
