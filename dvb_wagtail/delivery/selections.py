"""What a selection of a programme or of news is called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.effective import find_room
from dvb_wagtail.core.localise import in_language, name_in
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, Kind
from dvb_wagtail.core.words import Words
from dvb_wagtail.publication.records import ArticleRecord, SessionRecord


def selection_title(
    conference: Conference, title: str, scope: Scope, sessions: Iterable[SessionRecord], words: Words
) -> str:
    """Return the title of a programme or of a selection of it, whose values are named in `words.language`.

    The names of speakers are taken from `sessions`, the ones selected; one who is in none of them has no public name.
    """
    selected = _names(conference, title, scope, (each.session for each in sessions), words)
    return (
        words.selection_of.format(title=title, filter=selected) if selected else words.programme_of.format(title=title)
    )


def selection(conference: Conference, title: str, scope: Scope, sessions: Iterable[Session], words: Words) -> str:
    """Return the edition's title, with the values of the selection where there is one. As for `selection_title`."""
    selected = _names(conference, title, scope, sessions, words)
    return words.selection_of.format(title=title, filter=selected) if selected else title


def tagged_title(title: str, tag: str, articles: Iterable[ArticleRecord], words: Words) -> str:
    """Return the title of a news channel or of those of its articles that have the tag, by the tag's name there."""
    names = {each.code: each.name for record in articles for each in record.article.tags}
    return words.selection_of.format(title=title, filter=names.get(tag, tag)) if tag else title


def _names(conference: Conference, title: str, scope: Scope, sessions: Iterable[Session], words: Words) -> str:
    """Return the names of what is selected, in one line that stands after the title."""
    sessions = tuple(sessions)
    people = {value: _speaker(value, sessions, conference, words) for value in scope.get(Facet.SPEAKER)}
    named = [
        people[value] if facet is Facet.SPEAKER else _name(facet, value, conference, title, words)
        for facet, values in scope.values
        for value in values
    ]
    # No commas: some calendars show them as iCalendar writes them, with a backslash.
    return " · ".join(name for name in named if name)


def _name(facet: Facet, value: str, conference: Conference, title: str, words: Words) -> str:
    main = conference.main_language
    match facet:
        case Facet.DAY:
            day = date.fromisoformat(value)
            return words.short_day(day) if str(day.year) in title else words.day(day)
        case Facet.KIND:
            return words.kinds[Kind(value)]
        case Facet.LANGUAGE:
            return words.languages[value]
        case Facet.PLACE:
            return words.attendances[Attendance(value)]
        case Facet.ROOM:
            found = find_room(conference, value)
            return name_in(found[1].names, words.language, main) if found else ""
        case _:
            listed = conference.tracks if facet is Facet.TRACK else conference.themes
            return next((name_in(entry.names, words.language, main) for entry in listed if entry.code == value), "")


def _speaker(code: str, sessions: Iterable[Session], conference: Conference, words: Words) -> str:
    for session in sessions:
        for appearance in session.appearances:
            if appearance.speaker == code and appearance.texts:
                return in_language(appearance.texts, words.language, conference.main_language)[1].name
    return ""
