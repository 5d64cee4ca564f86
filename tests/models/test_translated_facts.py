"""Facts are set on the main page; its translations show them, and take them over."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.testing import publish
from tests.models.editor import edit, editor, errors, form_data, latest, shown, value_of, words
from tests.pages_factory import (
    make_article,
    make_conference,
    make_news,
    make_session,
    make_site,
    make_translation,
)

pytestmark = pytest.mark.django_db

LISTS: dict[str, Any] = {
    "themes": [("theme", {"name": "Etik"})],
    "tracks": [("track", {"name": "Politik"})],
    "venues": [("venue", {"name": "Huset", "rooms": [{"name": "Salen"}]})],
}


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def client() -> Client:
    return editor()


@pytest.fixture
def conference(home: Page) -> ConferencePage:
    return make_conference(home, **LISTS)


@pytest.fixture
def session(conference: ConferencePage) -> SessionPage:
    return make_session(
        conference, kind="keynote", room="salen", track="politik", themes=["etik"], language="sv", abstract="Om etik."
    )


FACTS = {"day": "2020-12-09", "start": "20:00", "end": "21:00", "kind": "dinner", "room": "", "status": "cancelled"}


def test_facts_are_shown_as_on_the_main_page_and_cannot_be_changed(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    session.start, session.end, session.room = time(15), time(16), ""
    publish(session)
    form = client.get(reverse("wagtailadmin_pages:edit", args=(translation.pk,))).context["form"]
    assert {name for name, field in form.fields.items() if field.disabled} == set(SessionPage.facts)
    assert (form["start"].value(), form["room"].value(), form["themes"].value()) == (time(15), "", ["etik"])
    response = edit(client, translation, publish=True, title="Keynote", abstract="On ethics.", **FACTS)
    assert errors(response) == {}
    stored = SessionPage.objects.get(pk=translation.pk)
    assert (stored.title, stored.abstract, stored.live) == ("Keynote", "On ethics.", True)
    facts = {name: getattr(stored, name) for name in SessionPage.facts}
    assert facts == {name: getattr(session, name) for name in SessionPage.facts}
    assert (stored.day, stored.start, stored.kind) == (date(2020, 12, 8), time(15), "keynote")


def test_on_the_main_page_nothing_is_locked(client: Client, session: SessionPage, conference: ConferencePage) -> None:
    make_translation(session, title="Opening")
    make_translation(conference, title="In English")
    for page in (session, conference):
        form = client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).context["form"]
        assert [name for name, field in form.fields.items() if field.disabled] == []
    assert errors(edit(client, session, publish=True, **FACTS | {"status": "confirmed"})) == {}
    assert SessionPage.objects.get(pk=session.pk).start == time(20)


def test_the_facts_of_an_edition_are_those_of_the_main_page(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English", lead="Två dagar.")
    other = {"start_date": "2031-01-01", "end_date": "2031-01-01", "status": "cancelled", "time_zone": "UTC"}
    response = edit(client, translation, publish=True, lead="Two days.", hashtag="other", number="7", **other)
    assert errors(response) == {}
    stored = ConferencePage.objects.get(pk=translation.pk)
    facts = {name: getattr(stored, name) for name in ConferencePage.facts}
    assert facts == {name: getattr(conference, name) for name in ConferencePage.facts}
    assert (stored.lead, stored.acronym) == ("Two days.", "")


def test_the_programme_is_released_on_the_main_page(client: Client, home: Page) -> None:
    translation = make_translation(make_conference(home, programme_released=True), title="In English")
    assert not translation.programme_released
    form = client.get(reverse("wagtailadmin_pages:edit", args=(translation.pk,))).context["form"]
    assert (form["programme_released"].value(), form.fields["programme_released"].disabled) == (True, True)


def test_facts_are_those_that_are_public_and_not_a_draft_of_them(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    draft = latest(session)
    draft.room = ""
    draft.save_revision()
    assert value_of(shown(client, translation), "room") == "salen"


def test_what_was_translated_half_filled_is_published_once_the_main_page_is_whole(
    client: Client, conference: ConferencePage
) -> None:
    session = SessionPage(title="Panel", slug="panel", day=date(2020, 12, 8), start=time(9), live=False)
    Page.objects.get(pk=conference.pk).add_child(instance=session)
    session.save_revision(clean=False)
    english = make_translation(conference, title="In English")
    translation = session.copy_for_translation(english.locale)
    refused = errors(edit(client, translation, publish=True))
    assert refused == {"end": ["Write when it ends, or leave both times open."]}
    whole = latest(session)
    whole.end = time(10)
    publish(whole)
    assert errors(edit(client, translation, publish=True)) == {}
    assert SessionPage.objects.get(pk=translation.pk).end == time(10)


def test_the_date_of_an_article_is_set_on_the_main_page(client: Client, home: Page) -> None:
    published = datetime(2020, 11, 2, 7, tzinfo=UTC)
    article = make_article(make_news(home), published=published)
    translation = make_translation(article, title="The programme is here")
    response = edit(client, translation, publish=True, published="2031-01-01 08:00", lead="It is here.")
    assert errors(response) == {}
    stored = ArticlePage.objects.get(pk=translation.pk)
    assert (stored.published, stored.lead) == (published, "It is here.")


def test_a_note_leads_to_where_the_facts_are_set(client: Client, session: SessionPage) -> None:
    conference = ConferencePage.objects.get()
    article = make_article(make_news(conference.get_parent()))
    for page in (session, conference, article):
        translation = make_translation(page, title="In English")
        first_panel, *_others = shown(client, translation).cssselect("[data-dvb-notes]")
        [note] = first_panel.cssselect(".help-info")
        assert words(note) == (
            "This is a translation. Here you translate the texts; all else is set on the page in Swedish and holds for "
            "all languages. Open the page in Swedish"
        )
        [link] = note.iter("a")
        assert link.get("href") == reverse("wagtailadmin_pages:edit", args=(page.pk,))
        assert [words(each) for each in shown(client, page).cssselect("[data-dvb-notes] .help-info")] == []


def test_the_facts_are_set_on_the_oldest_page_that_is_no_alias(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    SessionPage.objects.get(pk=session.pk).delete()
    form = shown(client, translation)
    assert form.cssselect("[data-dvb-notes] .help-info") == []
    assert errors(edit(client, translation, publish=True, start="20:00", end="21:00")) == {}
    assert SessionPage.objects.get().start == time(20)


def test_a_preview_of_a_translation_has_the_facts_that_count(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    session.start, session.end = time(15), time(16)
    publish(session)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=(translation.pk,))
    data = form_data(SessionPage, title="Opening now", slug=translation.slug, start="09:00", end="10:00")
    assert client.post(address, data).json()["is_valid"]
    page = words(html.fromstring(client.get(address).content))
    assert "Opening now" in page
    assert "Tuesday 8 December 2020, 15:00\N{EN DASH}16:00" in page
