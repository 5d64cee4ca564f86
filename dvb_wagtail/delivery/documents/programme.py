"""The programme of an edition, selections of it, and single sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from dvb_wagtail.conf import conf
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import in_language, localise_session
from dvb_wagtail.core.localise_edition import localise_conference, localise_speaker
from dvb_wagtail.core.localised import LocalisedSpeaker
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.documents.document import Content, Document, Entry
from dvb_wagtail.delivery.documents.others import document_address, other_documents, schema_address
from dvb_wagtail.delivery.queries import ProgrammeQuery
from dvb_wagtail.delivery.selections import selection_title
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord, Withdrawn


def programme(record: ConferenceRecord, written_as: Format[Any], language: str, query: ProgrammeQuery) -> Document:
    """Return an edition's programme, or the selection of it; the edition's own event is only in the whole one."""
    conference, scope = record.conference, query.scope
    calendars = addresses.sessions(conference.acronym, language, root_url=record.root_url)
    options = Options(words(language), query.options, calendars)
    address = document_address(record, written_as, language, scope, query.options)

    def content() -> Content:
        found = records.sessions(record, scope)
        texts = in_language(conference.texts, language, conference.main_language)[1]
        title = selection_title(conference, texts.title, scope, found, options.words)
        channel = replace(
            _channel(record, address, language, title, texts.url, texts.lead, record.changed),
            edition=localise_conference(conference, record.stamp, options.words),
            speakers=_speakers(record, found, options) if written_as.people else (),
            others=other_documents(record, written_as, language, scope),
            schema=schema_address(written_as, record.root_url),
        )
        entries = tuple(_session_entry(record, each, options) for each in found)
        return Content(channel, entries if scope else (_conference_entry(record, options), *entries))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{conference.acronym}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=max_age(conference),
        content=content,
    )


def session(
    record: ConferenceRecord, found: SessionRecord | Withdrawn, code: str, written_as: Format[Any], language: str
) -> Document:
    """Return one session; of a withdrawn one an empty document without a title, for calendars that still have it."""
    conference = record.conference
    options = Options(words(language))
    address = addresses.session(conference.acronym, language, code, root_url=record.root_url)

    def content() -> Content:
        if isinstance(found, Withdrawn):
            return Content(_channel(record, address, language, "", "", "", found.changed), ())
        texts = in_language(found.session.texts, language, conference.main_language)[1]
        channel = _channel(record, address, language, texts.title, texts.url, "", found.stamp.changed)
        return Content(channel, (_session_entry(record, found, options),))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{conference.acronym}-{code}.{written_as.extension}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=max_age(conference),
        content=content,
    )


def _channel(
    record: ConferenceRecord, address: str, language: str, title: str, url: str, description: str, changed: datetime
) -> Channel:
    conference = record.conference
    return Channel(
        id=conference.id,
        title=title,
        address=address,
        url=url,
        language=language,
        changed=changed,
        description=description,
        time_zone=conference.time_zone,
        first_year=conference.start.year,
        image=conference.image,
    )


def _speakers(
    record: ConferenceRecord, sessions: Iterable[SessionRecord], options: Options
) -> tuple[LocalisedSpeaker, ...]:
    """Return the people with pages who appear in these sessions, by name."""
    appearing = {shown.speaker for each in sessions for shown in each.session.appearances}
    found = (each.speaker for each in records.speakers_in(record))
    return tuple(localise_speaker(speaker, options.words) for speaker in found if speaker.code in appearing)


def _conference_entry(record: ConferenceRecord, options: Options) -> Entry:
    conference = record.conference
    return Entry(conference.id, partial(localise_conference, conference, record.stamp, options.words))


def _session_entry(record: ConferenceRecord, found: SessionRecord, options: Options) -> Entry:
    localise = partial(
        localise_session, found.session, record.conference, found.stamp, options.words, number=found.number
    )
    return Entry(found.session.id, localise)


def max_age(conference: Conference) -> int:
    """Return for how many seconds a programme is fresh: shorter on the days of the conference, where it is held."""
    today = conf.now().astimezone(ZoneInfo(conference.time_zone)).date()
    return conf.max_age_on_conference_days if conference.start <= today <= conference.end else conf.max_age
