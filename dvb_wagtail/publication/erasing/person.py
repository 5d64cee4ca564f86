"""Who is to be erased, and what of all that is stored is that person's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID

from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.speaker import SpeakerMixin
from dvb_wagtail.publication.erasing.content import Entry, Kind, without
from dvb_wagtail.publication.erasing.holdings import Holdings
from dvb_wagtail.publication.erasing.names import same
from dvb_wagtail.publication.speakers import KIND
from dvb_wagtail.publication.tables import PermanentCode


class Unknown(Exception):
    """Nobody is stored under what was asked for. Says nothing of those who are."""


class Ambiguous(Exception):
    """Pages of speakers have the plain name, too, and were not asked for; `pages` are their ids."""

    def __init__(self, pages: Collection[int]) -> None:
        super().__init__(pages)
        self.pages = sorted(pages)


class Verdict(Enum):
    """Whether an entry is the person's; `SAME_NAME`: it may be somebody else's."""

    THEIRS = auto()
    SAME_NAME = auto()
    NOT_THEIRS = auto()


@dataclass(frozen=True)
class Person:
    """`names` were told, and are the person's wherever they stand without a page. `own_names` are those of the pages.

    An own name without a page is the person's on pages that also name the person's page (`beside`): an editor often
    writes the name first and chooses the page later. Elsewhere it may be somebody else. `others` are the pages of
    speakers that have one of the names and are not the person's.
    """

    names: frozenset[str]
    own_names: frozenset[str]
    identities: frozenset[UUID]
    codes: frozenset[str]
    pages: frozenset[int]
    others: frozenset[int]
    speaker_pages: frozenset[int]
    beside: frozenset[UUID]

    @property
    def all_names(self) -> frozenset[str]:
        return self.names | self.own_names

    def verdict(self, entry: Entry, identity: UUID | None) -> Verdict:
        """Judge an entry in a page of this identity."""
        if entry.page in self.pages:
            return Verdict.THEIRS
        return self.verdict_on_name(entry.name, identity, is_other=entry.page in self.speaker_pages)

    def verdict_on_name(self, name: str, identity: UUID | None, *, is_other: bool = False) -> Verdict:
        """Judge a plain name; `is_other`: it stands in for the page of another speaker."""
        plain = same(name)
        if plain not in self.all_names:
            return Verdict.NOT_THEIRS
        if not is_other and (plain in self.names or identity in self.beside):
            return Verdict.THEIRS
        return Verdict.SAME_NAME


def identify(who: Sequence[str], pages: Sequence[int], holdings: Holdings, *, plain_only: bool) -> Person:
    """Find a person by codes of speakers, plain names and ids of speakers' pages; all of them are the same person.

    Raises Unknown for a page that is no speaker's, and Ambiguous unless `plain_only`.
    """
    rows = PermanentCode.objects.filter(kind=KIND, scope="", code__in=who)
    codes = {row.code: row.identity for row in rows if row.identity}
    names = frozenset(filter(None, (same(each) for each in who if each not in codes)))
    speakers = _speakers()
    if set(pages) - speakers.keys():
        raise Unknown
    wanted = {*codes.values(), *(speakers[pk]["translation_key"] for pk in pages)}
    identities = _with_mirrors(wanted, speakers)
    theirs = frozenset(pk for pk, page in speakers.items() if page["translation_key"] in identities)
    known, named_in = _read(speakers, holdings)
    own_names = frozenset(name for pk in theirs for name in known[pk])
    others = frozenset(pk for pk in speakers.keys() - theirs if known[pk] & (names | own_names))
    if not plain_only and any(known[pk] & names for pk in others):
        raise Ambiguous([pk for pk in others if known[pk] & names])
    given = PermanentCode.objects.filter(kind=KIND, scope="", identity__in=identities)
    return Person(
        names=names,
        own_names=own_names,
        identities=frozenset(identities),
        codes=frozenset(given.values_list("code", flat=True)),
        pages=theirs,
        others=others,
        speaker_pages=frozenset(speakers),
        beside=frozenset(identity for pk in theirs for identity in named_in[pk] if identity),
    )


def _speakers() -> dict[int, dict[str, Any]]:
    """Return what tells speakers' pages apart, by id."""
    columns = ("translation_key", "alias_of_id", "title", "draft_title")
    return {
        page["pk"]: page for model in page_models_with(SpeakerMixin) for page in model.objects.values("pk", *columns)
    }


def _with_mirrors(identities: Collection[UUID], speakers: Mapping[int, dict[str, Any]]) -> set[UUID]:
    """Return the identities with those of all pages that mirror theirs, and of those that theirs mirror."""
    pairs = [
        {page["translation_key"], speakers[page["alias_of_id"]]["translation_key"]}
        for page in speakers.values()
        if page["alias_of_id"] in speakers
    ]
    found = set(identities)
    while more := {one for pair in pairs if pair & found for one in pair} - found:
        found |= more
    return found


def _read(
    speakers: Mapping[int, dict[str, Any]], holdings: Holdings
) -> tuple[dict[int, set[str]], dict[int, set[UUID | None]]]:
    """Return the names that each speaker's page has or had, those that stand in for it too, and what names the page."""
    known: dict[int, set[str]] = {
        pk: {same(page["title"]), same(page["draft_title"])} - {""} for pk, page in speakers.items()
    }
    named_in: dict[int, set[UUID | None]] = {pk: set() for pk in speakers}

    def meet(entry: Entry, identity: UUID | None) -> bool:
        if entry.page in known and entry.kind is not Kind.LINK:
            known[entry.page].update({same(entry.name)} - {""})
            named_in[entry.page].add(identity)
        return False

    for _model, _pk, _page, identity, entry in holdings.appearances():
        meet(entry, identity)
    for holding in chain(holdings.rows(), holdings.revisions()):
        without(holding.shape, holding.content, partial(meet, identity=holding.identity))
        # What an editor had half written is no name: it would be found in every text.
        title = same(str(holding.content.get("title", "")))
        if holding.page in known and " " in title:
            known[holding.page].add(title)
    return known, named_in
