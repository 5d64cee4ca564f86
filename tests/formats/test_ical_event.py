from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.localise import instants
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.vocabulary import ConferenceStatus, Kind, Notice, SessionStatus
from dvb_wagtail.formats import ical
from tests.formats import factories
from tests.formats.factories import cancelled_session, conference, local, session, stamp
from tests.formats.reading import event_of, line

SESSION_PROPERTIES = {
    "UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL",
    "DTSTART", "DTEND", "STATUS", "TRANSP", "CATEGORIES", "CONFERENCE",
}  # fmt: skip


def at_night(day: date, start: str, end: str, time_zone: str = "Europe/Stockholm") -> tuple[datetime, datetime]:
    """Return the instants of a session by its wall clock, as the product reckons them."""
    clock = [datetime.strptime(each, "%H:%M").time() for each in (start, end)]  # noqa: DTZ007
    found = instants(
        Session(
            id="s", code="S", kind=Kind.OTHER, texts={"sv": SessionTexts("S")}, day=day, start=clock[0], end=clock[1]
        ),
        time_zone,
    )
    assert found is not None
    return found


# What an event has, and what it never has


def test_a_full_session_has_exactly_these_properties():
    assert set(event_of(session())) == SESSION_PROPERTIES


def test_a_bare_session_has_no_empty_property():
    bare = session(url="", abstract="", appearances=(), track="", themes=(), stream="", place=Place("På nätet"))
    assert set(event_of(bare)) == SESSION_PROPERTIES - {"DESCRIPTION", "GEO", "URL", "CONFERENCE"}


def test_an_edition_has_exactly_these_properties():
    assert set(event_of(conference())) == SESSION_PROPERTIES - {"CATEGORIES"} | {"IMAGE"}


# Identity and change


def test_the_uid_is_the_identity_whatever_is_renamed_or_moved():
    moved = session(
        title="Nytt namn", url="https://dvb.example/ny/", day=date(2020, 12, 9), start=local(2020, 12, 9, 9),
        end=local(2020, 12, 9, 10), language="en", code="ANNAN2", stamp=stamp(sequence=7),
    )  # fmt: skip
    assert str(event_of(moved)["UID"]) == str(event_of(session())["UID"]) == session().id


def test_dates_of_change_are_those_of_the_record_and_never_now():
    event = event_of(session())
    assert (event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (stamp().changed, stamp().changed)
    assert event["CREATED"].dt == stamp().created
    assert line(event, "DTSTAMP") == "DTSTAMP:20201102T134530Z"


def test_the_sequence_is_that_of_the_record():
    assert event_of(session(stamp=stamp(sequence=3)))["SEQUENCE"] == 3
    assert event_of(conference(stamp=stamp(sequence=0)))["SEQUENCE"] == 0


# Time


def test_times_have_the_iana_name_of_their_zone():
    event = event_of(session())
    assert line(event, "DTSTART") == "DTSTART;TZID=Europe/Stockholm:20201208T130000"
    assert line(event, "DTEND") == "DTEND;TZID=Europe/Stockholm:20201208T141500"


def test_an_edition_is_whole_days_to_the_day_after_its_last():
    event = event_of(conference())
    assert line(event, "DTSTART") == "DTSTART;VALUE=DATE:20201208"
    assert line(event, "DTEND") == "DTEND;VALUE=DATE:20201210"


def test_an_edition_of_one_day_ends_on_the_next():
    event = event_of(conference(start=date(2019, 11, 21), end=date(2019, 11, 21)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2019, 11, 21), date(2019, 11, 22))


def test_a_session_without_a_time_fills_its_day_and_blocks_nobody():
    event = event_of(session(start=None, end=None))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2020, 12, 8), date(2020, 12, 9))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["STATUS"] == "CONFIRMED"


def test_a_session_without_a_day_is_absent():
    assert ical.part(session(day=None, start=None, end=None), factories.options()) == b""


@pytest.mark.parametrize(
    ("day", "start", "end", "expected"),
    [
        (date(2020, 12, 8), "22:00", "01:30", ("2020-12-08T21:00Z", "2020-12-09T00:30Z")),
        (date(2020, 12, 31), "23:30", "00:30", ("2020-12-31T22:30Z", "2020-12-31T23:30Z")),
        (date(2020, 3, 28), "23:00", "04:00", ("2020-03-28T22:00Z", "2020-03-29T02:00Z")),
        (date(2020, 3, 29), "02:30", "03:30", ("2020-03-29T01:30Z", "2020-03-29T02:30Z")),
        (date(2020, 10, 24), "23:00", "04:00", ("2020-10-24T21:00Z", "2020-10-25T03:00Z")),
        (date(2020, 10, 25), "02:15", "02:45", ("2020-10-25T00:15Z", "2020-10-25T00:45Z")),
        (date(2020, 7, 1), "09:00", "10:00", ("2020-07-01T07:00Z", "2020-07-01T08:00Z")),
    ],
    ids=["past midnight", "past new year", "spring night", "skipped hour", "autumn night", "double hour", "summer"],
)
def test_a_reader_finds_the_instants(day, start, end, expected):
    opening, closing = at_night(day, start, end)
    event = event_of(session(day=day, start=opening, end=closing))
    found = tuple(event[name].dt.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") for name in ("DTSTART", "DTEND"))
    assert found == expected


# Status


def test_a_planned_session_is_confirmed_and_takes_time():
    event = event_of(session())
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert event["SUMMARY"] == "Politiskt ledarskap i transformation"


def test_a_cancelled_session_stays_says_so_and_takes_no_time():
    event = event_of(cancelled_session())
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert event["SUMMARY"] == "Inställt: Politiskt ledarskap i transformation"
    assert event["UID"] == event_of(session())["UID"]


def test_a_kept_cancelled_session_is_confirmed_and_still_says_so():
    event = event_of(cancelled_session(), factories.options(asked=frozenset({Option.KEEP_CANCELLED})))
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert event["SUMMARY"] == "Inställt: Politiskt ledarskap i transformation"


def test_keeping_the_cancelled_changes_nothing_else():
    kept = factories.options(asked=frozenset({Option.KEEP_CANCELLED}))
    assert ical.part(session(), kept) == ical.part(session(), factories.options())
    assert ical.part(cancelled_session(), kept) == ical.part(cancelled_session(), factories.options()).replace(
        b"STATUS:CANCELLED", b"STATUS:CONFIRMED"
    )


def test_a_tentative_session_says_so():
    event = event_of(session(status=SessionStatus.TENTATIVE, notice=Notice.TENTATIVE))
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "OPAQUE")
    assert event["SUMMARY"] == "Preliminärt: Politiskt ledarskap i transformation"


@pytest.mark.parametrize(
    ("status", "notice", "expected"),
    [
        (ConferenceStatus.SCHEDULED, Notice.NONE, ("CONFIRMED", "Digitala Västerbotten 2020")),
        (ConferenceStatus.MOVED_ONLINE, Notice.NONE, ("CONFIRMED", "Digitala Västerbotten 2020")),
        (ConferenceStatus.CANCELLED, Notice.CANCELLED, ("CANCELLED", "Inställt: Digitala Västerbotten 2020")),
        (ConferenceStatus.POSTPONED, Notice.POSTPONED, ("CANCELLED", "Uppskjutet: Digitala Västerbotten 2020")),
    ],
)
def test_an_edition_is_confirmed_unless_nobody_should_come(status, notice, expected):
    event = event_of(conference(status=status, notice=notice))
    assert (event["STATUS"], event["SUMMARY"]) == expected
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_cancelled_stream_is_linked_nowhere():
    for event in (
        event_of(cancelled_session()),
        event_of(conference(status=ConferenceStatus.POSTPONED, notice=Notice.POSTPONED)),
    ):
        assert "CONFERENCE" not in event
        assert "play.example" not in event.to_ical().decode()


# Text


def test_a_text_in_another_language_than_the_document_says_so():
    event = event_of(session(title="Leading change", language="en"))
    assert line(event, "SUMMARY") == "SUMMARY;LANGUAGE=en:Leading change"
    assert event["DESCRIPTION"].params == {"LANGUAGE": "en"}


def test_a_text_in_the_language_of_the_document_says_nothing():
    event = event_of(session())
    assert (event["SUMMARY"].params, event["DESCRIPTION"].params) == ({}, {})


def test_the_place_is_on_one_line_and_on_the_map():
    event = event_of(session())
    assert event["LOCATION"] == "Stora salen, Kulturhuset, Storgatan 1, Skellefteå"
    assert line(event, "GEO") == "GEO:64.750244;20.950917"


def test_the_location_is_never_empty():
    assert event_of(session(place=Place("")))["LOCATION"] == "Platsen meddelas senare"


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(None, 20.9), (64.7, None), (90.1, 0), (0, -180.1), (float("nan"), 0)]
)
def test_a_position_that_does_not_exist_is_left_out(latitude, longitude):
    place = replace(factories.PLACE, latitude=latitude, longitude=longitude)
    assert "GEO" not in event_of(session(place=place))


def test_a_position_on_the_edge_of_the_map_is_kept():
    place = replace(factories.PLACE, latitude=-90.0, longitude=180.0)
    assert line(event_of(session(place=place)), "GEO") == "GEO:-90.0;180.0"


def test_categories_are_track_themes_and_kind():
    event = event_of(session())
    assert [str(each) for each in event["CATEGORIES"].cats] == [
        "Politiskt ledarskap", "Digital transformation", "AI, etik", "Panelsamtal",
    ]  # fmt: skip


def test_the_page_is_the_url():
    assert event_of(session())["URL"] == "https://dvb.example/sv/dv2020/program/politiskt-ledarskap/"


def test_a_public_stream_is_a_conference():
    assert line(event_of(session()), "CONFERENCE") == (
        "CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL=Se sändningen;VALUE=URI:https://play.example/stora-salen"
    )


def test_a_stream_for_the_registered_is_no_conference():
    assert "CONFERENCE" not in event_of(session(stream="", stream_for_registered=True))


def test_an_edition_has_its_image():
    assert line(event_of(conference()), "IMAGE") == (
        "IMAGE;DISPLAY=FULLSIZE;FMTTYPE=image/jpeg;VALUE=URI:https://dvb.example/media/scen.jpg"
    )
    assert "IMAGE" not in event_of(conference(image=None))
