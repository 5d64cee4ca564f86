"""`v1/api-info`, as the Swedish REST API profile has it."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from dvb_wagtail.delivery import api

pytestmark = pytest.mark.usefixtures("home")


def test_what_an_api_says_of_itself(get, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = get("api-info")
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert json.loads(response.content) == {
        "apiName": "Conferences and news",
        "apiVersion": api.VERSION,
        "apiReleased": api.RELEASED,
        "apiDocumentation": "http://dvb.example/dvb/v1/openapi.json",
        "apiStatus": "active",
    }


def test_its_documentation_is_there_and_of_the_same_version(get):
    info = json.loads(get("api-info").content)
    found = json.loads(get(info["apiDocumentation"].removeprefix("http://dvb.example/dvb/v1/")).content)
    assert (found["info"]["title"], found["info"]["version"]) == (info["apiName"], info["apiVersion"])
    assert OpenAPIV31SpecValidator(found).is_valid()


def test_the_version_is_a_semantic_one_of_the_addresses():
    assert re.fullmatch(r"1\.\d+\.\d+", api.VERSION)
    assert date.fromisoformat(api.RELEASED).isoformat() == api.RELEASED


def test_it_has_validators_and_takes_nothing(get):
    etag = get("api-info")["ETag"]
    assert get("api-info", If_None_Match=etag).status_code == 304
    assert get("api-info?x=1").status_code == 404
    assert get("api-info", method="POST").status_code == 405
    assert get("api-info", If_Match='"another"').status_code == 412
