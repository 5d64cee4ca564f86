"""The API fields of a session. What they have in common with `programme.json` is the same there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dvb_wagtail.api import parts
from dvb_wagtail.api.edition import NO_STAMP
from dvb_wagtail.api.shown import fields, is_revision, is_told, language_of, once, reading_of
from dvb_wagtail.api.values import (
    PublicAppearance,
    PublicDocument,
    PublicNamed,
    PublicPlace,
    PublicRecording,
    PublicStream,
)
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import localise_session, name_in
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, Kind, SessionStatus, SpokenLanguage, StreamAccess
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication import drafts


@once
def _drawn(page: Any) -> tuple[Conference, Session]:
    """Return the session and its edition, as the index has them or as they would be if published now."""
    reading = reading_of(page)
    if is_revision(page):
        return drafts.draft_session(page, reading.surroundings, preview=True)
    if found := reading.sessions.get(page.translation_key):
        conference, session = found[0].conference, found[1].session
        if is_told(page, session.texts, conference.main_language):
            return conference, session
    return reading.draft_session(page)


@once
def _shown(page: Any) -> LocalisedSession:
    """Return the session in the page's language."""
    conference, session = _drawn(page)
    return localise_session(session, conference, NO_STAMP, words(language_of(page)))


def code(page: Any) -> str | None:
    """Return what the session is known by in addresses; None until it has been public."""
    found = reading_of(page).sessions.get(page.translation_key)
    return found[1].session.code if found else None


def kind(page: Any) -> Kind:
    return _shown(page).kind


def abstract(page: Any) -> str | None:
    return _shown(page).abstract or None


def day(page: Any) -> date | None:
    return _shown(page).day


def start(page: Any) -> datetime | None:
    """Return when it begins, with the offset of the edition's zone; None while the day or the time is open."""
    return _shown(page).start


def end(page: Any) -> datetime | None:
    return _shown(page).end


def status(page: Any) -> SessionStatus:
    """Return the status that attendees should hear: a cancelled edition cancels its sessions."""
    return _shown(page).status


def reason(page: Any) -> str | None:
    """Return why it is not as announced."""
    return _shown(page).reason or None


def attendance(page: Any) -> Attendance:
    return _shown(page).attendance


def place(page: Any) -> PublicPlace:
    found = _shown(page).place
    return {
        "location": found.location,
        "venue": found.venue or None,
        "venue_code": found.venue_code or None,
        "room": found.room or None,
        "room_code": found.room_code or None,
        "address": found.address or None,
        "latitude": found.latitude,
        "longitude": found.longitude,
    }


def track(page: Any) -> PublicNamed | None:
    found = _shown(page)
    return {"code": found.track_code, "name": found.track} if found.track_code else None


def themes(page: Any) -> list[PublicNamed]:
    found = _shown(page)
    return [{"code": code, "name": name} for code, name in zip(found.theme_codes, found.themes, strict=True)]


def tickets(page: Any) -> list[PublicNamed]:
    """Return the tickets that include it."""
    conference, session = _drawn(page)
    names = {
        ticket.code: name_in(ticket.names, language_of(page), conference.main_language) for ticket in conference.tickets
    }
    return [{"code": code, "name": names[code]} for code in session.tickets if names.get(code)]


def spoken_language(page: Any) -> SpokenLanguage | None:
    return _shown(page).spoken_language


def live_stream(page: Any) -> PublicStream | None:
    """Return where it can be followed. One for the registered is told of, without its address.

    Not by the name of its column: Wagtail filters and orders by any column that is a field, and `?stream=…` would tell
    whether one has guessed.
    """
    found = _shown(page)
    if found.stream:
        return {"url": found.stream, "access": StreamAccess.PUBLIC}
    return {"url": None, "access": StreamAccess.REGISTERED} if found.stream_for_registered else None


def captions(page: Any) -> bool:
    return _shown(page).captions


def sign_interpreted(page: Any) -> bool:
    return _shown(page).sign_interpreted


def appearances(page: Any) -> list[PublicAppearance]:
    """Return who takes part. Somebody whose page is not public stands by a plain name, or not at all."""
    return [
        {
            "name": person.name,
            "role": person.role,
            "title": person.title or None,
            "organisations": list(person.organisations),
            "party": person.party or None,
            "remote": person.remote,
            "speaker": person.speaker or None,
            "url": person.url or None,
        }
        for person in _shown(page).appearances
    ]


def recordings(page: Any) -> list[PublicRecording]:
    """Return its own recordings, and those that it shares with other sessions."""
    pictures = parts.pictures_of(page, page.recordings)
    return [parts.recording_value(found, pictures.get(found.id)) for found in _shown(page).recordings]


def documents(page: Any) -> list[PublicDocument]:
    return [parts.document_value(document) for document in _shown(page).documents]


session_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    code=code,
    kind=kind,
    abstract=abstract,
    body=parts.body,
    day=day,
    start=start,
    end=end,
    status=status,
    reason=reason,
    attendance=attendance,
    place=place,
    track=track,
    themes=themes,
    tickets=tickets,
    spoken_language=spoken_language,
    live_stream=live_stream,
    captions=captions,
    sign_interpreted=sign_interpreted,
    appearances=appearances,
    recordings=recordings,
    documents=documents,
)
