"""What the example site hands out: its next edition and its news, read from the publication index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.host_snippets import Embed
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord

LANGUAGE = "sv"


def handed_out(host: records.Host, today: date, options: FrameOptions) -> list[Embed]:
    """Return programme, a session, subscribe menu and news of the site of a host, as far as they are public."""
    found = records.catalogue(host)
    if found is None:
        return []
    said = words(LANGUAGE)
    embeds: list[Embed] = []
    if edition := _edition(found.editions, today):
        embeds.append(embeddable.programme(edition, said, options=options).embed())
        if session := _session(records.sessions(edition)):
            embeds.append(embeddable.session(edition, session, said, options).embed())
        embeds.append(embeddable.subscribe(edition, said, options=options).embed())
    embeds += [embeddable.news(channel, said, options=options).embed() for channel in found.news[:1]]
    return embeds


def _edition(editions: Sequence[ConferenceRecord], today: date) -> ConferenceRecord | None:
    """Return the next edition with a programme, or the last one; `editions` are the newest first."""
    released = [edition for edition in editions if edition.released]
    coming = [edition for edition in released if edition.conference.end >= today]
    return next(iter(coming[-1:] or released), None)


def _session(sessions: Sequence[SessionRecord]) -> SessionRecord | None:
    """Return the first session that people speak in, or else the first of all."""
    with_people = [found for found in sessions if found.session.appearances]
    return next(iter(with_people or sessions), None)
