"""An API field that shows what everyone may see of a page, the same in Wagtail's v2 and v3.

Wagtail's v3 gives a serialiser no context, so these ask for none: a field is a function of the page, and its annotation
is the field's type in the OpenAPI document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from rest_framework.fields import Field
from wagtail.api import APIField

from dvb_wagtail.api.reading import Reading
from dvb_wagtail.publication.aliases import mirrors_what_is_private
from dvb_wagtail.publication.surroundings import Surroundings

T = TypeVar("T")

KEPT = "_dvb_api"
"""Where a page keeps what was read of it, for as long as it lives: one answer."""


def read_together(pages: Iterable[Any], surroundings: Surroundings | None = None) -> None:
    """Let pages that stand in one answer be read in the same queries."""
    pages = tuple(pages)
    reading = Reading(pages, surroundings)
    for page in pages:
        vars(page)[KEPT] = {Reading: reading}


def reading_of(page: Any) -> Reading:
    """Return what a page is read with: the others of its answer, or itself alone."""
    if KEPT not in vars(page):
        read_together([page])
    found: Reading = vars(page)[KEPT][Reading]
    return found


def once(make: Callable[[Any], T]) -> Callable[[Any], T]:
    """Let what is made of a page be made once."""

    def kept(page: Any) -> T:
        reading_of(page)
        found = vars(page)[KEPT]
        if make not in found:
            found[make] = make(page)
        made: T = found[make]
        return made

    return kept


@once
def language_of(page: Any) -> str:
    """Return the language that a page is in."""
    return reading_of(page).surroundings.language(page)


def is_told(page: Any, languages: Collection[str], main_language: str) -> bool:
    """Tell whether a record in these languages says what a page does: in its language, or as a mirror of the main page.

    An alias in another language is no translation, so that no record has its language; it mirrors what one has.
    """
    if language_of(page) in languages:
        return True
    source = page.alias_of if main_language in languages else None
    return (
        source is not None
        and source.translation_key == page.translation_key
        and reading_of(page).surroundings.language(source) == main_language
    )


@once
def is_hidden(page: Any) -> bool:
    """Tell whether nothing may be shown: the page mirrors something private, which Wagtail's own APIs overlook."""
    return mirrors_what_is_private(page, reading_of(page).surroundings)


def is_revision(page: Any) -> bool:
    """Tell whether the page is a draft or an older version, which v3 shows to those who may edit it."""
    # Wagtail builds those from their JSON, child rows included; of what is read from the tables it holds none.
    return bool(getattr(page, "_cluster_related_objects", None))


class Shown(Field):
    """Shows what a function says of a page; null where nothing of the page may be shown."""

    def __init__(self, show: Callable[[Any], Any]) -> None:
        super().__init__(source="*", read_only=True)
        # The function itself, since v3 reads the annotation here.
        self.to_representation = show

    def get_attribute(self, instance: Any) -> Any:
        return None if is_hidden(instance) else instance


def fields(**shown: Callable[[Any], Any]) -> list[APIField]:
    """Return API fields by name, each shown by its function."""
    return [APIField(name, serializer=Shown(show)) for name, show in shown.items()]
