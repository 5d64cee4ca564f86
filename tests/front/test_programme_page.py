"""The programme's page: days, selections, their addresses, and what is not as planned, in words."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from dvb_wagtail.core.vocabulary import Kind, Notice
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage, SeriesPage, SessionPage
from dvb_wagtail.publication.tables import PublishedSpeaker
from dvb_wagtail.testing import publish
from tests.front.conftest import EDITION
from tests.front.reading import Document, links, only, read, text, texts
from tests.pages_factory import make_appearance, make_conference, make_session, make_speaker, make_speaker_index
from tests.stored import put_back_as_built

WEDNESDAY = date(2020, 12, 9)


def build_sessions() -> None:
    conference, afternoon = ConferencePage.objects.get(), {"kind": "seminar", "start": time(15), "end": time(16)}
    make_session(conference, "Välkomna", kind="opening", room="stora-salen", attendance="mixed")
    make_session(conference, "Politik", room="sal-a", track="politik", **afternoon)
    make_session(conference, "Praktik", room="sal-b", track="praktik", **afternoon)
    make_session(conference, "Tillit", kind="keynote", day=WEDNESDAY, start=time(9), end=time(10), themes=["etik"])


@pytest.fixture
def sessions(conference: ConferencePage) -> list[SessionPage]:
    put_back_as_built(*EDITION, build_sessions)
    return list(SessionPage.objects.order_by("pk"))


def programme(client: Client, conference: ConferencePage, query: str = "") -> Document:
    return read(client, f"{conference.url}program/{query}")


def titles(document: Document) -> list[str]:
    return texts(document, ".dvb-session-title")


def test_sessions_stand_by_day_and_time(client: Client, conference: ConferencePage, sessions: Any) -> None:
    document = programme(client, conference)

    assert [[text(day.find("h2")), *titles(day)] for day in document.cssselect(".dvb-day")] == [
        [words("sv").long_day(conference.start_date), "Välkomna", "Politik", "Praktik"],
        [words("sv").long_day(WEDNESDAY), "Tillit"],
    ]
    assert [time.get("datetime") for time in document.cssselect(".dvb-slot-time time")] == [
        "2020-12-08T13:00:00+01:00",
        "2020-12-08T15:00:00+01:00",
        "2020-12-09T09:00:00+01:00",
    ]


def test_sessions_at_the_same_time_are_said_to_be(client: Client, conference: ConferencePage, sessions: Any) -> None:
    slots = programme(client, conference).cssselect(".dvb-slot")

    assert [len(slot.cssselect(".dvb-sessions-beside")) for slot in slots] == [0, 1, 0]
    assert "2 " in text(only(slots[1], ".dvb-slot-time .dvb-small"))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?day=2020-12-09", ["Tillit"]),
        ("?track=politik", ["Politik"]),
        ("?track=politik&track=praktik", ["Politik", "Praktik"]),
        ("?track=praktik&room=sal-b&kind=seminar", ["Praktik"]),
        ("?track=praktik&room=sal-a", []),
        ("?theme=etik", ["Tillit"]),
        ("?kind=opening&kind=keynote", ["Välkomna", "Tillit"]),
        ("?place=online", ["Välkomna"]),
        ("?kind=lunch", []),
        ("?page=7&utm_source=brev&fbclid=1&okant=x", ["Välkomna", "Politik", "Praktik", "Tillit"]),
    ],
)
def test_the_query_narrows_it_and_what_it_does_not_know_is_left_alone(
    client: Client, conference: ConferencePage, sessions: Any, query: str, shown: list[str]
) -> None:
    assert titles(programme(client, conference, query)) == shown


@pytest.mark.parametrize(
    "query",
    [
        "?day=2020-13-40",
        "?day=igår",
        "?kind=okänd",
        "?track=okand",
        "?room=",
        "?language=xx",
        "?place=mixed",
        "?speaker=ZZZZZZ",
        "?" + "&".join(f"day=2020-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 29)),
    ],
    ids=lambda query: query[:20],
)
def test_what_was_never_known_is_not_found(
    client: Client, conference: ConferencePage, sessions: Any, query: str
) -> None:
    assert client.get(f"{conference.url}program/{query}").status_code == 404


def test_filters_are_links_and_the_chosen_ones_say_so(
    client: Client, conference: ConferencePage, sessions: Any
) -> None:
    path = conference.url + "program/"
    document = programme(client, conference, "?kind=seminar&room=sal-a")
    chosen = document.cssselect(".dvb-choices [aria-current=true]")

    assert [(text(link).split(" (")[0], link.get("href")) for link in chosen] == [
        ("Sal A", f"{path}?kind=seminar"),
        (words("sv").kinds["seminar"], f"{path}?room=sal-a"),
    ]
    assert links(document, ".dvb-count a") == {gettext("Show all"): path}


def test_a_choice_closes_the_filters_and_stands_above_the_programme(
    client: Client, conference: ConferencePage, sessions: Any
) -> None:
    path = conference.url + "program/"
    document = programme(client, conference, "?day=2020-12-08&kind=seminar&room=sal-a")
    remove = gettext("Take back:")

    assert only(document, ".dvb-filters details").get("open") is None
    assert links(document, ".dvb-chosen a") == {
        f"{remove} Sal A": f"{path}?day=2020-12-08&kind=seminar",
        f"{remove} {words('sv').kinds['seminar']}": f"{path}?day=2020-12-08&room=sal-a",
    }
    count = gettext("Showing %(shown)s of %(total)s sessions.") % {"shown": 1, "total": 4}
    assert text(only(document, ".dvb-count")) == f"{count} {gettext('Show all')}"


@pytest.mark.parametrize("query", ["", "?day=2020-12-09"])
def test_a_day_is_taken_back_where_it_was_chosen(
    client: Client, conference: ConferencePage, sessions: Any, query: str
) -> None:
    assert programme(client, conference, query).cssselect(".dvb-chosen") == []


def test_what_is_shown_can_be_subscribed_to(client: Client, conference: ConferencePage, sessions: Any) -> None:
    document = programme(client, conference, "?room=sal-a&kind=seminar")
    address = "http://testserver/dvb/v1/conferences/dv2020/sv/programme.ics?room=sal-a&kind=seminar"

    google, other = texts(document, ".dvb-subscribe .dvb-address")
    assert (google, other) == (f"{address}&cancelled=keep", address)
    assert address.replace("http:", "webcal:") in links(document, ".dvb-subscribe a").values()
    assert b"BEGIN:VCALENDAR" in client.get(address.removeprefix("http://testserver")).content


def test_a_selection_too_long_for_calendars_gets_no_address(
    client: Client, conference: ConferencePage, sessions: Any
) -> None:
    document = programme(client, conference, "?" + "&".join(f"kind={kind}" for kind in Kind))

    assert document.cssselect(".dvb-subscribe code, .dvb-subscribe a") == []
    assert text(only(document, ".dvb-subscribe-ways"))


def test_cancelled_and_tentative_are_said_in_words(client: Client, conference: ConferencePage) -> None:
    make_session(conference, "Sjuk", status="cancelled", status_reason="Talaren är sjuk.")
    make_session(conference, "Kanske", status="tentative", start=time(15), end=time(16))
    notices = words("sv").notices

    assert texts(programme(client, conference), ".dvb-notice") == [
        f"{notices[Notice.CANCELLED]}. Talaren är sjuk.",
        notices[Notice.TENTATIVE],
    ]


def test_a_cancelled_edition_reaches_each_session(client: Client, conference: ConferencePage) -> None:
    make_session(conference, "Välkomna")
    conference = ConferencePage.objects.get(pk=conference.pk)
    conference.status, conference.status_reason = "cancelled", "Smittläget."
    publish(conference)
    document = programme(client, conference)

    assert "Smittläget." in text(only(document, ".dvb-banner"))
    assert texts(document, ".dvb-notice") == [f"{words('sv').notices[Notice.CANCELLED]}. Smittläget."]
    assert document.cssselect(".dvb-session-calendar") == []


def test_what_is_open_stands_last(client: Client, conference: ConferencePage) -> None:
    make_session(conference, "Någon dag", day=None, start=None, end=None)
    make_session(conference, "Någon tid", start=None, end=None)
    make_session(conference, "Bestämt")
    days = programme(client, conference).cssselect(".dvb-day")

    assert [titles(day) for day in days] == [["Bestämt", "Någon tid"], ["Någon dag"]]
    assert text(days[1].find("h2")) == gettext("Day not decided yet")
    assert gettext("Time not decided yet") in texts(days[0], ".dvb-slot-time")


def test_of_what_is_over_nothing_is_still_to_be_decided(client: Client, conference: ConferencePage, now: Any) -> None:
    make_session(conference, "Någon dag", day=None, start=None, end=None)
    make_session(conference, "Första dagen", start=None, end=None)
    make_session(conference, "Andra dagen", day=WEDNESDAY, start=None, end=None)
    day, time_ = gettext("Day not decided yet"), gettext("Time not decided yet")
    now("2020-12-09T08:00")
    shown = [text(each) for each in programme(client, conference).cssselect(".dvb-day")]
    assert [(day in each, time_ in each) for each in shown] == [(False, False), (False, True), (True, False)]

    now("2020-12-10T00:00")
    shown = [text(each) for each in programme(client, conference).cssselect(".dvb-day")]
    assert [(day in each, time_ in each) for each in shown] == [(False, False)] * 3
    assert shown[2].startswith(gettext("Without a day"))


@pytest.mark.parametrize(
    ("status", "moment", "is_held"),
    [
        ("scheduled", "2020-12-10T00:00", True),
        ("moved_online", "2020-12-10T00:00", True),
        ("scheduled", "2020-12-09T23:59", False),
        ("cancelled", "2020-12-10T00:00", False),
        ("postponed", "2020-12-10T00:00", False),
    ],
)
def test_a_past_edition_is_said_to_have_been_held(
    client: Client, series: SeriesPage, now: Any, status: str, moment: str, *, is_held: bool
) -> None:
    page = make_conference(series, status=status)
    now(moment)
    days = words("sv").span(page.start_date, page.end_date)
    said = gettext("Held %(days)s") % {"days": days} if is_held else days

    assert text(only(read(client, page.url), ".dvb-eyebrow")) == said
    assert text(only(programme(client, page), ".dvb-lead")) == said
    card = only(read(client, series.url), "section[aria-labelledby=editions] .dvb-card")
    assert (gettext("Has been held") in texts(card, "p")) is is_held


def test_a_title_that_is_the_kind_stands_alone(client: Client, conference: ConferencePage) -> None:
    lunch = words("sv").kinds[Kind.LUNCH]
    make_session(conference, lunch.upper(), kind="lunch")
    make_session(conference, f"{lunch} i foajén", kind="lunch", start=time(15), end=time(16))
    document = programme(client, conference)

    assert [texts(each, ".dvb-kind") for each in document.cssselect(".dvb-session")] == [[], [lunch]]


def test_now_and_next_are_shown_in_the_days_of_the_edition(
    client: Client, conference: ConferencePage, sessions: Any, now: Any
) -> None:
    now("2020-12-08T13:30")
    document = programme(client, conference)

    assert titles(only(document, ".dvb-now")) == ["Välkomna", "Politik", "Praktik"]
    assert texts(document, ".dvb-day .dvb-tag-strong") == [gettext("Going on now")]
    assert programme(client, conference, "?kind=seminar").cssselect(".dvb-now") == []  # asked for something else
    now("2020-12-07T13:30")
    assert programme(client, conference).cssselect(".dvb-now") == []


def test_after_the_edition_nothing_is_left_to_subscribe_to(
    client: Client, conference: ConferencePage, sessions: Any, now: Any
) -> None:
    now("2021-01-02T12:00")
    document = programme(client, conference)

    assert document.cssselect(".dvb-subscribe, .dvb-session-calendar") == []
    assert len(titles(document)) == 4


def test_an_edition_without_a_programme_says_so_and_can_be_subscribed_to(client: Client, series: SeriesPage) -> None:
    document = programme(client, make_conference(series, "dv2021"))

    assert document.cssselect(".dvb-filters, .dvb-day") == []
    assert len(document.cssselect(".dvb-subscribe")) == 1


def test_a_speaker_can_be_chosen_by_address_and_taken_back(client: Client, series: SeriesPage, conference: Any) -> None:
    speaker = make_speaker(make_speaker_index(series), "Anna Andersson")
    make_appearance(make_session(conference, "Tillit"), speaker)
    make_session(conference, "Annat", start=time(15), end=time(16))
    code = PublishedSpeaker.objects.get().code
    document = programme(client, conference, f"?speaker={code}")

    assert titles(document) == ["Tillit"]
    assert [text(link).split(" (")[0] for link in document.cssselect(".dvb-choices [aria-current]")] == [
        "Anna Andersson"
    ]
