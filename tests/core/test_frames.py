"""The options of a frame: a closed list, written in one way."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.frames import HEADINGS, HEIGHTS, LIMITS, PARAMETERS, FrameKind, FrameOptions, Look, parse_options
from dvb_wagtail.core.scope import UnknownValue

EVERY_OPTION = st.builds(
    FrameOptions,
    look=st.sampled_from(Look),
    heading=st.sampled_from(HEADINGS),
    title=st.booleans(),
    filters=st.booleans(),
    limit=st.sampled_from(LIMITS),
)


def test_nothing_asked_is_the_usual_frame() -> None:
    assert parse_options([], FrameKind.PROGRAMME) == (FrameOptions(), [])
    assert FrameOptions().query() == ""


@given(EVERY_OPTION)
def test_what_is_written_is_read_again(options: FrameOptions) -> None:
    pairs = parse_qsl(options.query())
    kind = FrameKind.NEWS if options.filters else FrameKind.PROGRAMME
    taken = [pair for pair in pairs if pair[0] in PARAMETERS[kind]]
    found, rest = parse_options(pairs, kind)
    assert rest == [pair for pair in pairs if pair not in taken]
    assert found.query() == "&".join(f"{name}={value}" for name, value in taken)


@given(EVERY_OPTION, st.randoms())
def test_another_order_is_the_same_frame(options: FrameOptions, random: object) -> None:
    pairs = parse_qsl(options.query())
    random.shuffle(pairs)  # type: ignore[attr-defined]
    assert (
        parse_options(pairs, FrameKind.PROGRAMME)[0]
        == parse_options(parse_qsl(options.query()), FrameKind.PROGRAMME)[0]
    )


def test_what_is_as_usual_may_be_said_and_is_not_written() -> None:
    found, rest = parse_options([("look", "light"), ("heading", "1"), ("limit", "5")], FrameKind.NEWS)
    assert (found, rest, found.query()) == (FrameOptions(), [], "")


def test_other_parameters_are_left_to_who_knows_them() -> None:
    pairs = [("track", "praktik"), ("look", "dark"), ("day", "2020-12-08")]
    found, rest = parse_options(pairs, FrameKind.PROGRAMME)
    assert (found.look, rest) == (Look.DARK, [("track", "praktik"), ("day", "2020-12-08")])


@pytest.mark.parametrize(
    "pair",
    [
        ("look", "purple"),
        ("look", ""),
        ("look", "url(https://evil.example/x.css)"),
        ("heading", "0"),
        ("heading", "7"),
        ("heading", "²"),
        ("title", "shown"),
        ("filters", "1"),
    ],
)
def test_a_value_that_is_not_in_the_list_is_told(pair: tuple[str, str]) -> None:
    with pytest.raises(UnknownValue) as told:
        parse_options([pair], FrameKind.PROGRAMME)
    assert (told.value.name, told.value.value) == pair


@pytest.mark.parametrize("value", ["0", "51", "-1", "5.0", "\uff15", "", "five"])
def test_a_limit_is_one_to_fifty(value: str) -> None:
    with pytest.raises(UnknownValue):
        parse_options([("limit", value)], FrameKind.NEWS)


def test_the_same_twice_is_once_but_two_answers_are_none() -> None:
    assert parse_options([("look", "dark")] * 2, FrameKind.NEWS)[0].look is Look.DARK
    with pytest.raises(UnknownValue):
        parse_options([("look", "dark"), ("look", "light")], FrameKind.NEWS)


def test_each_kind_takes_its_own() -> None:
    assert parse_options([("limit", "3")], FrameKind.PROGRAMME)[1] == [("limit", "3")]
    assert parse_options([("filters", "hidden")], FrameKind.NEWS)[1] == [("filters", "hidden")]
    assert HEIGHTS.keys() == PARAMETERS.keys() == set(FrameKind)
