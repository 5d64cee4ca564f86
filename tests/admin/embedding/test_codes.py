"""QR codes: what they hold, on the page and in the file."""

from __future__ import annotations

import re
from typing import Any

import pytest
import segno
from django.test import Client
from django.urls import reverse
from lxml import etree, html
from wagtail.models import Page

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.testing import publish
from tests.admin.embedding.asking import ROOT, asked, words

pytestmark = pytest.mark.django_db

PAGE = f"{ROOT}/%C3%A5rets-konferens/program/"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: Any) -> set[tuple[int, int]]:
    """Return the dark modules of a code: the strokes of its path, by column and row, without the white edge."""
    [path] = [each for each in svg.iter("path", f"{SVG}path") if each.get("stroke")]
    dark, column, row = set(), 0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path.get("d")):
        if command == "h":
            dark |= {(column + step, int(row)) for step in range(int(numbers))}
            column += int(numbers)
        else:
            across, down = (float(number) for number in numbers.split())
            column, row = (int(across), down) if command == "M" else (column + int(across), row + down)
    return {(column - 4, row - 4) for column, row in dark}


def code_of(address: str) -> set[tuple[int, int]]:
    rows = segno.make_qr(address, error="m").matrix
    return {(column, row) for row, cells in enumerate(rows) for column, dark in enumerate(cells) if dark}


def codes(document: Any) -> dict[str, tuple[str, Any]]:
    """Return the address that stands below each code, and the code, by the name of its file."""
    return {
        figure.cssselect("a")[0].get("href").partition("?")[0].rpartition("/")[2]: (
            words(figure.cssselect(".dvb-address")[0]),
            figure.cssselect("svg")[0],
        )
        for figure in document.cssselect("figure.dvb-code")
    }


def test_it_leads_to_the_page(admin: Client, conference: ConferencePage) -> None:
    found = codes(asked(admin, conference, system="html", day="2020-12-08"))
    [(name, (address, svg))] = found.items()
    assert (name, address) == ("page.svg", f"{PAGE}?day=2020-12-08")
    assert drawn(svg) == code_of(address)
    assert drawn(svg) != code_of(PAGE)


def test_of_a_session_and_of_news(admin: Client, session: SessionPage, news: ArticleIndexPage) -> None:
    for page, address in ((session, f"{ROOT}/%C3%A5rets-konferens/makten/"), (news, f"{ROOT}/nyheter/")):
        [(said, svg)] = codes(asked(admin, page, system="feeds")).values()
        assert said == address
        assert drawn(svg) == code_of(address)


def test_for_a_calendar_it_leads_there_and_to_the_ways(admin: Client, conference: ConferencePage) -> None:
    found = codes(asked(admin, conference, system="calendar"))
    calendar = "webcal://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics"
    assert {name: address for name, (address, _svg) in found.items()} == {
        "calendar.svg": calendar,
        "page.svg": f"{PAGE}#subscribe-ways",
    }
    assert drawn(found["calendar.svg"][1]) == code_of(calendar)


def test_the_ways_to_subscribe_are_on_the_page(conference: ConferencePage) -> None:
    page = html.fromstring(Client().get(PAGE.removeprefix(ROOT), headers={"host": "dvb.example"}, secure=True).content)
    assert page.cssselect("#subscribe-ways")


def test_for_a_session_in_a_calendar_it_leads_to_the_file(admin: Client, session: SessionPage, code: str) -> None:
    found = codes(asked(admin, session, system="calendar"))
    assert found["calendar.svg"][0] == f"{ROOT}/dvb/v1/conferences/dv2020/sv/sessions/{code}.ics"


@pytest.mark.parametrize("system", ["html", "calendar", "feeds"])
def test_the_file_is_the_code_that_is_shown(admin: Client, conference: ConferencePage, system: str) -> None:
    document = asked(admin, conference, system=system, track="politik")
    for figure in document.cssselect("figure.dvb-code"):
        link = figure.cssselect("a")[0].get("href")
        response = admin.get(link)
        name = link.partition("?")[0].rpartition("/")[2]
        assert response["Content-Type"] == "image/svg+xml"
        assert response["Content-Disposition"].startswith("attachment; ")
        assert name in response["Content-Disposition"]
        svg = etree.fromstring(response.content)
        assert svg.tag == f"{SVG}svg"
        assert drawn(svg) == drawn(figure.cssselect("svg")[0])
        assert svg.findtext(f"{SVG}title") == "Årets konferens: Politik"


def test_its_title_is_text(admin: Client, home: Page, conference: ConferencePage) -> None:
    conference.title = "</title><script>alert(1)</script>"
    publish(conference)
    response = admin.get(reverse("dvb_embed_qr", args=[conference.pk, "page"]), {"system": "html"})
    svg = etree.fromstring(response.content)
    assert [each.tag for each in svg.iter() if "script" in each.tag] == []
    assert svg.findtext(f"{SVG}title").startswith("</title><script>")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("calendar", {"system": "html"}),
        ("nope", {"system": "html"}),
        ("page", {}),
        ("page", {"system": "html", "height": "abc"}),
        ("page", {"system": "html", "track": "nope"}),
    ],
)
def test_there_is_no_file_of_what_is_not_answered(
    admin: Client, conference: ConferencePage, name: str, query: dict[str, str]
) -> None:
    assert admin.get(reverse("dvb_embed_qr", args=[conference.pk, name]), query).status_code == 404


def test_other_pages_have_no_file(admin: Client, home: Page) -> None:
    assert admin.get(reverse("dvb_embed_qr", args=[home.pk, "page"]), {"system": "html"}).status_code == 404
