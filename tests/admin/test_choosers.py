"""The chooser of speakers opens at the list of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import SpeakerIndexPage
from tests.models.editor import editor
from tests.pages_factory import (
    make_appearance,
    make_conference,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
    make_translation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def client() -> Client:
    return editor()


def opened(client: Client, language: str = "sv", at: int | None = None) -> list[str]:
    """Return the titles that the chooser shows, the page that it is opened at first, without their languages."""
    address = reverse("dvb_choose_speaker") + (f"{at}/" if at else "")
    answer = client.get(address, {"page_type": "dvb_pages.speakerpage", "locale": language})
    table = html.fromstring(answer.json()["html"])
    titles = [" ".join(cell.text_content().split()) for cell in table.cssselect("td.title")]
    return [title.removesuffix(" Svenska") for title in titles]


def test_it_opens_at_the_list_in_the_language_of_the_page(client: Client, home: Page) -> None:
    index = make_speaker_index(home)
    anna = make_speaker(index, "Anna Andersson")
    make_translation(index, title="Speakers")
    make_translation(anna, title="Anna in English")
    assert opened(client, "sv") == ["Talare", "Anna Andersson"]
    assert opened(client, "en") == ["Speakers", "Anna in English"]


def test_a_list_in_another_language_is_better_than_none(client: Client, home: Page) -> None:
    make_speaker(make_speaker_index(home), "Anna Andersson")
    assert opened(client, "en") == ["Talare", "Anna Andersson"]


def test_a_mirror_is_no_other_list(client: Client, home: Page) -> None:
    index = make_speaker_index(home)
    make_speaker(index, "Anna Andersson")
    SpeakerIndexPage.objects.get(pk=index.pk).create_alias(recursive=True, parent=home, update_slug="spegel")
    assert opened(client) == ["Talare", "Anna Andersson"]


def test_of_several_lists_none_is_guessed(client: Client, home: Page) -> None:
    for title in ("Talare", "Andra talare"):
        make_speaker(make_speaker_index(home, title=title), f"En av {title}")
    assert opened(client) == [home.title, "Talare", "Andra talare"]


def test_it_goes_where_one_goes_in_it(client: Client, home: Page) -> None:
    make_speaker(make_speaker_index(home))
    assert opened(client, at=home.pk)[0] == home.title


@pytest.mark.parametrize("kind", ["sessionpage", "conferencepage"])
def test_people_and_hosts_are_chosen_in_it(client: Client, home: Page, kind: str) -> None:
    anna = make_speaker(make_speaker_index(home), "Anna Andersson")
    conference = make_conference(home, hosts=[("person", {"speaker": anna, "role": "host"})])
    session = make_appearance(make_session(conference), anna)
    page: Any = {"sessionpage": session, "conferencepage": conference}[kind]
    form = client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    assert reverse("dvb_choose_speaker") in form
