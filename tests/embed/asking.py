"""How oEmbed is asked, and what stands in its answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse
from lxml import html

ROOT = "http://dvb.example"
PAGE = f"{ROOT}/digitala-v%C3%A4sterbotten-2020/"
PROGRAMME = f"{PAGE}program/"
NEWS = f"{ROOT}/nyheter-fr%C3%A5n-regionen/"
FRAMES = f"{ROOT}/dvb/v1/embed"
PROGRAMME_FRAME = f"{FRAMES}/conferences/dv2020/sv/programme/"
TRACK = "track=politiskt-ledarskap"


Answer = dict[str, object]


@pytest.fixture
def ask(get: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask about an address, with further parameters."""

    def asked(url: str = PAGE, *, method: str = "GET", if_none_match: str = "", **parameters: str) -> HttpResponse:
        headers = {"if_none_match": if_none_match} if if_none_match else {}
        return get(f"oembed?{urlencode({'url': url, **parameters})}", method=method, **headers)

    return asked


@pytest.fixture
def told(ask: Callable[..., HttpResponse]) -> Callable[..., Answer]:
    """Ask about an address of ours, and read the answer."""

    def read(url: str = PAGE, **parameters: str) -> Answer:
        response = ask(url, **parameters)
        assert response.status_code == 200, (url, response.content)
        answer: Answer = json.loads(response.content)
        return answer

    return read


def frame(answer: Answer) -> str:
    """Return the address of the frame in the HTML of an answer."""
    (found,) = _html(answer).cssselect("iframe")
    return found.get("src") or ""


def link(answer: Answer) -> tuple[str, str]:
    """Return address and words of the link that stands before the frame."""
    (found,) = _html(answer).cssselect("blockquote a")
    return found.get("href") or "", found.text_content()


def _html(answer: Answer) -> html.HtmlElement:
    return html.fragment_fromstring(str(answer["html"]), create_parent=True)
