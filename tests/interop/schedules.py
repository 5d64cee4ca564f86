"""Schedules with everything that a programme can hold, and with what has broken documents somewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedSession, LocalisedSpeaker, Named
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.vocabulary import Attendance, Kind, Notice, RecordingStatus, Role, SpokenLanguage
from tests.formats import factories
from tests.formats.hostile import HOSTILE
from tests.formats.schedules import ADDRESS, HOUSE, ONLINE, OPEN, WORKSHOP, channel, edition, session

ANNA = LocalisedAppearance(
    name="Anna Alm", role=Role.SPEAKER, speaker="ANNA22", url="https://dvb.example/sv/talare/anna-alm/"
)
RECORDING = Recording("Inspelning", "https://play.example/1", "Play", RecordingStatus.PUBLISHED)
HANDOUT = Document("Bilder", "https://dvb.example/documents/1/bilder.pdf", "application/pdf", 1200)
PLACES = [factories.PLACE, WORKSHOP, HOUSE, ONLINE, OPEN]


def at(day: int, hour: int, minutes: int = 45) -> dict[str, Any]:
    start = factories.local(2020, 12, day, hour)
    return {"day": date(2020, 12, day), "start": start, "end": start + timedelta(minutes=minutes)}


def everything() -> list[LocalisedSession]:
    """Return sessions of every kind and state, with everything that can be said of one."""
    kinds = [session(number, kind=kind, **at(8, 7 + number)) for number, kind in enumerate(Kind, 1)]
    return [
        *kinds,
        session(20, appearances=(ANNA, factories.PANELLIST), recordings=(RECORDING,), documents=(HANDOUT,)),
        replace(session(21), **cancelled(), **at(9, 9)),
        session(22, notice=Notice.TENTATIVE, spoken_language=SpokenLanguage.SOUTHERN_SAMI, **at(9, 10)),
        session(23, start=None, end=None),
        session(24, day=None, start=None, end=None),
        session(25, place=ONLINE, attendance=Attendance.ONLINE, **at(9, 11)),
        session(26, place=ONLINE, attendance=Attendance.ONLINE, language="en", **at(9, 11)),
        session(27, place=OPEN, stream="", stream_for_registered=True, **at(9, 11)),
        session(28, place=HOUSE, **at(9, 22, 300)),
        session(29, place=WORKSHOP, abstract="", url="", track="", stream="", appearances=(), **at(9, 12, 24 * 60)),
    ]


def cancelled() -> dict[str, Any]:
    one = factories.cancelled_session()
    return {"status": one.status, "notice": one.notice, "reason": one.reason}


def hostile() -> list[LocalisedSession]:
    """Return sessions whose texts and addresses have broken a document somewhere."""
    return [
        session(
            number,
            title=clean_line(raw),
            abstract=clean_text(raw),
            track=clean_line(raw),
            reason=clean_line(raw),
            url=clean_url(f"https://dvb.example/å/{raw}"),
            stream=clean_url(f"javascript:{raw}") or clean_url(f"https://exämple.example/?q={raw}"),
            place=replace(factories.PLACE, room=clean_line(raw), room_code=f"sal-{number}"),
            appearances=(replace(ANNA, name=clean_line(raw), organisations=(clean_line(raw),)),),
            recordings=(replace(RECORDING, title=clean_line(raw), url=clean_url(raw) or RECORDING.url),),
            documents=(replace(HANDOUT, title=clean_line(raw)),),
        )
        for number, raw in enumerate(HOSTILE.values(), 1)
    ]


def large() -> list[LocalisedSession]:
    """Return 300 sessions over three days, side by side wherever they can be."""
    return [
        session(
            number,
            kind=list(Kind)[number % len(Kind)],
            place=PLACES[number % len(PLACES)],
            appearances=(replace(ANNA, speaker=f"ANNA{number % 40:02}"), factories.MODERATOR),
            **at(7 + number % 3, 8 + number % 10),
        )
        for number in range(1, 301)
    ]


PORTRAIT = LocalisedSpeaker("ANNA22", "Anna Alm", "sv", ANNA.url, portrait=factories.IMAGE)
LINE = clean_line(HOSTILE["markup"])
PROGRAMMES = {
    "everything": (everything(), channel(speakers=(PORTRAIT,))),
    "nothing": ([], channel()),
    "least": (
        [session(1, start=None, end=None)],
        channel(url="", title="", description="", edition=edition(title="", tracks=(), themes=(), venues=())),
    ),
    "hostile": (
        hostile(),
        channel(description=LINE, edition=edition(title=LINE, tracks=(Named("x", LINE),), venues=())),
    ),
    "large": (large(), channel()),
    "far away": (everything(), channel(time_zone="Australia/Lord_Howe")),
    "a zone of its own": (everything(), channel(time_zone="EST5EDT")),
    "a very long address": (everything(), channel(address=f"{ADDRESS}.xml?{'kind=break&' * 400}room=stora-salen")),
}


def expected(items: list[LocalisedSession]) -> dict[str, tuple[datetime, datetime]]:
    """Return the instants of those that have a time, by identity."""
    return {
        item.id: (item.start.astimezone(UTC), item.end.astimezone(UTC)) for item in items if item.start and item.end
    }
