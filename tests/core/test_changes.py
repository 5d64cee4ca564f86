from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.changes import (
    ChangeKind,
    EditionSignificance,
    EditionSnapshot,
    Significance,
    Snapshot,
    difference,
    edition_difference,
    edition_significance,
    edition_snapshot,
    significance,
    snapshot,
)
from dvb_wagtail.core.places import Room
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus
from tests.core.records import HOUSE, LIBRARY, appearance, conference, session

NOTHING = ()

POSTPONED = conference(status=ConferenceStatus.POSTPONED)
CANCELLED = conference(status=ConferenceStatus.CANCELLED)
ALL_ONLINE = conference(status=ConferenceStatus.MOVED_ONLINE)
HALTED = [POSTPONED, CANCELLED]


def of(edition=None, *, public=True, **facts):
    """A session at one moment."""
    return snapshot(session(**facts), edition or conference(), public=public)


def kinds(before, after):
    return [kind.value for kind in difference(before, after)]


# --- what is compared


def test_a_snapshot_holds_codes_times_and_kinds():
    speakers = (appearance("1", speaker="ABC234"), appearance("2", name="Ola Öst"), appearance("3", name=""))

    assert of(appearances=speakers) == Snapshot(
        day=date(2020, 12, 8),
        start=time(13),
        end=time(14, 15),
        venue="kulturhuset",
        room="stora-salen",
        attendance=Attendance.ONSITE,
        status=SessionStatus.CONFIRMED,
        edition=ConferenceStatus.SCHEDULED,
        speakers=(("1", "ABC234"), ("2", "")),
        public=True,
    )


def test_a_snapshot_of_an_edition_holds_its_days_its_first_venue_and_its_form():
    assert edition_snapshot(conference()) == EditionSnapshot(
        start=date(2020, 12, 8),
        end=date(2020, 12, 9),
        venue="kulturhuset",
        attendance=Attendance.MIXED,
        status=ConferenceStatus.SCHEDULED,
    )


@pytest.mark.parametrize(
    ("facts", "venue"),
    [
        ({"room": "sal-a"}, "kulturhuset"),
        ({"room": "lasesalen"}, "biblioteket"),
        ({"room": ""}, "kulturhuset"),
        ({"room": "unknown"}, "kulturhuset"),
        ({"room": "", "attendance": Attendance.ONLINE}, ""),
        ({"room": "lasesalen", "attendance": Attendance.ONLINE}, "biblioteket"),
    ],
)
def test_the_venue_is_that_of_the_room_else_the_main_one_and_none_online(facts, venue):
    assert of(**facts).venue == venue


def test_an_edition_without_venues_has_none():
    assert of(conference(venues=()), room="").venue == ""
    assert edition_snapshot(conference(venues=())).venue == ""


# --- what attendees hear of a session


def test_nothing_is_told_of_what_stays_as_it_was():
    assert kinds(of(), of()) == []
    assert kinds(None, None) == []


def test_names_titles_and_the_rest_of_the_text_are_no_change():
    renamed = replace(HOUSE, names={"sv": "Sara"}, address="Torget 2", rooms=(Room("stora-salen", {"sv": "Aulan"}),))

    assert kinds(of(), of(conference(venues=(renamed,)), texts={}, track="", themes=(), captions=True)) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"day": date(2020, 12, 9)}, ["moved"]),
        ({}, {"start": time(12)}, ["moved"]),
        ({}, {"end": time(15)}, ["moved"]),
        ({}, {"start": None, "end": None}, ["moved"]),
        ({"day": None, "start": None, "end": None}, {}, ["moved"]),
        ({}, {"room": "sal-a"}, ["other_room"]),
        ({}, {"room": "lasesalen"}, ["other_room"]),
        ({"room": ""}, {}, ["other_room"]),
        ({}, {"room": ""}, ["other_room"]),
        ({}, {"day": date(2020, 12, 9), "room": "sal-a"}, ["moved", "other_room"]),
        ({}, {"attendance": Attendance.ONLINE}, ["moved_online"]),
        ({"attendance": Attendance.MIXED}, {"attendance": Attendance.ONLINE}, ["moved_online"]),
        ({}, {"attendance": Attendance.ONLINE, "room": ""}, ["moved_online"]),
        ({"attendance": Attendance.ONLINE, "room": ""}, {}, ["moved_onsite"]),
        ({"attendance": Attendance.ONLINE}, {"attendance": Attendance.MIXED}, ["moved_onsite"]),
        ({"attendance": Attendance.MIXED}, {}, ["moved_onsite"]),
        ({"attendance": Attendance.MIXED}, {"room": "sal-a"}, ["other_room", "moved_onsite"]),
        ({}, {"attendance": Attendance.MIXED}, []),
        ({}, {"status": SessionStatus.CANCELLED}, ["cancelled"]),
        ({}, {"status": SessionStatus.CANCELLED, "room": "sal-a", "start": time(9)}, ["cancelled"]),
        ({"status": SessionStatus.TENTATIVE}, {"status": SessionStatus.CANCELLED}, ["cancelled"]),
        ({"status": SessionStatus.CANCELLED}, {"status": SessionStatus.CANCELLED, "room": "sal-a"}, []),
        ({"status": SessionStatus.CANCELLED}, {}, ["restored"]),
        ({"status": SessionStatus.CANCELLED}, {"status": SessionStatus.TENTATIVE}, ["restored"]),
        ({"status": SessionStatus.CANCELLED}, {"room": "sal-a", "start": time(9)}, ["moved", "other_room", "restored"]),
        ({"status": SessionStatus.TENTATIVE}, {}, []),
        ({}, {"status": SessionStatus.TENTATIVE}, []),
    ],
)
def test_time_place_and_status_are_told(before, after, expected):
    assert kinds(of(**before), of(**after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "sal-a", []),
        ("sal-a", "", []),
        ("sal-a", "stora-salen", ["other_room"]),
    ],
)
def test_of_what_is_online_only_another_room_online_is_told(before, after, expected):
    online = Attendance.ONLINE

    assert kinds(of(attendance=online, room=before), of(attendance=online, room=after)) == expected
    assert kinds(of(ALL_ONLINE, room=before), of(ALL_ONLINE, room=after)) == expected


def test_a_session_of_the_whole_venue_goes_along_to_another_one():
    elsewhere = conference(venues=(LIBRARY, HOUSE))

    assert kinds(of(room=""), of(elsewhere, room="")) == ["other_room"]
    assert kinds(of(conference(venues=()), room=""), of(room="")) == []
    assert kinds(of(room=""), of(conference(venues=()), room="")) == []


EVA, OLA, PIA = appearance("1", "Eva"), appearance("2", "Ola"), appearance("3", "Pia")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (EVA,), ["speaker_added"]),
        ((EVA,), (), ["speaker_removed"]),
        ((EVA,), (OLA,), ["speaker_replaced"]),
        ((EVA,), (OLA, PIA), ["speaker_replaced", "speaker_added"]),
        ((EVA, OLA), (PIA,), ["speaker_replaced", "speaker_removed"]),
        ((EVA, OLA), (OLA, EVA), []),
        ((replace(EVA, speaker="EVA234"),), (replace(EVA, speaker="OLA234"),), ["speaker_replaced"]),
        ((EVA,), (replace(EVA, speaker="EVA234"),), []),
        ((replace(EVA, speaker="EVA234"),), (EVA,), []),
        ((replace(EVA, speaker="EVA234"),), (replace(PIA, speaker="EVA234"),), []),
        ((EVA,), (appearance("1", name=""),), ["speaker_removed"]),
        ((EVA,), (replace(EVA, remote=True, party="S"),), []),
    ],
)
def test_speakers_are_told_by_page_and_appearance(before, after, expected):
    assert kinds(of(appearances=before), of(appearances=after)) == expected


def test_a_session_that_was_not_there_is_new_but_not_if_it_comes_cancelled():
    assert kinds(None, of()) == ["new"]
    assert kinds(None, of(status=SessionStatus.CANCELLED)) == []


@pytest.mark.parametrize("gone", [None, of(public=False)])
def test_what_nobody_may_see_any_more_is_withdrawn(gone):
    assert kinds(of(), gone) == ["withdrawn"]
    assert kinds(of(status=SessionStatus.CANCELLED), gone) == ["withdrawn"]
    assert kinds(of(public=False), gone) == []
    assert kinds(None, gone) == []


def test_what_was_withdrawn_comes_back_restored_and_says_what_changed_meanwhile():
    gone = of(public=False)

    assert kinds(gone, of()) == ["restored"]
    assert kinds(gone, of(start=time(12))) == ["moved", "restored"]
    assert kinds(gone, of(status=SessionStatus.CANCELLED)) == ["cancelled"]
    assert kinds(of(public=False, status=SessionStatus.CANCELLED), of(status=SessionStatus.CANCELLED)) == []


@pytest.mark.parametrize("halted", HALTED)
@pytest.mark.parametrize(
    "facts",
    [{}, {"start": time(12)}, {"room": "sal-a"}, {"status": SessionStatus.CANCELLED}, {"appearances": (EVA,)}],
)
def test_of_the_sessions_of_an_edition_that_does_not_take_place_nothing_is_told(halted, facts):
    assert kinds(of(), of(halted, **facts)) == []
    assert kinds(None, of(halted, **facts)) == []
    assert kinds(of(halted), None) == []


@pytest.mark.parametrize("edition", [*HALTED, ALL_ONLINE])
def test_what_the_edition_does_to_all_is_not_told_of_each(edition):
    assert kinds(of(), of(edition)) == []
    assert kinds(of(edition), of()) == []


def test_a_session_that_went_online_with_its_edition_is_told_of_no_form_of_its_own():
    assert kinds(of(ALL_ONLINE), of(ALL_ONLINE, attendance=Attendance.ONLINE)) == []


FACTS = st.fixed_dictionaries(
    {
        "day": st.sampled_from([None, date(2020, 12, 8), date(2020, 12, 9)]),
        "start": st.sampled_from([None, time(9), time(13)]),
        "room": st.sampled_from(["", "stora-salen", "sal-a", "lasesalen"]),
        "attendance": st.sampled_from(Attendance),
        "status": st.sampled_from(SessionStatus),
        "appearances": st.lists(st.sampled_from([EVA, OLA, PIA]), unique_by=lambda one: one.id).map(tuple),
    }
)
MOMENTS = st.one_of(
    st.none(),
    st.builds(
        lambda status, public, facts: of(conference(status=status), public=public, **facts),
        st.sampled_from(ConferenceStatus),
        st.booleans(),
        FACTS,
    ),
)


@given(MOMENTS, MOMENTS)
def test_each_kind_is_told_once_and_in_their_order_and_alone_where_it_says_all(before, after):
    told = difference(before, after)

    assert list(told) == [kind for kind in ChangeKind if kind in told]
    assert len(told) == 1 or not set(told) & {ChangeKind.NEW, ChangeKind.CANCELLED, ChangeKind.WITHDRAWN}


@given(MOMENTS)
def test_no_moment_differs_from_itself(moment):
    assert difference(moment, moment) == NOTHING


# --- what attendees hear of an edition


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {}, []),
        ({}, {"texts": {}, "number": 7, "start_time": time(12)}, []),
        ({}, {"start": date(2020, 12, 7)}, ["moved"]),
        ({}, {"end": date(2020, 12, 10)}, ["moved"]),
        ({}, {"status": ConferenceStatus.CANCELLED}, ["cancelled"]),
        ({}, {"status": ConferenceStatus.CANCELLED, "start": date(2020, 12, 7)}, ["cancelled"]),
        ({}, {"status": ConferenceStatus.POSTPONED}, ["postponed"]),
        ({}, {"status": ConferenceStatus.POSTPONED, "end": date(2020, 12, 20)}, ["moved", "postponed"]),
        ({"status": ConferenceStatus.POSTPONED}, {"status": ConferenceStatus.CANCELLED}, ["cancelled"]),
        ({"status": ConferenceStatus.CANCELLED}, {"status": ConferenceStatus.POSTPONED}, ["postponed"]),
        (
            {"status": ConferenceStatus.POSTPONED},
            {"status": ConferenceStatus.POSTPONED, "end": date(2020, 12, 20)},
            ["moved"],
        ),
        (
            {"status": ConferenceStatus.CANCELLED},
            {"status": ConferenceStatus.CANCELLED, "end": date(2020, 12, 20)},
            [],
        ),
        ({"status": ConferenceStatus.CANCELLED}, {}, ["restored"]),
        ({"status": ConferenceStatus.POSTPONED}, {"end": date(2020, 12, 20)}, ["moved", "restored"]),
        ({}, {"status": ConferenceStatus.MOVED_ONLINE}, ["moved_online"]),
        ({"status": ConferenceStatus.MOVED_ONLINE}, {}, ["moved_onsite"]),
        (
            {"status": ConferenceStatus.CANCELLED},
            {"status": ConferenceStatus.MOVED_ONLINE},
            ["moved_online", "restored"],
        ),
        ({"attendance": Attendance.ONSITE}, {"attendance": Attendance.ONLINE}, ["moved_online"]),
        ({"attendance": Attendance.ONSITE}, {"attendance": Attendance.MIXED}, []),
        ({}, {"venues": (LIBRARY,)}, ["other_room"]),
        ({"venues": ()}, {}, []),
        ({}, {"venues": ()}, []),
        ({}, {"venues": (LIBRARY,), "status": ConferenceStatus.CANCELLED}, ["cancelled"]),
    ],
)
def test_the_edition_is_told_of_as_a_whole(before, after, expected):
    told = edition_difference(edition_snapshot(conference(**before)), edition_snapshot(conference(**after)))

    assert [kind.value for kind in told] == expected


# --- what SEQUENCE rises for


def test_the_significance_of_a_session_is_what_a_calendar_would_move_it_for():
    assert significance(session(), conference()) == Significance(
        day=date(2020, 12, 8),
        start=datetime(2020, 12, 8, 12, tzinfo=UTC),
        end=datetime(2020, 12, 8, 13, 15, tzinfo=UTC),
        venue="kulturhuset",
        room="stora-salen",
        attendance=Attendance.ONSITE,
        status=SessionStatus.CONFIRMED,
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"day": date(2020, 12, 9)},
        {"start": time(12)},
        {"end": time(15)},
        {"end": time(12)},
        {"start": None, "end": None},
        {"day": None},
        {"room": "sal-a"},
        {"room": "lasesalen"},
        {"room": ""},
        {"attendance": Attendance.ONLINE},
        {"attendance": Attendance.MIXED},
        {"status": SessionStatus.TENTATIVE},
        {"status": SessionStatus.CANCELLED},
    ],
)
def test_sequence_rises_with_time_place_and_status(facts):
    assert significance(session(**facts), conference()) != significance(session(), conference())


@pytest.mark.parametrize(
    "facts",
    [
        {"texts": {}},
        {"code": "OTHER2"},
        {"appearances": (EVA,)},
        {"track": "", "themes": (), "tickets": ("guld",)},
        {"stream": "https://play.example/", "has_stream": True},
        {"captions": True},
    ],
)
def test_sequence_rises_with_nothing_else_of_a_session(facts):
    assert significance(session(**facts), conference()) == significance(session(), conference())


@pytest.mark.parametrize(
    "edition",
    [
        ALL_ONLINE,
        CANCELLED,
        POSTPONED,
        conference(time_zone="Europe/Helsinki"),
        conference(venues=(replace(LIBRARY, rooms=HOUSE.rooms),)),
    ],
)
def test_sequence_rises_with_what_the_edition_does_to_its_sessions(edition):
    assert significance(session(), edition) != significance(session(), conference())


@pytest.mark.parametrize(
    "edition",
    [
        conference(venues=(replace(HOUSE, names={"sv": "Sara"}, address="Torget 2", latitude=0.0), LIBRARY)),
        conference(venues=(replace(HOUSE, former=True, rooms=HOUSE.rooms), LIBRARY)),
        conference(time_zone="Europe/Berlin"),
        conference(texts={}, start=date(2020, 12, 1), themes=(), tracks=()),
    ],
)
def test_sequence_stays_when_the_edition_moves_no_session(edition):
    assert significance(session(), edition) == significance(session(), conference())


def test_from_postponed_to_cancelled_is_nothing_new_to_a_session():
    assert significance(session(), POSTPONED) == significance(session(), CANCELLED)


def test_the_significance_of_an_edition_is_that_of_its_all_day_event():
    assert edition_significance(conference()) == EditionSignificance(
        start=date(2020, 12, 8),
        end=date(2020, 12, 9),
        venue="kulturhuset",
        attendance=Attendance.MIXED,
        status=ConferenceStatus.SCHEDULED,
    )


@pytest.mark.parametrize(
    ("facts", "rises"),
    [
        ({"start": date(2020, 12, 7)}, True),
        ({"end": date(2020, 12, 10)}, True),
        ({"venues": (LIBRARY,)}, True),
        ({"attendance": Attendance.ONSITE}, True),
        ({"status": ConferenceStatus.CANCELLED}, True),
        ({"status": ConferenceStatus.MOVED_ONLINE}, True),
        ({"texts": {}}, False),
        ({"start_time": time(12), "end_time": time(13)}, False),
        ({"venues": (replace(HOUSE, names={"sv": "Sara"}, rooms=()),)}, False),
        ({"stream": "https://play.example/", "hashtag": "#dv2020"}, False),
    ],
)
def test_the_sequence_of_an_edition_rises_with_dates_place_and_status_alone(facts, rises):
    assert (edition_significance(conference(**facts)) != edition_significance(conference())) is rises
