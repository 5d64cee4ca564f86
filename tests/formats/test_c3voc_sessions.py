from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dvb_wagtail.core.localised import LocalisedAppearance
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.vocabulary import Notice, RecordingStatus, Role, SessionStatus
from dvb_wagtail.formats import c3voc_sessions as sessions
from dvb_wagtail.formats.c3voc_sessions import Link
from tests.formats import factories
from tests.formats.factories import SWEDISH, local
from tests.formats.schedules import edition, session

ANNA = LocalisedAppearance(
    name="Anna Alm", role=Role.SPEAKER, speaker="ANNA22", url="https://dvb.example/sv/talare/anna-alm/"
)


@pytest.mark.parametrize("changes", [{"day": None, "start": None, "end": None}, {"start": None, "end": None}])
def test_what_has_no_time_has_no_times(changes):
    assert sessions.times(session(**changes)) is None


def test_the_edition_itself_has_no_times():
    assert sessions.times(edition()) is None


@pytest.mark.parametrize(
    ("start", "end", "duration"),
    [
        pytest.param(local(2020, 12, 8, 13), local(2020, 12, 8, 14, 15), "01:15", id="by day"),
        pytest.param(local(2020, 12, 8, 22), local(2020, 12, 9, 1, 30), "03:30", id="past midnight"),
        pytest.param(local(2020, 10, 24, 23), local(2020, 10, 25, 4), "06:00", id="clocks are put back"),
        pytest.param(local(2020, 3, 28, 23), local(2020, 3, 29, 4), "04:00", id="clocks are put forward"),
        pytest.param(local(2020, 12, 8, 9), local(2020, 12, 9, 8, 59), "23:59", id="as long as can be"),
        pytest.param(local(2020, 12, 8, 9), local(2020, 12, 9, 9), "23:59", id="a day and a night"),
        pytest.param(local(2020, 10, 24, 3, 30), local(2020, 10, 25, 3), "23:59", id="more than a day"),
        pytest.param(local(2020, 12, 8, 9), local(2020, 12, 12, 9), "23:59", id="for days"),
        pytest.param(local(2020, 12, 8, 9), local(2020, 12, 8, 9, 0, 20), "00:01", id="a moment"),
        pytest.param(local(2020, 12, 8, 9, 0, 40), local(2020, 12, 8, 9, 30), "00:29", id="with seconds"),
    ],
)
def test_a_duration_is_that_of_the_world_and_shorter_than_a_day(start, end, duration):
    found = sessions.times(session(day=start.date(), start=start, end=end))
    assert found is not None
    assert (found.duration, found.day) == (duration, start.date())


def test_the_clock_is_that_of_the_place():
    found = sessions.times(session(day=date(2020, 12, 8), start=local(2020, 12, 8, 9, 5)))
    assert found is not None
    assert found.clock == "09:05"


@pytest.mark.parametrize(
    ("notice", "title"),
    [
        (Notice.NONE, "Öppning"),
        (Notice.CANCELLED, "Inställt: Öppning"),
        (Notice.POSTPONED, "Uppskjutet: Öppning"),
        (Notice.TENTATIVE, "Preliminärt: Öppning"),
    ],
)
def test_a_title_says_what_the_schemas_have_no_field_for(notice, title):
    assert sessions.headline(session(title="Öppning", notice=notice), SWEDISH) == title
    assert sessions.headline(edition(notice=notice), SWEDISH, "Öppning") == title


def test_the_subtitle_is_the_reason_why_it_is_not_as_announced():
    assert sessions.subtitle(session(), SWEDISH) == ""
    assert sessions.subtitle(session(reason="Talaren är sjuk."), SWEDISH) == "Orsak: Talaren är sjuk."


# ---- description


def test_the_description_is_a_list_of_who_does_what():
    assert sessions.description(session(), factories.options()) == (
        "Medverkande:\n\n"
        "- Moderator: Eva Ek, sektionschef, Sveriges Kommuner och Regioner\n"
        "- Paneldeltagare: Bo Berg (S), regionråd, Region Västerbotten, Inera, via länk\n"
        "- Talare: Dalia Dahl"
    )


def test_the_description_says_that_the_link_is_sent_and_that_the_text_is_in_another_language():
    item = session(appearances=(), stream="", stream_for_registered=True, language="en")
    assert sessions.description(item, factories.options()) == ("Länken till sändningen skickas till anmälda.\n\nPå en")


def test_a_language_that_the_words_do_not_name_is_said_by_its_code():
    item = session(appearances=(), language="xx")
    assert sessions.description(item, factories.options()) == "På xx"


def test_the_description_is_empty_where_there_is_nothing_to_say():
    nameless = LocalisedAppearance(name="", role=Role.SPEAKER)
    cancelled = factories.cancelled_session(appearances=(nameless,), stream="", stream_for_registered=True)
    assert sessions.description(cancelled, factories.options()) == ""


# ---- people


def test_somebody_with_a_page_is_the_same_person_in_every_session():
    (here,) = sessions.persons(session(1, appearances=(ANNA,)))
    (there,) = sessions.persons(session(2, appearances=(replace(ANNA, name="Anna Asp", role=Role.HOST),)))
    assert (here.guid, here.number) == (there.guid, there.number)
    assert (here.name, here.code, here.url) == ("Anna Alm", "ANNA22", ANNA.url)
    assert 0 < here.number < 2**31


def test_two_who_are_called_the_same_are_not_taken_for_one():
    (here,) = sessions.persons(session(1, appearances=(factories.SPEAKER,)))
    (there,) = sessions.persons(session(2, appearances=(factories.SPEAKER,)))
    assert here.name == there.name
    assert here.guid != there.guid
    assert (here.code, here.url) == ("", "")


def test_a_number_is_positive_though_an_identity_begins_with_nothing():
    assert sessions.Person("00000000-0000-4000-8000-000000000000", "Ingen").number == 1


def test_nobody_is_without_a_name():
    nameless = LocalisedAppearance(name="", role=Role.SPEAKER)
    assert [each.name for each in sessions.persons(session(appearances=(nameless, ANNA)))] == ["Anna Alm"]


# ---- links

PUBLISHED = Recording(
    "Inspelning", "https://play.example/1", "Play", RecordingStatus.PUBLISHED, published=date(2020, 12, 11)
)


def test_links_are_the_public_stream_and_published_recordings():
    promised = Recording("Kommer", service="YouTube")
    untitled = replace(PUBLISHED, title="", url="http://play.example/2", service="")
    found = sessions.links(session(title="Öppning", recordings=(promised, PUBLISHED, untitled)), SWEDISH)
    assert list(found) == [
        Link("https://play.example/stora-salen", "Se sändningen"),
        Link("https://play.example/1", "Inspelning", "Play"),
        Link("http://play.example/2", "Öppning"),
    ]


def test_a_cancelled_session_has_no_stream_to_watch():
    assert list(sessions.links(factories.cancelled_session(recordings=(PUBLISHED,)), SWEDISH)) == [
        Link("https://play.example/1", "Inspelning", "Play")
    ]


def test_links_lead_to_the_web_alone():
    item = session(stream="tel:+4690123", recordings=(replace(PUBLISHED, url="mailto:a@dvb.example"),))
    assert list(sessions.links(item, SWEDISH)) == []


def test_a_link_without_any_title_is_called_by_its_address():
    item = session(title="", stream="", recordings=(replace(PUBLISHED, title=""),))
    assert [link.title for link in sessions.links(item, SWEDISH)] == ["https://play.example/1"]


def test_attachments_are_the_documents():
    documents = (
        Document("Bilder", "https://dvb.example/documents/1/bilder.pdf", "application/pdf", 1200),
        Document("", "https://dvb.example/documents/2/"),
        Document("Borttagen", ""),
    )
    assert list(sessions.attachments(session(title="Öppning", documents=documents))) == [
        Link("https://dvb.example/documents/1/bilder.pdf", "Bilder"),
        Link("https://dvb.example/documents/2/", "Öppning"),
    ]


@pytest.mark.parametrize(
    ("code", "slug"),
    [("sal-a", "sal-a"), ("a2", "a2"), ("2020-ars-sal", ""), ("a", ""), ("sal-", ""), ("", "")],
)
def test_a_code_that_both_schemas_take_for_a_slug_is_one(code, slug):
    assert sessions.slug(code) == slug


def test_a_tentative_session_keeps_its_stream():
    item = session(status=SessionStatus.TENTATIVE, recordings=())
    assert [link.url for link in sessions.links(item, SWEDISH)] == [item.stream]
