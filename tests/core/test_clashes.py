from __future__ import annotations

import sys
from datetime import date, time, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.clashes import SEVERITIES, Clash, ClashKind, Severity, Slot, clashes_of, find_clashes

DAYS = (date(2020, 12, 8), date(2020, 12, 9))


def slot(id: str, times: str = "10:00-11:00", day: str | None = "2020-12-08", **facts) -> Slot:
    """A session on the first day; `times` as "10:00-11:00", or empty while open."""
    start, end = (time.fromisoformat(moment) for moment in times.split("-")) if times else (None, None)
    return Slot(id, title=f"Session {id}", day=date.fromisoformat(day) if day else None, start=start, end=end, **facts)


def found(*slots: Slot, days=DAYS):
    """The clashes as plain values, without those that only say that two start together."""
    return [
        (clash.kind.value, clash.sessions, clash.subject)
        for clash in find_clashes(slots, days)
        if clash.kind is not ClashKind.SAME_START
    ]


def test_a_programme_without_clashes_has_none():
    assert find_clashes([slot("a"), slot("b", "11:00-12:00"), slot("c", day="2020-12-09")], DAYS) == ()
    assert find_clashes([], DAYS) == ()


@pytest.mark.parametrize(
    ("times", "clash"),
    [
        ("10:00-11:00", True),
        ("10:30-10:45", True),
        ("09:00-12:00", True),
        ("10:59-12:00", True),
        ("09:00-10:01", True),
        ("11:00-12:00", False),
        ("09:00-10:00", False),
    ],
)
def test_two_sessions_clash_in_a_room_where_one_begins_before_the_other_ends(times, clash):
    ids = ("b", "a") if times.startswith("09") else ("a", "b")

    assert found(slot("a", room="sal"), slot("b", times, room="sal")) == ([("room", ids, "sal")] if clash else [])


def test_the_whole_venue_and_another_room_clash_with_no_room():
    assert found(slot("a", room="sal"), slot("b", room="scen"), slot("c"), slot("d")) == []


def test_a_person_is_in_one_place_at_a_time():
    slots = [slot("a", people=("eva", "ola", "eva")), slot("b", "10:30-12:00", people=("ola", "eva")), slot("c")]

    assert found(*slots) == [("speaker", ("a", "b"), "eva"), ("speaker", ("a", "b"), "ola")]


def test_sessions_past_midnight_overlap_with_the_next_morning():
    night = slot("night", "22:00-02:00", room="scen")

    assert found(night, slot("late", "01:00-03:00", day="2020-12-09", room="scen")) == [
        ("room", ("night", "late"), "scen")
    ]
    assert found(night, slot("early", "01:00-03:00", day="2020-12-08", room="scen")) == []


def test_each_pair_of_several_is_told():
    slots = [slot("b", "10:15-12:00", room="x"), slot("a", "10:00-10:30", room="x"), slot("c", "11:00-13:00", room="x")]

    assert found(*slots) == [("room", ("a", "b"), "x"), ("room", ("b", "c"), "x")]


@pytest.mark.parametrize(
    ("day", "outside"),
    [("2020-12-07", True), ("2020-12-08", False), ("2020-12-09", False), ("2020-12-10", True), (None, False)],
)
def test_a_session_stands_within_the_days_of_its_edition(day, outside):
    assert found(slot("a", "", day)) == ([("outside_days", ("a",), "")] if outside else [])
    assert found(slot("a", "", day), days=None) == []


@pytest.mark.parametrize(
    ("times", "too_long"),
    [("08:00-20:00", False), ("08:00-20:01", True), ("20:00-08:00", False), ("11:00-10:00", True)],
)
def test_more_than_twelve_hours_are_most_likely_a_slip(times, too_long):
    assert found(slot("a", times)) == ([("too_long", ("a",), "")] if too_long else [])


def test_equal_times_are_told_and_overlap_with_nothing():
    slots = [slot("a", "10:00-10:00", room="sal", people=("eva",)), slot("b", room="sal", people=("eva",))]

    assert find_clashes(slots, DAYS) == (Clash(ClashKind.EQUAL_TIMES, ("a",)),)


def test_midnight_is_a_time_like_any_other():
    assert found(slot("a", "00:00-00:00")) == [("equal_times", ("a",), "")]
    assert found(slot("a", "23:00-00:00", room="x"), slot("b", "00:00-01:00", "2020-12-09", room="x")) == []


def test_sessions_that_start_together_are_told_once_all_together():
    slots = [slot("c"), slot("a", "10:00-10:30"), slot("b", "10:00-12:00"), slot("d", "10:01-11:00")]

    assert find_clashes(slots, DAYS) == (Clash(ClashKind.SAME_START, ("a", "b", "c")),)


def test_sessions_that_start_together_are_no_news_where_each_two_are_in_each_others_way():
    first, second = slot("a", room="sal"), slot("b", "10:00-10:30", room="sal", people=("eva",))
    third, fourth = slot("c", "10:00-12:00", people=("eva",)), slot("d")

    assert find_clashes([first, second], DAYS) == (Clash(ClashKind.ROOM, ("a", "b"), "sal"),)
    assert find_clashes([first, second, third], DAYS) == (
        Clash(ClashKind.ROOM, ("a", "b"), "sal"),
        Clash(ClashKind.SPEAKER, ("b", "c"), "eva"),
        Clash(ClashKind.SAME_START, ("a", "b", "c")),
    )
    assert clashes_of(first, [second, third, fourth], DAYS) == (
        Clash(ClashKind.ROOM, ("a", "b"), "sal"),
        Clash(ClashKind.SAME_START, ("a", "c", "d")),
    )
    assert clashes_of(second, [first, third], DAYS) == (
        Clash(ClashKind.ROOM, ("a", "b"), "sal"),
        Clash(ClashKind.SPEAKER, ("b", "c"), "eva"),
    )


@pytest.mark.parametrize(
    ("one", "timed"),
    [
        (slot("a"), True),
        (slot("a", "23:00-01:00"), True),
        (slot("a", ""), False),
        (slot("a", "10:00-10:00"), False),
        (slot("a", day=None), False),
        (slot("a", cancelled=True), False),
    ],
)
def test_only_what_takes_place_at_a_time_can_be_in_the_way(one, timed):
    assert one.timed is timed


@pytest.mark.parametrize("times", ["", "10:00-11:00"])
@pytest.mark.parametrize("day", [None, "2020-12-08"])
def test_what_is_open_overlaps_with_nothing(times, day):
    half = Slot("b", "Half", day=date(2020, 12, 8), start=time(10), room="sal")
    whole = slot("c", "10:00-11:00", room="sal")
    other = slot("a", times, day, room="sal")

    expected = [("room", ("a", "c"), "sal")] if times and day else []
    assert found(other, half, whole) == expected


def test_a_cancelled_session_is_in_nobodys_way_but_its_times_must_still_be_right():
    facts = {"room": "sal", "people": ("eva",), "cancelled": True}

    assert find_clashes([slot("a", **facts), slot("b", room="sal", people=("eva",))], DAYS) == ()
    assert found(slot("a", "08:00-23:00", "2020-12-01", **facts)) == []
    assert found(slot("a", "10:00-10:00", **facts)) == [("equal_times", ("a",), "")]


def test_each_kind_says_how_bad_it_is():
    assert {kind.value: severity.value for kind, severity in SEVERITIES.items()} == {
        "equal_times": "stop",
        "room": "warn",
        "speaker": "warn",
        "outside_days": "warn",
        "too_long": "warn",
        "same_start": "note",
    }
    assert Clash(ClashKind.EQUAL_TIMES, ("a",)).severity is Severity.STOP


def test_clashes_come_kind_by_kind_then_by_start():
    slots = [
        slot("long", "08:00-23:00", room="x", people=("eva",)),
        slot("equal", "09:00-09:00", day="2020-12-24"),
        slot("other", "08:00-09:00", room="x", people=("eva",)),
    ]

    assert find_clashes(slots, DAYS) == (
        Clash(ClashKind.EQUAL_TIMES, ("equal",)),
        Clash(ClashKind.ROOM, ("long", "other"), "x"),
        Clash(ClashKind.SPEAKER, ("long", "other"), "eva"),
        Clash(ClashKind.OUTSIDE_DAYS, ("equal",)),
        Clash(ClashKind.TOO_LONG, ("long",)),
    )


def test_a_form_is_told_of_one_session_and_not_of_its_own_earlier_version():
    others = [slot("a", room="sal"), slot("b", room="sal"), slot("c", "10:00-10:00")]

    assert clashes_of(slot("a", "10:30-11:30", room="sal"), others, DAYS) == (Clash(ClashKind.ROOM, ("b", "a"), "sal"),)
    assert clashes_of(slot("a", "12:00-13:00", day="2020-12-07", room="sal"), others, DAYS) == (
        Clash(ClashKind.OUTSIDE_DAYS, ("a",)),
    )


SLOTS = st.lists(
    st.builds(
        Slot,
        id=st.uuids().map(str),
        title=st.just(""),
        day=st.sampled_from([None, *DAYS]),
        start=st.one_of(st.none(), st.integers(0, 23).map(time)),
        end=st.one_of(st.none(), st.integers(0, 23).map(time)),
        room=st.sampled_from(["", "sal", "scen"]),
        people=st.lists(st.sampled_from(["eva", "ola"])).map(tuple),
        cancelled=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda slot: slot.id,
)


def span(slot: Slot) -> tuple[int, int] | None:
    """First and last minute of a session, counted from the first day, by another way than the code's."""
    if slot.cancelled or slot.day is None or slot.start is None or slot.end is None or slot.start == slot.end:
        return None
    first = (slot.day - DAYS[0]).days * 1440 + slot.start.hour * 60
    return first, first + (slot.end.hour - slot.start.hour) % 24 * 60


@given(SLOTS)
def test_overlaps_are_those_that_comparing_each_with_each_would_find(slots):
    expected = set()
    for one, other in combinations(slots, 2):
        spans = span(one), span(other)
        if None in spans or not (spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]):
            continue
        pair = frozenset({one.id, other.id})
        expected |= {("room", pair, room) for room in {one.room} & {other.room} - {""}}
        expected |= {("speaker", pair, person) for person in {*one.people} & {*other.people}}

    overlaps = [
        (clash.kind.value, frozenset(clash.sessions), clash.subject)
        for clash in find_clashes(slots, DAYS)
        if clash.kind in (ClashKind.ROOM, ClashKind.SPEAKER)
    ]

    assert set(overlaps) == expected
    assert len(overlaps) == len(expected)


@given(SLOTS, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_changes_nothing(slots, random):
    shuffled = random.sample(slots, len(slots))

    assert find_clashes(shuffled, DAYS) == find_clashes(slots, DAYS)


@given(SLOTS.filter(bool))
def test_what_a_form_is_told_is_what_the_whole_says_of_that_session(slots):
    one = slots[0]
    of_one, of_all = clashes_of(one, slots, DAYS), find_clashes(slots, DAYS)

    def but_starts(clashes):
        return [clash for clash in clashes if clash.kind is not ClashKind.SAME_START and one.id in clash.sessions]

    assert but_starts(of_one) == but_starts(of_all)
    in_its_way = {id for clash in of_all if clash.subject and one.id in clash.sessions for id in clash.sessions}
    together = {
        other.id
        for other in slots
        if span(one) and span(other) and span(other)[0] == span(one)[0] and other.id not in in_its_way
    }
    assert [{one.id, *clash.sessions} for clash in of_one if clash.kind is ClashKind.SAME_START] == (
        [{one.id} | together] if together - {one.id} else []
    )


def lines_run(call) -> int:
    """Return how many lines of Python a call runs: its work, whatever the machine."""
    lines = 0

    def trace(frame, event, argument):
        nonlocal lines
        lines += event == "line"
        return trace

    outer = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(outer)
    return lines


def test_four_times_the_sessions_are_about_four_times_the_work():
    def programme(size: int) -> list[Slot]:
        """Back to back, days on end: in one room, with one person."""
        days = [str(DAYS[0] + timedelta(days=number // 24)) for number in range(size)]
        hours = [f"{number % 24:02}:00-{(number + 1) % 24:02}:00" for number in range(size)]
        return [slot(str(number), hours[number], days[number], room="sal", people=("eva",)) for number in range(size)]

    small, large = programme(250), programme(1000)

    assert found(*large, days=None) == []
    assert lines_run(lambda: find_clashes(large)) < 5 * lines_run(lambda: find_clashes(small))
