"""The addresses of all documents of an edition, each with the same selection ("export what I see"), and of its like."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dvb_wagtail.core.channel import Option, OtherDocument
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.offered import all_of
from dvb_wagtail.formats.registry import Format, Subject
from dvb_wagtail.publication.records import ConferenceRecord, NewsRecord, SeriesRecord

OF_AN_EDITION = (Subject.PROGRAMME, Subject.CHANGES, Subject.RECORDINGS)
"""Subjects whose documents stand at an edition's address and take its selections."""


def document_address(
    record: ConferenceRecord,
    written_as: Format[Any],
    language: str,
    scope: Scope = Scope(),  # noqa: B008
    options: Collection[Option] = (),
) -> str:
    """Return the absolute, canonical address of one document of an edition, however long it is."""
    return addresses.programme(
        record.conference.acronym,
        language,
        scope,
        written_as.extension,
        options=options,
        root_url=record.root_url,
        name=written_as.name,
        any_length=True,
    )


def schema_address(written_as: Format[Any], root_url: str) -> str:
    """Return the absolute address of the JSON Schema of a format; "" of one without."""
    return addresses.schema(written_as.name, written_as.extension, root_url=root_url) if written_as.schema else ""


def other_documents(
    record: ConferenceRecord,
    written_as: Format[Any] | None,
    language: str,
    scope: Scope = Scope(),  # noqa: B008
) -> tuple[OtherDocument, ...]:
    """Return the edition's documents but the one that is `written_as`, each with the selection."""
    return tuple(
        OtherDocument(each.file_name, document_address(record, each, language, scope), each.media_type)
        for subject in OF_AN_EDITION
        for each in all_of(subject)
        if each != written_as
    )


def series_documents(record: SeriesRecord, language: str) -> tuple[OtherDocument, ...]:
    """Return the documents of a series."""
    return tuple(
        OtherDocument(
            each.file_name,
            addresses.series(
                record.series.key,
                language,
                root_url=record.root_url,
                name=each.name,
                extension=each.extension,
                any_length=True,
            ),
            each.media_type,
        )
        for each in all_of(Subject.SERIES)
    )


def news_documents(record: NewsRecord, language: str) -> tuple[OtherDocument, ...]:
    """Return the documents of a news channel."""
    return tuple(
        OtherDocument(
            each.file_name,
            addresses.articles(
                record.news.key,
                language,
                each.extension,
                root_url=record.root_url,
                name=each.name,
                any_length=True,
            ),
            each.media_type,
        )
        for each in all_of(Subject.NEWS)
    )
