"""What is to be done, and what is left for people to judge: found before anything is written, and told by ids alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model

from dvb_wagtail.publication.dependents import base_model
from dvb_wagtail.publication.erasing.person import Person

Gone = dict[type[Model], set[str]]
"""Ids of rows, as text, by the model of their first table."""


SEARCH = {"modelsearch", "wagtailsearch"}
"""Apps whose tables repeat what other tables hold."""


class Verb(StrEnum):
    """What is done with a row. The last three are left to people: a portrait that something else shows, an entry of
    the same name that may be somebody else's, a text.
    """

    DELETE = "delete"
    CHANGE = "change"
    CLEAR = "clear"
    KEEP = "keep"
    SAME_NAME = "same-name"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the report: never with a name, since reports are kept. `address` is where one edits it, or ""."""

    verb: Verb
    kind: str
    pk: str
    detail: tuple[str, ...] = ()
    address: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.verb, self.kind, self.pk, *self.detail, self.address)))


@dataclass
class Plan:
    """`rows` and `revisions` are pages and revisions to be rewritten, each with the fields; `appearances` the ids of
    rows with their pages'. `gone` is all that will be deleted, with what the database deletes along with it.
    """

    person: Person
    gone: Gone = field(default_factory=lambda: defaultdict(set))
    appearances: dict[type[Model], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    revisions: dict[int, tuple[str, ...]] = field(default_factory=dict)
    old_revisions: set[int] = field(default_factory=set)
    images: set[int] = field(default_factory=set)
    redirects: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)
    cleared: dict[type[Model], set[int]] = field(default_factory=lambda: defaultdict(set))
    stale: dict[type[Model], dict[int, UUID]] = field(default_factory=lambda: defaultdict(dict))
    left: list[Line] = field(default_factory=list)

    @property
    def changed_pages(self) -> set[int]:
        """The ids of pages that stay and of which something goes."""
        return {*self.rows, *(page for pages in self.appearances.values() for page in pages.values())}

    def is_gone(self, model: type[Model], pk: Any) -> bool:
        return str(pk) in self.gone.get(base_model(model), ())

    def delete(self, model: type[Model], pks: Iterable[Any]) -> None:
        """Note that rows will be gone. Those of the search index only follow, and are not counted."""
        if model._meta.app_label not in SEARCH:
            self.gone[base_model(model)].update(map(str, pks))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is to be done."""
        return next(self.deeds(), None) is None

    def deeds(self) -> Iterator[Line]:
        """Yield what is to be done, in the order of kind and id."""
        yield from _lines(Verb.DELETE, self.gone.items())
        for kind, fields in (("page", self.rows), ("revision", self.revisions)):
            yield from (Line(Verb.CHANGE, kind, str(pk), detail) for pk, detail in sorted(fields.items()))
        yield from _lines(Verb.CHANGE, self.stale.items())
        yield from _lines(Verb.CLEAR, self.cleared.items())


def _lines(verb: Verb, found: Iterable[tuple[type[Model], Collection[Any]]]) -> Iterator[Line]:
    for model, pks in sorted(found, key=lambda each: each[0]._meta.label):
        for pk in sorted(map(str, pks), key=lambda each: (len(each), each)):
            yield Line(verb, model._meta.model_name or "", pk)
