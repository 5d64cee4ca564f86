"""All editions of a series: subscribe once, get every year."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any
from uuid import UUID

from dvb_wagtail.conf import conf
from dvb_wagtail.core.channel import Channel, Option, Options
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.documents.document import Content, Document, Entry
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import SeriesRecord


def series(record: SeriesRecord, written_as: Format[Any], language: str, asked: Collection[Option]) -> Document:
    """Return the public editions of a series, the newest first."""
    all_of_it = record.series
    options = Options(words(language), frozenset(asked))
    address = addresses.series(
        all_of_it.key,
        language,
        options=asked,
        root_url=record.root_url,
        name=written_as.name,
        extension=written_as.extension,
        any_length=True,
    )

    def content() -> Content:
        editions = records.editions(UUID(all_of_it.id))
        texts = in_language(all_of_it.texts, language, all_of_it.main_language)[1]
        channel = Channel(
            id=all_of_it.id,
            title=texts.title,
            address=address,
            url=texts.url,
            language=language,
            changed=record.changed,
            description=texts.mission or texts.motto,
            # Their events are of whole days: the zone is only where calendars are told that this is.
            time_zone=editions[0].conference.time_zone if editions else "UTC",
            first_year=min((each.conference.start.year for each in editions), default=record.changed.year),
            author=texts.organiser,
        )
        return Content(
            channel,
            tuple(
                Entry(each.conference.id, partial(localise_conference, each.conference, each.stamp, options.words))
                for each in editions
            ),
        )

    return Document(
        format=written_as,
        address=address,
        file_name=f"{all_of_it.key}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=conf.max_age,
        content=content,
    )
