"""The programme's own page: all of it, or the selection that the query asks for."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404
from django.utils.translation import gettext

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.scope import Facet, Scope, ScopeError, check, facets, parse
from dvb_wagtail.front import programme
from dvb_wagtail.front.cards import PROGRAMME
from dvb_wagtail.front.conference import EditionView
from dvb_wagtail.front.filters import Choice, Filter, filters
from dvb_wagtail.front.programme import Day
from dvb_wagtail.front.subscribe import Subscription
from dvb_wagtail.front.view import with_query
from dvb_wagtail.publication import records

_CODED = frozenset({Facet.TRACK, Facet.THEME, Facet.ROOM, Facet.SPEAKER})
"""Facets whose values are codes, of which the index alone knows which there were."""


class ProgrammeView(EditionView):
    """Days, filters and the calendar of what is shown. A selection that cannot be answered is Http404."""

    @property
    def title(self) -> str:
        return gettext("Programme: %(conference)s") % {"conference": self.page.title}

    @property
    def route(self) -> str:
        return PROGRAMME

    @property
    def description(self) -> str:
        return ""

    @cached_property
    def scope(self) -> Scope:
        """The selection. Parameters that it does not know belong to other people's software and are left alone."""
        pairs = [(name, value) for name, values in self.request.GET.lists() for value in values] if self.request else []
        try:
            scope = parse(pairs, strict=False)
            if self.record and any(scope.get(facet) for facet in _CODED):
                check(scope, records.ever_public(self.record))
        except ScopeError as error:
            raise Http404(f"The programme has no {error.name} {error.value!r}") from error
        return scope

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
        if self.record is None:
            return ()
        speakers = records.speakers_in(self.record) if self.scope.get(Facet.SPEAKER) else []
        return filters(
            self.conference,
            self._facets,
            self.scope,
            self.programme_path,
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
        return with_query(self.programme_path, "")

    @cached_property
    def subscription(self) -> Subscription | None:
        """Where to subscribe to what is shown."""
        chosen = ", ".join(choice.name for each in self.filters for choice in each.chosen)
        title = self.words.selection_of.format(title=self.page.title, filter=chosen) if chosen else self.page.title
        return self.subscribe(self.scope, title)

    @cached_property
    def _facets(self) -> list[frozenset[tuple[Facet, str]]]:
        return [facets(record.session, self.conference) for record in self.session_records]
