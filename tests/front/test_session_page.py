"""A session's page: who, when, where, how to take part, what is left afterwards."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from dvb_wagtail.core.vocabulary import Kind, Notice, Role
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage, SeriesPage, SessionPage
from dvb_wagtail.publication.tables import PublishedSession
from dvb_wagtail.testing import publish
from tests.front.reading import Document, links, only, read, text, texts
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)

DASH = "\N{EN DASH}"


def facts(document: Document) -> dict[str, str]:
    return {text(term): text(term.getnext()) for term in document.cssselect(".dvb-facts dt")}


def clock(hour: int, minute: int = 0) -> str:
    return words("sv").clock(time(hour, minute))


def test_when_and_where(client: Client, conference: ConferencePage) -> None:
    document = read(client, make_session(conference, room="sal-a", attendance="mixed").url)
    day = words("sv").long_day(conference.start_date)

    assert facts(document)[gettext("When")] == f"{day}, {clock(13)}{DASH}{clock(14)}"
    assert facts(document)[gettext("Where")].startswith("Sal A, Kulturhuset, Storgatan 1")
    assert only(document, "time").get("datetime") == "2020-12-08T13:00:00+01:00"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"start": time(22), "end": time(1)}, "22:00 to 01:00"),
        ({"start": None, "end": None}, "Time not decided yet"),
        ({"day": None, "start": None, "end": None}, "Day not decided yet"),
    ],
)
def test_an_end_past_midnight_and_what_is_open(
    client: Client, conference: ConferencePage, fields: dict[str, Any], said: str
) -> None:
    when = facts(read(client, make_session(conference, **fields).url))[gettext("When")]

    if said == "22:00 to 01:00":
        assert when.endswith(f"{clock(22)}{DASH}{clock(1)} ({words('sv').weekdays[conference.end_date.weekday()]})")
    else:
        assert gettext(said) in when


def test_a_public_stream_is_a_link(client: Client, conference: ConferencePage) -> None:
    page = make_session(conference, attendance="online", stream="https://stream.example.org/1")

    assert "https://stream.example.org/1" in links(read(client, page.url)).values()


def test_the_stream_of_the_registered_is_never_told(client: Client, conference: ConferencePage) -> None:
    page = make_session(
        conference, attendance="mixed", stream="https://hemligt.example.org/1", stream_access="registered"
    )
    response = client.get(page.url)

    assert b"hemligt" not in response.content
    assert facts(read(client, page.url))[gettext("Stream")] == words("sv").stream_for_registered


def test_who_takes_part(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    speaker = make_speaker(make_speaker_index(series), "Anna Andersson")
    session = make_appearance(
        make_session(conference),
        speaker,
        role="moderator",
        title="Direktör",
        organisations="Regionen; Kommunen",
        remote=True,
    )
    session = make_appearance(session, name="Bo Berg", role="panellist", party="S")
    anna, bo = read(client, session.url).cssselect(".dvb-appearances > li")
    sv = words("sv")

    assert links(anna) == {"Anna Andersson": speaker.url}
    assert texts(anna, "p") == [f"{sv.roles[Role.MODERATOR]}, {sv.via_link}", "Direktör, Regionen, Kommunen"]
    assert (links(bo), text(bo.find("h3"))) == ({}, "Bo Berg (S)")
    assert texts(bo, "p") == [sv.roles[Role.PANELLIST]]


def test_track_themes_and_tickets_by_name(client: Client, conference: ConferencePage) -> None:
    page = make_session(
        conference, track="politik", themes=["etik", "hallbarhet"], tickets=["guldbiljett"], language="en"
    )
    document = read(client, page.url)
    found = facts(document)

    assert found[gettext("Track")] == "Politik"
    assert found[gettext("Included in")] == "Guldbiljett"
    assert found[gettext("Language")].lower() == words("sv").languages["en"].lower()
    selections = links(document, ".dvb-facts a")
    assert selections == {
        "Politik": f"{conference.url}program/?track=politik",
        "Etik": f"{conference.url}program/?theme=etik",
        "Hållbarhet": f"{conference.url}program/?theme=hallbarhet",
    }
    assert {client.get(address).status_code for address in selections.values()} == {200}


def test_it_can_be_added_to_a_calendar_and_leads_back_to_its_day(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference)
    document = read(client, session.url)
    code = PublishedSession.objects.get().code

    assert links(document, ".dvb-actions a") == {
        gettext("Add to calendar"): f"/dvb/v1/conferences/dv2020/sv/sessions/{code}.ics",
        gettext("The whole programme"): f"{conference.url}program/#day-2020-12-08",
    }
    assert links(document, ".dvb-back a") == {conference.title: conference.url}


def test_what_is_added_to_a_calendar_does_not_follow_and_a_subscription_does(
    client: Client, conference: ConferencePage
) -> None:
    page = make_session(conference)
    (address,) = links(read(client, page.url), ".dvb-file-note a").values()
    path, _, anchor = address.partition("#")

    assert path == f"{conference.url}program/"
    assert only(read(client, path), f"#{anchor}").getparent().tag == "details"  # a link to it opens it


def test_where_nothing_can_be_added_nothing_is_said_of_it(client: Client, conference: ConferencePage) -> None:
    page = make_session(conference, status="cancelled")

    assert read(client, page.url).cssselect(".dvb-file-note") == []


def test_a_session_after_the_edition_is_added_where_none_can_subscribe_any_more(
    client: Client, conference: ConferencePage, now: Any
) -> None:
    page = make_session(conference, day=date(2020, 12, 20))
    now("2020-12-12T08:00")

    assert links(read(client, page.url), ".dvb-file-note a") == {}


@pytest.mark.parametrize(("moment", "is_over"), [("2020-12-08T23:59", False), ("2020-12-09T00:00", True)])
def test_of_a_day_that_is_over_no_time_is_to_be_decided(
    client: Client, conference: ConferencePage, now: Any, moment: str, *, is_over: bool
) -> None:
    page = make_session(conference, start=None, end=None)
    now(moment)
    day = words("sv").long_day(conference.start_date)
    said = day if is_over else f"{day}. {gettext('Time not decided yet')}"

    assert facts(read(client, page.url))[gettext("When")] == said


def test_of_an_edition_that_is_over_no_day_is_to_be_decided(
    client: Client, conference: ConferencePage, now: Any
) -> None:
    page = make_session(conference, day=None, start=None, end=None)
    now("2020-12-10T08:00")

    assert gettext("When") not in facts(read(client, page.url))


def test_one_theme_is_called_one(client: Client, conference: ConferencePage) -> None:
    one, two = make_session(conference, themes=["etik"]), make_session(conference, themes=["etik", "hallbarhet"])

    assert facts(read(client, one.url))[gettext("Theme")] == "Etik"
    assert gettext("Themes") in facts(read(client, two.url))


def test_a_title_that_is_the_kind_stands_alone(client: Client, conference: ConferencePage) -> None:
    lunch = words("sv").kinds[Kind.LUNCH]

    assert texts(read(client, make_session(conference, lunch, kind="lunch").url), ".dvb-eyebrow") == []


@pytest.mark.parametrize(("status", "notice"), [("cancelled", Notice.CANCELLED), ("tentative", Notice.TENTATIVE)])
def test_what_is_not_certain_is_said_with_the_reason(
    client: Client, conference: ConferencePage, status: str, notice: Notice
) -> None:
    page = make_session(conference, status=status, status_reason="Talaren är sjuk.")

    assert text(only(read(client, page.url), ".dvb-notice")) == f"{words('sv').notices[notice]}. Talaren är sjuk."


def test_nothing_is_tentative_afterwards(client: Client, conference: ConferencePage, now: Any) -> None:
    tentative, cancelled = (make_session(conference, status=status) for status in ("tentative", "cancelled"))
    now("2020-12-09T08:00")

    assert read(client, tentative.url).cssselect(".dvb-notice") == []
    assert len(read(client, cancelled.url).cssselect(".dvb-notice")) == 1


def test_recordings_of_its_own_and_those_it_shares(client: Client, conference: ConferencePage) -> None:
    recording = {"address": "https://video.example.org/", "service": "Video", "status": "published", "captioned": True}
    session = make_session(
        conference, track="politik", recordings=[("recording", recording | {"title": "Föreläsningen"})]
    )
    conference = ConferencePage.objects.get(pk=conference.pk)
    shared = recording | {"title": "Hela spåret", "track": "politik", "sessions": []}
    conference.recordings = [("recording", shared), ("recording", shared | {"title": "Annat", "track": "praktik"})]
    publish(conference)

    assert texts(read(client, session.url), ".dvb-recording h3") == ["Föreläsningen (Video)", "Hela spåret (Video)"]


PROMISE = {"title": "Föreläsningen", "service": "Video", "address": "", "status": "promised", "captioned": False}


@pytest.mark.parametrize(
    ("moment", "is_said"),
    [
        ("2020-11-02T09:00", False),
        ("2020-12-08T13:59", False),
        ("2020-12-08T14:00", True),
        ("2021-12-08T13:59", True),
        ("2021-12-08T14:00", False),
    ],
)
def test_a_recording_is_promised_from_the_end_of_the_session_for_a_year(
    client: Client, conference: ConferencePage, now: Any, moment: str, *, is_said: bool
) -> None:
    page = make_session(conference, recordings=[("recording", PROMISE)])
    now(moment)
    document = read(client, page.url)

    assert texts(document, ".dvb-recording h3") == (["Föreläsningen"] if is_said else [])
    assert bool(document.cssselect("#recordings")) is is_said


def test_no_recording_of_what_is_cancelled_is_promised(client: Client, conference: ConferencePage, now: Any) -> None:
    page = make_session(conference, recordings=[("recording", PROMISE)], status="cancelled")
    now("2020-12-09T08:00")

    assert read(client, page.url).cssselect(".dvb-recording") == []


def test_a_shared_recording_whose_title_is_in_another_language_says_so(
    client: Client, conference: ConferencePage
) -> None:
    published = PROMISE | {"status": "published", "address": "https://video.example.org/"}
    session = make_session(conference, track="politik", recordings=[("recording", published)])
    conference = ConferencePage.objects.get(pk=conference.pk)
    shared = published | {"title": "Hela spåret", "track": "politik", "sessions": []}
    conference.recordings = [("recording", shared)]
    publish(conference)
    make_translation(conference, title="Digital Västerbotten 2020")
    english = make_translation(session, title="Talk", recordings=[("recording", published | {"title": "The talk"})])
    named = [
        (text(each), each.get("lang")) for each in read(client, english.url).cssselect(".dvb-recording h3 a > [lang]")
    ]

    assert named == [("Hela spåret", "sv")]
    assert read(client, session.url).cssselect(".dvb-recording [lang]") == []


def test_articles_that_tell_of_it(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    session = make_session(conference)
    news = make_news(series)
    article = make_article(news, "Så var öppningen", about=[("page", session)])
    make_article(news, "Annat")

    assert links(read(client, session.url), "section[aria-labelledby=articles] h3 a") == {article.title: article.url}


def test_a_session_moved_in_the_main_language_is_moved_in_every_other(
    client: Client, conference: ConferencePage
) -> None:
    session = make_session(conference)
    make_translation(conference, title="Digital Västerbotten 2020")
    english = make_translation(session, title="Opening")
    session = SessionPage.objects.get(pk=session.pk)
    session.start, session.end = time(15), time(16)
    publish(session)

    assert read(client, english.url).cssselect("time")[0].get("datetime") == "2020-12-08T15:00:00+01:00"
