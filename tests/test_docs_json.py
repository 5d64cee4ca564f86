"""What the documents say of JSON, held against the schemas and the code, both ways."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from dvb_wagtail.delivery import api, catalogue
from dvb_wagtail.formats import programme_json
from tests.test_docs import ADDRESSES, DOCUMENTS, EXAMPLE, ROOT, prose, rows

CONTRACTS = {
    "programme-json.md": ("programme", programme_json.SCHEMA),
    "index-json.md": ("index", catalogue.SCHEMA),
}

each_contract = pytest.mark.parametrize("name", CONTRACTS)


def document(name: str) -> str:
    return DOCUMENTS[ROOT / "docs/reference" / name]


def meaning(says: dict[str, Any]) -> str:
    """Return what a property means, as its schema says it: with what is given as examples of it."""
    examples = [f"`{each}`" for each in says.get("examples", ())]
    return " ".join(filter(None, (says["description"], ", ".join(examples))))


@each_contract
def test_every_property_is_documented_as_its_schema_says_it(name):
    top, text = CONTRACTS[name]
    schema = json.loads(text)
    known = {
        (part, f"`{property_}`", meaning(says))
        for part, definition in {top: schema, **schema["$defs"]}.items()
        for property_, says in definition["properties"].items()
    }
    sections = re.split(r"^## (\w+)$", prose(document(name)), flags=re.MULTILINE)
    parts = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert known == {(part, row[0], row[2]) for part, text in parts.items() for row in rows(text) if "`" in row[0]}


@each_contract
def test_the_example_is_the_one_that_the_schema_ships(name):
    (example,) = (text for kind, text in EXAMPLE.findall(document(name)) if kind == "json")
    assert [json.loads(example)] == json.loads(CONTRACTS[name][1])["examples"]


def test_the_example_of_api_info_is_what_is_answered():
    (example,) = (text for kind, text in EXAMPLE.findall(ADDRESSES) if kind == "json" and "apiName" in text)
    assert json.loads(example) == json.loads(api.api_info("https://example.org"))


def test_the_day_of_the_api_is_that_of_a_release_once_there_is_one():
    released = re.findall(r"^## \[.+\] . (\d{4}-\d\d-\d\d)$", DOCUMENTS[ROOT / "CHANGELOG.md"], re.MULTILINE)
    assert date.fromisoformat(api.RELEASED).isoformat() == api.RELEASED
    assert not released or api.RELEASED in released
