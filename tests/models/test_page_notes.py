"""What the form says of a page by itself, and what is said when it was published."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from dvb_wagtail.models.page_notes import CLASHES, KEY, PAGE, Told
from dvb_wagtail.models.page_notes import told as told_of
from tests.models.editor import edit, editor, errors
from tests.pages_factory import (
    make_article,
    make_conference,
    make_news,
    make_series,
    make_site,
    make_speaker,
    make_speaker_index,
)

pytestmark = pytest.mark.django_db

MAKERS: dict[str, Any] = {
    "series": make_series,
    "conference": make_conference,
    "news": make_news,
    "article": lambda home, **fields: make_article(make_news(home), **fields),
    "speaker": lambda home, **fields: make_speaker(make_speaker_index(home), **fields),
}


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def image() -> Any:
    return get_image_model().objects.create(title="IMG_4711.jpg", file=get_test_image_file())


def told(page: Any) -> list[tuple[str, str]]:
    with translation.override("en"):
        return [(note.severity.value, note.text) for note in page.page_notes()]


def picture(page: Any) -> tuple[str, str]:
    [fields] = page.pictures
    return fields


@pytest.mark.parametrize("kind", MAKERS)
def test_a_picture_without_words_is_told_of(home: Page, image: Any, kind: str) -> None:
    page = MAKERS[kind](home)
    assert told(page) == []
    field, alt = picture(page)
    setattr(page, field, image)
    label, own = ("Portrait", "portrait") if kind == "speaker" else ("Image", "image")
    sentence = f"{label}: who cannot see it is told nothing. Say what it shows, under “What the {own} shows”."
    assert told(page) == [("warn", sentence)]
    setattr(page, alt, "  ")
    assert told(page) == [("warn", sentence)]
    setattr(page, alt, "En sal")
    assert told(page) == []


def test_the_images_own_description_is_enough_and_its_title_is_not(home: Page, image: Any) -> None:
    article = MAKERS["article"](home, image=image)
    assert len(told(article)) == 1
    article.image.description = "En full sal"
    assert told(article) == []


def test_it_is_told_on_the_form_and_after_publishing_and_is_no_error(home: Page, image: Any) -> None:
    client: Client = editor()
    article = MAKERS["article"](home)
    response = edit(client, article, publish=True, image=str(image.pk))
    assert errors(response) == {}
    sentence = "Image: who cannot see it is told nothing. Say what it shows, under “What the image shows”."
    assert sentence in [str(message) for message in get_messages(response.wsgi_request)]
    form = html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(article.pk,))).content)
    [note] = form.cssselect("[data-dvb-notes]:not([hidden]) .help-warning")
    assert " ".join(note.text_content().split()) == sentence


def test_a_page_with_nothing_to_tell_has_no_panel_for_it(home: Page) -> None:
    form = html.fromstring(editor().get(reverse("wagtailadmin_pages:edit", args=(MAKERS["article"](home).pk,))).content)
    [panel] = form.cssselect("[data-dvb-notes]")
    assert panel.get("hidden") == "hidden"


def test_a_page_without_key_and_sessions_has_nothing_to_tell_of_them(home: Page) -> None:
    assert told_of(MAKERS["speaker"](home), (PAGE, KEY, CLASHES)) == Told((), clean=False)


def test_what_is_told_is_empty_or_not() -> None:
    assert not Told((), clean=False)
    assert Told((), clean=True)
