"""The addresses of all documents of an edition, each with the same selection: "export what I see"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dvb_wagtail.core.channel import Option, OtherDocument
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.offered import all_of
from dvb_wagtail.formats.registry import Format, Subject
from dvb_wagtail.publication.records import ConferenceRecord

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
