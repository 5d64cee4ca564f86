from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.programme import Phase, by_day, now_and_next, phase
from dvb_wagtail.core.vocabulary import SessionStatus
from tests.core.records import STAMP, SWEDISH, conference, localised

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def at(moment: str) -> datetime:
    """Return a wall-clock time in Stockholm."""
    return datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)


def outline(days):
    """The codes of a programme, by day and start."""
    return [(str(day.day), [(clock(slot.start), codes(slot.sessions)) for slot in day.slots]) for day in days]


def clock(start):
    return f"{start:%H:%M}" if start else ""


def codes(sessions):
    return [session.code for session in sessions]


def test_a_programme_is_shown_by_day_start_room_and_code_with_what_is_open_last():
    programme = by_day(
        [
            localised("NODAY2", day=None, times=""),
            localised("SECOND", day="2020-12-09", times="09:00-10:00"),
            localised("NOTIME", times=""),
            localised("ROOM-B", times="13:00-14:00", room="stora-salen"),
            localised("ROOM-A", times="13:00-15:00", room="sal-a"),
            localised("NODAY1", day=None, times=""),
            localised("CODE-2", times="10:00-11:00", room=""),
            localised("CODE-1", times="10:00-11:00", room=""),
        ]
    )

    assert outline(programme) == [
        ("2020-12-08", [("10:00", ["CODE-1", "CODE-2"]), ("13:00", ["ROOM-A", "ROOM-B"]), ("", ["NOTIME"])]),
        ("2020-12-09", [("09:00", ["SECOND"])]),
        ("None", [("", ["NODAY1", "NODAY2"])]),
    ]


def test_a_session_past_midnight_stands_on_the_day_that_the_editor_chose():
    programme = by_day(
        [localised("BREAKF", day="2020-12-09", times="07:00-08:00"), localised("MINGLE", times="22:00-01:00")]
    )

    assert outline(programme) == [("2020-12-08", [("22:00", ["MINGLE"])]), ("2020-12-09", [("07:00", ["BREAKF"])])]


def test_a_day_gives_all_its_sessions_in_order():
    last, later, first = (
        localised("C", times=""),
        localised("B", times="11:00-12:00"),
        localised("A", times="10:00-12:00"),
    )

    (day,) = by_day([last, later, first])

    assert day.sessions == (first, later, last)


def test_an_empty_programme_has_no_days():
    assert by_day([]) == ()


def test_one_has_to_choose_only_between_sessions_that_take_place():
    (day,) = by_day(
        [
            localised("ALONE2", times="09:00-10:00"),
            localised("FIRST2", times="10:00-11:00"),
            localised("OTHER2", times="10:00-12:00"),
            localised("STANDS", times="13:00-14:00"),
            localised("GONE22", times="13:00-14:00", status=SessionStatus.CANCELLED),
        ]
    )

    assert [slot.parallel for slot in day.slots] == [False, True, False]


@given(st.permutations([localised(code, times=times) for code in "AB" for times in ("", "10:00-11:00", "23:00-01:00")]))
def test_the_order_of_what_comes_in_changes_nothing(sessions):
    assert outline(by_day(sessions)) == [
        ("2020-12-08", [("10:00", ["A", "B"]), ("23:00", ["A", "B"]), ("", ["A", "B"])])
    ]


@pytest.mark.parametrize(
    ("moment", "now", "after"),
    [
        ("2020-12-08 08:59:59", [], ["EARLY2"]),
        ("2020-12-08 09:00", ["EARLY2"], ["HALL22", "ROOM22"]),
        ("2020-12-08 09:59:59", ["EARLY2"], ["HALL22", "ROOM22"]),
        ("2020-12-08 10:00", ["HALL22", "ROOM22"], ["NIGHT2"]),
        ("2020-12-08 11:00", ["ROOM22"], ["NIGHT2"]),
        ("2020-12-08 12:00", [], ["NIGHT2"]),
        ("2020-12-09 00:30", ["NIGHT2"], ["LAST22"]),
        ("2020-12-09 01:00", [], ["LAST22"]),
        ("2020-12-09 11:00", [], []),
    ],
)
def test_now_is_what_has_begun_and_not_ended_and_next_all_that_begins_at_the_next_start(moment, now, after):
    sessions = [
        localised("LAST22", day="2020-12-09", times="10:00-11:00"),
        localised("NIGHT2", times="22:00-01:00"),
        localised("ROOM22", times="10:00-12:00", room="stora-salen"),
        localised("HALL22", times="10:00-11:00", room=""),
        localised("EARLY2", times="09:00-10:00"),
        localised("OPEN22", times=""),
        localised("GONE22", times="08:00-23:00", status=SessionStatus.CANCELLED),
        localised("GONE23", times="08:59-23:00", day="2020-12-09", status=SessionStatus.CANCELLED),
    ]

    found = now_and_next(sessions, at(moment))

    assert (codes(found.now), codes(found.next)) == (now, after)


def test_the_moment_may_be_given_in_any_zone():
    sessions = [localised("EARLY2", times="09:00-10:00")]

    assert codes(now_and_next(sessions, datetime(2020, 12, 8, 8, 30, tzinfo=UTC)).now) == ["EARLY2"]


def test_the_second_of_two_equal_hours_is_not_the_first():
    # 25 October 2020, 02.00 to 03.00 occurs twice in Stockholm; a session takes the first.
    sessions = [localised("TWICE2", day="2020-10-25", times="02:00-02:30")]
    first, second = (datetime(2020, 10, 25, 2, 15, tzinfo=STOCKHOLM, fold=fold) for fold in (0, 1))

    assert codes(now_and_next(sessions, first).now) == ["TWICE2"]
    assert codes(now_and_next(sessions, second).now) == []


@pytest.mark.parametrize("ask", [lambda now: now_and_next([], now), lambda now: phase(conference(), now)])
def test_a_moment_without_a_zone_is_refused(ask):
    with pytest.raises(ValueError, match="names no time zone"):
        ask(datetime(2020, 12, 8, 9))  # noqa: DTZ001 (that is what is refused)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2020-12-07 23:59:59", Phase.UPCOMING),
        ("2020-12-08 00:00", Phase.RUNNING),
        ("2020-12-09 23:59:59", Phase.RUNNING),
        ("2020-12-10 00:00", Phase.PAST),
    ],
)
def test_an_edition_runs_on_its_whole_days_in_its_own_zone(moment, expected):
    now = at(moment)

    assert phase(conference(), now) is phase(conference(), now.astimezone(UTC)) is expected
    assert phase(localise_conference(conference(), STAMP, SWEDISH), now) is expected


def test_an_edition_elsewhere_begins_when_its_day_begins_there():
    now = datetime(2020, 12, 7, 12, tzinfo=UTC)

    assert phase(conference(time_zone="Pacific/Kiritimati"), now) is Phase.RUNNING
    assert phase(conference(start=date(2020, 12, 7), time_zone="Pacific/Niue"), now) is Phase.RUNNING
    assert phase(conference(), now) is Phase.UPCOMING
