"""The people of a translated session are the main page's, with titles of its own."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import pending, records
from dvb_wagtail.testing import publish
from tests.models.editor import edit, editor, errors, latest, shown, value_of, words
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


@pytest.fixture
def conference(home: Page) -> ConferencePage:
    return make_conference(home)


@pytest.fixture
def session(conference: ConferencePage) -> SessionPage:
    return make_session(conference)


def edition(conference: ConferencePage) -> records.ConferenceRecord:
    """Return the edition as the public has it."""
    found = records.conference_of(conference.translation_key)
    assert found
    return found


def test_what_is_said_of_people_is_translated_and_who_takes_part_is_not(
    client: Client, home: Page, conference: ConferencePage, session: SessionPage
) -> None:
    make_translation(conference, title="In English")
    speaker = make_speaker(make_speaker_index(home), "Anna Andersson")
    session = make_appearance(session, speaker, title="direktör", organisations="Regionen", role="moderator")
    session = make_appearance(session, name="Bo Berg", party="C")
    session = make_appearance(session, speaker, role="host")
    anna, bo, _host = session.appearances.all()
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
        ("", "", "", "host", "", speaker.pk),
    ]
    assert [row.translation_key for row in rows[:2]] == [anna.translation_key, bo.translation_key]
    assert {row.locale.language_code for row in rows} == {"en"}
    pending.flush()
    [record] = records.sessions(edition(conference))
    first, *_others = record.session.appearances
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
