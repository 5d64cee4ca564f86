"""What is said of a programme change, sentence by sentence. Of people only who takes part now, and in public."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from dvb_wagtail.core.changes import ChangeKind, EditionSnapshot, Snapshot
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.effective import find_room
from dvb_wagtail.core.localise import in_language, name_in, reason_in
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus
from dvb_wagtail.core.words import Words

_SPEAKERS = frozenset({ChangeKind.SPEAKER_REPLACED, ChangeKind.SPEAKER_ADDED, ChangeKind.SPEAKER_REMOVED})
_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.OTHER_ROOM})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or more, in a language."""

    language: str
    text: str


def subject(snapshot: Snapshot | None, words: Words) -> str:
    """Return what a session is called that has no public title: "en programpunkt tisdag 8 december kl. 13.00"."""
    when = _moment(snapshot.day, snapshot.start, words) if snapshot else ""
    return words.changes.a_session_at.format(when=when) if when else words.changes.a_session


def of_session(
    before: Snapshot | None,
    after: Snapshot | None,
    kinds: Collection[ChangeKind],
    session: Session | None,
    conference: Conference,
    words: Words,
) -> list[Said]:
    """Return what is said of a session that changed so. `session` is what is public of it now, if anything is."""
    named = _Names(conference, words)
    sentences: list[str] = []
    for kind in kinds:
        if kind is ChangeKind.MOVED_ONSITE and after and after.attendance is Attendance.MIXED:
            sentences.append(words.changes.session_onsite_too)
        elif kind not in _MOVES:
            sentences.append(words.changes.of_session[kind])
    if before and after and _MOVES.intersection(kinds):
        sentences += _moved(before, after, kinds, named)
    said = [Said(words.language, " ".join(sentences))] if sentences else []
    if session and session.status is SessionStatus.CANCELLED and ChangeKind.CANCELLED in kinds:
        said += _reason(*reason_in(session.texts, words.language, conference.main_language), words)
    if session and _SPEAKERS.intersection(kinds):
        said += _people(session, named)
    last = after or before
    return said + _facts(_when(last, words), named.place_of(last), words) if last else said


def of_edition(
    before: EditionSnapshot,
    after: EditionSnapshot,
    kinds: Collection[ChangeKind],
    conference: Conference,
    words: Words,
) -> list[Said]:
    """Return what is said of a whole edition that changed so."""
    named = _Names(conference, words)
    sentences: list[str] = []
    for kind in kinds:
        if kind is ChangeKind.MOVED_ONSITE and after.attendance is Attendance.MIXED:
            sentences.append(words.changes.edition_onsite_too)
        elif kind not in _MOVES:
            sentences.append(words.changes.of_edition[kind])
    if ChangeKind.MOVED in kinds:
        days = [words.span(each.start, each.end) for each in (before, after)]
        sentences.append(words.changes.moved.format(before=days[0], after=days[1]))
    if ChangeKind.OTHER_ROOM in kinds:
        sentences += _from_to(named.venue(before.venue), named.venue(after.venue), words)
    said = [Said(words.language, " ".join(sentences))] if sentences else []
    if after.status is conference.status is not ConferenceStatus.SCHEDULED:
        said += _reason(*reason_in(conference.texts, words.language, conference.main_language), words)
    place = words.online if after.attendance is Attendance.ONLINE else named.venue(after.venue)
    return said + _facts(words.span(after.start, after.end), place, words)


class _Names:
    """Names of places by their codes, those that are no longer in use included."""

    def __init__(self, conference: Conference, words: Words) -> None:
        self.conference = conference
        self.words = words

    def room(self, code: str) -> str:
        found = find_room(self.conference, code) if code else None
        return name_in(found[1].names, self.words.language, self.conference.main_language) if found else ""

    def venue(self, code: str) -> str:
        names = next((venue.names for venue in self.conference.venues if code and venue.code == code), {})
        return name_in(names, self.words.language, self.conference.main_language)

    def place_of(self, snapshot: Snapshot) -> str:
        """Return room and venue; where nobody goes anywhere, that it is online."""
        if snapshot.online:
            return self.words.online
        return ", ".join(name for name in (self.room(snapshot.room), self.venue(snapshot.venue)) if name)


def _moved(before: Snapshot, after: Snapshot, kinds: Collection[ChangeKind], named: _Names) -> list[str]:
    """Say from where and when to where and when, as far as they differ."""
    words = named.words
    places, times = ["", ""], ["", ""]
    if ChangeKind.OTHER_ROOM in kinds:
        places = _places(before, after, named)
    other_day, other_start = before.day != after.day, before.start != after.start
    if ChangeKind.MOVED in kinds and (other_day or other_start):
        times = [_time(each, words, with_day=other_day) for each in (before, after)]
    if all(places) and all(times):
        pattern = words.changes.place_and_day if other_day else words.changes.place_and_time
        whole = [pattern.format(place=place, day=at, time=at) for place, at in zip(places, times, strict=True)]
        sentences = _from_to(whole[0], whole[1], words)
    else:
        alone = [at if other_day or not at else words.changes.a_time.format(time=at) for at in times]
        sentences = _from_to(places[0], places[1], words) + _from_to(alone[0], alone[1], words)
    if not other_day and not other_start and before.end != after.end and before.end and after.end:
        ends = words.clock(before.end), words.clock(after.end)
        sentences.append(words.changes.new_end.format(before=ends[0], after=ends[1]))
    return sentences


def _places(before: Snapshot, after: Snapshot, named: _Names) -> list[str]:
    """Return where it was and where it is: the rooms, with their venues where those differ too."""
    sides = (before, after)
    rooms, venues = [named.room(each.room) for each in sides], [named.venue(each.venue) for each in sides]
    if before.venue != after.venue:
        return [", ".join(name for name in pair if name) for pair in zip(rooms, venues, strict=True)]
    return [room or venue for room, venue in zip(rooms, venues, strict=True)]


def _from_to(before: str, after: str, words: Words) -> list[str]:
    """Say what was decided anew, for the first time, or not any more; nothing where neither was or is."""
    if before and after:
        return [words.changes.moved.format(before=before, after=after)]
    if after:
        return [words.changes.decided.format(after=after)]
    return [words.changes.open_again.format(before=before)] if before else []


def _time(snapshot: Snapshot, words: Words, *, with_day: bool) -> str:
    if with_day:
        return _moment(snapshot.day, snapshot.start, words)
    return words.clock(snapshot.start) if snapshot.start else ""


def _moment(day: date | None, start: time | None, words: Words) -> str:
    if day is None:
        return ""
    return words.moment(words.short_day(day), words.clock(start) if start else "")


def _when(snapshot: Snapshot, words: Words) -> str:
    """Return the day with its year, and from when to when."""
    if snapshot.day is None:
        return ""
    times = ""
    if snapshot.start is not None and snapshot.end is not None:
        # UTC stands for the edition's own clock here: it is only shown.
        start, end = (datetime.combine(snapshot.day, each, UTC) for each in (snapshot.start, snapshot.end))
        times = words.times(start, end if end > start else end + timedelta(days=1))
    return words.moment(words.day(snapshot.day), times)


def _facts(when: str, where: str, words: Words) -> list[Said]:
    known = words.when_and_where.format(when=when, where=where) if when and where else when or where
    return [Said(words.language, words.changes.facts.format(facts=known))] if known else []


def _people(session: Session, named: _Names) -> list[Said]:
    main = named.conference.main_language
    names = [in_language(each.texts, named.words.language, main)[1].name for each in session.appearances if each.texts]
    return [Said(named.words.language, named.words.changes.people.format(people=", ".join(names)))] if names else []


def _reason(language: str, reason: str, words: Words) -> list[Said]:
    if not reason:
        return []
    said = words.reason.format(reason=reason)
    return [Said(language, said if said[-1] in ".!?…" else f"{said}.")]
