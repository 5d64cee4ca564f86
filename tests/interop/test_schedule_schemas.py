"""Schedules are valid by the published schemas, as two implementations of each read them."""

from __future__ import annotations

import json

import fastjsonschema
import jsonschema
import pytest
import xmlschema
from lxml import etree

from tests.formats.schedules import written_json, written_xml
from tests.interop.schedule_schemas import (
    assert_valid_json,
    assert_valid_xml,
    by_fastjsonschema,
    by_jsonschema,
    by_libxml2,
    by_xmlschema,
)
from tests.interop.schedules import PROGRAMMES, everything

each_programme = pytest.mark.parametrize(("items", "of"), PROGRAMMES.values(), ids=PROGRAMMES)


@each_programme
def test_xml_is_valid_by_the_published_schema(items, of):
    assert_valid_xml(written_xml(*items, of=of))


@each_programme
def test_json_is_valid_by_the_published_schema(items, of):
    assert_valid_json(written_json(*items, of=of))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<duration>00:45</duration>", b"<duration>45</duration>"),
        (b'index="2"', b'index="1"'),
        (b'id="21"', b'id="22"'),
        (b"dv2020-k7m021", b"dv2020-k7m022"),
        (b"<abstract>", b"<tentative/><abstract>"),
        (b"+01:00</date>", b"</date>"),
    ],
)
def test_the_schema_of_the_xml_would_tell(right, wrong):
    document = written_xml(*everything()).replace(right, wrong, 1)
    assert not by_libxml2().validate(etree.fromstring(document))
    with pytest.raises(xmlschema.XMLSchemaException):
        by_xmlschema().validate(document.decode().partition("?>")[2])


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'"id":21', b'"id":"21"'),
        (b'"start":"13:00"', b'"start":"25:00"'),
        (b'"name":"Anna Alm"', b'"name":"Anna Alm","id":1,"public_name":"Anna"'),
        (b'"slug":"dv2020-k7m021"', b'"slug":"dv2020-"'),
        (b'"subtitle":', b'"status":"cancelled","subtitle":'),
        (b'"url":"https://', b'"url":"'),
        (b'+01:00","start"', b'","start"'),
    ],
)
def test_the_schema_of_the_json_would_tell(right, wrong):
    document = written_json(*everything())
    assert right in document
    read = json.loads(document.replace(right, wrong, 1))
    with pytest.raises(jsonschema.ValidationError):
        by_jsonschema().validate(read)
    with pytest.raises(fastjsonschema.JsonSchemaException):
        by_fastjsonschema()(read)
