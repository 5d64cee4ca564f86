"""oEmbed: what stands in an answer, in the form and size that the consumer has room for, and how it is sent."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from lxml import etree, html
from wagtail.models import Site

from dvb_wagtail.formats.host_snippets import Embed, oembed_html
from tests import pages_factory as make
from tests.delivery.editing import republish
from tests.embed.asking import NEWS, PAGE, PROGRAMME, PROGRAMME_FRAME, ROOT, TRACK, link
from tests.test_docs import ADDRESSES, EXAMPLE

pytestmark = pytest.mark.usefixtures("sessions", "news")

FIELDS = {
    "version": str,
    "type": str,
    "title": str,
    "provider_name": str,
    "provider_url": str,
    "cache_age": int,
    "html": str,
    "width": int,
    "height": int,
}
"""What oEmbed 1.0 has for `rich`, section 2.3.4; `author_name` and thumbnails are left out."""


# ---- the answer


def test_the_answer_is_what_oembed_has_for_rich_content(told):
    answer = told()
    assert {name: type(value) for name, value in answer.items()} == FIELDS
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert answer["title"] == "Digitala Västerbotten 2020: program"
    assert answer["provider_name"] == "Testplatsen"
    assert answer["provider_url"] == f"{ROOT}/"
    assert answer["cache_age"] == 3600
    assert (answer["width"], answer["height"]) == (640, 700)


def test_the_html_is_a_link_and_the_frame(told):
    root = html.fragment_fromstring(str(told()["html"]), create_parent=True)
    assert [child.tag for child in root] == ["blockquote", "iframe"]
    assert dict(root[1].attrib) == {
        "src": PROGRAMME_FRAME,
        "title": "Digitala Västerbotten 2020: program",
        "width": "640",
        "height": "700",
        "frameborder": "0",
    }
    assert link(told()) == (PROGRAMME, "Digitala Västerbotten 2020: program")


def test_xml_says_the_same_as_json(ask, told):
    response = ask(format="xml")
    assert response.content.startswith(b"<?xml version='1.0' encoding='utf-8' standalone='yes'?>")
    root = etree.fromstring(response.content)
    assert (root.tag, dict(root.attrib), root.nsmap) == ("oembed", {}, {})
    assert [(child.tag, len(child)) for child in root] == [(name, 0) for name in FIELDS]
    assert {child.tag: FIELDS[child.tag](child.text) for child in root} == told(format="json") == told()


def test_the_documented_answer_is_one(told):
    (text,) = (text for kind, text in EXAMPLE.findall(ADDRESSES) if kind == "json" and "provider_name" in text)
    documented = json.loads(text)
    assert list(documented) == list(told())
    frame = f"{documented['provider_url']}dvb/v1/embed/conferences/dv2020/sv/programme/?{TRACK}"
    page = f"{documented['provider_url']}dv2020/program/?{TRACK}"
    shown = Embed(frame, documented["title"], 0, page, "sv")
    assert documented["html"] == oembed_html(shown, documented["width"], documented["height"])


def test_a_site_is_named_by_what_it_calls_itself_or_else_by_its_address(told, settings):
    Site.objects.update(site_name="Region\tExempel & Co\x07")
    assert told()["provider_name"] == "Region Exempel & Co"
    Site.objects.update(site_name="")
    settings.WAGTAIL_SITE_NAME = ""
    assert told()["provider_name"] == ROOT


def test_titles_are_text_wherever_they_stand(ask, told, conference):
    nasty = 'A & "B" <script>alert(1)</script> ]]>'
    session = make.make_session(conference, nasty)
    answer = told(session.full_url)
    assert answer["title"] == nasty
    assert link(answer)[1] == nasty
    assert "<script" not in str(answer["html"])
    root = etree.fromstring(ask(session.full_url, format="xml").content)
    assert (root.findtext("title"), root.findtext("html")) == (nasty, answer["html"])


# ---- sizes


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [
        ({}, 640, 700),
        ({"maxwidth": "400"}, 400, 700),
        ({"maxwidth": "900", "maxheight": "1350"}, 900, 700),
        ({"maxheight": "300"}, 640, 300),
        ({"maxwidth": "120", "maxheight": "80"}, 120, 80),
        ({"maxwidth": "1", "maxheight": "1"}, 1, 1),
        ({"maxwidth": "999999", "maxheight": "999999"}, 2000, 700),
        ({"maxwidth": "9" * 5000, "maxheight": "9" * 5000}, 2000, 700),
        ({"maxwidth": "0500"}, 500, 700),
        ({"maxwidth": "", "maxheight": "", "format": ""}, 640, 700),
    ],
)
def test_a_frame_is_never_larger_than_there_is_room_for(told, asked, width, height):
    answer = told(**asked)
    assert (answer["width"], answer["height"]) == (width, height)
    assert f'width="{width}" height="{height}"' in str(answer["html"])


@pytest.mark.parametrize("value", ["0", "000", "-1", "+5", "640px", "1e3", "64.5", " 64", "٦٤٠", "x", "\0"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_what_is_no_number_of_pixels_is_told(ask, name, value):
    response = ask(**{name: value})
    problem = json.loads(response.content)
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert problem["parameter"] == name
    assert value in problem["detail"]


# ---- what consumers send besides


def test_parameters_that_consumers_add_are_left_alone(told):
    usual = told()
    assert told(dnt="1", discover="1", callback="alert", utm_source="brev", iframely="x") == usual


@pytest.mark.parametrize("form", ["yaml", "JSON", "jsonp", "\0"])
def test_a_form_that_there_is_not_is_not_implemented(ask, form):
    response = ask(format=form)
    problem = json.loads(response.content)
    assert (response.status_code, response["Content-Type"]) == (501, "application/problem+json")
    assert problem["parameter"] == "format"
    assert form in problem["detail"]
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", ["", "?", "?url=", "?format=json&maxwidth=300"])
def test_without_an_address_it_says_what_is_missing(get, query):
    response = get(f"oembed{query}")
    problem = json.loads(response.content)
    assert (response.status_code, problem["parameter"]) == (400, "url")
    assert "url" in problem["detail"]


# ---- HTTP


@pytest.mark.parametrize(("form", "media_type"), [("json", "application/json"), ("xml", "text/xml; charset=utf-8")])
def test_it_is_answered_as_every_document_is(ask, form, media_type):
    response = ask(format=form)
    assert response["Content-Type"] == media_type
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"].startswith("public, max-age=300")
    assert response["Vary"] == "Accept-Encoding"
    assert response["Content-Language"] == "sv"
    assert not response.cookies
    again = ask(format=form, if_none_match=response["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])
    head = ask(format=form, method="HEAD")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", response["ETag"])


def test_the_validator_changes_with_what_is_said(ask, conference):
    before = ask()["ETag"]
    assert ask(maxwidth="300")["ETag"] != before
    republish(conference, title="DV 2020")
    assert ask()["ETag"] != before


def test_preflight_and_other_methods(get, ask, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert get("oembed", method="OPTIONS").status_code == 204
    response = Client(enforce_csrf_checks=True).post("/dvb/v1/oembed", data={"url": PAGE})
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_queries_do_not_grow_with_what_there_is(ask, conference, sessions, news, django_assert_num_queries):
    def ask_all():
        ask(f"{PROGRAMME}?{TRACK}")
        ask(f"{NEWS}?tag=program")
        ask(f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.ics")

    with django_assert_num_queries(4 + 7 + 2):
        ask_all()
    for number in range(3):
        make.make_session(conference, f"Mer {number}")
        make.make_article(news, f"Mer {number}", tags=("Program",))
    with django_assert_num_queries(4 + 7 + 2):
        ask_all()
