from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from dvb_wagtail.core.channel import Channel
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.vocabulary import Notice
from dvb_wagtail.formats.c3voc_schedule import LONGEST_EDITION, Day, Schedule, schedule
from tests.formats import factories
from tests.formats.factories import PLACE, SWEDISH, local
from tests.formats.schedules import ADDRESS, HOUSE, ONLINE, OPEN, VENUES, WORKSHOP, channel, edition, session


def grid(*items: LocalisedSession, of: Channel | None = None) -> Schedule:
    """Return the grid of sessions, whose parts are their numbers."""
    return schedule(of or channel(), [(item, str(item.number).encode()) for item in items], SWEDISH)


def cells(day: Day) -> dict[str, list[int]]:
    """Return the numbers of the sessions of a day by room, in order."""
    return {room.name: [int(entry.part) for entry in entries] for room, entries in day.rooms}


def at(hour: int, minute: int = 0, until: tuple[int, int] | None = None, day: int = 8) -> dict[str, object]:
    """Return the times of a session of an hour, or until a time of that day or the next."""
    start = local(2020, 12, day, hour, minute)
    end_hour, end_minute = until or (hour + 1, minute)
    end = local(2020, 12, day + ((end_hour, end_minute) <= (hour, minute)), end_hour, end_minute)
    return {"day": date(2020, 12, day), "start": start, "end": end}


# ---- days


def test_every_day_of_the_edition_is_there_from_midnight_to_midnight():
    first, second = grid().days
    assert (first.index, first.date, first.rooms) == (1, date(2020, 12, 8), ())
    assert (first.start.isoformat(), first.end.isoformat()) == (
        "2020-12-08T00:00:00+01:00",
        "2020-12-09T00:00:00+01:00",
    )
    assert (second.index, second.date) == (2, date(2020, 12, 9))


def test_a_day_has_its_number_in_every_selection():
    on_the_second = session(2, **at(9, day=9))
    for items in ([session(1, **at(9)), on_the_second], [on_the_second]):
        (day,) = (day for day in grid(*items).days if any(entries for _room, entries in day.rooms) and day.index == 2)
        assert cells(day) == {"Stora salen": [2]}


def test_what_goes_on_past_midnight_stays_on_its_day_which_lasts_as_long():
    first, second = grid(session(1, **at(21, until=(2, 30))), session(2, **at(0, 30, day=9))).days
    assert cells(first) == {"Stora salen": [1]}
    assert cells(second) == {"Stora salen": [2]}
    assert first.end == local(2020, 12, 9, 2, 30)
    assert second.start == local(2020, 12, 9)


def test_the_end_of_a_day_is_the_latest_moment_whatever_the_clock_shows():
    night = {"day": date(2020, 10, 24), "start": local(2020, 10, 24, 22)}
    early = session(1, **night, end=local(2020, 10, 25, 2, 50, fold=0))
    late = session(2, **night, end=local(2020, 10, 25, 2, 10, fold=1))
    (day,) = grid(early, late, of=channel(edition=edition(start=night["day"], end=night["day"]))).days
    assert day.end.isoformat() == "2020-10-25T02:10:00+01:00"


def test_a_session_outside_the_edition_has_its_day_too():
    days = grid(session(1, **at(18, day=7)), session(2, **at(9, day=11))).days
    assert [(day.index, day.date.day) for day in days] == [(1, 7), (2, 8), (3, 9), (4, 11)]


def test_days_without_sessions_are_not_listed_of_an_edition_that_is_very_long():
    longest = edition(start=date(2020, 11, 1), end=date(2020, 12, 30))
    assert len(grid(of=channel(edition=longest)).days) == LONGEST_EDITION
    longer = edition(start=date(2020, 11, 1), end=date(2062, 12, 31))
    days = grid(session(1, **at(9)), of=channel(edition=longer)).days
    assert [day.date for day in days] == [date(2020, 11, 1), date(2020, 12, 8)]


def test_a_day_begins_where_clocks_have_skipped_midnight():
    spring = date(2020, 9, 6)
    of = channel(time_zone="America/Santiago", edition=edition(start=spring, end=spring))
    (day,) = grid(of=of).days
    assert (day.start.isoformat(), day.end.isoformat()) == ("2020-09-06T01:00:00-03:00", "2020-09-07T00:00:00-03:00")


# ---- rooms


def test_rooms_stand_in_the_editors_order_on_every_day_in_which_any_is_used():
    items = [
        session(1, place=WORKSHOP, **at(9)),
        session(2, **at(9)),
        session(3, place=OPEN, **at(9)),
        session(4, place=ONLINE, **at(9)),
        session(5, place=HOUSE, **at(9, day=9)),
    ]
    found = grid(*items)
    assert [room.name for room in found.rooms] == [
        "Kulturhuset",
        "Stora salen",
        "Verkstan",
        "På nätet",
        "Platsen meddelas senare",
    ]
    first, second = found.days
    assert cells(first) == {
        "Kulturhuset": [],
        "Stora salen": [2],
        "Verkstan": [1],
        "På nätet": [4],
        "Platsen meddelas senare": [3],
    }
    assert [room for room, _entries in second.rooms] == list(found.rooms)
    assert cells(second)["Kulturhuset"] == [5]


def test_a_room_has_the_same_name_in_a_selection_without_its_namesake():
    twins = (VENUES[0], replace(VENUES[1], rooms=(replace(VENUES[1].rooms[0], name="Stora salen"),)))
    of = channel(edition=edition(venues=twins))
    there = session(2, place=replace(WORKSHOP, room="Stora salen"), **at(9))
    assert [room.name for room in grid(there, of=of).rooms] == ["Stora salen, Biblioteket"]


def test_sessions_stand_in_order_of_time_and_then_by_number():
    items = [session(3, **at(9)), session(1, **at(10)), session(2, **at(9)), session(4, **at(8))]
    assert cells(grid(*items).days[0]) == {"Stora salen": [4, 2, 3, 1]}


def test_what_has_no_room_is_put_side_by_side():
    items = [
        session(1, place=ONLINE, **at(9, until=(10, 0))),
        session(2, place=ONLINE, **at(9, until=(9, 30))),
        session(3, place=ONLINE, **at(9, until=(11, 0))),
        session(4, place=ONLINE, **at(9, 30)),
        session(5, place=ONLINE, **at(10)),
        session(6, place=HOUSE, **at(9)),
        session(7, place=HOUSE, **at(9, 30)),
    ]
    assert cells(grid(*items).days[0]) == {
        "Kulturhuset": [6],
        "Kulturhuset (2)": [7],
        "På nätet": [1, 5],
        "På nätet (2)": [2, 4],
        "På nätet (3)": [3],
    }


def test_what_is_put_side_by_side_is_so_past_midnight_too():
    items = [session(1, place=ONLINE, **at(22, until=(1, 0))), session(2, place=ONLINE, **at(0, 30, day=9))]
    first, second = grid(*items).days
    assert cells(first) == {"På nätet": [1], "På nätet (2)": []}
    assert cells(second) == {"På nätet": [], "På nätet (2)": [2]}


def test_what_overlaps_in_a_room_stays_in_it():
    assert cells(grid(session(1, **at(9)), session(2, **at(9, 30))).days[0]) == {"Stora salen": [1, 2]}


def test_a_slug_is_made_of_what_never_changes():
    ((_room, (entry,)),) = grid(session(1, place=PLACE, **at(9))).days[0].rooms
    assert entry.slug == "dv2020-k7m001"


# ---- what is no session of the grid


def test_what_has_no_time_or_no_part_and_the_edition_itself_are_not_in_the_grid():
    parts = [
        (edition(), b"edition"),
        (session(1, start=None, end=None), b"1"),
        (session(2, day=None, start=None, end=None), b"2"),
        (session(3), b""),
        (session(4), b"4"),
    ]
    assert [cells(day) for day in schedule(channel(), parts, SWEDISH).days] == [
        {"Stora salen": [4]},
        {"Stora salen": []},
    ]


def test_a_channel_of_no_edition_is_refused():
    with pytest.raises(ValueError, match="is of no edition"):
        grid(of=channel(edition=None))


# ---- the head


def test_the_title_is_the_editions_or_that_of_the_selection():
    assert grid().title == "Digitala Västerbotten 2020"
    selected = channel(title="Digitala Västerbotten 2020: Stora salen", address=f"{ADDRESS}.xml?room=stora-salen")
    assert grid(of=selected).title == "Digitala Västerbotten 2020: Stora salen"
    cancelled = replace(selected, edition=edition(notice=Notice.CANCELLED))
    assert grid(of=cancelled).title == "Inställt: Digitala Västerbotten 2020: Stora salen"


def test_the_version_is_when_the_public_content_changed_by_the_clock_of_the_place():
    changed = datetime(2020, 11, 20, 9, 0, 7, tzinfo=UTC)
    assert grid(of=channel(changed=changed)).version == "2020-11-20 10:00:07"
    tokyo = channel(changed=changed.astimezone(ZoneInfo("America/New_York")), time_zone="Asia/Tokyo")
    assert grid(of=tokyo).version == "2020-11-20 18:00:07"


def test_a_grid_does_not_depend_on_the_order_in_which_sessions_come():
    items = [session(number, place=ONLINE, **at(9, number)) for number in range(8)]
    assert grid(*items) == grid(*reversed(items))


def test_sessions_of_one_moment_are_told_apart_without_numbers():
    items = [factories.session(code=code) for code in ("B", "A")]
    found = schedule(channel(), [(item, item.code.encode()) for item in items], SWEDISH)
    ((_room, entries),) = found.days[0].rooms
    assert [entry.part for entry in entries] == [b"A", b"B"]
