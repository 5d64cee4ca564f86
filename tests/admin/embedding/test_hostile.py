"""What editors write reaches the builder as text, and the snippets as what they are elsewhere."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.formats.host_snippets import Embed, iframe
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.admin.embedding.asking import FRAMES, ROOT, asked, copies, labels, offered, preview, words
from tests.pages_factory import make_article, make_conference, make_news, make_session

pytestmark = pytest.mark.django_db

HOSTILE = "\"><script>alert('1')</script></textarea></title></iframe>&amp;{{ 7|add:7 }}%(title)s%"


@pytest.fixture
def hostile(home: Page) -> ConferencePage:
    page = make_conference(home, title=HOSTILE, slug="elak", tracks=[("track", {"name": HOSTILE, "code": "elakt"})])
    make_session(page, HOSTILE, slug="elak", track="elakt")
    make_session(page, "Snäll", start=time(15), end=time(16))
    return ConferencePage.objects.get(pk=page.pk)


def scripts(document: Any) -> list[str]:
    return [script.text or "" for script in document.iter("script") if "alert('1')" in (script.text or "")]


@pytest.mark.parametrize(
    "system", ["municipio", "wordpress", "sitevision", "wagtail", "drupal", "html", "calendar", "feeds"]
)
def test_a_title_is_text_everywhere(admin: Client, hostile: ConferencePage, system: str) -> None:
    document = asked(admin, hostile, system=system, track="elakt")
    assert scripts(document) == []
    assert len(document.cssselect("iframe")) == 1
    title = f"{HOSTILE}: {HOSTILE}"
    assert preview(document).get("title").endswith(title)
    found = copies(document)
    assert f"”{title}”" in found["letter"] or f"“{title}”" in found["letter"]
    assert not any("14" in label for label in labels(document).values())
    if system in ("municipio", "sitevision"):
        assert found["title"] == title


def test_the_html_that_is_shown_is_the_html_that_is_pasted(admin: Client, hostile: ConferencePage) -> None:
    shown = copies(asked(admin, hostile, system="html", track="elakt"))["html"]
    embed = Embed(
        f"{FRAMES}/conferences/dv2020/sv/programme/?track=elakt",
        f"{HOSTILE}: {HOSTILE}",
        700,
        f"{ROOT}/elak/program/?track=elakt",
        "sv",
    )
    assert shown == iframe(embed)
    [frame, paragraph] = html.fragments_fromstring(shown)
    assert (frame.get("title"), words(paragraph)) == (embed.title, " ".join(embed.title.split()))


def test_a_choice_is_text(admin: Client, hostile: ConferencePage) -> None:
    assert offered(asked(admin, hostile), "track") == {"elakt": HOSTILE}


def test_a_session_and_a_tag_are_text(admin: Client, home: Page, hostile: ConferencePage) -> None:
    session = SessionPage.objects.get(title=HOSTILE)
    document = asked(admin, session, system="sitevision")
    assert (scripts(document), copies(document)["title"]) == ([], HOSTILE)
    news = make_news(home, title=HOSTILE, slug="elaka-nyheter")
    make_article(news, "En", tags=("</option><script>alert('1')</script>",))
    document = asked(admin, news, system="feeds")
    assert scripts(document) == []
    assert "</option><script>alert('1')</script>" in offered(document, "tag").values()


def test_a_refusal_is_text(admin: Client, hostile: ConferencePage) -> None:
    hostile.unpublish()
    document = asked(admin, SessionPage.objects.get(title=HOSTILE))
    assert scripts(document) == []


def test_what_the_query_brings_is_text(admin: Client, hostile: ConferencePage) -> None:
    evil = "\"'><script>alert('1')</script>"
    for name in ("system", "what", "lang", "track", "room", "day", "look", "height", "usual", "x"):
        document = asked(admin, hostile, **{"system": "html"} | {name: evil})
        assert scripts(document) == []


def test_the_query_is_handed_on_to_the_file_of_a_code_as_it_is(admin: Client, hostile: ConferencePage) -> None:
    document = asked(admin, hostile, system="html", track="elakt", utm_source='"><script>')
    [link] = document.cssselect("figure a")
    assert link.get("href").startswith(reverse("dvb_embed_qr", args=[hostile.pk, "page"]) + "?system=html&track=elakt")
    assert admin.get(link.get("href")).status_code == 200
