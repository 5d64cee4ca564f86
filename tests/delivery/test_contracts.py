"""`v1/schemas/…`: the JSON Schemas that our documents name."""

from __future__ import annotations

import json

import pytest
from wagtail import hooks

from dvb_wagtail.delivery.contracts import MEDIA_TYPE, schemas
from dvb_wagtail.delivery.offered import HOOK, register_formats
from dvb_wagtail.formats import registry
from dvb_wagtail.formats.registry import Format, Subject
from tests.formats.contract import validator

pytestmark = pytest.mark.usefixtures("sessions", "news")


@pytest.fixture
def _format_of_the_site():
    """A format of a site's own with a schema, until the test is over."""
    theirs = Format(
        Subject.PROGRAMME,
        "times",
        "json",
        "application/json",
        lambda item, options: b"",
        lambda channel, parts, options: json.dumps({"$schema": channel.schema}).encode(),
        version=1,
        schema='{"type": "object"}',
    )
    known = dict(registry._formats)
    register_formats.cache_clear()
    with hooks.register_temporarily(HOOK, lambda: [theirs]):
        yield
    registry._formats.clear()
    registry._formats.update(known)
    register_formats.cache_clear()


@pytest.mark.parametrize("name", ["index.json", "programme.json"])
def test_a_schema_is_answered_as_it_is_shipped(get, name):
    response = get(f"schemas/{name}")
    assert (response.status_code, response["Content-Type"]) == (200, MEDIA_TYPE)
    assert response.content.decode() == schemas()[name]
    assert response["Content-Disposition"] == f'inline; filename="{name}"'
    assert get(f"schemas/{name}", If_None_Match=response["ETag"]).status_code == 304
    validator(json.loads(response.content))


@pytest.mark.parametrize("document", ["index.json", "conferences/dv2020/sv/programme.json"])
def test_a_document_names_its_schema_and_follows_it(get, document):
    found = json.loads(get(document).content)
    schema = get(found["$schema"].removeprefix("http://dvb.example/dvb/v1/"))
    assert list(validator(json.loads(schema.content)).iter_errors(found)) == []


def test_a_schema_costs_no_query(get, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert get("schemas/programme.json").status_code == 200


@pytest.mark.parametrize("address", ["schemas/none.json", "schemas/programme.ics", "schemas/programme.json?x=1"])
def test_what_has_no_schema(get, address):
    response = get(address)
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.usefixtures("_format_of_the_site")
def test_a_format_that_a_site_adds_has_its_own(get):
    named = json.loads(get("conferences/dv2020/sv/times.json").content)["$schema"]
    assert named == "http://dvb.example/dvb/v1/schemas/times.json"
    assert get("schemas/times.json").content == b'{"type": "object"}'


def test_a_format_without_a_schema_names_none():
    assert set(schemas()) == {"index.json", "programme.json"}
