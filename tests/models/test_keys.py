"""Acronyms and keys: of the right form, unique over the installation, and only on the main page of an identity."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SeriesPage
from dvb_wagtail.publication.tables import PermanentCode
from tests.models.editor import add, edit, editor, errors
from tests.pages_factory import make_conference, make_news, make_series, make_site, make_translation

pytestmark = pytest.mark.django_db

DAYS = {"start_date": "2026-12-08", "end_date": "2026-12-09"}
ACRONYM_FORM = "Write 4 to 20 small letters (a to z) and digits, such as dv2026."
KEY_FORM = "Write small letters (a to z) and digits, with hyphens between words."


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.mark.parametrize("acronym", ["dv1", "DV2026", "dv-2026", "dv 2026", "västerbotten"])
def test_an_acronym_has_small_letters_and_digits(home: Page, acronym: str) -> None:
    client = editor()
    assert errors(add(client, ConferencePage, home, title="2026", slug="2026", acronym=acronym, **DAYS)) == {}
    response = edit(client, ConferencePage.objects.get(), publish=True, acronym=acronym, **DAYS)
    assert errors(response) == {"acronym": [ACRONYM_FORM]}


@pytest.mark.parametrize("model", [SeriesPage, ArticleIndexPage])
@pytest.mark.parametrize("key", ["Nyheter", "nyheter_2", "-nyheter", "nyheter--2"])
def test_a_key_has_small_letters_digits_and_single_hyphens(home: Page, model: type[Page], key: str) -> None:
    response = add(editor(), model, home, publish=True, title="Nyheter", slug="n", key=key)
    assert errors(response) == {"key": [KEY_FORM]}


def told(client: Client, page: Page) -> list[str]:
    """Return the notes on a page's form."""
    form = html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content)
    return [" ".join(note.text_content().split()) for note in form.cssselect("[data-dvb-notes] .help-block")]


def test_an_acronym_that_another_edition_has_is_told_of_a_draft_and_refused_when_it_is_published(home: Page) -> None:
    make_conference(home, "dv2020", title="Digitala Västerbotten 2020")
    client = editor()
    assert errors(add(client, ConferencePage, home, title="2026", slug="2026", acronym="dv2020")) == {}
    draft = ConferencePage.objects.get(title="2026")
    taken = "“dv2020” belongs to “Digitala Västerbotten 2020”."
    assert told(client, draft) == [f"{taken} Choose another one before you publish."]
    assert errors(edit(client, draft, publish=True, acronym="dv2020", **DAYS)) == {"acronym": [taken]}
    assert not ConferencePage.objects.get(pk=draft.pk).live
    assert errors(edit(client, draft, acronym="dv2026")) == {}
    assert told(client, draft) == []


def test_a_draft_with_a_taken_acronym_is_not_in_the_way_of_the_one_that_has_it(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    client = editor()
    assert errors(add(client, ConferencePage, home, title="2026", slug="2026", acronym="dv2020")) == {}
    assert told(client, conference) == []
    days = {"start_date": "2020-12-08", "end_date": "2020-12-09"}
    assert errors(edit(client, conference, publish=True, acronym="dv2020", **days)) == {}


def test_an_edition_keeps_its_own_acronym(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    assert errors(edit(editor(), conference, publish=True, acronym="dv2020", **DAYS)) == {}


@pytest.mark.parametrize(("model", "make"), [(SeriesPage, make_series), (ArticleIndexPage, make_news)])
def test_a_key_is_refused_only_within_its_own_kind(home: Page, model: type[Page], make: Any) -> None:
    make_news(home, "nyheter", title="Nyheterna")
    make_series(home, "serie", title="Serien")
    taken = {SeriesPage: ("serie", "Serien"), ArticleIndexPage: ("nyheter", "Nyheterna")}
    free = {SeriesPage: "nyheter", ArticleIndexPage: "serie"}
    key, title = taken[model]
    client = editor()
    assert errors(add(client, model, home, title="Ny", slug="ny", key=key)) == {}
    draft = model.objects.get(title="Ny")
    assert told(client, draft) == [f"“{key}” belongs to “{title}”. Choose another one before you publish."]
    assert errors(edit(client, draft, publish=True, key=key)) == {"key": [f"“{key}” belongs to “{title}”."]}
    assert errors(edit(editor("en", "UTC"), make(home, "annan"), publish=True, key=free[model])) == {}


def test_an_acronym_that_has_stood_in_addresses_is_refused_for_ever(home: Page) -> None:
    PermanentCode.objects.create(kind="acronym", code="dv2018", identity=uuid.uuid4(), current=False)
    PermanentCode.objects.create(kind="series", code="dv2026", identity=uuid.uuid4())
    client = editor()
    message = "“dv2018” has stood in addresses of another page, which answer for ever."
    fields = {"title": "2026", "slug": "2026"}
    assert errors(add(client, ConferencePage, home, publish=True, **fields, acronym="dv2018", **DAYS)) == {
        "acronym": [message]
    }
    assert errors(add(client, ConferencePage, home, **fields, acronym="dv2018")) == {}
    draft = ConferencePage.objects.get()
    assert told(client, draft) == [f"{message} Choose another one before you publish."]
    assert errors(edit(client, draft, publish=True, acronym="dv2026", **DAYS)) == {}


def test_a_former_acronym_of_its_own_is_free_to_an_edition(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    PermanentCode.objects.create(kind="acronym", code="dv20", identity=conference.translation_key, current=False)
    assert errors(edit(editor(), conference, publish=True, acronym="dv20", **DAYS)) == {}


def test_an_alias_holds_no_acronym(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    conference.create_alias(parent=home, update_slug="spegel")
    response = edit(editor(), conference, publish=True, acronym="dv2020", **DAYS)
    assert errors(response) == {}


def test_a_translation_shows_the_main_pages_acronym_and_stores_none(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    translation = make_translation(conference, title="In English")
    assert translation.acronym == ""
    client = editor()
    form = client.get(reverse("wagtailadmin_pages:edit", args=(translation.pk,))).context["form"]
    field = form["acronym"]
    assert (field.value(), field.field.disabled) == ("dv2020", True)
    assert field.field.help_text == "Set on the main page, in Swedish."
    days = {"start_date": "2020-12-08", "end_date": "2020-12-09"}
    assert errors(edit(client, translation, publish=True, acronym="another", **days)) == {}
    stored = ConferencePage.objects.get(pk=translation.pk)
    assert (stored.acronym, stored.live, stored.title) == ("", True, "In English")


def test_a_translation_of_a_series_or_channel_needs_no_key(home: Page) -> None:
    client = editor()
    for page in (make_series(home), make_news(home)):
        translation = make_translation(page, title="In English")
        assert errors(edit(client, translation, publish=True)) == {}
        assert type(page).objects.get(pk=translation.pk).key == ""


def test_the_form_warns_that_addresses_depend_on_it(home: Page) -> None:
    conference = make_conference(home)
    response = editor().get(reverse("wagtailadmin_pages:edit", args=(conference.pk,)))
    assert "do not change it once people subscribe" in response.content.decode()


def test_a_copy_has_neither_acronym_nor_release(home: Page) -> None:
    conference = make_conference(home, "dv2020", programme_released=True, participants=280)
    copy = conference.copy(keep_live=False, update_attrs={"slug": "kopia", "title": "Kopia"})
    for each in (copy, copy.get_latest_revision_as_object()):
        assert (each.acronym, each.programme_released, each.participants) == ("", False, 280)
    assert copy.translation_key != conference.translation_key
    response = edit(editor(), copy, publish=True, acronym="dv2020", **DAYS)
    assert errors(response) == {"acronym": [f"“dv2020” belongs to “{conference.title}”."]}


def test_a_series_is_copied_without_its_key_and_live_as_it_is(home: Page) -> None:
    series = make_series(home)
    conference = make_conference(series)
    copy = SeriesPage.objects.get().copy(recursive=True, update_attrs={"slug": "kopia"})
    assert (copy.key, copy.live) == ("", True)
    edition = ConferencePage.objects.child_of(copy).get()
    assert (edition.acronym, edition.live, edition.start_date) == ("", True, conference.start_date)


def test_a_live_copy_of_an_edition_gets_its_acronym_before_it_is_published_again(home: Page) -> None:
    copy = make_conference(home, "dv2020").copy(update_attrs={"slug": "kopia"})
    assert (copy.acronym, copy.live) == ("", True)
    days = {"start_date": "2020-12-08", "end_date": "2020-12-09"}
    assert errors(edit(editor(), copy, publish=True, **days)) == {"acronym": ["This field is required."]}


def test_an_alias_in_another_language_is_made_and_follows(home: Page) -> None:
    conference = make_conference(home, "dv2020")
    alias = conference.create_alias(parent=home, update_slug="spegel")
    conference.start_date = date(2020, 12, 7)
    conference.save_revision().publish()
    alias = ConferencePage.objects.get(pk=alias.pk)
    assert (alias.start_date, alias.acronym) == (date(2020, 12, 7), "dv2020")
