"""The programme's own page: all of it, or the selection that the query asks for."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404
from django.utils.translation import gettext

from dvb_wagtail.core.scope import CODED, Scope, ScopeError, check, parse
from dvb_wagtail.front.conference import EditionView
from dvb_wagtail.presentation.links import PROGRAMME, with_query
from dvb_wagtail.presentation.selection import Selection
from dvb_wagtail.presentation.subscribe import Subscription
from dvb_wagtail.publication import records


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
            if self.record and any(scope.get(facet) for facet in CODED):
                check(scope, records.ever_public(self.record))
        except ScopeError as error:
            raise Http404(f"The programme has no {error.name} {error.value!r}") from error
        return scope

    @property
    def shown_url(self) -> str:
        return with_query(self.public_url, self.scope.query()) if self.public_url else ""

    @cached_property
    def selection(self) -> Selection:
        """What is shown, and the filters that lead to other selections."""
        return Selection(
            self.record,
            self.session_records,
            self.sessions,
            self.scope,
            self.cards,
            self.words,
            lambda scope: with_query(self.programme_path, scope.query()),
        )

    @cached_property
    def subscription(self) -> Subscription | None:
        """Where to subscribe to what is shown."""
        chosen = ", ".join(choice.name for each in self.selection.filters for choice in each.chosen)
        title = self.words.selection_of.format(title=self.page.title, filter=chosen) if chosen else self.page.title
        return self.subscribe(self.scope, title)
