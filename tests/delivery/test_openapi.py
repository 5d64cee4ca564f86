"""`v1/openapi.json`: valid, whole, and true: every address that it describes answers as it says."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.utils import translation
from django.utils.translation import gettext
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from wagtail import hooks

from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import Kind
from dvb_wagtail.delivery import openapi
from dvb_wagtail.delivery.offered import HOOK, register_formats
from dvb_wagtail.delivery.openapi_addresses import ADDRESSES, PAGES
from dvb_wagtail.formats import registry
from dvb_wagtail.formats.registry import Format, Subject
from dvb_wagtail.urls import urlpatterns
from tests import pages_factory as make
from tests.delivery.editing import code_of

pytestmark = pytest.mark.usefixtures("sessions", "news")


@pytest.fixture
def description(get) -> dict[str, Any]:
    response = get("openapi.json")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    found = json.loads(response.content)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def addresses(description, home, conference, sessions) -> dict[str, str]:
    """Every address of the description with what is published put into it, by its path there."""
    make.make_series(home)
    code = code_of(sessions["Keynote"])
    known = {"acronym": "dv2020", "language": "sv", "code": code}
    keys = {"series": "digitala-vasterbotten", "news": "nyheter"}
    required = {"/oembed": f"?{urlencode({'url': conference.full_url})}"}
    return {
        path: path.format(**known, key=keys.get(path.split("/")[1])) + required.get(path, "")
        for path in description["paths"]
    }


def conforms(description: dict[str, Any], pointer: str, document: Any) -> list[str]:
    """Return what a schema in the description finds wrong with a document."""
    whole = Registry().with_resource("urn:openapi", Resource.from_contents(description, DRAFT202012))
    found = Draft202012Validator(
        {"$ref": f"urn:openapi{pointer}"}, registry=whole, format_checker=FormatChecker()
    ).iter_errors(document)
    return [error.message for error in found]


def test_an_independent_validator_finds_nothing_wrong(description):
    validate(description, cls=OpenAPIV31SpecValidator)


def test_the_validator_would_tell(description):
    description["paths"]["/index.json"]["get"]["responses"] = {"200": {"content": {}}}
    assert not OpenAPIV31SpecValidator(description).is_valid()


def test_every_address_is_described():
    """Whoever adds an address describes it."""
    assert ADDRESSES.keys() | PAGES == {pattern.name for pattern in urlpatterns if pattern.name}
    assert not ADDRESSES.keys() & PAGES


def test_every_described_address_answers_as_it_says(get, description, addresses):
    for path, address in addresses.items():
        response = get(address.removeprefix("/"))
        operation = description["paths"][path]["get"]
        (media_type,) = operation["responses"]["200"]["content"]
        assert (response.status_code, response["Content-Type"]) == (200, media_type), path
        headers = set(operation["responses"]["200"]["headers"]) - {"Last-Modified", "Content-Encoding"}
        assert headers <= set(response.headers), path


def test_documents_follow_the_schemas_that_are_named(get, description, addresses):
    named = 0
    for path, address in addresses.items():
        (content,) = description["paths"][path]["get"]["responses"]["200"]["content"].values()
        pointer = content.get("schema", {}).get("$ref")
        if pointer:
            named += 1
            assert conforms(description, pointer, json.loads(get(address.removeprefix("/")).content)) == [], path
    assert named == 3  # programme.json, index.json, api-info


def test_every_format_of_every_subject_has_its_address(description):
    register_formats()
    files = {path.rpartition("/")[2] for path in description["paths"]}
    offered = {each.file_name for subject in Subject for each in registry.formats_for(subject)}
    assert offered <= files
    assert files - offered == {"{code}.ics", "index.json", "api-info", "openapi.json", "oembed"}


def test_operations_are_told_apart_and_described(description):
    operations = [each["get"] for each in description["paths"].values()]
    identities = [each["operationId"] for each in operations]
    assert len(set(identities)) == len(identities)
    for each in operations:
        assert all(each[name] for name in ("summary", "description", "tags")), each["operationId"]
        assert set(each["responses"]) == {"200", "304", "400", "404", "405", "412"}
    assert {tag["name"] for tag in description["tags"]} == {tag for each in operations for tag in each["tags"]}


def test_the_server_is_where_the_site_is(description):
    assert description["servers"] == [{"url": "http://dvb.example/dvb/v1"}]


def test_the_grammar_of_selections_is_described(description):
    operation = description["paths"]["/conferences/{acronym}/{language}/programme.ics"]["get"]
    found = {each["name"]: each["schema"] for each in operation["parameters"] if each.get("in") == "query"}
    assert found.keys() == {*Facet, "cancelled", "detail"}
    assert found["day"]["items"] == {"type": "string", "format": "date"}
    assert found["kind"]["items"]["enum"] == sorted(Kind)
    assert found["place"]["items"]["enum"] == ["online", "onsite"]
    assert found["cancelled"]["enum"] == ["keep"]
    plain = description["paths"]["/conferences/{acronym}/{language}/programme.json"]["get"]["parameters"]
    assert {each["name"] for each in plain if each.get("in") == "query"} == set(Facet)
    news = description["paths"]["/news/{key}/{language}/articles.rss"]["get"]["parameters"]
    assert [each["name"] for each in news if each.get("in") == "query"] == ["tag"]


def test_described_parameters_are_taken(get, description, addresses):
    """Each with a value that the description allows; only what is a code of this site it cannot know."""
    codes = {"track": "politiskt-ledarskap", "theme": "ai-och-etik", "room": "sal-a", "tag": "program"}
    codes |= {"maxwidth": "640", "maxheight": "480"}
    asked = 0
    for path, address in addresses.items():
        for parameter in description["paths"][path]["get"]["parameters"]:
            if parameter.get("in") != "query" or parameter["name"] in ("speaker", "url"):
                continue
            schema = parameter["schema"].get("items", parameter["schema"])
            values = schema.get("enum") or [codes.get(parameter["name"], "2020-12-08")]
            several = parameter["schema"].get("type") == "array"
            said = [f"{parameter['name']}={value}" for value in values]
            for query in ["&".join(said)] if several else said:
                joined = "&" if "?" in address else "?"
                assert get(f"{address.removeprefix('/')}{joined}{query}").status_code == 200, (path, query)
                asked += 1
    assert asked > 50


def test_path_parameters_say_what_is_allowed(description, addresses):
    for path, address in addresses.items():
        operation = description["paths"][path]["get"]
        names = [each["name"] for each in operation["parameters"] if each.get("in") == "path"]
        values = dict(zip(names, [part for part in address.split("/") if part not in path.split("/")], strict=False))
        for parameter in operation["parameters"]:
            if parameter.get("in") == "path":
                value = values[parameter["name"]].removesuffix(".ics")
                checks = Draft202012Validator(parameter["schema"])
                assert checks.is_valid(value), (path, value)
                assert checks.is_valid(parameter["example"]), path
                assert not checks.is_valid("Å"), path


@pytest.mark.parametrize(
    ("address", "status"),
    [("conferences/none/sv/programme.json", 404), ("index.json?x=1", 404), ("api-info", 412)],
)
def test_problems_follow_their_schema(get, description, address, status):
    response = get(address, If_Match='"another"')
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert conforms(description, "#/components/schemas/Problem", json.loads(response.content)) == []
    (content,) = description["components"]["responses"]["NotFound"]["content"]
    assert content == "application/problem+json"


def test_what_it_is_for_is_said_in_english_and_in_the_sites_language(description, settings):
    with translation.override("sv"):
        swedish = gettext(openapi.DESCRIPTION)
    assert swedish != openapi.DESCRIPTION
    assert description["info"]["description"] == f"{openapi.DESCRIPTION}\n\n{swedish}"
    settings.LANGUAGE_CODE = "en"
    english = json.loads(openapi.description("https://dvb.example"))
    assert english["info"]["description"] == openapi.DESCRIPTION


def test_a_format_that_a_site_adds_is_described(get):
    theirs = Format(
        Subject.PROGRAMME,
        "times",
        "json",
        "application/json",
        lambda item, options: b"",
        lambda channel, parts, options: b"{}",
        version=1,
        schema=json.dumps({"type": "object", "$defs": {"part": {}}, "properties": {"a": {"$ref": "#/$defs/part"}}}),
    )
    known = dict(registry._formats)
    register_formats.cache_clear()
    try:
        with hooks.register_temporarily(HOOK, lambda: [theirs]):
            found = json.loads(get("openapi.json").content)
    finally:
        registry._formats.clear()
        registry._formats.update(known)
        register_formats.cache_clear()
    validate(found, cls=OpenAPIV31SpecValidator)
    answer = found["paths"]["/conferences/{acronym}/{language}/times.json"]["get"]["responses"]["200"]
    assert answer["content"] == {"application/json": {"schema": {"$ref": "#/components/schemas/Times"}}}
    assert found["components"]["schemas"]["Times"]["properties"] == {"a": {"$ref": "#/components/schemas/TimesPart"}}
    assert found["components"]["schemas"]["TimesPart"] == {}
    assert "/schemas/times.json" in found["paths"]


def test_it_costs_one_query_and_has_validators(get, django_assert_num_queries):
    with django_assert_num_queries(1):
        etag = get("openapi.json")["ETag"]
    assert get("openapi.json", If_None_Match=etag).status_code == 304
    assert get("openapi.json?x=1").status_code == 404
