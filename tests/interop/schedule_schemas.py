"""The published schemas of c3voc's schedule, each as two implementations read it that know nothing of each other."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import fastjsonschema
import pytest
import xmlschema
from jsonschema import Draft6Validator, FormatChecker
from lxml import etree


def folder() -> Path:
    """Return where the published schemas are; skip the test where nobody says."""
    named = os.environ.get("DVB_SCHEMAS")
    if not named:
        pytest.skip("DVB_SCHEMAS names no folder of published schemas")
    return Path(named)


@cache
def by_libxml2() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder() / "schedule.xml.xsd"))


@cache
def by_xmlschema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(folder() / "schedule.xml.xsd")


@cache
def _json_schema() -> dict[str, Any]:
    schema = json.loads((folder() / "c3voc-schedule.schema.json").read_bytes())
    assert isinstance(schema, dict)
    return schema


def is_date(value: object) -> bool:
    return date.fromisoformat(str(value)).isoformat() == value


def is_moment(value: object) -> bool:
    return "T" in str(value) and datetime.fromisoformat(str(value)).tzinfo is not None


def is_address(value: object) -> bool:
    parts = urlsplit(str(value))
    return bool(parts.scheme and parts.netloc) and str(value).isascii() and not set(str(value)) & set(' <>"{}|\\^`')


def is_identity(value: object) -> bool:
    return str(UUID(str(value))) == value


FORMATS: dict[str, Callable[[object], bool]] = {
    "date": is_date,
    "date-time": is_moment,
    "uri": is_address,
    "uuid": is_identity,
}


@cache
def by_jsonschema() -> Draft6Validator:
    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name, raises=ValueError)(check)
    return Draft6Validator(_json_schema(), format_checker=checker)


@cache
def by_fastjsonschema() -> Callable[[Any], Any]:
    check: Callable[[Any], Any] = fastjsonschema.compile(_json_schema(), formats=dict(FORMATS))
    return check


def assert_valid_xml(document: bytes) -> None:
    """Raise unless both implementations of XML Schema take the document."""
    by_libxml2().assertValid(etree.fromstring(document))
    by_xmlschema().validate(document.decode().partition("?>")[2])


def assert_valid_json(document: bytes) -> None:
    """Raise unless both implementations of JSON Schema take the document."""
    read = json.loads(document)
    by_jsonschema().validate(read)
    by_fastjsonschema()(read)
