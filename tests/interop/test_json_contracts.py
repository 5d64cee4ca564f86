"""Validators that know nothing of each other find what we write of programmes and sites in order, by our schemas."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import fastjsonschema
import pytest
from django.test import Client

from dvb_wagtail.core.scope import Scope
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.delivery import catalogue
from tests.delivery.catalogues import catalogue as made_catalogue
from tests.example.conftest import site  # noqa: F401 (a fixture)
from tests.formats import factories
from tests.formats.contract import PROGRAMME, closed, closed_programme, faults
from tests.formats.documents import every_document, programme_as_json
from tests.formats.hostile import HOSTILE
from tests.formats.programmes import break_, edition, programme, session

INDEX = json.loads(catalogue.SCHEMA)


def hostile() -> bytes:
    """Return a programme of texts that have broken a document somewhere."""
    items = []
    for name, raw in HOSTILE.items():
        line = clean_line(raw) or "-"
        place = replace(factories.PLACE, location=line, venue=line, room=line, address=line)
        person = replace(factories.PANELLIST, name=line, title=line, organisations=(line,), party=line)
        items.append(
            session(id=name, title=line, abstract=clean_text(raw), track=line, place=place, appearances=(person,))
        )
    return programme_as_json(*items)


def programmes() -> list[bytes]:
    """Return programmes of every kind: whole, bare, hostile, large, empty."""
    kinds = [document for name, document in every_document().items() if name.endswith("programme.json")]
    large = [session(id=str(number), code=f"K{number:05}") for number in range(1000)]
    bare = programme(edition=edition(image=None, tracks=(), venues=()), speakers=(), others=(), url="", schema="")
    return [
        *kinds,
        programme_as_json(edition(), session(), break_()),
        programme_as_json(break_(), channel=bare),
        programme_as_json(*large),
        hostile(),
    ]


def test_fastjsonschema_finds_nothing_wrong():
    validate = fastjsonschema.compile(closed_programme())
    for document in programmes():
        validate(json.loads(document))
    fastjsonschema.compile(closed(INDEX))(json.loads(catalogue.index(made_catalogue())))


def test_fastjsonschema_would_tell():
    wrong = json.loads(programme_as_json(session()))
    wrong["sessions"][0]["start"] = "13.00"
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match="start"):
        fastjsonschema.compile(PROGRAMME)(wrong)


@pytest.mark.interop
@pytest.mark.parametrize("schema", [PROGRAMME, closed_programme()], ids=["open", "closed"])
def test_ajv_finds_nothing_wrong(ajv, schema):
    assert ajv(schema, programmes()) == [[] for _ in programmes()]


@pytest.mark.interop
def test_ajv_finds_nothing_wrong_with_a_catalogue(ajv):
    assert ajv(closed(INDEX), [catalogue.index(made_catalogue())]) == [[]]


@pytest.mark.interop
def test_ajv_would_tell(ajv):
    read = json.loads(programme_as_json(session())) | {"version": 2}
    read["sessions"][0]["start"] = "13.00"
    wrong = json.dumps(read).encode()
    assert ajv(PROGRAMME, [wrong]) == [
        ["/version: must be equal to constant", '/sessions/0/start: must match format "date-time"']
    ]


@pytest.mark.interop
@pytest.mark.django_db
@pytest.mark.usefixtures("site")
def test_all_validators_find_nothing_wrong_with_the_example_site(ajv):
    """Every edition in both languages, whole and by each value that a programme offers to filter by."""
    found: list[bytes] = []

    def answered(address: str) -> Any:
        response = Client().get(address)
        assert response.status_code == 200, address
        found.append(response.content)
        return json.loads(response.content)

    index = answered("/dvb/v1/index.json")
    whole = [each["documents"] for each in index["conferences"]]
    for one in (one for documents in whole for one in documents if one["name"] == "programme.json"):
        address = one["address"].removeprefix("http://testserver")
        for each in answered(address)["filters"]:
            for choice in each["values"]:
                answered(f"{address}?{Scope.of({each['name']: [choice['value']]}).query()}")
    assert len(found) > 100
    assert ajv(closed(INDEX), found[:1]) == [[]]
    assert [problems for problems in ajv(closed_programme(), found[1:]) if problems] == []
    assert [problems for problems in map(faults, found[1:]) if problems] == []
    validate = fastjsonschema.compile(closed_programme())
    for document in found[1:]:
        validate(json.loads(document))
