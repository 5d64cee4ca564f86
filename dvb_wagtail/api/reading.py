"""What the pages of one answer are read with: each query once, for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from wagtail.images.models import AbstractImage

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.session import Session
from dvb_wagtail.models.article import ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.publication import drafts, records, references
from dvb_wagtail.publication.main_pages import main_pages
from dvb_wagtail.publication.projection.people import PublicSpeakers
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord
from dvb_wagtail.publication.references import Reference
from dvb_wagtail.publication.surroundings import Surroundings


class Reading:
    """What the index has of pages that are shown in one answer. Each table is read when first asked, once for all."""

    def __init__(self, pages: Iterable[Any], surroundings: Surroundings | None = None) -> None:
        self._pages = tuple(pages)
        self._identities = tuple(page.translation_key for page in self._pages)
        self._above: dict[tuple[str, int], Conference] = {}
        self._mirrored: frozenset[int] | None = None
        self.surroundings = surroundings or Surroundings()

    @cached_property
    def sessions(self) -> dict[UUID, tuple[ConferenceRecord, SessionRecord]]:
        return records.sessions_of(self._identities)

    @cached_property
    def conferences(self) -> dict[UUID, ConferenceRecord]:
        return records.conferences_of(self._identities)

    @cached_property
    def series(self) -> dict[UUID, Series]:
        return {identity: found.series for identity, found in records.several_series_of(self._identities).items()}

    @cached_property
    def speakers(self) -> dict[UUID, Speaker]:
        return references.speakers(self._identities)

    @cached_property
    def news(self) -> dict[UUID, News]:
        return {identity: found.news for identity, found in records.several_news_of(self._identities).items()}

    @cached_property
    def articles(self) -> dict[UUID, Article]:
        return {identity: found.article for identity, found in records.articles_of(self._identities).items()}

    @cached_property
    def references(self) -> dict[UUID, Reference]:
        """The public ones among the pages that these pages name in their lists."""
        return references.references(named.translation_key for page in self._pages for named in named_in(page))

    @cached_property
    def hosts(self) -> dict[UUID, Speaker]:
        """The public ones among the hosts of these pages."""
        editions = [page for page in self._pages if isinstance(page, ConferenceMixin)]
        blocks = [block.value for page in editions for block in page.hosts]
        return references.speakers(block["speaker"].translation_key for block in blocks if block["speaker"])

    @cached_property
    def main_pages(self) -> dict[UUID, Any]:
        """The pages that the facts of these editions stand on, where one of these is in another language."""
        main_languages = {
            page.translation_key: found.conference.main_language
            for page in self._pages
            if (found := self.conferences.get(page.translation_key))
            and found.conference.main_language != self.surroundings.language(page)
        }
        return main_pages(main_languages, self.surroundings)

    @cached_property
    def bodies(self) -> dict[Any, list[Any]]:
        """The blocks of these pages' bodies, by the page's id. The renditions of their pictures are read at once."""
        bodies = {page.pk: list(getattr(page, "body", ())) for page in self._pages}
        values = [block.value for body in bodies.values() for block in body]
        shown = [each for value in values for each in (value.values() if isinstance(value, dict) else [value])]
        if images := [each for each in shown if isinstance(each, AbstractImage)]:
            prefetch_related_objects(images, "renditions")
        return bodies

    def draft_session(self, page: Any) -> tuple[Conference, Session]:
        """Return a session that is in no record as it would be, with its edition. What several share is read once."""
        place = (page.path[: -self.surroundings.step], page.locale_id)
        if place not in self._above:
            self._above[place] = drafts.draft_above(page, self.surroundings, preview=False)
        return self._above[place], drafts.draft_session_alone(page, self.surroundings, self._speakers)

    @cached_property
    def _speakers(self) -> PublicSpeakers:
        """The public ones among those who appear in these sessions. The appearances themselves are read on the way."""
        sessions: list[Any] = [page for page in self._pages if isinstance(page, SessionMixin)]
        prefetch_related_objects(sessions, "appearances")
        return PublicSpeakers.of(
            person.speaker_id for page in sessions for person in page.appearances.all() if person.speaker_id
        )

    def mirrored_among(self, visible: Any) -> Collection[int]:
        """Return the ids of what these pages mirror and a queryset has, always the same one. One query for all."""
        if self._mirrored is None:
            mirrored = {page.alias_of_id for page in self._pages if page.alias_of_id}
            self._mirrored = frozenset(visible.filter(pk__in=mirrored).values_list("pk", flat=True))
        return self._mirrored


def named_in(page: Any) -> list[Any]:
    """Return the pages that an article tells of, or an edition's recordings are of; a deleted one is none.

    Public or not. What a project's own class calls `about` or `recordings` elsewhere names nothing.
    """
    pages: list[Any] = []
    if isinstance(page, ArticleMixin):
        pages = [block.value for block in page.about]
    elif isinstance(page, ConferenceMixin):
        pages = [session for block in page.recordings for session in block.value.get("sessions") or ()]
    return [page for page in pages if page is not None]
