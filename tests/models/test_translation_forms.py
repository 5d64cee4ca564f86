"""On a translation only texts are filled in: facts, lists and people are the main page's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.documents import get_document_model
from wagtail.models import Page

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.publication import pending, records
from dvb_wagtail.testing import publish
from tests.models.editor import edit, editor, errors, form_data, latest
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
    make_translation,
)

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
    return make_session(
        conference, kind="keynote", room="salen", track="politik", themes=["etik"], language="sv", abstract="Om etik."
    )


def shown(client: Client, page: Page) -> html.HtmlElement:
    return html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content)


def value_of(form: html.HtmlElement, name: str) -> Any:
    [field] = form.xpath(f"//*[@name='{name}']")
    return field.value


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def edition(conference: ConferencePage) -> records.ConferenceRecord:
    """Return the edition as the public has it."""
    found = records.conference_of(conference.translation_key)
    assert found
    return found


# ---- facts


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


# ---- what the form says


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


# ---- lists


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


# ---- people


def test_what_is_said_of_people_is_translated_and_who_takes_part_is_not(
    client: Client, home: Page, conference: ConferencePage, session: SessionPage
) -> None:
    make_translation(conference, title="In English")
    speaker = make_speaker(make_speaker_index(home), "Anna Andersson")
    session = make_appearance(session, speaker, title="direktör", organisations="Regionen", role="moderator")
    session = make_appearance(session, name="Bo Berg", party="C")
    anna, bo = session.appearances.all()
    translation = make_translation(session, title="Opening")
    form = shown(client, translation)
    assert [words(each) for each in form.cssselect(".dvb-texts legend")] == [
        "Moderator: Anna Andersson",
        "Speaker: Bo Berg",
    ]
    texts = {
        f"appearances-{anna.translation_key}-title": "director",
        f"appearances-{anna.translation_key}-organisations": "The region",
        f"appearances-{bo.translation_key}-name": "",
    }
    assert errors(edit(client, translation, publish=True, **texts)) == {}
    rows = SessionPage.objects.get(pk=translation.pk).appearances.all()
    assert [(row.name, row.title, row.organisations, row.role, row.party, row.speaker_id) for row in rows] == [
        ("", "director", "The region", "moderator", "", speaker.pk),
        ("Bo Berg", "", "", "speaker", "C", None),
    ]
    assert [row.translation_key for row in rows] == [anna.translation_key, bo.translation_key]
    assert {row.locale.language_code for row in rows} == {"en"}
    pending.flush()
    [record] = records.sessions(edition(conference))
    first, _second = record.session.appearances
    assert {language: text.title for language, text in first.texts.items()} == {"sv": "direktör", "en": "director"}


def test_people_come_and_go_as_on_the_main_page(client: Client, session: SessionPage) -> None:
    session = make_appearance(session, name="Anna", title="direktör", sort_order=1)
    translation = make_translation(session, title="Opening")
    [anna] = session.appearances.all()
    edit(client, translation, publish=True, **{f"appearances-{anna.translation_key}-title": "director"})
    own = SessionPage.objects.get(pk=translation.pk).appearances.get()
    session = make_appearance(session, name="Bo", title="chef", sort_order=0)
    bo = session.appearances.get(name="Bo")
    edit(client, translation, publish=True, **{f"appearances-{bo.translation_key}-title": "manager"})
    rows = SessionPage.objects.get(pk=translation.pk).appearances.all()
    assert [(row.name, row.title) for row in rows] == [("Bo", "manager"), ("Anna", "director")]
    assert rows[1].pk == own.pk
    session.appearances.set([bo])
    publish(session)
    edit(client, translation, publish=True)
    assert [row.name for row in SessionPage.objects.get(pk=translation.pk).appearances.all()] == ["Bo"]


def test_a_draft_of_people_changes_nothing_that_is_public(client: Client, session: SessionPage) -> None:
    session = make_appearance(session, name="Anna", title="direktör")
    translation = make_translation(session, title="Opening")
    [anna] = session.appearances.all()
    edit(client, translation, **{f"appearances-{anna.translation_key}-title": "director"})
    assert [row.title for row in latest(translation).appearances.all()] == ["director"]
    assert [row.title for row in SessionPage.objects.get(pk=translation.pk).appearances.all()] == ["direktör"]


def test_a_session_without_people_leaves_no_room_for_them(client: Client, session: SessionPage) -> None:
    translation = make_translation(session, title="Opening")
    form = shown(client, translation)
    assert form.xpath("//*[starts-with(@name, 'appearances')]") == []
    assert errors(edit(client, translation, publish=True)) == {}


def test_a_title_that_is_too_long_is_refused(client: Client, session: SessionPage) -> None:
    session = make_appearance(session, name="Anna", title="direktör")
    translation = make_translation(session, title="Opening")
    [anna] = session.appearances.all()
    key = f"appearances-{anna.translation_key}-title"
    response = edit(client, translation, publish=True, **{key: "x" * 201})
    assert errors(response) == {"__all__": ["Title that day for “direktör” may have 200 characters at most."]}
    assert value_of(html.fromstring(response.content), key) == "x" * 201


# ---- previews


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
