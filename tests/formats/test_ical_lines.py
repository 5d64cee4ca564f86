from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Component, Event, vUnknown

from dvb_wagtail.formats.ical_event import session_event
from dvb_wagtail.formats.ical_lines import fold, serialise
from dvb_wagtail.formats.ical_values import Text, text
from tests.formats import factories

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


def unfolded(document: bytes) -> bytes:
    return document.replace(b"\r\n ", b"")


def with_summary(value: str) -> Component:
    event = Event()
    event["SUMMARY"] = Text(value)
    return event


def test_lines_end_in_crlf_and_a_component_holds_its_parts():
    event = with_summary("Mingel")
    event.add_component(with_summary("Paus"))

    assert serialise(event) == (
        b"BEGIN:VEVENT\r\nSUMMARY:Mingel\r\nBEGIN:VEVENT\r\nSUMMARY:Paus\r\nEND:VEVENT\r\nEND:VEVENT\r\n"
    )


def test_a_real_event_is_what_icalendar_itself_writes_but_for_where_it_is_folded():
    event = session_event(factories.session(), factories.options())
    assert unfolded(serialise(event)) == unfolded(event.to_ical())


@given(ANY_TEXT, st.sampled_from(["", "sv", "en-GB"]))
def test_any_text_is_what_icalendar_itself_writes_but_for_where_it_is_folded(value, language):
    event = Event()
    event["SUMMARY"] = text(value.replace("\\N", ""), language)
    assert unfolded(serialise(event)) == unfolded(event.to_ical())


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_bare_line_end_is_refused(end):
    event = Event()
    event["X-NOTE"] = vUnknown(f"a{end}BEGIN:VEVENT")
    with pytest.raises(ValueError, match="X-NOTE has a bare line end"):
        serialise(event)


def test_a_line_of_75_octets_is_left_whole_and_one_of_76_is_not():
    assert fold(b"x" * 75) == b"x" * 75
    assert fold(b"x" * 76) == b"x" * 75 + b"\r\n x"
    assert fold(b"x" * 150) == b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n x"


@pytest.mark.parametrize("character", ["å", "漢", "👩‍💻"])
@pytest.mark.parametrize("shift", range(5))
def test_no_character_is_cut(character, shift):
    line = "a" * shift + character * 60
    pieces = fold(line.encode()).split(b"\r\n ")
    assert "".join(piece.decode() for piece in pieces) == line
    assert len(pieces) > 1


@pytest.mark.parametrize("shift", range(8))
@pytest.mark.parametrize("written", [r"\n", r"\,", r"\\", r"\\\n", "^n", "^^"])
def test_no_escape_is_cut(written, shift):
    line = ("a" * shift + written * 80).encode()
    pieces = fold(line).split(b"\r\n ")

    assert b"".join(pieces) == line
    assert len(pieces) > 1
    for piece in pieces:
        for escape in (b"\\", b"^"):
            assert (len(piece) - len(piece.rstrip(escape))) % 2 == 0, piece


@given(ANY_TEXT)
def test_no_line_is_longer_than_75_octets_and_none_is_lost(value):
    written = serialise(with_summary(value))

    pieces = written.split(b"\r\n")
    assert max(len(piece) for piece in pieces) <= 75
    assert "\r\n".join(piece.decode() for piece in pieces) == written.decode()
    assert str(Event.from_ical(written)["SUMMARY"]) == value
