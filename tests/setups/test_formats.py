"""Every registered format of an edition, a series and a channel is read by somebody else's parser."""

from __future__ import annotations

import json

import feedparser
import html5lib
import icalendar
import pytest
from django.http import HttpResponse
from lxml import etree

from tests.setups import serve
from tests.setups.build import LANGUAGES, NAMES

pytestmark = [pytest.mark.setup, pytest.mark.usefixtures("site")]


def read(answer: HttpResponse) -> None:
    """Parse a document as its media type says. Raises what the parser raises, and ValueError for an unknown one."""
    kind = answer["Content-Type"].partition(";")[0]
    match kind.rpartition("/")[2].rpartition("+")[2]:
        case "calendar":
            assert icalendar.Calendar.from_ical(answer.content).errors == []
        case "json":
            assert json.loads(answer.content)
        case "xml" if kind in ("application/rss+xml", "application/atom+xml"):
            assert feedparser.parse(answer.content).bozo is False
        case "xml":
            etree.fromstring(answer.content)
        case "html":
            html5lib.HTMLParser(strict=True).parse(answer.content)
        case _:
            raise ValueError(f"no parser for {kind}")


@pytest.mark.parametrize("name", NAMES)
def test_every_document_of_a_site_is_read(name):
    answers = serve.documents(name)
    for address, answer in answers.items():
        assert answer.status_code == (400 if address.endswith("/oembed") else 200), address
        read(answer)
    assert len(answers) > 30 * len(LANGUAGES)


def test_a_calendar_has_what_editors_wrote_and_the_right_zone():
    for name in NAMES:
        answer = serve.get(f"{serve.mount(name)}conferences/{name}2020/{LANGUAGES[0]}/programme.ics")
        events = {str(each["SUMMARY"]): each for each in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}
        opening = events[f"Öppning {name}"]
        assert opening.decoded("DTSTART").isoformat() == "2020-12-08T13:00:00+01:00"
        assert str(opening["LOCATION"]).startswith("Sal A")
