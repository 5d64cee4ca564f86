"""The OpenAPI document of v3: valid, and with the types of our fields."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import validate

from dvb_wagtail import api
from tests.api.conftest import V3
from tests.api.test_fields import TYPES

pytestmark = [pytest.mark.django_db, pytest.mark.v3]


@pytest.fixture(scope="module")
def written(published) -> bytes:
    """The document as it is answered. It is the same for everybody, and takes Wagtail a while."""
    return Client().get(f"{V3}/openapi.json").content


@pytest.fixture
def document(written) -> dict[str, Any]:
    return json.loads(written)


def test_the_document_is_valid(document):
    # Wagtail 8.0.1 says of those without a token that they log in by HTTP, and not how.
    assert document["components"]["securitySchemes"].pop("AllowAnonymous", None) in ({"type": "http"}, None)
    validate(document)


@pytest.mark.parametrize("name", TYPES)
def test_every_field_has_a_type(document, name):
    model = TYPES[name][1]
    properties = document["components"]["schemas"][f"{model.__name__}Schema"]["properties"]
    for field in getattr(api, f"{name}_api_fields"):
        assert list(untyped(document, properties[field.name])) == [], field.name


def test_values_have_the_types_that_they_have(document):
    schemas = document["components"]["schemas"]
    session = schemas["SessionPageSchema"]["properties"]
    assert session["start"]["anyOf"] == [{"type": "string", "format": "date-time"}, {"type": "null"}]
    assert session["place"]["anyOf"][0] == {"$ref": "#/components/schemas/PublicPlace"}
    assert session["appearances"]["anyOf"][0]["items"] == {"$ref": "#/components/schemas/PublicAppearance"}
    assert "keynote" in schemas["Kind"]["enum"]
    body = {part["$ref"].rpartition("/")[2] for part in session["body"]["anyOf"][0]["items"]["anyOf"]}
    assert {"HeadingPart", "ParagraphPart", "ImagePart"} <= body


def untyped(document: dict[str, Any], schema: dict[str, Any], seen: frozenset[str] = frozenset()) -> Any:
    """Yield every schema within that allows anything."""
    if reference := schema.get("$ref"):
        if reference not in seen:
            target = document["components"]["schemas"][reference.rpartition("/")[2]]
            yield from untyped(document, target, seen | {reference})
    elif "anyOf" in schema:
        for choice in schema["anyOf"]:
            yield from untyped(document, choice, seen)
    elif schema.get("type") == "array":
        yield from untyped(document, schema.get("items", {}), seen)
    elif schema.get("type") == "object":
        for each in schema.get("properties", {"": {}}).values():
            yield from untyped(document, each, seen)
    elif not {"type", "enum", "const"} & schema.keys():
        yield schema
