"""What the sessions of a programme can be narrowed by, with words: the same choices as on the programme's page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import Attendance
from dvb_wagtail.core.words import Words, capitalised


def filters(sessions: Sequence[LocalisedSession], edition: LocalisedConference, words: Words) -> list[dict[str, Any]]:
    """Return the filters that narrow something, each with the values that the sessions have, in the page's order.

    None by speaker: there are too many. A filter's name and its values are those of the selections (`core.scope`).
    """
    found = [_values(session, words) for session in sessions]
    listed = {
        Facet.TRACK: [track.code for track in edition.tracks],
        Facet.THEME: [theme.code for theme in edition.themes],
        Facet.ROOM: [room.code for venue in edition.venues for room in venue.rooms],
    }
    shown = []
    for facet, title in words.facets.items():
        labels = {value: label for each in found for value, label in each.get(facet, {}).items()}
        if any(each.get(facet, {}).keys() != labels.keys() for each in found):
            values = [{"value": value, "label": labels[value]} for value in _ordered(labels, facet, listed)]
            shown.append({"name": facet.value, "label": title, "values": values})
    return shown


def _values(session: LocalisedSession, words: Words) -> dict[Facet, dict[str, str]]:
    """Return what a session is found by: values with what they are called."""
    place, language = session.place, session.spoken_language
    takes = (Attendance.ONSITE, Attendance.ONLINE) if session.attendance is Attendance.MIXED else (session.attendance,)
    return {
        Facet.DAY: {session.day.isoformat(): capitalised(words.short_day(session.day))} if session.day else {},
        Facet.TRACK: {session.track_code: session.track} if session.track_code else {},
        Facet.THEME: dict(zip(session.theme_codes, session.themes, strict=True)),
        Facet.ROOM: {place.room_code: place.room} if place.room_code else {},
        Facet.KIND: {session.kind.value: words.kinds[session.kind]},
        Facet.LANGUAGE: {language.value: words.languages[language]} if language else {},
        Facet.PLACE: {each.value: words.attendances[each] for each in takes},
    }


def _ordered(labels: Mapping[str, str], facet: Facet, listed: Mapping[Facet, Sequence[str]]) -> Iterable[str]:
    """Return values in order: days by date, what the editor listed in that order, the rest by name."""
    if facet is Facet.DAY:
        return sorted(labels)
    if facet in listed:
        codes: Collection[str] = listed[facet]
        return [*(code for code in codes if code in labels), *sorted(set(labels) - set(codes))]
    return sorted(labels, key=lambda value: (labels[value].casefold(), value))
