"""A selection of a programme as it is shown: its days, and the filters that narrow or widen it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.scope import Facet, Scope, facets
from dvb_wagtail.core.words import Words
from dvb_wagtail.presentation import programme
from dvb_wagtail.presentation.cards import SessionCards
from dvb_wagtail.presentation.filters import Choice, Filter, filters
from dvb_wagtail.presentation.programme import Day
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord


@dataclass(frozen=True)
class Selection:
    """What `scope` selects of an edition's public sessions; `found` and `sessions` are all of them, in the same order.

    `address_of` gives where a selection is shown. `record` is None for a draft, which has no filters.
    """

    record: ConferenceRecord | None
    found: Sequence[SessionRecord]
    sessions: Sequence[LocalisedSession]
    scope: Scope
    cards: SessionCards
    words: Words
    address_of: Callable[[Scope], str]

    @cached_property
    def shown(self) -> tuple[LocalisedSession, ...]:
        """The sessions of the selection."""
        return tuple(
            session for session, found in zip(self.sessions, self._facets, strict=True) if self.scope.matches(found)
        )

    @property
    def count(self) -> int:
        return len(self.shown)

    @property
    def total(self) -> int:
        return len(self.sessions)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The selection by day and time."""
        return programme.days(self.shown, self.cards, self.words)

    @cached_property
    def filters(self) -> tuple[Filter, ...]:
        """What narrows it. One query where a speaker is chosen, else none."""
        if self.record is None:
            return ()
        speakers = records.speakers_in(self.record) if self.scope.get(Facet.SPEAKER) else []
        return filters(
            self.cards.conference,
            self._facets,
            self.scope,
            self.address_of,
            self.words,
            [speaker.speaker for speaker in speakers],
        )

    @property
    def day_filter(self) -> Filter | None:
        """The filter by day, which is always open."""
        return next((each for each in self.filters if each.facet == Facet.DAY), None)

    @property
    def other_filters(self) -> tuple[Filter, ...]:
        return tuple(each for each in self.filters if each.facet != Facet.DAY)

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """What is chosen besides days, each with the address that takes it back."""
        return tuple(choice for each in self.other_filters for choice in each.chosen)

    @property
    def whole(self) -> str:
        """The address of the programme without any filter."""
        return self.address_of(Scope())

    @cached_property
    def _facets(self) -> list[frozenset[tuple[Facet, str]]]:
        return [facets(record.session, self.cards.conference) for record in self.found]
