"""The form of a session offers its edition's own days, rooms, tracks, themes and tickets."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.models.editor import add, edit, editor, errors, latest
from tests.pages_factory import make_conference, make_series, make_session, make_site, make_translation

pytestmark = pytest.mark.django_db

LISTS: dict[str, Any] = {
    "themes": [("theme", {"name": "Digital transformation"}), ("theme", {"name": "Innovation"})],
    "tracks": [("track", {"name": "Politiskt ledarskap"})],
    "tickets": [("ticket", {"name": "Guldbiljett"})],
    "venues": [
        ("venue", {"name": "Kulturhuset", "rooms": [{"name": "Stora salen"}, {"name": "Studion"}]}),
        ("venue", {"name": "På nätet", "rooms": [{"name": "Kanal ett"}]}),
        ("venue", {"name": "Stadshotellet", "rooms": []}),
    ],
}


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def conference(home: Page) -> ConferencePage:
    return make_conference(home, **LISTS)


def form_of(session: SessionPage, client: Client | None = None) -> Any:
    response = (client or editor()).get(reverse("wagtailadmin_pages:edit", args=(session.pk,)))
    return response.context["form"]


def choices(form: Any, name: str) -> list[Any]:
    return [(str(value), str(label) if isinstance(label, str) else label) for value, label in form.fields[name].choices]


def test_it_offers_what_this_edition_lists_and_no_other(home: Page, conference: ConferencePage) -> None:
    make_conference(home, "dv2021", venues=[("venue", {"name": "Arenan", "rooms": [{"name": "Planen"}]})])
    form = form_of(make_session(conference))
    assert choices(form, "room") == [
        ("", "The whole venue"),
        ("Kulturhuset", [("stora-salen", "Stora salen"), ("studion", "Studion")]),
        ("På nätet", [("kanal-ett", "Kanal ett")]),
    ]
    assert choices(form, "track") == [("", "No track"), ("politiskt-ledarskap", "Politiskt ledarskap")]
    assert choices(form, "themes") == [
        ("digital-transformation", "Digital transformation"),
        ("innovation", "Innovation"),
    ]
    assert choices(form, "tickets") == [("guldbiljett", "Guldbiljett")]


def test_what_is_chosen_is_stored_by_code(conference: ConferencePage) -> None:
    session = make_session(conference)
    chosen = {"room": "studion", "track": "politiskt-ledarskap", "themes": ["innovation"], "tickets": ["guldbiljett"]}
    assert errors(edit(editor(), session, publish=True, **chosen)) == {}
    stored = SessionPage.objects.get()
    assert {name: getattr(stored, name) for name in chosen} == chosen


@pytest.mark.parametrize(
    ("name", "code"), [("room", "planen"), ("track", "annat"), ("themes", ["annat"]), ("tickets", ["annat"])]
)
def test_a_code_of_elsewhere_is_refused(conference: ConferencePage, name: str, code: Any) -> None:
    assert list(errors(edit(editor(), make_session(conference), **{name: code}))) == [name]


def test_a_code_no_longer_listed_is_kept_and_marked(conference: ConferencePage) -> None:
    former = {"room": "gamla-salen", "track": "gammalt", "themes": ["innovation", "borta"], "tickets": ["silver"]}
    session = make_session(conference, **former)
    client = editor()
    form = form_of(session, client)
    assert choices(form, "room")[-1] == ("gamla-salen", "gamla-salen (no longer listed)")
    assert choices(form, "track")[-1] == ("gammalt", "gammalt (no longer listed)")
    assert choices(form, "themes")[-1] == ("borta", "borta (no longer listed)")
    assert choices(form, "tickets")[-1] == ("silver", "silver (no longer listed)")
    assert errors(edit(client, session, publish=True, **former)) == {}
    stored = SessionPage.objects.get()
    assert {name: getattr(stored, name) for name in former} == former


def test_it_offers_what_the_editors_of_the_edition_wrote_last(conference: ConferencePage) -> None:
    conference.tracks = [*LISTS["tracks"], ("track", {"name": "Skolan"})]
    conference.save_revision()
    assert ("skolan", "Skolan") in choices(form_of(make_session(conference)), "track")
    assert len(ConferencePage.objects.get().tracks) == 1


def test_the_form_of_a_new_session_offers_them_too(conference: ConferencePage) -> None:
    client = editor()
    assert errors(add(client, SessionPage, conference, title="Mingel", slug="mingel", room="studion")) == {}
    assert SessionPage.objects.get().room == "studion"


def test_the_edition_of_an_alias_is_the_page_that_it_mirrors(home: Page, conference: ConferencePage) -> None:
    """English is a mirror as long as the edition is not translated; its sessions may be."""
    session = make_session(conference, title="Öppning")
    translated = make_translation(session, title="Opening")
    above = ConferencePage.objects.get(pk=translated.get_parent().pk)
    assert above.alias_of_id == conference.pk
    assert choices(form_of(translated), "tickets") == [("guldbiljett", "Guldbiljett")]


def test_days_are_those_of_the_edition_or_open(conference: ConferencePage) -> None:
    widget = form_of(make_session(conference)).fields["day"].widget
    assert list(widget.choices) == [
        ("", "Not decided yet"),
        ("2020-12-08", "Tuesday 8 December 2020"),
        ("2020-12-09", "Wednesday 9 December 2020"),
    ]


def test_help_names_the_choice_that_stands_for_nothing(home: Page, conference: ConferencePage) -> None:
    form = form_of(make_session(conference))
    assert form.fields["day"].help_text == "Choose “Not decided yet” while it is open."
    assert choices(form, "language")[0] == ("", "No spoken language")
    assert form.fields["language"].help_text == "What is spoken. Choose “No spoken language” for a break or a meal."
    elsewhere = SessionPage(title="Vilse")
    Page.objects.get(pk=home.pk).add_child(instance=elsewhere)
    assert form_of(elsewhere, editor("en", "UTC")).fields["day"].help_text == "Leave it empty while it is not decided."


def test_what_the_edition_lists_not_leaves_no_heading(home: Page, conference: ConferencePage) -> None:
    client = editor()
    bare = make_session(make_conference(home, "dv2021"))
    assert headings(client, make_session(conference)) >= {"Themes", "Track", "Tickets that include it", "Room"}
    assert headings(client, bare) & {"Themes", "Track", "Tickets that include it", "Room"} == {"Room"}
    assert errors(edit(client, bare, publish=True)) == {}
    kept = make_session(make_conference(home, "dv2022"), themes=["borta"], track="gammalt")
    assert {"Themes", "Track"} <= headings(client, kept)


def headings(client: Client, session: SessionPage) -> set[str]:
    page = html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(session.pk,))).content)
    return {" ".join(heading.text_content().split()) for heading in page.cssselect("form .w-field__label")}


def test_a_day_outside_the_edition_is_kept_and_marked(conference: ConferencePage) -> None:
    client = editor()
    session = make_session(conference, day=date(2020, 12, 7))
    form = form_of(session, client)
    assert list(form.fields["day"].widget.choices)[-1] == (
        "2020-12-07",
        "Monday 7 December 2020 (outside the edition)",
    )
    assert errors(edit(client, session, publish=True, day="2020-12-07")) == {}
    assert SessionPage.objects.get().day == date(2020, 12, 7)


@pytest.mark.parametrize("days", [{"start_date": None}, {"end_date": date(2021, 12, 31)}])
def test_a_calendar_stands_in_for_days_that_are_open_or_too_many(home: Page, days: dict[str, Any]) -> None:
    conference = make_conference(home)
    draft = latest(conference)
    for name, value in days.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False)
    form = form_of(make_session(conference, day=date(2020, 12, 8)))
    assert not hasattr(form.fields["day"].widget, "choices")


def test_a_session_apart_from_any_edition_has_nothing_to_choose_from(home: Page) -> None:
    series = make_series(home)
    session = SessionPage(title="Vilse", room="salen")
    Page.objects.get(pk=series.pk).add_child(instance=session)
    form = form_of(session)
    assert choices(form, "room") == [("", "The whole venue"), ("salen", "salen (no longer listed)")]


def test_times_are_the_clock_at_the_conference_whatever_the_editors_zone(conference: ConferencePage) -> None:
    client = editor(time_zone="America/New_York")
    fields = {"title": "Keynote", "slug": "keynote", "day": "2020-12-08", "start": "09:00", "end": "09:45"}
    assert errors(add(client, SessionPage, conference, publish=True, **fields)) == {}
    session = SessionPage.objects.get()
    assert (session.day, session.start, session.end) == (date(2020, 12, 8), time(9), time(9, 45))
    form = form_of(session, client)
    shown = (form["start"].value(), form["end"].value(), str(form["day"].value()))
    assert shown == (time(9), time(9, 45), "2020-12-08")
    assert 'value="09:00"' in str(form["start"])
    assert "Europe/Stockholm" in form.fields["start"].help_text


def test_the_chooser_of_people_offers_speakers_alone(conference: ConferencePage) -> None:
    form = form_of(make_session(conference))
    widget = form.formsets["appearances"].empty_form.fields["speaker"].widget
    assert [model.__name__ for model in widget.target_models] == ["SpeakerPage"]
