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
from wagtail.models import Locale, Page

from dvb_wagtail.models.page_notes import CLASHES, KEY, PAGE, Told
from dvb_wagtail.models.page_notes import told as told_of
from tests.delivery.editing import make_private
from tests.models.editor import edit, editor, errors
from tests.pages_factory import (
    make_article,
    make_conference,
    make_news,
    make_series,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
    make_translation,
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


@pytest.mark.parametrize("taken_back", ["the main page", "the translation"])
def test_who_takes_back_a_page_hears_where_it_is_still_public(home: Page, taken_back: str) -> None:
    main = MAKERS["conference"](home)
    english = make_translation(main)
    page, other, language = (main, english, "English") if taken_back == "the main page" else (english, main, "Swedish")
    client = editor()
    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    sentence = (
        f"This page is taken back, but in {language} it is published still, so that it stands in lists, calendars and "
        "feeds as before. Is it to be gone? Unpublish it there, too."
    )
    assert sentence in [str(message) for message in get_messages(answer.wsgi_request)]
    form = html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content)
    [link] = form.cssselect("[data-dvb-notes] .help-warning a")
    assert link.get("href") == reverse("wagtailadmin_pages:edit", args=[other.pk])

    client.post(reverse("wagtailadmin_pages:unpublish", args=[other.pk]))
    for each in (page, other):
        assert all(severity != "warn" for severity, _text in told(type(each).objects.get(pk=each.pk)))


def test_who_makes_a_page_private_hears_where_it_is_still_public(home: Page) -> None:
    main = MAKERS["conference"](home)
    english = make_translation(main)
    below = [make_session(main, "Ett samtal")]
    below.append(make_translation(below[0]))
    sentence = "This page is private, but in English it is public still"

    def warned(page: Page) -> list[str]:
        return [text for severity, text in told(type(page).objects.get(pk=page.pk)) if text.startswith(sentence)]

    assert not any(warned(page) for page in (main, english, *below))
    make_private(main)
    assert [len(warned(page)) for page in (main, english, *below)] == [1, 0, 1, 0]
    make_private(english)
    assert not any(warned(page) for page in (main, english, *below))


@pytest.mark.parametrize("alias", [False, True], ids=["draft", "mirror"])
def test_a_draft_is_no_reason_to_warn_nor_a_mirror_which_goes_with_the_page(home: Page, *, alias: bool) -> None:
    main = MAKERS["conference"](home)
    english, _created = Locale.objects.get_or_create(language_code="en")
    other = main.copy_for_translation(english, copy_parents=True, alias=alias)
    assert other.live is alias
    answer = editor().post(reverse("wagtailadmin_pages:unpublish", args=[main.pk]))
    assert not main.get_translations().live().exists()
    assert not any("is taken back" in str(message) for message in get_messages(answer.wsgi_request))


def test_a_page_with_nothing_to_tell_has_no_panel_for_it(home: Page) -> None:
    form = html.fromstring(editor().get(reverse("wagtailadmin_pages:edit", args=(MAKERS["article"](home).pk,))).content)
    [panel] = form.cssselect("[data-dvb-notes]")
    assert panel.get("hidden") == "hidden"


def test_a_page_without_key_and_sessions_has_nothing_to_tell_of_them(home: Page) -> None:
    assert told_of(MAKERS["speaker"](home), (PAGE, KEY, CLASHES)) == Told((), clean=False)


def test_what_is_told_is_empty_or_not() -> None:
    assert not Told((), clean=False)
    assert Told((), clean=True)
