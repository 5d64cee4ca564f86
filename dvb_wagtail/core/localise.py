"""Records in one language: texts chosen, names of rooms, tracks and themes filled in, times in the edition's zone.

A text without a translation stands in the record's main language and says so by its `language`; it is never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from dvb_wagtail.core.article import Article, ArticleTexts
from dvb_wagtail.core.conference import Conference, ConferenceTexts
from dvb_wagtail.core.effective import (
    effective_attendance,
    effective_status,
    find_room,
    instants,
    main_venue,
)
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localised import (
    LocalisedAppearance,
    LocalisedSession,
    Stamp,
)
from dvb_wagtail.core.media import Image, Recording
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Notice,
    SessionStatus,
)
from dvb_wagtail.core.words import Words

T = TypeVar("T")

_SESSION_NOTICES: Mapping[SessionStatus, Notice] = MappingProxyType(
    {
        SessionStatus.CANCELLED: Notice.CANCELLED,
        SessionStatus.TENTATIVE: Notice.TENTATIVE,
    }
)


def in_language(texts: Mapping[str, T], language: str, main: str) -> tuple[str, T]:
    """Return the language chosen and its text: the one asked for, else the main one, else the first by code.

    Raises KeyError if there is no text at all.
    """
    for choice in (language, main, *sorted(texts)):
        if choice in texts:
            return choice, texts[choice]
    raise KeyError(language)


def name_in(names: Mapping[str, str], language: str, main: str) -> str:
    """Return a name in the language asked for, else as `in_language`; empty if it has none."""
    return in_language(names, language, main)[1] if names else ""


def _notice(session: Session, conference: Conference) -> Notice:
    """Return what stands before a session's title: its own cancellation says more than the edition's postponement."""
    if conference.status is ConferenceStatus.POSTPONED and session.status is not SessionStatus.CANCELLED:
        return Notice.POSTPONED
    return _SESSION_NOTICES.get(effective_status(session, conference), Notice.NONE)


def _reason(session: Session, conference: Conference, language: str) -> str:
    """Return why a session is not as announced: its own reason, else its edition's; empty where all is as planned.

    A reason that an editor left behind when the session was restored is not said. One that nobody has translated yet
    is said in the main language: whoever comes in vain wants to know.
    """
    confirmed = session.status is SessionStatus.CONFIRMED
    own = "" if confirmed else reason_in(session.texts, language, conference.main_language)[1]
    return own or edition_reason(conference, language)


def edition_reason(conference: Conference, language: str) -> str:
    """Return why the edition is not as announced; empty where it is."""
    if conference.status is ConferenceStatus.SCHEDULED:
        return ""
    return reason_in(conference.texts, language, conference.main_language)[1]


def reason_in(
    texts: Mapping[str, SessionTexts] | Mapping[str, ConferenceTexts], language: str, main: str
) -> tuple[str, str]:
    """Return the language that the reason of a status is written in, and the reason; both empty if there is none."""
    reasons = {written: each.status_reason for written, each in texts.items() if each.status_reason}
    return in_language(reasons, language, main) if reasons else ("", "")


def place_of(conference: Conference, room_code: str, attendance: Attendance, words: Words) -> Place:
    """Return where to go, never without a `location`: Giggity and others drop an event that has none."""
    if attendance is Attendance.ONLINE:
        return Place(location=words.online)
    found = find_room(conference, room_code) if room_code else None
    venue = found[0] if found else main_venue(conference)
    if venue is None:
        return Place(location=words.online if attendance is Attendance.MIXED else words.place_open)

    def name(names: Mapping[str, str]) -> str:
        return name_in(names, words.language, conference.main_language)

    room_name = name(found[1].names) if found else ""
    parts = (room_name, name(venue.names), venue.address)
    return Place(
        location=", ".join(part for part in parts if part) or words.place_open,
        venue=name(venue.names),
        room=room_name,
        venue_code=venue.code,
        room_code=found[1].code if found else "",
        address=venue.address,
        latitude=venue.latitude,
        longitude=venue.longitude,
    )


def localise_session(
    session: Session, conference: Conference, stamp: Stamp, words: Words, number: int = 0
) -> LocalisedSession:
    """Return the session in `words.language`, with the edition's names, zone and status applied to it.

    `number` is the integer that it is known by in the index.
    """
    main = conference.main_language
    language, texts = in_language(session.texts, words.language, main)
    moments = instants(session, conference.time_zone)
    attendance = effective_attendance(session, conference)
    themes = {theme.code: theme.names for theme in conference.themes}
    tracks = {track.code: track.names for track in conference.tracks}
    return LocalisedSession(
        id=session.id,
        code=session.code,
        kind=session.kind,
        title=texts.title,
        language=language,
        url=texts.url,
        abstract=texts.abstract,
        day=session.day,
        start=moments[0] if moments else None,
        end=moments[1] if moments else None,
        time_zone=conference.time_zone,
        status=effective_status(session, conference),
        notice=_notice(session, conference),
        reason=_reason(session, conference, words.language),
        attendance=attendance,
        place=place_of(conference, session.room, attendance, words),
        stamp=stamp,
        number=number,
        track=name_in(tracks.get(session.track, {}), words.language, main),
        track_code=session.track if session.track in tracks else "",
        themes=tuple(name_in(themes[code], words.language, main) for code in session.themes if code in themes),
        theme_codes=tuple(code for code in session.themes if code in themes),
        appearances=tuple(_localise_appearances(session, words.language, main)),
        stream=_stream(session, conference, attendance),
        stream_for_registered=session.has_stream and not session.stream,
        moved_online=conference.status is ConferenceStatus.MOVED_ONLINE,
        spoken_language=session.language,
        captions=session.captions,
        sign_interpreted=session.sign_interpreted,
        recordings=(*session.recordings, *_shared_recordings(session, conference)),
        documents=session.documents,
    )


def _stream(session: Session, conference: Conference, attendance: Attendance) -> str:
    """Return the public stream: the session's own, else that of its room where one can take part from afar."""
    if session.stream or session.has_stream or attendance is Attendance.ONSITE or not session.room:
        return session.stream
    found = find_room(conference, session.room)
    return found[1].stream if found else ""


def _shared_recordings(session: Session, conference: Conference) -> list[Recording]:
    return [
        shared.recording
        for shared in conference.recordings
        if session.id in shared.sessions or (session.track and session.track == shared.track)
    ]


def _localise_appearances(session: Session, language: str, main: str) -> list[LocalisedAppearance]:
    localised = []
    for appearance in session.appearances:
        if not appearance.texts:
            continue
        texts = in_language(appearance.texts, language, main)[1]
        localised.append(
            LocalisedAppearance(
                name=texts.name,
                role=appearance.role,
                title=texts.title,
                organisations=texts.organisations,
                party=appearance.party,
                remote=appearance.remote,
                speaker=appearance.speaker,
                url=texts.url,
            )
        )
    return localised


def localise_article(article: Article, stamp: Stamp, language: str) -> FeedItem | None:
    """Return the article in `language`, or None: articles are listed only in languages they were written in."""
    texts = article.texts.get(language)
    if texts is None:
        return None
    return FeedItem(
        id=article.id,
        title=texts.title,
        language=language,
        url=texts.url,
        lead=texts.lead,
        html=texts.html,
        published=article.published,
        stamp=stamp,
        writers=article.writers,
        photographers=article.photographers,
        tags=article.tags,
        image=_described(article.image, texts),
    )


def _described(image: Image | None, texts: ArticleTexts) -> Image | None:
    """Return an article's image with its words in the article's language."""
    if image is None:
        return None
    return replace(image, alt=texts.image_alt or image.alt, caption=texts.image_caption or image.caption)
