"""What is told of changes of an edition's programme."""

from __future__ import annotations

from functools import partial
from typing import Any

from dvb_wagtail.core.change_items import SessionChange, localise_change
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.delivery.documents.document import Content, Document, Entry
from dvb_wagtail.delivery.documents.others import document_address
from dvb_wagtail.delivery.documents.programme import max_age
from dvb_wagtail.delivery.queries import ProgrammeQuery
from dvb_wagtail.delivery.selections import selection
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord


def changes(record: ConferenceRecord, written_as: Format[Any], language: str, query: ProgrammeQuery) -> Document:
    """Return the newest changes of an edition that have been told, or those of the selected sessions.

    What has waited long enough is told without anything being written, so the document changes by time alone.
    """
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
        content=partial(_content, record, query, options, address),
        boundary=record.told_at,
    )


def _content(record: ConferenceRecord, query: ProgrammeQuery, options: Options, address: str) -> Content:
    """Return what was told until the boundary: one that passes while this is made is another document's."""
    conference = record.conference
    found = records.changes(record, record.told_at, query.scope) if record.told_at else []
    texts = in_language(conference.texts, options.language, conference.main_language)[1]
    sessions = [each.session for each in found if isinstance(each, SessionChange) and each.session]
    title = selection(conference, texts.title, query.scope, sessions, options.words)
    channel = Channel(
        id=f"{conference.id}/changes",
        title=options.words.changes.changes_of.format(title=title),
        address=address,
        url=texts.url,
        language=options.language,
        changed=max(record.changed, record.told_at or record.changed),
        description=texts.lead,
        time_zone=conference.time_zone,
        first_year=conference.start.year,
        image=conference.image,
        author=texts.title,
    )
    return Content(
        channel, tuple(Entry(each.id, partial(localise_change, each, conference, options.words)) for each in found)
    )
