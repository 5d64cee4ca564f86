"""The page for web teams: in Swedish and English, to be cited, read and cached, and as strict as a frame itself."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise

import html5lib
import pytest

from dvb_wagtail.embed.host_sections import SECTIONS
from tests import pages_factory as make
from tests.delivery.editing import republish
from tests.embed.reading import links, page, texts

pytestmark = pytest.mark.usefixtures("sessions", "news")

ROOT = "http://dvb.example"
AT = f"{ROOT}/dvb/v1/"
MAIN, SV, EN = "embed/", "embed/sv/", "embed/en/"

ANCHORS = [
    *("shown", "loads", "policy", "privacy", "accessibility", "height", "oembed", "options", "delay", "changes"),
    "contact",
]
"""Others have cited these: none may ever be missing."""

WITHIN = {"html", "sandbox", "framing", "consent", "wagtail"}


@pytest.fixture(autouse=True)
def _before(settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-01T12:00"


both = pytest.mark.parametrize("address", [SV, EN])


# ---- languages


def test_it_speaks_the_main_language_where_none_is_asked_for(get):
    response = get(MAIN)
    assert (response.status_code, response["Content-Type"], response["Content-Language"]) == (
        *(200, "text/html; charset=utf-8", "sv"),
    )
    assert response.content == get(SV).content


@pytest.mark.parametrize(
    ("address", "language", "headings"),
    [
        (SV, "sv", ["Vad som kan visas", "Vad som laddas", "Vad din webbplats behöver tillåta", "Integritet"]),
        (EN, "en", ["What can be shown", "What is loaded", "What your site has to allow", "Privacy"]),
    ],
)
def test_it_is_all_in_the_language_asked_for(get, address, language, headings):
    response = get(address)
    found = page(response)
    assert (found.get("lang"), response["Content-Language"]) == (language, language)
    assert texts(found, "section > h2")[:4] == headings
    (current,) = found.cssselect("header [aria-current]")
    assert (current.get("lang"), current.get("href")) == (language, f"{AT}{address}")
    assert links(found, "header li a") == {"Svenska": f"{AT}{SV}", "English": f"{AT}{EN}"}
    assert [each.get("href") for each in found.cssselect("link[rel=canonical]")] == [f"{AT}{address}"]


def test_each_language_says_the_same(get):
    shapes = [[each.tag for each in page(get(address)).iter() if isinstance(each.tag, str)] for address in (SV, EN)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", ["fi", "xx", "e", "en-gb"])
def test_a_language_that_nobody_has_is_not_there(get, language):
    response = get(f"embed/{language}/")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response["Content-Language"] == "sv"


def test_a_swedish_site_explains_itself_in_english_too(get, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska")]
    found = page(get(EN))
    assert found.get("lang") == "en"
    shown = found.cssselect(".frames a")
    assert [each.get("hreflang") for each in shown] == ["sv", "sv", "sv"]
    for each in shown:
        assert get(each.get("href").removeprefix(AT)).status_code == 200


def test_where_the_package_is_not_translated_it_says_which_language_it_speaks(get, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("fi", "Suomi")]
    response = get("embed/fi/")
    found = page(response)
    assert (found.get("lang"), response["Content-Language"]) == ("sv", "sv")
    assert links(found, ".frames ul a")["Program"] == f"{AT}embed/conferences/dv2020/fi/programme/"
    assert list(links(found, "header li a")) == ["Svenska", "English"]


# ---- it can be cited, read and used


@both
def test_every_anchor_is_there_once(get, address):
    found = page(get(address))
    ids = [each.get("id") for each in found.iter() if isinstance(each.tag, str) and each.get("id")]
    assert len(ids) == len(set(ids))
    assert [each.anchor for each in SECTIONS] == ANCHORS
    assert {*ANCHORS, *WITHIN} <= set(ids)
    within = [each for each in links(found).values() if each.startswith("#")]
    assert {each.removeprefix("#") for each in within} <= set(ids)
    assert list(links(found, ".contents a").values()) == [f"#{anchor}" for anchor in ANCHORS]


@both
def test_it_is_html_with_headings_in_order(get, address):
    html5lib.HTMLParser(strict=True).parse(get(address).content.decode())
    levels = [int(each.tag[1]) for each in page(get(address)).cssselect("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


@both
def test_tables_have_captions_and_headers(get, address):
    found = page(get(address))
    tables = found.cssselect("table")
    assert len(tables) == 5
    for table in tables:
        (caption,) = table.cssselect("caption")
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex"), region.get("aria-labelledby")) == (
            *("region", "0", caption.get("id")),
        )
        assert {each.get("scope") for each in table.cssselect("thead th")} == {"col"}
        columns = len(table.cssselect("thead th"))
        for row in table.cssselect("tbody tr"):
            assert (row[0].get("scope"), len(row)) == ("row", columns)


@both
def test_code_that_scrolls_is_reached_by_keyboard(get, address):
    found = page(get(address))
    assert [each.get("tabindex") for each in found.cssselect("pre:not(.line) > code")] == ["0", "0"]
    assert {"\n" in each.text for each in found.cssselect("pre.line:not(#html ~ pre) > code")} == {False}


# ---- how it is answered


@both
def test_its_own_policy_lets_nothing_in_but_its_style_sheet(get, address):
    response = get(address)
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert response["X-Frame-Options"] == "DENY"
    found = page(response)
    assert found.cssselect("script, style, [style], form, img, iframe") == []
    assert [each.get("href") for each in found.cssselect("link[rel=stylesheet]")] == [
        "/static/dvb_wagtail/embed/host.css"
    ]


def test_its_policy_names_the_server_of_the_static_files(get, settings):
    settings.STATIC_URL = "https://static.example/s/"
    assert "style-src https://static.example;" in get(SV)["Content-Security-Policy"]


def test_search_engines_may_find_it_and_nobody_gets_a_cookie(get):
    response = get(SV)
    assert ("X-Robots-Tag" in response, "noindex" in response.content.decode(), response.cookies) == (False, False, {})
    assert (response["Vary"], response["Access-Control-Allow-Origin"]) == ("Accept-Encoding", "*")
    assert response["Cache-Control"].startswith("public, max-age=300,")
    assert "Content-Disposition" not in response


@both
def test_who_has_it_gets_304(get, conference, address):
    first = get(address)
    assert "Last-Modified" not in first
    again = get(address, If_None_Match=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    zipped = get(address, Accept_Encoding="gzip")
    assert (zipped["Content-Encoding"], gzip.decompress(zipped.content)) == ("gzip", first.content)
    assert get(address, Accept_Encoding="gzip", If_None_Match=zipped["ETag"]).status_code == 304
    republish(conference, title="Nytt namn")
    after = get(address, If_None_Match=first["ETag"])
    assert (after.status_code, "Nytt namn" in after.content.decode()) == (200, True)


@pytest.mark.parametrize("address", [MAIN, EN])
def test_methods(get, django_assert_num_queries, address):
    got, asked = get(address), get(address, method="HEAD")
    assert (asked.status_code, asked.content, dict(asked.items())) == (200, b"", dict(got.items()))
    with django_assert_num_queries(0):
        assert get(address, method="OPTIONS").status_code == 204
    refused = get(address, method="POST")
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(("address", "language"), [(MAIN, "sv"), (SV, "sv"), (EN, "en")])
def test_it_takes_no_parameters(get, address, language):
    response = get(f"{address}?look=dark")
    assert (response.status_code, response["Content-Language"]) == (404, language)
    assert json.loads(response.content)["parameter"] == "look"
    assert get(f"{address}?utm_source=brev").content == get(address).content


def test_queries_do_not_grow(get, home, django_assert_num_queries):
    with django_assert_num_queries(4):
        get(SV)
    for number in range(3):
        make.make_conference(home, f"mer{number}", title=f"Mer {number}")
        make.make_news(home, f"kanal-{number}")
    with django_assert_num_queries(4):
        response = get(SV)
    assert len(page(response).cssselect(".frames strong")) == 4
    with django_assert_num_queries(4):
        assert get(SV, If_None_Match=response["ETag"]).status_code == 304
