"""Filters are links: each choice leads to the programme with it made, or taken back."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from dvb_wagtail.core.people import Speaker, SpeakerTexts
from dvb_wagtail.core.scope import Facet, Scope, facets
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.vocabulary import Attendance, Kind, SpokenLanguage
from dvb_wagtail.presentation.filters import Choice, Filter, filters
from dvb_wagtail.presentation.links import with_query
from tests.core.records import ENGLISH, SWEDISH, conference, session

PATH = "/dv2020/program/"
TUESDAY, WEDNESDAY = date(2020, 12, 8), date(2020, 12, 9)


def shown_at(scope: Scope) -> str:
    return with_query(PATH, scope.query())


def drawn(*sessions: Session, scope: Scope = Scope(), words: Any = SWEDISH, **changes: Any) -> dict[str, Filter]:  # noqa: B008
    edition = conference(**changes)
    found = [facets(each, edition) for each in sessions]
    return {each.facet: each for each in filters(edition, found, scope, shown_at, words)}


def names(shown: Filter) -> list[str]:
    return [choice.name for choice in shown.choices]


def test_a_filter_that_would_narrow_nothing_is_not_shown() -> None:
    assert drawn(session(), session(code="ABCDEF")) == {}


def test_the_only_track_is_offered_where_not_all_sessions_are_in_it() -> None:
    assert drawn(session(), session(track="")).keys() == {"track"}


def test_each_filter_offers_what_the_sessions_have() -> None:
    found = drawn(
        session(attendance=Attendance.MIXED, language=SpokenLanguage.SWEDISH),
        session(
            day=WEDNESDAY, start=time(9), kind=Kind.KEYNOTE, room="sal-a", track="", themes=("ai",),
            language=SpokenLanguage.ENGLISH,
        ),
    )  # fmt: skip

    assert {facet: names(shown) for facet, shown in found.items()} == {
        "day": [SWEDISH.short_day(day).capitalize() for day in (TUESDAY, WEDNESDAY)],
        "track": ["Politiskt ledarskap"],
        "theme": ["AI och etik", "Ledarskap"],
        "room": ["Stora salen", "Sal A"],
        "kind": ["keynote", "panel"],
        "language": ["en", "sv"],
        "place": ["online", "onsite"],
    }


def test_a_choice_leads_to_the_programme_with_it_and_back() -> None:
    scope = Scope.of({Facet.KIND: ["keynote"], Facet.ROOM: ["sal-a"]})
    found = drawn(session(kind=Kind.KEYNOTE), session(kind=Kind.LUNCH), scope=scope)

    assert found["kind"].choices == (
        Choice("keynote", f"{PATH}?room=sal-a", chosen=True),
        Choice("lunch", f"{PATH}?room=sal-a&kind=keynote&kind=lunch", chosen=False),
    )


def test_the_last_choice_taken_back_leads_to_the_bare_address() -> None:
    scope = Scope.of({Facet.KIND: ["panel"]})

    assert drawn(session(), scope=scope)["kind"].choices == (Choice("panel", PATH, chosen=True),)


def test_what_is_chosen_is_shown_even_if_no_session_has_it_any_more() -> None:
    scope = Scope.of({Facet.ROOM: ["lasesalen"], Facet.TRACK: ["borta"]})
    found = drawn(session(), scope=scope)

    assert [(choice.name, choice.chosen) for choice in found["room"].choices] == [
        ("Stora salen", False),
        ("lasesalen", True),  # a room that was never named
    ]
    assert [choice.name for choice in found["track"].chosen] == ["borta"]


def test_a_name_in_another_language_says_so() -> None:
    found = drawn(session(), session(room="sal-a"), words=ENGLISH)

    assert [(choice.name, choice.language) for choice in found["room"].choices] == [
        ("The Great Hall", ""),
        ("Sal A", "sv"),
    ]


def test_a_chosen_speaker_can_be_taken_back_by_name() -> None:
    speaker = Speaker("1", "AAAAAA", "sv", {"sv": SpeakerTexts("Eva Ek")})
    scope = Scope.of({Facet.SPEAKER: ["AAAAAA"]})
    found = {each.facet: each for each in filters(conference(), [], scope, shown_at, SWEDISH, [speaker])}

    assert found["speaker"].choices == (Choice("Eva Ek", PATH, chosen=True),)
