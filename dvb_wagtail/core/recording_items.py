"""Recordings as items of a feed: each once, however many sessions it covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from zoneinfo import ZoneInfo

from dvb_wagtail.core.conference import Conference, SharedRecording
from dvb_wagtail.core.feed_item import Enclosure, FeedItem
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.media import Recording
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import RecordingStatus
from dvb_wagtail.core.words import Words


@dataclass(frozen=True, slots=True)
class Recorded:
    """A published recording of public sessions, of none in particular if it is of the whole edition.

    `stamp` is that of the session or edition which it belongs to; `day` is when it was published, as far as an editor
    said, else when what it shows was held.
    """

    id: str
    recording: Recording
    sessions: tuple[Session, ...]
    day: date
    stamp: Stamp


def published_recordings(
    conference: Conference, stamp: Stamp, sessions: Iterable[tuple[Session, Stamp]]
) -> tuple[Recorded, ...]:
    """Return an edition's published recordings, the newest first: of its sessions, and those that several share."""
    public = tuple(sessions)
    found = [
        Recorded(
            id=_identity(session.id, recording),
            recording=recording,
            sessions=(session,),
            day=recording.published or session.day or conference.end,
            stamp=changed,
        )
        for session, changed in public
        for recording in session.recordings
    ]
    found += [
        Recorded(
            id=_identity(conference.id, shared.recording),
            recording=shared.recording,
            sessions=tuple(session for session, _changed in public if _covers(shared, session)),
            day=shared.recording.published or conference.end,
            stamp=stamp,
        )
        for shared in conference.recordings
    ]
    there = (each for each in found if each.recording.status is RecordingStatus.PUBLISHED and each.recording.url)
    return tuple(sorted(there, key=lambda each: (each.day, each.id), reverse=True))


def localise_recording(recorded: Recorded, conference: Conference, words: Words) -> FeedItem:
    """Return a recording in `words.language`, with a link to where it is.

    It has the file as its enclosure only where that is one of the site's own, whose true length is known: a document
    of a session that it covers, sound or moving pictures, at the same address.
    """
    recording = recorded.recording
    edition = in_language(conference.texts, words.language, conference.main_language)[1]
    sessions = [in_language(each.texts, words.language, conference.main_language)[1] for each in recorded.sessions]
    covered = [(each.url, each.title) for each in sessions] or [(edition.url, edition.title)]
    titles = ", ".join(title for _url, title in covered)
    linked = ", ".join(_link(url, title) for url, title in covered)
    watch = words.watch_at.format(service=recording.service) if recording.service else words.watch
    captioned = f"{words.captioned}." if recording.captioned else ""
    paragraphs = [
        escape(words.recording_of, quote=False).replace("{title}", linked),
        _link(recording.url, watch),
        escape(captioned, quote=False),
    ]
    return FeedItem(
        id=recorded.id,
        title=recording.title or titles,
        language=words.language,
        url=recording.url,
        lead=" ".join(part for part in (words.recording_of.replace("{title}", titles), captioned) if part),
        html="".join(f"<p>{each}</p>" for each in paragraphs if each),
        published=_noon(recorded.day, conference.time_zone),
        stamp=recorded.stamp,
        enclosure=_file(recorded),
    )


def _identity(owner: str, recording: Recording) -> str:
    return f"{owner}/recordings/{recording.id or recording.url}"


def _covers(shared: SharedRecording, session: Session) -> bool:
    return session.id in shared.sessions or bool(session.track and session.track == shared.track)


def _link(url: str, text: str) -> str:
    said = escape(text, quote=False)
    return f'<a href="{escape(url)}">{said}</a>' if url else said


def _noon(day: date, time_zone: str) -> datetime:
    """Return the middle of a day, so that it is the same day wherever it is read."""
    return datetime.combine(day, time(12), ZoneInfo(time_zone)).astimezone(UTC)


def _file(recorded: Recorded) -> Enclosure | None:
    for session in recorded.sessions:
        for document in session.documents:
            playable = document.type.startswith(("audio/", "video/"))
            if document.url == recorded.recording.url and playable and document.length:
                return Enclosure(document.url, document.type, document.length)
    return None
