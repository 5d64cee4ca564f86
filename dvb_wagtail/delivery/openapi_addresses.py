"""What the description says of each address, by its name in `dvb_wagtail.urls`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dvb_wagtail.delivery.contracts import MEDIA_TYPE as SCHEMA
from dvb_wagtail.delivery.documents.others import OF_AN_EDITION
from dvb_wagtail.delivery.queries import TAG
from dvb_wagtail.formats.registry import Format, Subject

JSON: Final = "application/json"
OEMBED: Final = "oembed"
SELECTION: Final = "selection"
"""The whole grammar of selections, instead of single parameters."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, or one for each format of `subjects`, or for each schema.

    `query` is SELECTION, OEMBED, the name of a parameter, or nothing. `media_type` is said where no format says it.
    """

    tag: str
    summary: str
    description: str
    subjects: tuple[Subject, ...] = ()
    media_type: str = ""
    query: str = ""
    schemas: bool = False

    def summary_of(self, written_as: Format[Any] | None) -> str:
        return f"{_SUBJECTS[written_as.subject]} as {written_as.file_name}" if written_as else self.summary

    def description_of(self, written_as: Format[Any] | None) -> str:
        return f"{self.description} {_PROMISES[written_as.subject]}" if written_as else self.description


_SUBJECTS: Final[Mapping[Subject, str]] = {
    Subject.PROGRAMME: "The programme of a conference",
    Subject.CHANGES: "The changes of a programme",
    Subject.RECORDINGS: "The recordings of a conference",
    Subject.SERIES: "All conferences of a series",
    Subject.NEWS: "The articles of a news channel",
}

_PROMISES: Final[Mapping[Subject, str]] = {
    Subject.PROGRAMME: "Sessions without a translation stand in the conference's main language, and say so.",
    Subject.CHANGES: "Nothing is told before the programme is released; then what matters to who takes part.",
    Subject.RECORDINGS: "The newest come first.",
    Subject.SERIES: "Past conferences stay, and new ones are added when they are announced.",
    Subject.NEWS: "The newest come first. Articles are listed only in the languages that they were written in.",
}

PAGES: Final = frozenset(
    {"programme_frame", "session_frame", "subscribe_frame", "news_frame", "host_page", "host_page_in"}
)
"""Addresses for people to look at, which are not described: programs read the documents."""

ADDRESSES: Final[Mapping[str, Address]] = {
    "index": Address("site", "The catalogue of the site", "Where to begin: every address there is.", media_type=JSON),
    "programme": Address(
        "conferences",
        "A conference",
        "The whole of it, or the selection that the parameters make: values of one parameter are alternatives, "
        "parameters narrow each other. A value that was ever public stays valid; one never known is answered by 404.",
        subjects=OF_AN_EDITION,
        query=SELECTION,
    ),
    "session": Address(
        "conferences",
        "One session as a calendar file",
        "For “add to calendar”. Of a session that was withdrawn it is an empty calendar.",
        media_type="text/calendar; charset=utf-8",
    ),
    "series": Address("series", "A series", "Subscribe once, get every year.", subjects=(Subject.SERIES,)),
    "articles": Address("news", "A news channel", "The newest 50 articles.", subjects=(Subject.NEWS,), query=TAG),
    "oembed": Address(
        "embed",
        "oEmbed",
        "What shows the page at `url` on another site (oEmbed 1.0): its frame as HTML, as wide and high as is allowed.",
        media_type=JSON,
        query=OEMBED,
    ),
    "api_info": Address(
        "site", "What this API is", "In the form of the Swedish REST API profile (VER.06).", media_type=JSON
    ),
    "openapi": Address("site", "This description", "In OpenAPI 3.1.", media_type=JSON),
    "schema": Address(
        "site",
        "The JSON Schema of a document",
        "By the last segment of the document's address. It allows more properties than it names: more may be added.",
        media_type=SCHEMA,
        schemas=True,
    ),
}
