"""The lists of a translation are the main page's, with words of its own."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from lxml import html
from wagtail.documents import get_document_model
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import pending, records
from dvb_wagtail.testing import publish
from tests.models.editor import edit, editor, errors, shown, value_of, words
from tests.pages_factory import make_conference, make_session, make_site, make_translation

pytestmark = pytest.mark.django_db

LISTS: dict[str, Any] = {
    "themes": [("theme", {"name": "Etik", "text": "Om etik."}), ("theme", {"name": "Hållbarhet"})],
    "tracks": [("track", {"name": "Politik"})],
    "venues": [
        (
            "venue",
            {"name": "Huset", "directions": "Gå.", "latitude": 63.8, "rooms": [{"name": "Salen", "capacity": 90}]},
        )
    ],
    "tickets": [("ticket", {"name": "Guldbiljett", "price": 1000, "currency": "SEK", "includes": "Middag."})],
    "recordings": [("recording", {"title": "Hela dagen", "status": "promised"})],
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
    return make_session(conference)


def edition(conference: ConferencePage) -> records.ConferenceRecord:
    """Return the edition as the public has it."""
    found = records.conference_of(conference.translation_key)
    assert found
    return found


def test_each_text_of_a_list_stands_beside_that_of_the_main_page(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English")
    form = shown(client, translation)
    lists = [words(each) for each in form.cssselect(".dvb-texts legend")]
    assert lists == [
        "Theme: Etik",
        "Theme: Hållbarhet",
        "Track: Politik",
        "Venue: Huset",
        "Room: Salen",
        "Recording of several sessions: Hela dagen",
        "Ticket: Guldbiljett",
    ]
    assert {name for field in form.cssselect(".dvb-texts [name]") if (name := field.get("name"))} >= {
        "themes-etik-name",
        "themes-etik-text",
        "themes-hallbarhet-name",
        "venues-huset-name",
        "venues-huset-directions",
        "venues-salen-name",
        "tickets-guldbiljett-includes",
    }
    assert form.xpath("//*[@name='themes-hallbarhet-text' or @name='venues-huset-accessibility']") == []
    assert words(form.get_element_by_id("themes-etik-text-source")) == "Om etik."
    assert form.get_element_by_id("themes-etik-text-source").get("lang") == "sv"
    assert [label.get("for") for label in form.xpath("//label[@for='themes-etik-name']")] == ["themes-etik-name"]


def test_texts_are_translated_and_facts_are_those_of_the_main_page(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English")
    conference.tickets[0].value["price"] = 1200
    conference.venues[0].value["rooms"][0]["capacity"] = 120
    publish(conference)
    texts = {
        "themes-etik-name": "Ethics",
        "themes-etik-text": "",
        "venues-huset-name": "The House",
        "venues-salen-name": " The hall ",
        "tickets-guldbiljett-name": "Golden ticket",
        "tickets-guldbiljett-price": "1",
        "tickets-0-value-price": "1",
    }
    assert errors(edit(client, translation, publish=True, **texts)) == {}
    stored = ConferencePage.objects.get(pk=translation.pk)
    assert [(theme.value["name"], theme.value["text"], theme.value["code"]) for theme in stored.themes] == [
        ("Ethics", "", "etik"),
        ("Hållbarhet", "", "hallbarhet"),
    ]
    [venue] = stored.venues
    assert (venue.value["name"], venue.value["latitude"], venue.value["directions"]) == ("The House", 63.8, "Gå.")
    [room] = venue.value["rooms"]
    assert (room["name"], room["code"], room["capacity"]) == ("The hall", "salen", 120)
    [ticket] = stored.tickets
    assert (ticket.value["name"], ticket.value["price"], ticket.value["code"]) == ("Golden ticket", 1200, "guldbiljett")
    pending.flush()
    names = {theme.code: theme.names for theme in edition(conference).conference.themes}
    assert names["etik"] == {"sv": "Etik", "en": "Ethics"}


def test_a_list_has_what_the_main_page_has_in_its_order(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English")
    edit(client, translation, publish=True, **{"themes-hallbarhet-name": "Sustainability"})
    hallbarhet = conference.themes[1]
    conference.themes = [("theme", {"name": "Demokrati"}), ("theme", hallbarhet.value)]
    publish(conference)
    form = shown(client, translation)
    legends = [words(each) for each in form.cssselect(".dvb-texts legend")]
    assert legends[:3] == ["Theme: Demokrati", "Theme: Hållbarhet", "Track: Politik"]
    assert value_of(form, "themes-hallbarhet-name") == "Sustainability"
    assert value_of(form, "themes-demokrati-name") == "Demokrati"
    edit(client, translation, publish=True, **{"themes-demokrati-name": "Democracy", "themes-etik-name": "Ethics"})
    themes = ConferencePage.objects.get(pk=translation.pk).themes
    assert [theme.value["name"] for theme in themes] == ["Democracy", "Sustainability"]


def test_a_recording_has_a_title_of_its_own_and_the_main_pages_state(client: Client, session: SessionPage) -> None:
    session.recordings = [("recording", {"title": "Filmen", "status": "promised"})]
    session = publish(session)
    translation = make_translation(session, title="Opening")
    [block] = session.recordings
    block.value["status"], block.value["address"] = "published", "https://video.example/1"
    publish(session)
    assert errors(edit(client, translation, publish=True, **{f"recordings-{block.id}-title": "The film"})) == {}
    [recording] = SessionPage.objects.get(pk=translation.pk).recordings
    assert {name: recording.value[name] for name in ("title", "status", "address")} == {
        "title": "The film",
        "status": "published",
        "address": "https://video.example/1",
    }


def test_a_list_without_texts_is_left_out_and_follows(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    document = get_document_model().objects.create(title="Bilderna", file=ContentFile(b"x", name="bilder.pdf"))
    session.documents = [("document", {"title": "Bilder", "document": document})]
    publish(session)
    headings = {words(each) for each in shown(client, translation).cssselect("[data-panel-heading-text], h3")}
    assert "Afterwards" not in headings
    assert {"What", "When and where"} <= headings
    assert errors(edit(client, translation, publish=True)) == {}
    [stored] = SessionPage.objects.get(pk=translation.pk).documents
    assert stored.value["document"] == document


def test_a_name_that_is_left_blank_is_the_main_pages(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English")
    edit(client, translation, publish=True, **{"themes-etik-name": "Ethics"})
    assert errors(edit(client, translation, publish=True, **{"themes-etik-name": "  "})) == {}
    form = shown(client, translation)
    assert value_of(form, "themes-etik-name") == "Etik"


def test_a_text_that_is_too_long_is_refused_by_its_name(client: Client, conference: ConferencePage) -> None:
    translation = make_translation(conference, title="In English")
    response = edit(client, translation, **{"themes-etik-name": "x" * 121})
    assert errors(response) == {"themes": ["Name for “Etik” may have 120 characters at most."]}
    assert value_of(html.fromstring(response.content), "themes-etik-name") == "x" * 121


def test_what_the_main_page_lists_not_leaves_no_heading(client: Client, home: Page) -> None:
    translation = make_translation(make_conference(home), title="In English")
    headings = {words(each) for each in shown(client, translation).cssselect("[data-panel-heading-text]")}
    assert not {"Themes", "Tracks", "Venues", "Tickets", "Recordings"} & headings
    assert {"Hosts and moderators", "Contacts"} <= headings
