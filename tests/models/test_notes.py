"""What clashes is told to the editor, from the latest revisions, and never holds anything up."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation
from lxml import html
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from dvb_wagtail.core.clashes import Severity
from dvb_wagtail.models.notes import edition_notes, session_notes
from dvb_wagtail.models.page_notes import Note
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.models.editor import add, edit, editor, errors, latest
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

VENUES = [("venue", {"name": "Kulturhuset", "rooms": [{"name": "Stora salen"}, {"name": "Studion"}]})]


@pytest.fixture(autouse=True)
def english() -> Any:
    with translation.override("en"):
        yield


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def conference(home: Page) -> ConferencePage:
    return make_conference(home, venues=VENUES)


def told(notes: list[Note] | None) -> list[tuple[str, str]] | None:
    """Return what is said, by severity; None where nothing was compared."""
    return None if notes is None else [(note.severity.value, note.text) for note in notes]


def test_a_session_without_clash_has_nothing_to_tell(conference: ConferencePage) -> None:
    make_session(conference, title="Före", room="stora-salen", start=time(12), end=time(13))
    session = make_session(conference, title="Efter", room="stora-salen")
    assert told(session_notes(session)) == []
    assert told(edition_notes(conference)) == []


def test_one_room_for_two_is_told_on_both_and_on_the_edition(conference: ConferencePage) -> None:
    first = make_session(conference, title="Först", room="stora-salen")
    second = make_session(conference, title="Sedan", room="stora-salen", start=time(13, 30), end=time(15))
    assert told(session_notes(first)) == [("warn", "Stora salen is taken by “Sedan” at the same time.")]
    assert told(session_notes(second)) == [("warn", "Stora salen is taken by “Först” at the same time.")]
    assert told(edition_notes(conference)) == [("warn", "“Först” and “Sedan” are in Stora salen at the same time.")]


def test_one_person_in_two_places_is_told_by_page_and_by_name(home: Page, conference: ConferencePage) -> None:
    anna = make_speaker(make_speaker_index(home), "Anna Andersson")
    first, second = make_session(conference, title="Först"), make_session(conference, title="Sedan")
    for session in (first, second):
        make_appearance(session, anna)
        make_appearance(session, name="Bo Berg")
    assert told(session_notes(latest(first))) == [
        ("warn", "Bo Berg takes part in “Sedan” at the same time."),
        ("warn", "Anna Andersson takes part in “Sedan” at the same time."),
    ]


def test_a_day_outside_an_end_before_midnight_and_equal_times_are_told(conference: ConferencePage) -> None:
    outside = make_session(conference, title="Utanför", day=date(2020, 12, 10))
    assert told(session_notes(outside)) == [
        ("warn", "The day is outside the edition, which lasts from 8 December 2020 to 9 December 2020.")
    ]
    outside.start, outside.end = time(9), time(9)
    assert told(session_notes(outside))[0] == ("stop", "It ends when it starts, and cannot be published so.")
    long = make_session(conference, title="Lång", start=time(13), end=time(12))
    assert told(session_notes(long)) == [("warn", "It lasts longer than twelve hours: is the end right?")]
    assert told(edition_notes(conference)) == [
        ("warn", "“Utanför” is on a day outside the edition."),
        ("warn", "“Lång” lasts longer than twelve hours: is the end right?"),
    ]


def test_drafts_count_and_not_what_is_live(conference: ConferencePage) -> None:
    first = make_session(conference, title="Först", room="stora-salen")
    second = make_session(conference, title="Sedan", room="stora-salen")
    moved = latest(second)
    moved.room = "studion"
    moved.save_revision()
    assert told(session_notes(first)) == [("note", "At the same time begins: “Sedan”.")]
    draft = SessionPage(title="Utkast", day=first.day, start=time(13), end=time(14), room="stora-salen", live=False)
    Page.objects.get(pk=conference.pk).add_child(instance=draft)
    assert told(session_notes(first)) == [
        ("warn", "Stora salen is taken by “Utkast” at the same time."),
        ("note", "At the same time begins: “Sedan”."),
    ]


def test_a_cancelled_session_is_in_nobodys_way(conference: ConferencePage) -> None:
    first = make_session(conference, title="Först", room="stora-salen")
    make_session(conference, title="Inställd", room="stora-salen", status="cancelled", status_reason="Sjukdom")
    assert told(session_notes(first)) is None
    make_session(conference, title="Senare", room="stora-salen", start=time(15), end=time(16))
    assert told(session_notes(first)) == []


def test_sessions_of_other_editions_do_not_count(home: Page, conference: ConferencePage) -> None:
    other = make_conference(home, "dv2021", venues=VENUES)
    make_session(other, title="Annat", room="stora-salen", day=date(2020, 12, 8))
    assert told(session_notes(make_session(conference, room="stora-salen"))) is None


def test_a_session_that_is_not_stored_yet_is_seen_under_its_parent(conference: ConferencePage) -> None:
    make_session(conference, title="Först", room="stora-salen")
    new = SessionPage(title="Ny", day=date(2020, 12, 8), start=time(13), end=time(14), room="stora-salen")
    assert told(session_notes(new, conference)) == [("warn", "Stora salen is taken by “Först” at the same time.")]
    assert told(session_notes(new)) is None


def test_that_nothing_clashes_is_said_only_of_what_was_saved_and_compared(conference: ConferencePage) -> None:
    other = make_session(conference, title="Före", start=time(9), end=time(10))
    assert told(edition_notes(conference)) is None
    new = SessionPage(title="Ny", day=date(2020, 12, 8), start=time(13), end=time(14))
    assert told(session_notes(new, conference)) is None
    open_ones = [make_session(conference, title="Dag öppen", day=None), make_session(conference, start=None, end=None)]
    assert [told(session_notes(session)) for session in open_ones] == [None, None]
    assert told(session_notes(other)) is None
    later = make_session(conference, title="Efter", start=time(15), end=time(16))
    assert [told(session_notes(session)) for session in (other, later)] == [[], []]
    assert told(edition_notes(conference)) == []


def test_the_form_of_what_was_never_saved_says_nothing_at_all(conference: ConferencePage) -> None:
    make_session(conference)
    client = editor()
    for model, parent in ((SessionPage, conference), (ConferencePage, conference.get_parent())):
        address = reverse("wagtailadmin_pages:add", args=("dvb_pages", model._meta.model_name, parent.pk))
        page = html.fromstring(client.get(address).content)
        panels = page.cssselect("[data-dvb-notes]")
        assert panels
        assert {panel.get("hidden") for panel in panels} == {"hidden"}
        assert "Nothing clashes" not in page.text_content()


def test_the_form_says_that_nothing_clashes(conference: ConferencePage) -> None:
    session = make_session(conference)
    make_session(conference, title="Efter", start=time(15), end=time(16))
    page = html.fromstring(editor().get(reverse("wagtailadmin_pages:edit", args=(session.pk,))).content)
    [panel] = page.cssselect("[data-dvb-notes]")
    assert panel.get("hidden") is None
    assert "Nothing clashes in what was saved last." in panel.text_content()


def test_a_translation_is_compared_with_nothing(conference: ConferencePage) -> None:
    session = make_session(conference, room="stora-salen")
    make_session(conference, title="Annat", room="stora-salen")
    assert told(session_notes(make_translation(session, title="Opening"))) is None
    edition = ConferencePage.objects.get(pk=make_translation(conference, title="In English").pk)
    assert told(edition_notes(edition)) is None


def test_a_session_below_no_edition_has_nothing_to_tell(home: Page) -> None:
    session = SessionPage(title="Vilse", day=date(2020, 12, 8), start=time(13), end=time(14))
    Page.objects.get(pk=home.pk).add_child(instance=session)
    assert session_notes(session) is None


def test_notes_cost_the_same_for_many_sessions(
    conference: ConferencePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = make_session(conference, title="Först", room="stora-salen")
    for number in range(6):
        make_session(conference, title=f"Pass {number}", room="stora-salen")
    session = SessionPage.objects.get(pk=first.pk)
    with django_assert_num_queries(5):
        assert len(session_notes(session) or ()) == 6


def test_the_form_tells_and_saves_all_the_same(conference: ConferencePage) -> None:
    client = editor()
    make_session(conference, title="Först", room="stora-salen")
    fields = {"title": "Sedan", "slug": "sedan", "day": "2020-12-08", "start": "13:00", "end": "14:00"}
    assert errors(add(client, SessionPage, conference, **fields, room="stora-salen")) == {}
    session = SessionPage.objects.get(title="Sedan")
    page = html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(session.pk,))).content)
    warnings = [" ".join(each.text_content().split()) for each in page.cssselect(".help-warning")]
    assert warnings == ["Stora salen is taken by “Först” at the same time."]
    # Its id is made of the heading in whichever language the form was first drawn in.
    [panel] = [each for each in page.cssselect("section.w-panel") if each.cssselect(".help-warning")]
    assert "At the same time begins" not in panel.text_content()
    response = edit(client, session, publish=True, **fields, room="stora-salen")
    assert "Stora salen is taken by “Först” at the same time." in [
        str(message) for message in get_messages(response.wsgi_request)
    ]
    assert SessionPage.objects.get(title="Sedan").live


def test_nothing_is_said_after_publishing_what_does_not_clash(conference: ConferencePage) -> None:
    session = make_session(conference, title="Ensam", room="stora-salen")
    make_session(conference, title="Samtidigt", room="studion")
    client = editor()
    fields = {"day": "2020-12-08", "start": "13:00", "end": "14:00", "room": "stora-salen"}
    response = edit(client, session, publish=True, **fields)
    levels = {message.level_tag for message in get_messages(response.wsgi_request)}
    assert levels == {"success"}


def test_notes_are_ordered_by_kind_and_name_their_severity(conference: ConferencePage) -> None:
    first = make_session(conference, title="Först", room="stora-salen")
    make_session(conference, title="Sedan", room="stora-salen")
    make_session(conference, title="Samtidigt")
    assert [note.severity for note in session_notes(first) or ()] == [Severity.WARN, Severity.NOTE]
