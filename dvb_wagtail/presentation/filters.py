"""The filters of the programme: each choice is a link to the programme with that choice made, or taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.vocabulary import Attendance, Kind
from dvb_wagtail.core.words import Words, capitalised
from dvb_wagtail.presentation.links import other


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter. `language` is empty where its name is in the page's language."""

    name: str
    address: str
    chosen: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What one can narrow the programme by, with every value that its sessions have."""

    facet: str
    name: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.chosen)


def filters(
    conference: Conference,
    found: Sequence[frozenset[tuple[Facet, str]]],
    scope: Scope,
    address_of: Callable[[Scope], str],
    words: Words,
    speakers: Iterable[Speaker] = (),
) -> tuple[Filter, ...]:
    """Return the filters that narrow something: with a value that not all sessions have, or one that is chosen.

    `found` is the facets of each of the edition's sessions, `address_of` gives where a selection is shown. Speakers are
    offered nowhere (there are too many), but one that is chosen can be taken back.
    """
    shown = []
    somewhere = frozenset[tuple[Facet, str]]().union(*found)
    everywhere = frozenset[tuple[Facet, str]].intersection(*found) if found else frozenset()
    for facet, title in words.facets.items():
        chosen = scope.get(facet)
        offered = {value for name, value in somewhere if name is facet} if facet is not Facet.SPEAKER else set()
        values = offered.union(chosen)
        if not chosen and all((facet, value) in everywhere for value in values):
            continue
        name_of = _naming(facet, conference, words, speakers)
        choices = [
            Choice(
                name=name,
                address=address_of(scope.toggled(facet, value)),
                chosen=value in chosen,
                language=other(language, words),
            )
            for value, name, language in _ordered(facet, values, name_of, conference)
        ]
        shown.append(Filter(facet.value, title, tuple(choices)))
    return tuple(shown)


Naming = Callable[[str], tuple[str, str]]
"""From a value to its name and the language of the name."""


def _naming(facet: Facet, conference: Conference, words: Words, speakers: Iterable[Speaker]) -> Naming:
    own = words.language
    match facet:
        case Facet.DAY:
            return lambda value: (capitalised(words.short_day(date.fromisoformat(value))), own)
        case Facet.KIND:
            return lambda value: (words.kinds[Kind(value)], own)
        case Facet.LANGUAGE:
            return lambda value: (words.languages.get(value, value), own)
        case Facet.PLACE:
            return lambda value: (words.attendances[Attendance(value)], own)
        case Facet.SPEAKER:
            people = {speaker.code: _speaker_name(speaker, own) for speaker in speakers}
            return lambda value: people.get(value, (value, own))
        case Facet.TRACK | Facet.THEME | Facet.ROOM:
            named = _names(facet, conference)
            return lambda value: _name(named.get(value, {}), value, own, conference.main_language)


def _names(facet: Facet, conference: Conference) -> dict[str, Mapping[str, str]]:
    """Return the names of an edition's tracks, themes or rooms by code, in the order that the editor gave them."""
    if facet is Facet.TRACK:
        return {track.code: track.names for track in conference.tracks}
    if facet is Facet.THEME:
        return {theme.code: theme.names for theme in conference.themes}
    return {room.code: room.names for venue in conference.venues for room in venue.rooms}


def _name(names: Mapping[str, str], code: str, language: str, main: str) -> tuple[str, str]:
    if not names:
        return code, language
    found, name = in_language(names, language, main)
    return name, found


def _speaker_name(speaker: Speaker, language: str) -> tuple[str, str]:
    found, texts = in_language(speaker.texts, language, speaker.main_language)
    return texts.name, found


def _ordered(
    facet: Facet, values: Collection[str], name_of: Naming, conference: Conference
) -> list[tuple[str, str, str]]:
    """Return value, name and language: days by date, what the editor listed in that order, the rest by name."""
    named = [(value, *name_of(value)) for value in values]
    if facet is Facet.DAY:
        return sorted(named)
    if facet in (Facet.TRACK, Facet.THEME, Facet.ROOM):
        place = {code: number for number, code in enumerate(_names(facet, conference))}
        return sorted(named, key=lambda entry: (place.get(entry[0], len(place)), entry[0]))
    return sorted(named, key=lambda entry: (entry[1].casefold(), entry[0]))
