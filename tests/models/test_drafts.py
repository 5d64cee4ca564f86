"""Drafts save half-filled, since Wagtail saves while one types; what is published keeps the rules."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Page

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
from tests.models.editor import add, appearances, edit, editor, entry, errors, latest, rooms, stream
from tests.pages_factory import make_conference, make_news, make_session, make_site, make_speaker_index

pytestmark = pytest.mark.django_db

REQUIRED = "This field is required."


@pytest.fixture
def home() -> Page:
    return make_site().root_page


def only(model: type[Page]) -> Any:
    return model.objects.get()


@pytest.mark.parametrize("model", [SeriesPage, ConferencePage, SpeakerIndexPage, ArticleIndexPage])
def test_a_draft_needs_no_more_than_a_title(home: Page, model: type[Page]) -> None:
    assert errors(add(editor(), model, home, title="Half", slug="half")) == {}
    assert (only(model).title, only(model).live) == ("Half", False)


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        (SeriesPage, {"key": [REQUIRED]}),
        (ConferencePage, {"acronym": [REQUIRED], "start_date": [REQUIRED], "end_date": [REQUIRED]}),
        (SpeakerIndexPage, {}),
        (ArticleIndexPage, {"key": [REQUIRED]}),
    ],
)
def test_publishing_asks_for_what_the_public_needs(home: Page, model: type[Page], wanted: dict[str, list[str]]) -> None:
    assert errors(add(editor(), model, home, publish=True, title="Half", slug="half")) == wanted


def test_publishing_asks_in_swedish(home: Page) -> None:
    response = add(editor("sv"), ConferencePage, home, publish=True, title="Halv", slug="halv")
    wanted = ["Det här fältet är obligatoriskt"]
    assert errors(response) == {"acronym": wanted, "start_date": wanted, "end_date": wanted}
    assert response.content.decode().count(wanted[0]) >= 3


def test_an_edition_without_time_zone_is_a_draft(home: Page) -> None:
    fields = {"title": "2026", "slug": "2026", "acronym": "dv2026", "time_zone": ""}
    days = {"start_date": "2026-12-08", "end_date": "2026-12-09"}
    assert errors(add(editor(), ConferencePage, home, **fields)) == {}
    response = edit(editor("en", "UTC"), only(ConferencePage), publish=True, **fields | days)
    assert errors(response) == {"time_zone": [REQUIRED]}


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (
            {"start_date": "2026-12-09", "end_date": "2026-12-08"},
            {"end_date": ["The last day cannot be before the first."]},
        ),
        (
            {"start_date": "2026-12-08", "end_date": "2026-12-08", "start_time": "12:00", "end_time": "12:00"},
            {"end_time": ["On one and the same day the end must be after the beginning."]},
        ),
        ({"start_date": "2026-12-08", "end_date": "2026-12-09", "start_time": "12:00", "end_time": "12:00"}, {}),
    ],
)
def test_days_and_times_of_an_edition_follow_each_other(
    home: Page, fields: dict[str, str], wanted: dict[str, list[str]]
) -> None:
    client = editor()
    whole = {"title": "2026", "slug": "2026", "acronym": "dv2026"} | fields
    assert errors(add(client, ConferencePage, home, **whole)) == {}
    assert errors(edit(client, only(ConferencePage), publish=True, **whole)) == wanted


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved_online"])
def test_an_edition_that_does_not_take_place_as_planned_says_why(home: Page, status: str) -> None:
    client = editor()
    conference = make_conference(home)
    fields = {"acronym": "dv2020", "start_date": "2020-12-08", "end_date": "2020-12-09", "status": status}
    assert errors(edit(client, conference, **fields)) == {}
    asked = {"status_reason": ["Say why, in a few words: it reaches everyone's calendar."]}
    assert errors(edit(client, conference, publish=True, **fields)) == asked
    assert errors(edit(client, conference, publish=True, **fields, status_reason="Storm")) == {}
    assert ConferencePage.objects.get().status_reason == "Storm"


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        ({"start": "09:00"}, {"end": ["Write when it ends, or leave both times open."]}),
        ({"end": "09:00"}, {"start": ["Write when it starts, or leave both times open."]}),
        ({"start": "09:00", "end": "09:00"}, {"end": ["A session cannot end when it starts."]}),
        ({"start": "22:00", "end": "01:00"}, {}),
        ({}, {}),
    ],
)
def test_a_session_has_both_times_or_neither(home: Page, times: dict[str, str], wanted: dict[str, list[str]]) -> None:
    client = editor()
    fields = {"title": "Mingel", "slug": "mingel", "day": "2020-12-08"} | times
    assert errors(add(client, SessionPage, make_conference(home), **fields)) == {}
    assert errors(edit(client, only(SessionPage), publish=True, **fields)) == wanted


def test_a_cancelled_session_says_why(home: Page) -> None:
    client = editor()
    session = make_session(make_conference(home))
    assert errors(edit(client, session, status="cancelled")) == {}
    asked = {"status_reason": ["Say why, in a few words: it reaches everyone's calendar."]}
    assert errors(edit(client, session, publish=True, status="cancelled")) == asked
    assert errors(edit(client, session, publish=True, status="cancelled", status_reason="Illness")) == {}


def test_an_appearance_is_of_a_page_or_a_name(home: Page) -> None:
    client = editor()
    session = make_session(make_conference(home))
    assert errors(edit(client, session, appearances=appearances({"title": "Direktör"}))) == {}
    [row] = latest(session).appearances.all()
    empty = appearances({"id": str(row.pk or ""), "title": "Direktör"})
    response = edit(client, session, publish=True, appearances=empty)
    with translation.override("en"):  # the editor's
        assert response.context["form"].formsets["appearances"].errors == [
            {"name": ["Choose a speaker's page or write a name."]}
        ]
    named = appearances({"id": str(row.pk or ""), "name": "Anna Andersson", "title": "Direktör"})
    assert edit(client, session, publish=True, appearances=named).status_code == 302
    assert [each.name for each in SessionPage.objects.get().appearances.all()] == ["Anna Andersson"]


@pytest.mark.parametrize(
    ("ticket", "wanted"),
    [
        ({"price": "1000", "currency": "kr"}, "currency"),
        ({"price": "1000", "currency": ""}, "currency"),
        ({"price": "1000", "currency": "SEK"}, None),
        ({"price": "", "currency": ""}, None),
        ({"on_sale_from": "2020-10-01 08:00", "on_sale_until": "2020-09-01 08:00"}, "on_sale_until"),
    ],
)
def test_a_ticket_has_a_currency_and_sales_that_end_after_they_begin(
    home: Page, ticket: dict[str, str], wanted: str | None
) -> None:
    client = editor()
    conference = make_conference(home)
    blank = {"code": "", "price": "", "currency": "SEK", "includes": "", "address": ""}
    blank |= {"on_sale_from": "", "on_sale_until": ""}
    fields = {
        "acronym": "dv2020",
        "start_date": "2020-12-08",
        "end_date": "2020-12-09",
        "tickets": stream(entry("ticket", name="Guldbiljett", **blank | ticket)),
    }
    assert errors(edit(client, conference, **fields)) == {}
    response = edit(client, conference, publish=True, **fields)
    if wanted is None:
        assert errors(response) == {}
    else:
        [problem] = response.context["form"].errors.as_data()["tickets"]
        assert list(problem.block_errors[0].block_errors) == [wanted]


def test_a_published_recording_has_an_address(home: Page) -> None:
    client = editor()
    session = make_session(make_conference(home))
    blank = {"address": "", "service": "", "picture": "", "published": ""}
    half = stream(entry("recording", title="Filmen", status="published", **blank))
    assert errors(edit(client, session, recordings=half)) == {}
    response = edit(client, session, publish=True, recordings=half)
    [problem] = response.context["form"].errors.as_data()["recordings"]
    assert list(problem.block_errors[0].block_errors) == ["address"]
    promised = stream(entry("recording", title="Filmen", status="promised", **blank))
    assert errors(edit(client, session, publish=True, recordings=promised)) == {}


def test_a_host_is_a_page_or_a_name(home: Page) -> None:
    client = editor()
    conference = make_conference(home)
    days = {"acronym": "dv2020", "start_date": "2020-12-08", "end_date": "2020-12-09"}
    nobody = stream(entry("person", speaker="", name="", role="host", title="Journalist"))
    assert errors(edit(client, conference, hosts=nobody)) == {}
    assert list(errors(edit(client, conference, publish=True, **days, hosts=nobody))) == ["hosts"]
    named = stream(entry("person", speaker="", name="Anna Andersson", role="host", title="Journalist"))
    assert errors(edit(client, conference, publish=True, **days, hosts=named)) == {}


def test_half_filled_lists_save_in_a_draft(home: Page) -> None:
    client = editor()
    conference = make_conference(home)
    blank = {"address": "", "latitude": "", "longitude": "", "directions": "", "accessibility": "", "code": ""}
    lists = {
        "themes": stream(entry("theme", name="", code="", text="")),
        "venues": stream(entry("venue", name="", rooms=rooms(("", "", "")), **blank)),
        "hosts": stream(entry("person", speaker="", name="", role="host", title="")),
        "contacts": stream(entry("contact", name="", role="", email="", phone="")),
    }
    assert errors(edit(client, conference, **lists)) == {}
    draft = latest(conference)
    assert [len(getattr(draft, name)) for name in lists] == [1, 1, 1, 1]
    days = {"acronym": "dv2020", "start_date": "2020-12-08", "end_date": "2020-12-09"}
    assert set(errors(edit(client, conference, publish=True, **days, **lists))) == set(lists)


def test_a_script_that_publishes_meets_the_same_rules(home: Page) -> None:
    conference = make_conference(home)
    session = make_session(conference)
    session.start, session.end = time(9), time(9)
    with pytest.raises(ValidationError) as refusal:
        session.save_revision().publish()
    assert set(refusal.value.message_dict) == {"end"}
    edition = ConferencePage(title="2027", acronym="dv2027", start_date=date(2027, 12, 8), live=False)
    home.refresh_from_db()
    home.add_child(instance=edition)
    with pytest.raises(ValidationError) as refusal:
        edition.save_revision(clean=False).publish()
    assert set(refusal.value.message_dict) == {"end_date"}
    conference.tickets = [("ticket", {"name": "Guldbiljett", "price": 1000, "currency": "kronor"})]
    conference.recordings = [("recording", {"title": "Filmen", "status": "published"})]
    with pytest.raises(ValidationError) as refusal:
        conference.save_revision().publish()
    assert set(refusal.value.message_dict) == {"tickets", "recordings"}


def test_a_script_cannot_publish_an_appearance_of_nobody(home: Page) -> None:
    session = make_session(make_conference(home))
    session.appearances.add(Appearance(title="Direktör", locale=session.locale))
    revision = session.save_revision()
    with pytest.raises(ValidationError) as refusal:
        revision.publish()
    assert set(refusal.value.message_dict) == {"name"}


def test_an_article_is_dated_by_its_first_publication_unless_an_editor_dates_it(home: Page) -> None:
    client = editor()
    news = make_news(home)
    assert errors(add(client, ArticlePage, news, title="Nyhet", slug="nyhet", published="")) == {}
    article = only(ArticlePage)
    assert article.published is None
    edit(client, article, publish=True, published="")
    first = only(ArticlePage).published
    assert first == only(ArticlePage).first_published_at
    edit(client, article, publish=True, published="")
    assert only(ArticlePage).published == first
    edit(client, article, publish=True, published="2020-11-02 08:00")
    assert only(ArticlePage).published.isoformat() == "2020-11-02T07:00:00+00:00"


def test_a_speaker_needs_a_name_alone(home: Page) -> None:
    index = make_speaker_index(home)
    assert errors(add(editor(), SpeakerPage, index, publish=True, title="Anna", slug="anna", biography="null")) == {}
    assert only(SpeakerPage).live
