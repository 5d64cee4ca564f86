"""The latest changes of a programme, as they were told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from dvb_wagtail.core.change_items import localise_change
from dvb_wagtail.core.words import Words
from dvb_wagtail.presentation import dates
from dvb_wagtail.presentation.links import local
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord

LATEST = 5


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """A change. `html` is made of texts that are escaped; `told` is when it was told, in the edition's zone."""

    title: str
    url: str
    html: SafeString
    told: datetime
    when: str


def latest(found: ConferenceRecord, words: Words, now: datetime, root_url: str) -> tuple[ChangeCard, ...]:
    """Return what was told last by `now` (aware), the newest first. No query before the programme is released."""
    if not found.released:
        return ()
    zone = ZoneInfo(found.conference.time_zone)
    cards = []
    for change in records.changes(found, now, limit=LATEST):
        if item := localise_change(change, found.conference, words):
            told = item.published.astimezone(zone)
            html = mark_safe(item.html)  # noqa: S308 (core escapes every text in it)
            when = dates.day_and_time(told.date(), told.time(), words)
            cards.append(ChangeCard(item.title, local(item.url, root_url), html, told, when))
    return tuple(cards)
