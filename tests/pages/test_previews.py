"""Wagtail's preview of each page type, from the first keystroke on: a title and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests.models.editor import appearances, editor, form_data
from tests.pages_factory import make_conference, make_news, make_site, make_speaker_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return make_site().root_page


def parent_of(model: type[Page], home: Page) -> Page:
    parents: dict[Any, Any] = {SessionPage: make_conference, SpeakerPage: make_speaker_index, ArticlePage: make_news}
    return parents[model](home) if model in parents else home


@pytest.mark.parametrize(
    "model", [SeriesPage, ConferencePage, SessionPage, SpeakerIndexPage, SpeakerPage, ArticleIndexPage, ArticlePage]
)
def test_a_page_of_a_title_alone_can_be_looked_at(home: Page, model: type[Page]) -> None:
    parent = parent_of(model, home)
    address = reverse("wagtailadmin_pages:preview_on_add", args=("dvb_pages", model._meta.model_name, parent.pk))
    client = editor()
    answer = client.post(address, form_data(model, title="Provtitel", slug="provtitel"))
    assert answer.json()["is_valid"]
    response = client.get(address)
    assert response.status_code == 200
    page = html.fromstring(response.content)
    assert [" ".join(each.text_content().split()) for each in page.iter("h1")] == ["Provtitel"]


def test_a_session_is_shown_as_it_would_become(home: Page) -> None:
    conference = make_conference(home, venues=[("venue", {"name": "Huset", "rooms": [{"name": "Stora salen"}]})])
    address = reverse("wagtailadmin_pages:preview_on_add", args=("dvb_pages", "sessionpage", conference.pk))
    fields = {"day": "2020-12-08", "start": "13:00", "end": "14:00", "room": "stora-salen", "abstract": "Om etik."}
    data = form_data(
        SessionPage, title="Keynote", slug="keynote", **fields, appearances=appearances({"name": "Anna Andersson"})
    )
    client = editor()
    assert client.post(address, data).json()["is_valid"]
    shown = " ".join(html.fromstring(client.get(address).content).text_content().split())
    assert [
        text for text in ("Keynote", "13.00", "Stora salen", "Om etik.", "Anna Andersson") if text not in shown
    ] == []
