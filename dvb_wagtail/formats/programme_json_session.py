"""A session in `programme.json`, and what the edition has in the same form: places, pictures, names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedSession
from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.vocabulary import StreamAccess
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.ical_description import person_line
from dvb_wagtail.formats.json_parts import in_utc


def session_of(item: LocalisedSession, options: Options) -> dict[str, Any]:
    """Return everything public of a session: values for programs, and words for people."""
    words = options.words
    return {
        "id": item.id,
        "code": item.code,
        "url": item.url or None,
        # Of a session whose day is open it would be empty.
        "calendar": (options.calendar_of(item.code) or None) if item.day else None,
        "language": item.language,
        "language_label": _language(item, words),
        "title": item.title,
        "title_label": _titled(item, words),
        "abstract": item.abstract or None,
        "kind": item.kind,
        "kind_label": words.kinds[item.kind],
        **_when(item, words),
        "status": item.status,
        "notice": item.notice or None,
        "status_label": words.notices[item.notice] or None,
        "reason": item.reason or None,
        "attendance": item.attendance,
        "attendance_label": words.attendances[item.attendance],
        "place": place_of(item.place),
        "track": {"code": item.track_code, "name": item.track} if item.track_code else None,
        "themes": names_of(zip(item.theme_codes, item.themes, strict=True)),
        "appearances": [_appearance(each, words) for each in item.appearances],
        **_stream(item, words),
        "spoken_language": item.spoken_language,
        "spoken_language_label": words.languages[item.spoken_language] if item.spoken_language else None,
        "captions": item.captions,
        "sign_interpreted": item.sign_interpreted,
        "recordings": [_recording(each) for each in item.recordings],
        "documents": [_document(each) for each in item.documents],
        "created": in_utc(item.stamp.created),
        "updated": in_utc(item.stamp.changed),
        "sequence": item.stamp.sequence,
    }


def place_of(place: Place) -> dict[str, Any]:
    return {
        "location": place.location,
        "venue": place.venue or None,
        "venue_code": place.venue_code or None,
        "room": place.room or None,
        "room_code": place.room_code or None,
        "address": place.address or None,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def image_of(image: Image | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return {
        "url": image.url,
        "type": image.type,
        "length": image.length,
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "caption": image.caption or None,
        "credit": image.credit or None,
        "small": image.small or None,
        "small_width": image.small_width or None,
    }


def names_of(named: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return tracks or themes, each as its permanent code and its name."""
    return [{"code": code, "name": name} for code, name in named]


def _titled(item: LocalisedSession, words: Words) -> str:
    notice = words.notices[item.notice]
    return words.titled.format(notice=notice, title=item.title) if notice else item.title


def _language(item: LocalisedSession, words: Words) -> str | None:
    """Return which language the texts are in, where it is another than the document's."""
    if item.language == words.language:
        return None
    return words.in_language.format(language=words.languages.get(item.language, item.language))


def _when(item: LocalisedSession, words: Words) -> dict[str, Any]:
    """Return day and times: both times or neither, and none without a day."""
    timed = bool(item.start and item.end)
    label = words.times(item.start, item.end) if item.start and item.end else words.time_open
    return {
        "day": item.day.isoformat() if item.day else None,
        "day_label": words.long_day(item.day) if item.day else words.day_open,
        "start": item.start.isoformat() if item.start and timed else None,
        "end": item.end.isoformat() if item.end and timed else None,
        "time_label": label if item.day else None,
    }


def _appearance(appearance: LocalisedAppearance, words: Words) -> dict[str, Any]:
    return {
        "name": appearance.name,
        "role": appearance.role,
        "role_label": words.roles[appearance.role],
        "title": appearance.title or None,
        "organisations": list(appearance.organisations),
        "party": appearance.party or None,
        "remote": appearance.remote,
        "label": person_line(appearance, words),
        "speaker": appearance.speaker or None,
        "url": appearance.url or None,
    }


def _stream(item: LocalisedSession, words: Words) -> dict[str, str | None]:
    if item.stream:
        return {"stream": item.stream, "stream_access": StreamAccess.PUBLIC, "stream_label": words.watch}
    if item.stream_for_registered:
        label = words.stream_for_registered
        return {"stream": None, "stream_access": StreamAccess.REGISTERED, "stream_label": label}
    return {"stream": None, "stream_access": None, "stream_label": None}


def _recording(recording: Recording) -> dict[str, Any]:
    return {
        "title": recording.title,
        "url": recording.url or None,
        "service": recording.service or None,
        "status": recording.status,
        "captioned": recording.captioned,
        "published": recording.published.isoformat() if recording.published else None,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "url": document.url,
        "type": document.type or None,
        "length": document.length,
    }
