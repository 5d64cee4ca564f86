"""What was ever handed out to be pasted keeps working, and a change of what is handed out is seen.

Never change a file in `snippets/`, only add: somebody has pasted it. Where a test says that today's snippet is another
one, add that as a new file and name it in WRITTEN instead of the old one, which stays in its folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html
from lxml.html import HtmlElement
from wagtail.embeds.finders.oembed import OEmbedFinder

from dvb_wagtail.core.frames import FrameKind, FrameOptions, Look
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.host_snippets import iframe, oembed_html, wagtail_finders
from dvb_wagtail.pages.models import ArticleIndexPage, SessionPage
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.publication import records
from tests.delivery.editing import code_of
from tests.embed.asking import ROOT, frame, link
from tests.embed.reading import page, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sessions", "news")]

SNIPPETS = Path(__file__).parent / "snippets"
HOST = "https://konferens.example"
FRAMES = f"{ROOT}/dvb/v1/embed/"

PASTED = sorted(SNIPPETS.glob("*/*.html"))
SETTINGS = sorted(SNIPPETS.glob("*/wagtail*.txt"))
ADDRESSES = sorted(SNIPPETS.glob("*/address*.txt"))

RETITLED = {
    "Prenumerera: Digitala Västerbotten 2020: program": "Prenumerera på Digitala Västerbotten 2020: program",
    "Digitala Västerbotten 2020: onsdag 9 december 2020 · Politiskt ledarskap": (
        "Digitala Västerbotten 2020: onsdag 9 december · Politiskt ledarskap"
    ),
}
"""What a frame is called now that was pasted under another title."""

Handed = Callable[[Path], str]


def name_of(path: Path) -> str:
    return str(path.relative_to(SNIPPETS))


@pytest.fixture
def handed(sessions: dict[str, SessionPage]) -> Handed:
    """Read a file as if it had been handed out by the site of the tests."""
    code = code_of(sessions["Keynote"])

    def read(path: Path) -> str:
        return path.read_text(encoding="utf-8").rstrip("\n").replace(HOST, ROOT).replace("CODE", code)

    return read


def visit(client: Client, address: str) -> tuple[HttpResponse, HtmlElement]:
    """Ask for an absolute address on the site of the tests."""
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == ROOT
    response: Any = client.get(f"{parts.path}?{parts.query}", headers={"host": parts.netloc})
    assert response.status_code == 200, address
    return response, page(response)


def about(found: HtmlElement) -> str:
    """Return the title that a frame or page has: its first heading, of whatever level."""
    return texts(found, "h1, h2, h3, h4")[0]


# ---- what was pasted once works


@pytest.mark.parametrize("path", PASTED, ids=name_of)
def test_html_that_was_pasted_shows_its_frame(client: Client, handed: Handed, path: Path) -> None:
    (pasted,) = html.fragment_fromstring(handed(path), create_parent=True).cssselect("iframe")
    response, found = visit(client, pasted.get("src", ""))
    assert about(found) == RETITLED.get(pasted.get("title", ""), pasted.get("title"))
    assert response["Content-Security-Policy"].endswith("frame-ancestors *")
    assert "X-Frame-Options" not in response
    assert not response.cookies


@pytest.mark.parametrize("path", PASTED, ids=name_of)
def test_html_that_was_pasted_links_to_a_page_on_the_same(client: Client, handed: Handed, path: Path) -> None:
    (pasted,) = html.fragment_fromstring(handed(path), create_parent=True).cssselect("a")
    _response, found = visit(client, pasted.get("href", ""))
    # Before the name of a selection, which not every page repeats.
    what = pasted.text_content().removeprefix("Prenumerera: ").removeprefix("Prenumerera på ").partition(":")[0]
    assert what in " ".join(texts(found, "title, h1"))


@pytest.mark.parametrize("path", ADDRESSES, ids=name_of)
def test_an_address_that_was_pasted_alone_becomes_a_frame(
    client: Client, told: Callable[..., dict[str, object]], handed: Handed, path: Path
) -> None:
    for address in handed(path).splitlines():
        visit(client, address)
        answer = told(address)
        assert frame(answer).startswith(FRAMES)
        assert not address.startswith(FRAMES) or frame(answer) == address
        response, found = visit(client, frame(answer))
        assert about(found) == answer["title"] == link(answer)[1]
        assert response["Content-Security-Policy"].endswith("frame-ancestors *")


@pytest.mark.parametrize("path", SETTINGS, ids=name_of)
def test_a_setting_that_was_pasted_asks_us(client: Client, handed: Handed, path: Path) -> None:
    # Read for the host that it was made for: the name of the host stands in a regular expression.
    names: dict[str, Any] = {}
    exec(path.read_text(encoding="utf-8"), names)  # noqa: S102
    ours = dict(names["WAGTAILEMBEDS_FINDERS"][0])
    assert ours.pop("class") == "wagtail.embeds.finders.oembed"
    finder = OEmbedFinder(**ours)
    endpoint = ours["providers"][0]["endpoint"].removeprefix(HOST)
    for address in (SNIPPETS / "v1/addresses.txt").read_text(encoding="utf-8").splitlines():
        assert finder.accept(address)
    for file in ADDRESSES:
        for address in handed(file).splitlines():
            answer = client.get(endpoint, {"url": address, "format": "json"}).json()
            assert (answer["type"], frame(answer).startswith(FRAMES)) == ("rich", True)


# ---- what is handed out today


def programme(scope: Scope = Scope(), options: FrameOptions = FrameOptions()) -> Embeddable:  # noqa: B008
    return embeddable.programme(_edition(), words("sv"), scope, options)


def subscribe() -> Embeddable:
    return embeddable.subscribe(_edition(), words("sv"))


def session() -> Embeddable:
    found = records.session_of(SessionPage.objects.get(title="Keynote").translation_key)
    assert found is not None
    return embeddable.session(*found, words("sv"))


def news(tag: str = "", options: FrameOptions = FrameOptions()) -> Embeddable:  # noqa: B008
    record = records.news_of(ArticleIndexPage.objects.get().translation_key)
    assert record is not None
    articles = tuple(records.articles(record, "sv", tag))
    return embeddable.news(record, words("sv"), tag, options, articles)


def _edition() -> records.ConferenceRecord:
    found = records.session_of(SessionPage.objects.get(title="Keynote").translation_key)
    assert found is not None
    return found[0]


def selected() -> Embeddable:
    scope = Scope.of({Facet.DAY: ("2020-12-09",), Facet.TRACK: ("politiskt-ledarskap",)})
    return programme(scope, FrameOptions(look=Look.DARK, heading=2, filters=False))


def tagged() -> Embeddable:
    return news("program", FrameOptions(look=Look.AUTO, heading=3, title=False, limit=3))


def oembed(shown: Embeddable) -> str:
    usual = shown.embed()
    return oembed_html(usual, 640, usual.height)


def setting() -> str:
    return wagtail_finders(addresses.oembed(root_url=HOST), f"{HOST}/en-sida/")


def pages_and_frames() -> str:
    everything = (programme(), selected(), session(), subscribe(), news(), tagged())
    return "\n".join(dict.fromkeys(address for each in everything for address in (each.url, each.address)))


WRITTEN: dict[str, Callable[[], str]] = {
    "v1/programme.html": lambda: iframe(programme().embed()),
    "v1/programme-selected-2.html": lambda: iframe(selected().embed(900)),
    "v1/session.html": lambda: iframe(session().embed()),
    "v1/subscribe-2.html": lambda: iframe(subscribe().embed()),
    "v1/news.html": lambda: iframe(news().embed()),
    "v1/news-tagged.html": lambda: iframe(tagged().embed(450)),
    "v1/oembed-programme.html": lambda: oembed(programme()),
    "v1/oembed-session.html": lambda: oembed(session()),
    "v1/oembed-news.html": lambda: oembed(news()),
    "v1/wagtail-setting.txt": setting,
    "v1/addresses.txt": pages_and_frames,
}
"""The newest file of each kind, and what gives it."""


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_handed_out_today_is_on_file(sessions: dict[str, SessionPage], name: str) -> None:
    written = WRITTEN[name]().replace(ROOT, HOST).replace(code_of(sessions["Keynote"]), "CODE")
    assert f"{written}\n" == (SNIPPETS / name).read_text(encoding="utf-8")


def test_every_kind_of_frame_is_on_file() -> None:
    kept = "".join(path.read_text(encoding="utf-8") for path in PASTED)
    found = set(re.findall(r"/v1/embed/\S*?/sv/(?:(programme|subscribe|session)s?/)?", kept))
    assert found == {kind.value for kind in FrameKind if kind is not FrameKind.NEWS} | {""}
    assert len(PASTED) + len(SETTINGS) + len(ADDRESSES) >= len(WRITTEN) == 11
