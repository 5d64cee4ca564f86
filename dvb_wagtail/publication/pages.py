"""Pages as the index reads them: by mixin, never by concrete class, all languages of one identity together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.publication.surroundings import Surroundings, ancestors


def is_translation(page: Any) -> bool:
    """Tell whether the page was written, and does not only mirror another.

    An alias of another language's page mirrors it and is no translation.
    """
    return page.alias_of_id is None


@dataclass
class Versions:
    """The pages of one identity. `public` holds those that everyone may see, by language."""

    identity: UUID
    pages: list[Any]
    public: dict[str, Any]

    def main_language(self, surroundings: Surroundings) -> str:
        """Return the language of the oldest page that is no alias."""
        written = [page for page in self.pages if is_translation(page)] or self.pages
        return surroundings.language(min(written, key=lambda page: page.pk))

    def facts(self, main_language: str) -> Any:
        """Return the page that facts are taken from: the main language's, else the first public one."""
        return self.public.get(main_language) or min(self.public.values(), key=lambda page: page.pk)

    def hidden_by_restriction(self, surroundings: Surroundings) -> bool:
        """Tell whether nothing is public because of a restriction, and not because it was withdrawn."""
        return any(page.live and surroundings.is_private(page) for page in self.pages)


def read_versions(
    mixin: type,
    identities: Collection[UUID] | None,
    surroundings: Surroundings,
    *,
    with_related: Callable[[Any], Any] | None = None,
) -> dict[UUID, Versions]:
    """Return the pages with this mixin by identity; of all identities if None. One query a model.

    `with_related` gets the pages as a queryset and returns it with what they are to bring along.
    """
    groups: dict[UUID, list[Any]] = defaultdict(list)
    for model in page_models_with(mixin):
        pages = model.objects.annotate(
            source_path=F("alias_of__path"),
            source_locale=F("alias_of__locale"),
            source_key=F("alias_of__translation_key"),
        )
        if identities is not None:
            pages = pages.filter(translation_key__in=identities)
        if with_related is not None:
            pages = with_related(pages)
        for page in pages.order_by("pk").select_related("locale"):
            groups[page.translation_key].append(page)
    return {
        identity: Versions(
            identity,
            pages,
            {
                surroundings.language(page): page
                for page in reversed(pages)
                if surroundings.is_public(page) and (is_translation(page) or _is_published_elsewhere(page))
            },
        )
        for identity, pages in groups.items()
    }


def _is_published_elsewhere(page: Any) -> bool:
    """Tell whether an alias publishes its source once more, in the same language: then it is an item of its own.

    Whether it stands in another channel than its source is the channel map's to say.
    """
    return page.source_locale == page.locale_id and page.source_key != page.translation_key


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """A page that items below it belong to. `row` is the primary key of its public channel, or None."""

    path: str
    identity: UUID
    row: int | None


class ChannelMap:
    """Finds the nearest conference or news channel above a page."""

    def __init__(self, pages: Iterable[ChannelPage], step: int) -> None:
        self._by_path = {page.path: page for page in pages}
        self._step = step

    def nearest(self, path: str) -> ChannelPage | None:
        return next((self._by_path[above] for above in ancestors(path, self._step) if above in self._by_path), None)

    def narrow(self, versions: Versions) -> int | None:
        """Leave only the public pages of one channel, that of the oldest page, and return its row; None without one."""
        rows = {language: self._row_of(page) for language, page in versions.public.items()}
        placed = [language for language, row in rows.items() if row is not None]
        oldest = min(placed, key=lambda language: versions.public[language].pk, default=None)
        channel = rows[oldest] if oldest else None
        versions.public = {language: page for language, page in versions.public.items() if channel == rows[language]}
        return channel

    def _row_of(self, page: Any) -> int | None:
        """Return the channel that a page is published in. An alias in its source's own channel is no second item."""
        found = self.nearest(page.path)
        if found is None or (not is_translation(page) and self.nearest(page.source_path) == found):
            return None
        return found.row

    @classmethod
    def read(cls, mixin: type, table: Any, surroundings: Surroundings) -> ChannelMap:
        """Read every page with the mixin, and which of them are public channels now. One query a model."""
        rows = table.objects.filter(identity=OuterRef("translation_key"), gone_at=None).values("pk")
        pages = []
        for model in page_models_with(mixin):
            found = model.objects.annotate(row=Subquery(rows[:1]))
            for page in found.only("path", "live", "alias_of_id", "translation_key"):
                is_open = is_translation(page) and surroundings.is_public(page)
                pages.append(ChannelPage(page.path, page.translation_key, page.row if is_open else None))
        return cls(pages, surroundings.step)
