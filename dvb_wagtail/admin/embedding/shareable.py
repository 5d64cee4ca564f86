"""What of a page can be shared, read from the index: the same as everyone can see."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages

from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.conf import conf
from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.frames import FrameKind, FrameOptions
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.scope import Scope, facets
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.words import words
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.indexed import IndexedNews, IndexedSession
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.presentation.filters import Filter, filters
from dvb_wagtail.presentation.past import edition_ended, is_over, session_ended
from dvb_wagtail.presentation.subscribe import Subscription, subscription
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, NewsRecord, SessionRecord

_RSS, _ATOM, _JSON = ("RSS", "rss"), ("Atom", "atom"), ("JSON Feed", "json")
"""Forms of feeds, by name and extension."""


NO_CALENDAR = tuple(system for system in System if system is not System.CALENDAR)
"""The systems for what no calendar could hold, or nobody would put there any more."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an editor asked for. `language` is the one to show it in; `height` is in CSS pixels."""

    system: System
    kind: FrameKind
    language: str
    height: int
    scope: Scope
    tag: str
    options: FrameOptions


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to follow; `name` says what it tells of and in which form (`form`), `id` tells it apart from others."""

    id: str
    name: str
    form: str
    address: str


class Shared(ABC):
    """Something public that can stand on another site. What it makes may raise AddressTooLong."""

    kinds: tuple[FrameKind, ...]
    systems: tuple[System, ...] = tuple(System)
    root_url: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it can be shown in; a text without a translation then stands in the main one."""
        return tuple(get_content_languages())

    @property
    @abstractmethod
    def written_in(self) -> tuple[str, ...]:
        """The languages that pages of it are public in, the main one first."""

    @property
    def over(self) -> bool:
        """Whether nothing is to come any more."""
        return False

    @property
    def undated(self) -> bool:
        """Whether it is a session whose day is not decided, which no calendar can hold."""
        return False

    @abstractmethod
    def count(self, chosen: Chosen) -> int:
        """Return how many sessions or articles are shown."""

    def filters(self, words: Words, value: Callable[[Scope], str]) -> tuple[Filter, ...]:
        """Return what can be chosen of it; `value` makes of a selection what stands as a choice's address."""
        return ()

    def tags(self) -> list[Tag]:
        """Return the tags of its articles."""
        return []

    @abstractmethod
    def embeddable(self, chosen: Chosen, *, any_length: bool = False) -> Embeddable:
        """Return what stands in the frame."""

    @abstractmethod
    def feeds(self, chosen: Chosen) -> tuple[Feed, ...]:
        """Return the feeds of what was chosen, the one that tells most first."""

    def feeds_of(self, chosen: Chosen) -> str:
        """Return the title of what the feeds tell of."""
        return self.embeddable(chosen, any_length=True).title

    def subscription(self, chosen: Chosen) -> Subscription | None:
        """Return the ways to subscribe to what was chosen; None where that makes no sense."""
        return None

    def calendar_file(self, chosen: Chosen) -> str:
        """Return the address of the calendar file of a single session, else nothing."""
        return ""


PAGES = (ConferenceMixin, IndexedSession, IndexedNews)
"""The types of pages that can be shared, by mixin or by adapter."""


def shared(page: Any) -> Shared | None:
    """Return what is public of a page of one of these types, in whatever language it is; None if nothing is."""
    model = page.specific_class or type(page)
    if issubclass(model, ConferenceMixin):
        edition = records.conference_of(page.translation_key)
        return SharedConference(edition) if edition else None
    if issubclass(model, IndexedSession):
        found = records.session_of(page.translation_key)
        return SharedSession(*found) if found else None
    channel = records.news_of(page.translation_key)
    return SharedNews(channel) if channel else None


class SharedConference(Shared):
    """An edition: its programme, or the ways to subscribe to it while something is to come."""

    kinds: tuple[FrameKind, ...] = (FrameKind.PROGRAMME, FrameKind.SUBSCRIBE)

    def __init__(self, record: ConferenceRecord) -> None:
        self.record = record
        self.root_url = record.root_url
        self._facets = [facets(each.session, record.conference) for each in records.sessions(record)]
        if self.over:
            self.kinds, self.systems = (FrameKind.PROGRAMME,), NO_CALENDAR

    @property
    def written_in(self) -> tuple[str, ...]:
        return _main_first(self.record.languages, self.record.conference.main_language)

    @property
    def over(self) -> bool:
        return is_over(edition_ended(self.record.conference), conf.now())

    def count(self, chosen: Chosen) -> int:
        return sum(chosen.scope.matches(found) for found in self._facets)

    def filters(self, words: Words, value: Callable[[Scope], str]) -> tuple[Filter, ...]:
        return filters(self.record.conference, self._facets, Scope(), value, words)

    def embeddable(self, chosen: Chosen, *, any_length: bool = False) -> Embeddable:
        make = embeddable.subscribe if chosen.kind is FrameKind.SUBSCRIBE else embeddable.programme
        return make(self.record, words(chosen.language), chosen.scope, chosen.options, any_length=any_length)

    def feeds(self, chosen: Chosen) -> tuple[Feed, ...]:
        return _feeds_of_edition(self.record, chosen.language, chosen.scope)

    def subscription(self, chosen: Chosen) -> Subscription | None:
        title = self.embeddable(chosen, any_length=True).title
        acronym = self.record.conference.acronym
        return subscription(title, acronym, chosen.language, chosen.scope, self.root_url)


class SharedSession(Shared):
    """One session. It has no feed of its own: what changes in it is told in its edition's."""

    kinds = (FrameKind.SESSION,)

    def __init__(self, record: ConferenceRecord, session: SessionRecord) -> None:
        self.record = record
        self.session = session
        self.root_url = record.root_url
        if self.over:
            self.systems = NO_CALENDAR

    @property
    def written_in(self) -> tuple[str, ...]:
        return _main_first(tuple(self.session.session.texts), self.record.conference.main_language)

    @property
    def over(self) -> bool:
        conference = self.record.conference
        shown = localise_session(self.session.session, conference, self.session.stamp, words(conference.main_language))
        return is_over(session_ended(shown, conference), conf.now())

    @property
    def undated(self) -> bool:
        return self.session.session.day is None

    def count(self, chosen: Chosen) -> int:
        return 1

    def embeddable(self, chosen: Chosen, *, any_length: bool = False) -> Embeddable:
        return embeddable.session(self.record, self.session, words(chosen.language), chosen.options)

    def feeds(self, chosen: Chosen) -> tuple[Feed, ...]:
        return _feeds_of_edition(self.record, chosen.language, Scope())

    def feeds_of(self, chosen: Chosen) -> str:
        return embeddable.programme(self.record, words(chosen.language), any_length=True).title

    def calendar_file(self, chosen: Chosen) -> str:
        acronym, code = self.record.conference.acronym, self.session.session.code
        return addresses.session(acronym, chosen.language, code, root_url=self.root_url)


class SharedNews(Shared):
    """A news channel, or its articles with one tag. Articles have no day that a calendar could hold."""

    kinds = (FrameKind.NEWS,)
    systems = NO_CALENDAR

    def __init__(self, record: NewsRecord) -> None:
        self.record = record
        self.root_url = record.root_url
        self._tags = records.tags(record)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language in self.written_in if language in get_content_languages())

    @property
    def written_in(self) -> tuple[str, ...]:
        return _main_first(self.record.languages, self.record.news.main_language)

    def count(self, chosen: Chosen) -> int:
        return records.count_articles(self.record, chosen.language, chosen.tag)

    def tags(self) -> list[Tag]:
        return self._tags

    def embeddable(self, chosen: Chosen, *, any_length: bool = False) -> Embeddable:
        named = tuple(records.articles(self.record, chosen.language, chosen.tag, limit=1)) if chosen.tag else ()
        spoken = words(chosen.language)
        return embeddable.news(self.record, spoken, chosen.tag, chosen.options, named, any_length=any_length)

    def feeds(self, chosen: Chosen) -> tuple[Feed, ...]:
        key = self.record.news.key
        return tuple(
            Feed(
                f"news-{extension}",
                _("News (%(form)s)") % {"form": form},
                form,
                addresses.articles(key, chosen.language, extension, chosen.tag, root_url=self.root_url),
            )
            for form, extension in (_RSS, _ATOM, _JSON)
        )


def _main_first(languages: tuple[str, ...], main: str) -> tuple[str, ...]:
    return tuple(sorted(languages, key=lambda language: (language != main, language)))


def _feeds_of_edition(record: ConferenceRecord, language: str, scope: Scope) -> tuple[Feed, ...]:
    told = (
        (_("Changes of the programme (%(form)s)"), "changes", (_RSS, _ATOM, _JSON)),
        (_("Recordings (%(form)s)"), "recordings", (_RSS,)),
        (_("The programme, an item for each session (%(form)s)"), "programme", (_RSS,)),
    )
    return tuple(
        Feed(
            f"{name}-{extension}",
            what % {"form": form},
            form,
            addresses.programme(
                record.conference.acronym, language, scope, extension, root_url=record.root_url, name=name
            ),
        )
        for what, name, forms in told
        for form, extension in forms
    )
