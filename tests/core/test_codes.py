from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.codes import ACRONYM, ALPHABET, KEY, LENGTH, SLUG_LENGTH, candidates, slug

IDENTITY = "6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10"


def test_the_codes_of_an_identity_are_for_ever_the_same():
    # Public addresses hold them: if this fails, the code is wrong and not the test.
    assert list(islice(candidates(IDENTITY), 3)) == ["KRUNBP", "J3XVF2", "9PZEH3"]
    assert list(islice(candidates(IDENTITY), 16, 18)) == ["5HKNST", "Z4QR8J"]


def test_another_identity_has_other_codes():
    assert not {*islice(candidates(IDENTITY), 100)} & {*islice(candidates(f"{IDENTITY}x"), 100)}


@given(st.text())
def test_codes_have_six_characters_that_are_not_mistaken_for_others(identity):
    first = list(islice(candidates(identity), 40))

    assert all(re.fullmatch("[2-9A-HJ-NP-Z]{6}", code) for code in first)
    assert len(set(first)) > 35


def test_the_alphabet_has_five_bits():
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set(ALPHABET) & set("01IO")
    assert LENGTH == 6


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sal Å", "sal-a"),
        ("  Stora  Salen! ", "stora-salen"),
        ("Artificiell intelligens & etik", "artificiell-intelligens-etik"),
        ("Ett hållbart ledarskap i en snabbrörlig tid", "ett-hallbart-ledarskap-i-en-snabbrorlig"),
        ("Čáhci Đuohta Ŋuolla Ŧ", "cahci-duohta-nuolla-t"),
        ("Øst Æble Þing Straße", "ost-aeble-thing-strasse"),
        ("Sal ½", "sal-1-2"),
        ("AI\u2014etik", "ai-etik"),
        ("\u210call \u00b2", "hall-2"),
        ("漢字", "x"),
        ("", "x"),
        ("--", "x"),
    ],
)
def test_a_name_gives_a_code_that_stands_in_an_address(name, code):
    assert slug(name) == code


def test_a_name_without_letters_takes_the_fallback():
    assert slug("漢字", fallback="sal") == "sal"
    assert slug("漢字", {"sal"}, fallback="sal") == "sal-2"


def test_a_taken_code_is_counted_on():
    assert slug("Sal A", {"sal-a"}) == "sal-a-2"
    assert slug("Sal A", ["sal-a", "sal-a-2", "sal-a-4"]) == "sal-a-3"


def test_a_long_taken_code_makes_room_for_its_number():
    long = "abcdefghi-" * 4

    assert slug(long) == "abcdefghi-abcdefghi-abcdefghi-abcdefghi"
    assert slug(long, {"abcdefghi-abcdefghi-abcdefghi-abcdefghi"}) == "abcdefghi-abcdefghi-abcdefghi-abcdefgh-2"
    assert slug("a" * 37 + "-bcd", {"a" * 37 + "-bc"}) == "a" * 37 + "-2"


@given(st.lists(st.text(max_size=60), max_size=20))
def test_codes_of_any_names_are_unique_short_and_plain(names):
    taken: list[str] = []
    for name in names:
        taken.append(slug(name, taken))

    assert len(set(taken)) == len(taken)
    assert all(KEY.fullmatch(code) and len(code) <= SLUG_LENGTH for code in taken)


@pytest.mark.parametrize(
    ("acronym", "fits"),
    [
        ("dv2020", True),
        ("abcd", True),
        ("a" * 20, True),
        ("abc", False),
        ("a" * 21, False),
        ("DV2020", False),
        ("dv-2020", False),
        ("dvå020", False),
        ("dv2020\n", False),
        ("dv\u0662\u0660\u0662\u0660", False),
    ],
)
def test_an_acronym_is_what_every_schedule_reader_takes(acronym, fits):
    assert bool(ACRONYM.fullmatch(acronym)) is fits


@pytest.mark.parametrize(
    ("key", "fits"),
    [
        ("digitala-vasterbotten", True),
        ("nyheter", True),
        ("a", True),
        ("-a", False),
        ("a-", False),
        ("a--b", False),
        ("A", False),
        ("", False),
    ],
)
def test_a_key_is_words_joined_by_hyphens(key, fits):
    assert bool(KEY.fullmatch(key)) is fits
