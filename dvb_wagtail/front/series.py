"""The front page: the next edition, all editions, the latest news."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from dvb_wagtail.core.conference import SeriesTexts
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.programme import Phase
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.front import feeds
from dvb_wagtail.front.tickets import ticket_cards, where_to_register
from dvb_wagtail.front.view import Feed, View
from dvb_wagtail.presentation import cards
from dvb_wagtail.presentation.cards import ArticleCard, EditionCard
from dvb_wagtail.presentation.subscribe import Subscription, every_edition, subscription
from dvb_wagtail.publication import neighbours, records
from dvb_wagtail.publication.records import ConferenceRecord, NewsRecord, SeriesRecord

LATEST = 3
"""Articles on the front page."""


class SeriesView(View):
    """What a series' page shows of its editions and its site's news."""

    @cached_property
    def record(self) -> SeriesRecord | None:
        return records.series_of(self.page.translation_key)

    @property
    def texts(self) -> tuple[Mapping[str, SeriesTexts], str]:
        return (self.record.series.texts, self.record.series.main_language) if self.record else ({}, "")

    @property
    def description(self) -> str:
        return getattr(self.page, "search_description", "") or self.page.lead or self.page.mission

    @cached_property
    def editions(self) -> tuple[EditionCard, ...]:
        """All editions, the newest first."""
        return tuple(
            cards.edition(found.conference, found.stamp, self.words, self.now, found.root_url)
            for found in self._editions
        )

    @cached_property
    def next(self) -> EditionCard | None:
        """The edition that a visitor most likely comes for: the running one, else the first to come, else the last."""
        by_start = sorted(self.editions, key=lambda edition: edition.start)
        ahead = [edition for edition in by_start if edition.phase != Phase.PAST]
        taking_place = [edition for edition in ahead if not edition.notice]
        return next(iter(taking_place or ahead or by_start[-1:]), None)

    @cached_property
    def subscription(self) -> Subscription | None:
        """Where to subscribe to the next edition's programme."""
        found = self._next_record
        if self.next is None or found is None or self.next.phase == Phase.PAST:
            return None
        return subscription(self.next.title, found.conference.acronym, self.language, Scope(), found.root_url)

    @cached_property
    def every(self) -> Subscription | None:
        """Where to subscribe to all editions; None while there is none."""
        if self.record is None or not self.editions:
            return None
        series = self.record.series
        title = in_language(series.texts, self.language, series.main_language)[1].title
        return every_edition(title, series.key, self.language, self.record.root_url)

    @cached_property
    def registration(self) -> str:
        """Where to register for the next edition; empty where one cannot."""
        found = self._next_record
        if found is None:
            return ""
        texts, main = found.conference.texts, found.conference.main_language
        shown_in = in_language(texts, self.language, main)[0]
        page = neighbours.edition(found.conference.id, shown_in)
        if page is None:
            return ""
        # Facts are the main page's: a translation has them as they were when it was last saved.
        facts = page if shown_in == main else neighbours.edition(found.conference.id, main) or page
        time_zone = found.conference.time_zone
        tickets = ticket_cards(facts.tickets, time_zone, self.now, self.words, page.registration)
        return where_to_register(tickets, page.registration, found.conference, self.now)

    @cached_property
    def channel(self) -> NewsRecord | None:
        """The news channel of the series: the one below its page, else the first of the same site."""
        if self.record is None:
            return None
        channels = [
            channel
            for channel in records.news_channels()
            if channel.root_url == self.record.root_url and self.language in channel.news.texts
        ]
        below = [channel for channel in channels if channel.news.texts[self.language].url.startswith(self.url)]
        return next(iter(below or channels), None)

    @cached_property
    def news(self) -> tuple[ArticleCard, ...]:
        """The latest articles."""
        if self.channel is None:
            return ()
        found = records.articles(self.channel, self.language, limit=LATEST)
        return tuple(cards.article(record.article, self.words, self.channel.root_url) for record in found)

    @property
    def news_url(self) -> str:
        """The page with all articles."""
        return self.local(self.channel.news.texts[self.language].url) if self.channel else ""

    @property
    def feeds(self) -> tuple[Feed, ...]:
        found = self._next_record
        return (
            *(feeds.series(self.record, self.words) if self.record else ()),
            *(feeds.programme(found, self.words) if found else ()),
            *(feeds.articles(self.channel, self.words) if self.channel else ()),
        )

    @cached_property
    def _editions(self) -> list[ConferenceRecord]:
        return records.editions(self.page.translation_key)

    @property
    def _next_record(self) -> ConferenceRecord | None:
        acronym = self.next.acronym if self.next else ""
        return next((found for found in self._editions if found.conference.acronym == acronym), None)
