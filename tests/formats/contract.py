"""Our own JSON Schemas, read by a validator of other people, and closed: nothing may be written that they leave out."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    Notice,
    RecordingStatus,
    Role,
    SessionStatus,
    SpokenLanguage,
    StreamAccess,
)
from dvb_wagtail.formats import programme_json

PROGRAMME: dict[str, Any] = json.loads(programme_json.SCHEMA)

VOCABULARIES: dict[tuple[str, str], type[StrEnum] | tuple[StrEnum, ...]] = {
    ("conference", "status"): ConferenceStatus,
    ("conference", "attendance"): Attendance,
    ("filter", "name"): tuple(facet for facet in Facet if facet is not Facet.SPEAKER),
    ("session", "kind"): Kind,
    ("session", "status"): SessionStatus,
    ("session", "notice"): tuple(notice for notice in Notice if notice),
    ("session", "attendance"): Attendance,
    ("session", "stream_access"): StreamAccess,
    ("session", "spoken_language"): SpokenLanguage,
    ("appearance", "role"): Role,
    ("recording", "status"): RecordingStatus,
}
"""Texts that are words of a vocabulary, by definition and property. Their examples are all there are at present."""


def closed(schema: Any) -> Any:
    """Return a schema that allows no property that it does not name.

    The published one allows more, so that what is added later breaks nobody.
    """
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: closed(value) for name, value in schema.items()}
    return {**kept, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else kept


def closed_programme() -> dict[str, Any]:
    """Return the closed schema of programmes, whose vocabularies have no other words than today's."""
    schema: dict[str, Any] = closed(PROGRAMME)
    for (definition, name), words in VOCABULARIES.items():
        text = schema["$defs"][definition]["properties"][name]
        text["enum"] = [*map(str, words), *([None] if "null" in text["type"] else [])]
    return schema


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


_programme = validator(closed_programme())


def faults(document: bytes) -> list[str]:
    """Return what the closed schema finds wrong with a programme."""
    return [f"{error.json_path}: {error.message}" for error in _programme.iter_errors(json.loads(document))]
