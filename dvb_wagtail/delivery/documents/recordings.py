"""The recordings of an edition, or of the selected sessions."""

from __future__ import annotations

from functools import partial
from typing import Any

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.recording_items import Recorded, localise_recording, published_recordings
from dvb_wagtail.core.scope import Scope, facets
from dvb_wagtail.delivery.documents.document import Content, Document, Entry
from dvb_wagtail.delivery.documents.others import document_address
from dvb_wagtail.delivery.documents.programme import max_age
from dvb_wagtail.delivery.queries import ProgrammeQuery
from dvb_wagtail.delivery.selections import selection
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord

NEWEST = 50


def recordings(record: ConferenceRecord, written_as: Format[Any], language: str, query: ProgrammeQuery) -> Document:
    """Return an edition's newest published recordings, or those of which a selected session is part."""
    options = Options(words(language), query.options)
    address = document_address(record, written_as, language, query.scope, query.options)
    return Document(
        format=written_as,
        address=address,
        file_name=f"{record.conference.acronym}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=max_age(record.conference),
        content=partial(_content, record, query.scope, options, address),
    )


def _content(record: ConferenceRecord, scope: Scope, options: Options, address: str) -> Content:
    conference = record.conference
    found = _recorded(record, scope)
    texts = in_language(conference.texts, options.language, conference.main_language)[1]
    sessions = [session for each in found for session in each.sessions]
    title = selection(conference, texts.title, scope, sessions, options.words)
    channel = Channel(
        id=f"{conference.id}/recordings",
        title=options.words.recordings_of.format(title=title),
        address=address,
        url=texts.url,
        language=options.language,
        changed=record.changed,
        description=texts.lead,
        time_zone=conference.time_zone,
        first_year=conference.start.year,
        image=conference.image,
        author=texts.title,
    )
    return Content(
        channel, tuple(Entry(each.id, partial(localise_recording, each, conference, options.words)) for each in found)
    )


def _recorded(record: ConferenceRecord, scope: Scope) -> list[Recorded]:
    """Return the recordings, each with all the sessions that it covers, whichever of them are selected."""
    every = [(found.session, found.stamp) for found in records.sessions(record)]
    found = published_recordings(record.conference, record.stamp, every)
    if scope:
        selected = {session.id for session, _stamp in every if scope.matches(facets(session, record.conference))}
        found = tuple(each for each in found if not selected.isdisjoint(session.id for session in each.sessions))
    return list(found[:NEWEST])
