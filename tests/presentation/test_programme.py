"""The programme as cards: what starts together, what still goes on, what is on now."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, SessionStatus
from dvb_wagtail.presentation import dates
from dvb_wagtail.presentation.cards import SessionCards
from dvb_wagtail.presentation.programme import days, now_and_next
from tests.core.records import SWEDISH, conference, localised

DASH = "\N{EN DASH}"
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)


def cards(moment: str = "2020-11-02T09:00", **changes: Any) -> SessionCards:
    return SessionCards(conference(**changes), SWEDISH, at(moment), "https://dvb.example")


def clock(text: str) -> str:
    """Return a time such as 13:00 as the words write it."""
    return SWEDISH.clock(at(f"2020-12-08T{text}"))


def test_sessions_that_start_and_end_together_share_their_times() -> None:
    [day] = days([localised("AAAAAA"), localised("BBBBBB", room="sal-a")], cards(), SWEDISH)

    assert (day.name, day.anchor) == ("Tisdag 8 december 2020", "day-2020-12-08")
    [slot] = day.slots
    assert (slot.times, slot.parallel, slot.same_end) == (f"{clock('13:00')}{DASH}{clock('14:15')}", True, True)
    assert [card.code for card in slot.sessions] == ["BBBBBB", "AAAAAA"]


def test_of_sessions_that_end_apart_the_slot_says_only_the_start() -> None:
    [day] = days([localised("AAAAAA"), localised("BBBBBB", times="13:00-15:00")], cards(), SWEDISH)

    [slot] = day.slots
    assert (slot.times, slot.same_end) == (clock("13:00"), False)


def test_what_started_earlier_and_still_goes_on_is_named() -> None:
    [day] = days(
        [
            localised("LUNG22", times="13:00-16:00"),
            localised("GUNE22", times="13:00-16:00", status=SessionStatus.CANCELLED),
            localised("NEXT22", times="14:15-15:00"),
            localised("LAST22", times="16:00-17:00"),
        ],
        cards(),
        SWEDISH,
    )

    assert [[card.code for card in slot.continuing] for slot in day.slots] == [[], ["LUNG22"], []]


def test_what_is_open_has_no_times() -> None:
    open_time, open_day = days(
        [localised("AAAAAA", times=""), localised("BBBBBB", day=None, times="")], cards(), SWEDISH
    )

    assert [(slot.times, slot.start, slot.parallel) for slot in open_time.slots] == [("", None, False)]
    assert (open_day.day, open_day.name, open_day.anchor) == (None, "", "day-open")


def test_now_and_next_say_when_next_is() -> None:
    sessions = [localised("AAAAAA", times="13:00-14:00"), localised("BBBBBB", times="14:30-15:00")]
    found = now_and_next(sessions, cards(), at("2020-12-08T13:30"), SWEDISH)

    assert [card.code for card in found.now] == ["AAAAAA"]
    assert [card.code for card in found.next] == ["BBBBBB"]
    assert found.next_at == clock("14:30")


def test_next_on_another_day_says_which() -> None:
    moment = at("2020-12-08T20:00")
    found = now_and_next([localised("AAAAAA", day="2020-12-09", times="09:00-10:00")], cards(), moment, SWEDISH)

    assert found.next_at == dates.day_and_time(at("2020-12-09T09:00").date(), at("2020-12-09T09:00").time(), SWEDISH)


def test_without_anything_more_there_is_neither() -> None:
    assert not now_and_next([localised("AAAAAA")], cards(), at("2020-12-08T20:00"), SWEDISH)


def test_a_session_is_running_from_its_start_until_its_end_unless_cancelled() -> None:
    session = localised("AAAAAA", times="13:00-14:00")
    moments = ("12:59", "13:00", "13:59", "14:00")

    assert [cards(f"2020-12-08T{moment}").of(session).running for moment in moments] == [False, True, True, False]
    cancelled = localised("AAAAAA", times="13:00-14:00", status=SessionStatus.CANCELLED)
    assert not cards("2020-12-08T13:30").of(cancelled).running


def test_a_calendar_file_is_offered_for_what_is_to_come() -> None:
    to_come, over = cards("2020-12-08T14:14"), cards("2020-12-08T14:15")

    assert to_come.of(localised("K7MPQ2")).calendar == "/dvb/v1/conferences/dv2020/sv/sessions/K7MPQ2.ics"
    assert over.of(localised("K7MPQ2")).calendar == ""
    assert to_come.of(localised("K7MPQ2", status=SessionStatus.CANCELLED)).calendar == ""
    assert to_come.of(localised("K7MPQ2", day=None, times="")).calendar == ""


def test_how_one_takes_part_is_said_where_it_is_not_as_for_the_whole_edition() -> None:
    hybrid, on_site = cards(attendance=Attendance.MIXED), cards(attendance=Attendance.ONSITE)
    moved = cards(attendance=Attendance.MIXED, status=ConferenceStatus.MOVED_ONLINE)

    assert hybrid.of(localised(attendance=Attendance.MIXED)).attendance == ""
    assert hybrid.of(localised(attendance=Attendance.ONSITE)).attendance == gettext("On site only")
    assert hybrid.of(localised(attendance=Attendance.ONLINE)).attendance == gettext("Online only")
    assert on_site.of(localised(attendance=Attendance.MIXED)).attendance == gettext("Can be followed online")
    assert moved.of(localised(attendance=Attendance.ONLINE)).attendance == ""
    assert hybrid.of(localised(attendance=Attendance.ONSITE, kind=Kind.LUNCH)).attendance == ""


def test_links_to_pages_of_the_site_have_no_host() -> None:
    assert cards().of(localised()).url == "/sv/tillit/"
    assert SessionCards(conference(), SWEDISH, at("2020-11-02T09:00"), "https://dvb.exam").of(localised()).url == (
        "https://dvb.example/sv/tillit/"
    )
