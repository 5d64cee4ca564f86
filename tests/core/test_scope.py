from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.scope import (
    MOST_VALUES,
    Facet,
    Scope,
    ScopeError,
    TooManyValues,
    UnknownParameter,
    UnknownValue,
    check,
    facets,
    parse,
)
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, SpokenLanguage
from tests.core.records import appearance, conference, session


def scope(query: str, **options) -> Scope:
    return parse(parse_qsl(query, keep_blank_values=True), **options)


# --- the grammar


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("room=sal-a", "room=sal-a"),
        ("room=b&room=a&room=b", "room=a&room=b"),
        ("place=online&kind=panel&day=2020-12-08", "day=2020-12-08&kind=panel&place=online"),
        (
            "place=onsite&language=sv&speaker=K7MPQ2&kind=keynote&room=r&theme=t&track=s&day=2020-12-09",
            "day=2020-12-09&track=s&theme=t&room=r&kind=keynote&speaker=K7MPQ2&language=sv&place=onsite",
        ),
        ("day=2020-12-09&day=2020-12-08", "day=2020-12-08&day=2020-12-09"),
        ("room=a+b%26c%C3%A5", "room=a+b%26c%C3%A5"),
        ("utm_source=brev&fbclid=1&gclid=2&_=3&room=a&utm_=", "room=a"),
    ],
)
def test_a_selection_has_one_canonical_query(query, canonical):
    assert scope(query).query() == canonical


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("day=2020-13-01", "day", "2020-13-01"),
        ("day=20201208", "day", "20201208"),
        ("day=2020-W50-2", "day", "2020-W50-2"),
        ("day=2020-12-08T10:00", "day", "2020-12-08T10:00"),
        ("day=idag", "day", "idag"),
        ("day=", "day", ""),
        ("kind=Keynote", "kind", "Keynote"),
        ("kind=tango", "kind", "tango"),
        ("language=klingon", "language", "klingon"),
        ("place=mixed", "place", "mixed"),
        ("room=", "room", ""),
        ("room=a&track=", "track", ""),
    ],
)
@pytest.mark.parametrize("strict", [True, False])
def test_a_value_that_can_never_be_is_an_error(query, name, value, strict):
    with pytest.raises(UnknownValue) as error:
        scope(query, strict=strict)

    assert (error.value.name, error.value.value) == (name, value)


@pytest.mark.parametrize("query", ["rom=a", "Room=a", "ROOM=a", "page=2", "utmsource=x", "fbclid2=x"])
def test_a_parameter_that_the_grammar_does_not_have_is_an_error_but_not_on_a_page(query):
    with pytest.raises(UnknownParameter) as error:
        scope(f"{query}&room=b")

    assert isinstance(error.value, ScopeError)
    assert query == f"{error.value.name}={error.value.value}"
    assert scope(f"{query}&room=b", strict=False) == Scope.of({Facet.ROOM: ["b"]})


@pytest.mark.parametrize("word", [*Kind, *SpokenLanguage, Attendance.ONLINE, Attendance.ONSITE])
def test_every_word_of_the_vocabularies_can_be_asked_for(word):
    name = {Kind: "kind", SpokenLanguage: "language", Attendance: "place"}[type(word)]

    assert scope(f"{name}={word}").query() == f"{name}={word.value}"


CODES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)
VALUES = {
    Facet.DAY: st.dates().map(date.isoformat),
    Facet.TRACK: CODES,
    Facet.THEME: CODES,
    Facet.ROOM: CODES,
    Facet.KIND: st.sampled_from([kind.value for kind in Kind]),
    Facet.SPEAKER: CODES,
    Facet.LANGUAGE: st.sampled_from([language.value for language in SpokenLanguage]),
    Facet.PLACE: st.sampled_from(["online", "onsite"]),
}
PAIRS = st.lists(
    st.sampled_from(Facet).flatmap(lambda facet: st.tuples(st.just(facet.value), VALUES[facet])), max_size=12
)


@given(PAIRS)
def test_a_selection_survives_its_own_query(pairs):
    selection = parse(pairs)

    assert scope(selection.query()) == selection
    assert {(facet.value, value) for facet, values in selection.values for value in values} == set(pairs)


@given(PAIRS, st.randoms(use_true_random=False))
def test_another_order_is_the_same_selection(pairs, random):
    shuffled = random.sample([*pairs, *pairs[:3], ("utm_medium", "x")], len(pairs) + len(pairs[:3]) + 1)

    assert parse(shuffled) == parse(pairs)
    assert hash(parse(shuffled)) == hash(parse(pairs))
    assert parse(shuffled).query() == parse(pairs).query()


def test_an_empty_selection_is_false_and_says_so_by_an_empty_query():
    assert not Scope()
    assert not Scope.of({Facet.ROOM: []})
    assert scope("room=a")
    assert Scope().query() == ""


def test_the_values_of_a_facet_can_be_asked_for():
    selection = scope("room=b&room=a&day=2020-12-08")

    assert selection.get(Facet.ROOM) == ("a", "b")
    assert selection.get(Facet.TRACK) == ()


def test_a_filter_link_adds_a_value_or_takes_it_away():
    assert scope("room=a").toggled(Facet.ROOM, "b") == scope("room=a&room=b")
    assert scope("room=a&room=b").toggled(Facet.ROOM, "a") == scope("room=b")
    assert scope("room=a").toggled(Facet.ROOM, "a") == Scope()
    assert Scope().toggled(Facet.DAY, "2020-12-08") == scope("day=2020-12-08")


@given(PAIRS, st.sampled_from(Facet))
def test_toggling_twice_changes_nothing(pairs, facet):
    assert parse(pairs).toggled(facet, "x").toggled(facet, "x") == parse(pairs)


def test_a_facet_can_be_left_open():
    assert scope("room=a&room=b&day=2020-12-08").without(Facet.ROOM) == scope("day=2020-12-08")
    assert scope("day=2020-12-08").without(Facet.ROOM) == scope("day=2020-12-08")


# --- codes


def test_a_code_must_once_have_been_public():
    known = {(Facet.ROOM, "a"), (Facet.TRACK, "b")}

    check(scope("room=a&track=b"), known)
    for query, name, value in [("room=a&room=c", "room", "c"), ("room=b", "room", "b"), ("theme=a", "theme", "a")]:
        with pytest.raises(UnknownValue) as error:
            check(scope(query), known)
        assert (error.value.name, error.value.value) == (name, value)


def test_words_and_days_need_not_have_been_public():
    check(scope("day=1999-01-01&kind=mingle&language=yi&place=online"), known=())


# --- what a session is found by


def found(session_, edition=None):
    return sorted((facet.value, value) for facet, value in facets(session_, edition or conference()))


def test_a_session_is_found_by_all_that_it_has():
    panel = session(
        language=SpokenLanguage.SWEDISH,
        attendance=Attendance.MIXED,
        appearances=(appearance("1", speaker="EVA234"), appearance("2", speaker="OLA234"), appearance("3")),
    )

    assert found(panel) == [
        ("day", "2020-12-08"),
        ("kind", "panel"),
        ("language", "sv"),
        ("place", "online"),
        ("place", "onsite"),
        ("room", "stora-salen"),
        ("speaker", "EVA234"),
        ("speaker", "OLA234"),
        ("theme", "ai"),
        ("theme", "ledarskap"),
        ("track", "politik"),
    ]


def test_a_session_is_not_found_by_what_it_lacks():
    bare = session(day=None, room="", track="", themes=())

    assert found(bare) == [("kind", "panel"), ("place", "onsite")]


@pytest.mark.parametrize(
    ("attendance", "status", "places"),
    [
        (Attendance.ONSITE, ConferenceStatus.SCHEDULED, ["onsite"]),
        (Attendance.ONLINE, ConferenceStatus.SCHEDULED, ["online"]),
        (Attendance.MIXED, ConferenceStatus.SCHEDULED, ["online", "onsite"]),
        (Attendance.ONSITE, ConferenceStatus.MOVED_ONLINE, ["online"]),
        (Attendance.MIXED, ConferenceStatus.MOVED_ONLINE, ["online"]),
    ],
)
def test_a_session_is_found_where_one_can_take_part(attendance, status, places):
    hits = found(session(attendance=attendance), conference(status=status))

    assert [value for facet, value in hits if facet == "place"] == places


@pytest.mark.parametrize(
    ("query", "selected"),
    [
        ("", True),
        ("room=stora-salen", True),
        ("room=sal-a", False),
        ("room=sal-a&room=stora-salen", True),
        ("room=stora-salen&day=2020-12-08", True),
        ("room=stora-salen&day=2020-12-09", False),
        ("room=stora-salen&day=2020-12-09&day=2020-12-08", True),
        ("theme=ai&track=politik&kind=panel&place=onsite", True),
        ("theme=ai&track=politik&kind=panel&place=online", False),
        ("track=stora-salen", False),
        ("speaker=EVA234", False),
    ],
)
def test_values_of_one_name_are_alternatives_and_names_narrow_each_other(query, selected):
    assert scope(query).matches(facets(session(), conference())) is selected


def test_a_room_leaves_out_what_is_in_the_whole_venue():
    assert not scope("room=stora-salen").matches(facets(session(room=""), conference()))


def test_a_selection_has_room_for_so_many_values_and_no_more():
    """Twice the same is one."""
    pairs = [("room", f"sal-{number}") for number in range(MOST_VALUES)]
    assert len(parse([*pairs, *pairs]).get(Facet.ROOM)) == MOST_VALUES
    with pytest.raises(TooManyValues):
        parse([*pairs, ("day", "2020-12-08")])
