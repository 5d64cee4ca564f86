"""A text in another language than its page says so, and the words round it are in the language of the page."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from dvb_wagtail.core.vocabulary import Kind
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from tests.front.conftest import EDITION
from tests.front.reading import links, only, parse, read, text, texts
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)
from tests.stored import put_back_as_built


@pytest.fixture
def english(conference: ConferencePage) -> Any:
    put_back_as_built(*EDITION, build_english)
    return ConferencePage.objects.get(title="Digital Västerbotten 2020")


def build_english() -> None:
    make_translation(ConferencePage.objects.get(), title="Digital Västerbotten 2020")


def test_a_session_without_a_translation_stands_in_the_main_language(
    client: Client, conference: ConferencePage, english: Any
) -> None:
    translated = make_session(conference, "Öppning")
    make_translation(translated, title="Opening")
    make_session(conference, "Tillit")
    headings = read(client, f"{english.url}program/").cssselect(".dvb-session-title")

    assert {text(heading): heading.get("lang") for heading in headings} == {"Opening": None, "Tillit": "sv"}


def test_the_words_are_those_of_the_page(client: Client, conference: ConferencePage, english: Any) -> None:
    make_session(conference, "Tillit", kind="keynote")
    kinds = {
        address: texts(read(client, f"{address}program/"), ".dvb-kind") for address in (conference.url, english.url)
    }

    assert kinds == {
        conference.url: [words("sv").kinds[Kind.KEYNOTE]],
        english.url: [words("en").kinds[Kind.KEYNOTE]],
    }
    assert read(client, english.url).get("lang") == "en"
    with translation.override("en"):
        assert gettext("Programme") in texts(read(client, english.url), "h2")


def test_an_edition_and_a_speaker_without_translations(client: Client, conference: ConferencePage) -> None:
    series = conference.get_parent().specific
    english_series = make_translation(series, title="Digital Västerbotten")
    index = make_speaker_index(series)
    make_speaker(index, "Anna Andersson")
    host = ("person", {"speaker": make_speaker(index, "Bo Berg"), "name": "", "role": "host", "title": ""})
    english = make_translation(conference, title="Digital Västerbotten 2020", hosts=[host])
    page = read(client, english.url)
    editions = read(client, english_series.url).cssselect("section[aria-labelledby=editions] h3")

    assert [heading.get("lang") for heading in editions] == [None]
    assert only(page, "section[aria-labelledby=hosts] h3").get("lang") == "sv"


def test_what_an_article_tells_of(client: Client, conference: ConferencePage) -> None:
    news = make_news(conference.get_parent().specific)
    session = make_session(conference, "Tillit")
    article = make_translation(make_article(news, about=[("page", session)]), title="Now in English")
    link = only(read(client, article.url), "section[aria-labelledby=related] a")

    assert (text(link), link.get("lang"), link.get("hreflang")) == ("Tillit", "sv", "sv")


def test_the_switch_leads_to_the_same_page(client: Client, conference: ConferencePage, english: Any) -> None:
    make_session(conference, "Tillit")
    switch = read(client, f"{english.url}program/").cssselect(".dvb-site-languages a")

    assert {link.get("hreflang"): (link.get("href"), link.get("aria-current")) for link in switch} == {
        "sv": (f"{conference.url}program/", None),
        "en": (f"{english.url}program/", "true"),
    }
    assert {link.get("lang") for link in switch} == {"sv", "en"}


@pytest.mark.usefixtures("foreign_base")
def test_a_page_in_another_language_than_the_site_round_it_says_so(english: Any) -> None:
    """As where languages have sites of their own, and no prefix in the path that would say which."""
    html = render_to_string("dvb_wagtail/conference_page.html", {"page": english})
    document = parse(html.encode())

    assert document.get("lang") == "sv"
    assert only(document, "main > .dvb").get("lang") == "en"


def test_a_speakers_sessions_in_another_language(client: Client, series: SeriesPage, conference: Any) -> None:
    speaker = make_speaker(make_speaker_index(series), "Anna Andersson")
    make_appearance(make_session(conference, "Tillit"), speaker)
    english = make_translation(speaker, title="Anna Andersson")
    document = read(client, english.url)

    assert [heading.get("lang") for heading in document.cssselect(".dvb-edition-name, .dvb-session-title")] == [
        "sv",
        "sv",
    ]
    assert links(document, ".dvb-session-title a").keys() == {"Tillit"}
