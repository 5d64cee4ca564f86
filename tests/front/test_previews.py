"""Previews: a draft is drawn as it would be, though no index knows it, and half filled as editors leave it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext
from wagtail.models import Page

from dvb_wagtail.core.vocabulary import Notice
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import (
    Appearance,
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests.front.reading import links, only, preview, read, text, texts
from tests.front.rules import broken_rules
from tests.pages_factory import make_session, make_speaker, make_speaker_index

TYPES = (SeriesPage, ConferencePage, SessionPage, SpeakerIndexPage, SpeakerPage, ArticleIndexPage, ArticlePage)


@pytest.mark.parametrize("model", TYPES)
def test_a_draft_of_which_there_is_only_the_title(conference: ConferencePage, model: Any) -> None:
    page = model(title="Bara en rubrik", live=False)
    Page.objects.get(pk=conference.pk).add_child(instance=page)
    document = preview(page)

    assert text(only(document, "h1")) == "Bara en rubrik"
    assert broken_rules(document) == []
    assert document.cssselect("head link[rel=canonical], head link[type]") == []


@pytest.mark.parametrize("model", TYPES)
def test_a_page_that_was_never_saved(conference: ConferencePage, model: Any) -> None:
    """As Wagtail previews a page while it is being made: with a place in the tree, and no row."""
    page = model(title="Bara en rubrik", slug="bara-en-rubrik")
    page.depth = conference.depth + 1
    page.path = Page._get_children_path_interval(conference.path)[1]
    page.set_url_path(conference)
    page.minimal_clean()

    assert text(only(preview(page), "h1")) == "Bara en rubrik"


def test_a_session_shows_its_changes_and_the_public_does_not(client: Client, conference: ConferencePage) -> None:
    speaker = make_speaker(make_speaker_index(conference.get_parent().specific), "Anna Andersson")
    session = SessionPage.objects.get(pk=make_session(conference, "Offentlig rubrik", room="sal-a").pk)
    session.title, session.room, session.status, session.status_reason = "Ny rubrik", "sal-b", "cancelled", "Sjuk."
    session.appearances.add(Appearance(speaker=speaker, role="speaker"), Appearance(name="Bo Berg", role="host"))
    session.save_revision()
    draft, public = preview(session.get_latest_revision_as_object()), read(client, session.url)

    assert [text(only(page, "h1")) for page in (draft, public)] == ["Ny rubrik", "Offentlig rubrik"]
    assert [texts(page, ".dvb-facts dd")[1].split(",")[0] for page in (draft, public)] == ["Sal B", "Sal A"]
    assert texts(draft, ".dvb-appearances h3") == ["Anna Andersson", "Bo Berg"]
    assert text(only(draft, ".dvb-notice")) == f"{words('sv').notices[Notice.CANCELLED]}. Sjuk."
    assert public.cssselect(".dvb-appearances, .dvb-notice") == []


def test_a_session_of_an_edition_that_is_itself_a_draft(series: SeriesPage) -> None:
    room = {"name": "Sal A", "code": "sal-a"}
    conference = ConferencePage(
        title="Nästa år", live=False, venues=[("venue", {"name": "Huset", "code": "huset", "rooms": [room]})]
    )
    Page.objects.get(pk=series.pk).add_child(instance=conference)
    session = SessionPage(title="Öppning", live=False, room="sal-a")
    conference.add_child(instance=session)

    assert texts(preview(session), ".dvb-facts dd")[1] == "Sal A, Huset"


def test_a_session_that_is_in_no_edition(home: Page) -> None:
    session = SessionPage(title="Vilse", live=False)
    home.add_child(instance=session)
    document = preview(session)

    assert document.cssselect(".dvb-back, .dvb-actions") == []
    assert gettext("Day not decided yet") in texts(document, ".dvb-facts dd")


def test_an_edition_shows_its_changes(client: Client, conference: ConferencePage) -> None:
    page = ConferencePage.objects.get(pk=conference.pk)
    page.status, page.status_reason = "postponed", "Vi väntar."
    page.save_revision()

    assert "Vi väntar." in text(only(preview(page.get_latest_revision_as_object()), ".dvb-banner"))
    assert read(client, page.url).cssselect(".dvb-banner") == []


def test_an_article_shows_what_it_will_tell_of(conference: ConferencePage) -> None:
    article = ArticlePage(title="Snart", live=False, about=[("page", conference)])
    Page.objects.get(pk=conference.pk).add_child(instance=article)

    assert links(preview(article), "section[aria-labelledby=related] a") == {conference.title: conference.url}
