"""Recordings: a picture of the site's own, and a plain link that names the service it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from dvb_wagtail.core.media import Recording
from dvb_wagtail.core.text import clean_url
from dvb_wagtail.core.vocabulary import RecordingStatus
from dvb_wagtail.core.words import Words
from dvb_wagtail.front.pictures import with_renditions
from dvb_wagtail.presentation.cards import SessionCard

PROMISED_FOR = timedelta(days=365)
"""How long a recording is said to come, from the end of what it is of. One that never came is said no longer."""


@dataclass(frozen=True, slots=True)
class RecordingCard:
    """A recording. `url` is empty while it is only promised; `picture` is a Wagtail image, or None.

    `language` is that of the title, empty where it is the page's.
    """

    title: str
    language: str
    url: str
    service: str
    captioned: bool
    date: str
    picture: Any = None
    session: SessionCard | None = None


def recording_card(
    recording: Recording, words: Words, language: str = "", session: SessionCard | None = None
) -> RecordingCard:
    """Return a recording that another page has, with the language of its title and the session it is of."""
    return RecordingCard(
        title=recording.title,
        language=language,
        url=recording.url,
        service=recording.service,
        captioned=recording.captioned,
        date=words.plain_day(recording.published) if recording.published else "",
        session=session,
    )


def own_recordings(blocks: Iterable[Any], words: Words) -> tuple[RecordingCard, ...]:
    """Return the recordings of the page's own list, with their pictures."""
    values = [block.value for block in blocks]
    with_renditions(value["picture"] for value in values)
    return tuple(replace(recording_card(_recording(value), words), picture=value["picture"]) for value in values)


def worth_telling(
    recordings: Iterable[RecordingCard], ended: datetime | None, now: datetime
) -> tuple[RecordingCard, ...]:
    """Return the recordings that there are, and those that can be waited for since `ended` (aware)."""
    awaited = ended is not None and ended <= now < ended + PROMISED_FOR
    return tuple(recording for recording in recordings if recording.url or awaited)


def _recording(value: Any) -> Recording:
    published = value["status"] == RecordingStatus.PUBLISHED
    return Recording(
        title=value["title"] or "",
        url=clean_url(value["address"] or "") if published else "",
        service=value["service"] or "",
        status=RecordingStatus(value["status"]),
        captioned=bool(value["captioned"]),
        published=value["published"],
    )
