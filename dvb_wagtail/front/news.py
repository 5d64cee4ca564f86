"""News: the list of a channel's articles, page by page, and what stands round an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import Http404
from django.utils import timezone
from django.utils.http import urlencode

from dvb_wagtail.core.article import ArticleTexts, NewsTexts
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.front import feeds
from dvb_wagtail.front.view import Feed, View
from dvb_wagtail.presentation import cards
from dvb_wagtail.presentation.cards import ArticleCard
from dvb_wagtail.presentation.links import other, with_query
from dvb_wagtail.publication import records, references
from dvb_wagtail.publication.records import ArticleRecord, NewsRecord

PAGE_SIZE = 12


@dataclass(frozen=True, slots=True)
class TagLink:
    name: str
    address: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A page that an article tells of."""

    title: str
    url: str
    language: str


class ArticleIndexView(View):
    """A channel's articles in the page's language. A tag or page that there is not is Http404."""

    @cached_property
    def record(self) -> NewsRecord | None:
        return None if self.preview else records.news_of(self.page.translation_key)

    @property
    def texts(self) -> tuple[Mapping[str, NewsTexts], str]:
        return (self.record.news.texts, self.record.news.main_language) if self.record else ({}, "")

    @property
    def description(self) -> str:
        return getattr(self.page, "search_description", "") or self.page.description

    @property
    def canonical(self) -> str:
        """Each page of the list is itself; the list of one tag is found by the whole one."""
        return with_query(self.url, urlencode({"page": self.number})) if self.number > 1 and not self.tag else self.url

    @cached_property
    def tag(self) -> str:
        """The code of the tag that the query asks for, or nothing."""
        code = self.request.GET.get("tag", "") if self.request else ""
        if code and not (self.record and records.tag_known(self.record, code)):
            raise Http404(f"No article has had the tag {code!r}")
        return code

    @cached_property
    def tags(self) -> tuple[TagLink, ...]:
        found = records.tags(self.record) if self.record else []
        return tuple(
            TagLink(
                tag.name, with_query(self.path, "" if tag.code == self.tag else _tagged(tag.code)), tag.code == self.tag
            )
            for tag in found
        )

    @property
    def tag_name(self) -> str:
        return next((tag.name for tag in self.tags if tag.chosen), self.tag)

    @cached_property
    def count(self) -> int:
        return records.count_articles(self.record, self.language, self.tag) if self.record else 0

    @cached_property
    def number(self) -> int:
        """Which page of the list is shown, from 1."""
        asked = self.request.GET.get("page", "1") if self.request else "1"
        # isdecimal: int() takes signs, spaces, underscores; its length: int() refuses thousands of digits.
        number = int(asked) if asked.isdecimal() and len(asked) < 7 else 0
        if not 1 <= number <= self.last:
            raise Http404(f"The list has no page {asked!r}")
        return number

    @property
    def last(self) -> int:
        return max(1, -(-self.count // PAGE_SIZE))

    @property
    def newer(self) -> str:
        return self._page(self.number - 1) if self.number > 1 else ""

    @property
    def older(self) -> str:
        return self._page(self.number + 1) if self.number < self.last else ""

    @cached_property
    def articles(self) -> tuple[ArticleCard, ...]:
        if self.record is None:
            return ()
        found = records.articles(
            self.record, self.language, self.tag, limit=PAGE_SIZE, offset=(self.number - 1) * PAGE_SIZE
        )
        return tuple(cards.article(record.article, self.words, self.root_url) for record in found)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return feeds.articles(self.record, self.words) if self.record else ()

    @property
    def shown_feeds(self) -> tuple[Feed, ...]:
        """The feeds of what is shown: those of one tag where that is chosen."""
        return feeds.articles(self.record, self.words, self.tag) if self.record else ()

    @property
    def oembed(self) -> tuple[Feed, ...]:
        """Of the whole channel, or of the tag that is chosen; the page of the list does not matter."""
        if self.record is None or not self.public_url:
            return ()
        shown = with_query(self.public_url, _tagged(self.tag) if self.tag else "")
        return feeds.oembed(shown, self.title, self.record.root_url)

    def _page(self, number: int) -> str:
        query = ({"tag": self.tag} if self.tag else {}) | ({"page": str(number)} if number > 1 else {})
        return with_query(self.path, urlencode(query))


def _tagged(code: str) -> str:
    return urlencode({"tag": code})


class ArticleView(View):
    """What stands round an article. What the article says is the page's own."""

    @cached_property
    def record(self) -> tuple[NewsRecord, ArticleRecord] | None:
        """The channel and the article as the index has them; None for a draft, and for what only some may see."""
        return None if self.preview else records.article_of(self.page.translation_key)

    @property
    def texts(self) -> tuple[Mapping[str, ArticleTexts], str]:
        return (self.record[1].article.texts, self.record[1].article.main_language) if self.record else ({}, "")

    @property
    def channel(self) -> NewsTexts | None:
        """The news channel, in the page's language."""
        return self.record[0].news.texts.get(self.language) if self.record else None

    @property
    def channel_path(self) -> str:
        return self.local(self.channel.url) if self.channel else ""

    @cached_property
    def published(self) -> datetime | None:
        """The date that readers see, in the project's time zone; None for a draft without one."""
        moment = self.record[1].article.published if self.record else self.page.published
        return timezone.localtime(moment) if moment else None

    @property
    def date(self) -> str:
        return self.words.plain_day(self.published) if self.published else ""

    @property
    def writers(self) -> str:
        return self._byline("writer")

    @property
    def photographers(self) -> str:
        return self._byline("photographer")

    @cached_property
    def tags(self) -> tuple[TagLink, ...]:
        """The article's tags; links once the article is public, since a tag is known from then on."""
        if not hasattr(self.page, "tags"):
            return ()
        path = self.channel_path
        return tuple(
            TagLink(tag.name, with_query(path, _tagged(tag.slug)) if path else "") for tag in self.page.tags.all()
        )

    @cached_property
    def related(self) -> tuple[Related, ...]:
        """The public ones among the pages that it tells of, in the editor's order."""
        identities = [block.value.translation_key for block in self.page.about if block.value]
        found = references.references(identities)
        shown = []
        for reference in (found[identity] for identity in dict.fromkeys(identities) if identity in found):
            language, title = in_language(reference.titles, self.language, reference.main_language)
            shown.append(Related(title.text, self.local(title.url), other(language, self.words)))
        return tuple(shown)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return feeds.articles(self.record[0], self.words) if self.record else ()

    def _byline(self, kind: str) -> str:
        return ", ".join(block.value for block in self.page.byline if block.block_type == kind and block.value)
