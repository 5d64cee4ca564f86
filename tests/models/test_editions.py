"""Which edition a page belongs to, and which languages and choices it has."""

from __future__ import annotations

import pytest
from django.utils import translation
from wagtail.models import Locale, Page

from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    RecordingStatus,
    Role,
    SessionStatus,
    SpokenLanguage,
    StreamAccess,
)
from dvb_wagtail.models.choices import (
    attendances,
    conference_statuses,
    kinds,
    languages,
    recording_statuses,
    roles,
    session_statuses,
    stream_accesses,
)
from dvb_wagtail.models.editions import edition_of, used_codes
from dvb_wagtail.models.translations import language_of, main_page
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.models.editor import latest
from tests.pages_factory import make_conference, make_series, make_session, make_site, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    return make_site().root_page


def test_a_page_belongs_to_the_nearest_edition(home: Page) -> None:
    series = make_series(home)
    conference = make_conference(series)
    session = make_session(conference)
    assert edition_of(Page.objects.get(pk=session.pk)) == conference
    assert edition_of(conference) == conference
    assert edition_of(series) is None


def test_under_an_alias_it_belongs_to_the_edition_that_is_mirrored(home: Page) -> None:
    conference = make_conference(home)
    make_session(conference)
    conference = ConferencePage.objects.get()
    alias = conference.create_alias(recursive=True, parent=home, update_slug="spegel")
    mirrored = SessionPage.objects.child_of(alias).get()
    assert edition_of(mirrored) == edition_of(alias) == conference
    again = alias.create_alias(parent=Page.objects.get(pk=home.pk), update_slug="igen")
    assert edition_of(again) == conference


def test_codes_in_use_are_those_of_drafts(home: Page) -> None:
    conference = make_conference(home)
    session = make_session(conference, room="salen", themes=["etik"])
    draft = latest(session)
    draft.room, draft.track, draft.tickets = "studion", "skolan", ["guld"]
    draft.save_revision()
    blanks = {("venues", ""), ("tracks", "")}
    assert used_codes(conference) - blanks == {
        ("venues", "studion"),
        ("tracks", "skolan"),
        ("themes", "etik"),
        ("tickets", "guld"),
    }


def test_the_main_page_is_the_oldest_that_is_no_alias(home: Page) -> None:
    conference = make_conference(home)
    translation = make_translation(conference, title="In English")
    assert main_page(translation) == conference
    assert main_page(conference) is conference
    assert main_page(ConferencePage(title="Ny")).title == "Ny"
    ConferencePage.objects.get(pk=conference.pk).delete()
    remaining = ConferencePage.objects.get()
    assert main_page(remaining) is remaining


def test_languages_are_named_in_the_readers_language_where_anybody_has_a_name(home: Page) -> None:
    with translation.override("en"):
        assert language_of(home) == "Swedish"
    with translation.override("sv"):
        assert language_of(home) == "svenska"
    with translation.override(None):
        assert language_of(home) == "Swedish"
    home.locale = Locale(language_code="smj")
    with translation.override("sv"):
        assert language_of(home) == "lulesamiska"
    home.locale = Locale(language_code="fkv")
    assert language_of(home) == str(home.locale)


@pytest.mark.parametrize(
    ("choices", "vocabulary"),
    [
        (attendances, Attendance),
        (conference_statuses, ConferenceStatus),
        (kinds, Kind),
        (recording_statuses, RecordingStatus),
        (roles, Role),
        (session_statuses, SessionStatus),
        (languages, SpokenLanguage),
        (stream_accesses, StreamAccess),
    ],
)
def test_every_word_of_a_vocabulary_can_be_chosen_once(choices, vocabulary) -> None:  # type: ignore[no-untyped-def]
    assert [value for value, _label in choices()] == [word.value for word in vocabulary]
    assert all(str(label) for _value, label in choices())
