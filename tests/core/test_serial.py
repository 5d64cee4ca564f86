from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

import pytest
from cattrs.errors import ClassValidationError
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.changes import EditionSignificance, EditionSnapshot, Significance, Snapshot
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.places import Venue
from dvb_wagtail.core.serial import digest, dump, load
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.tickets import Ticket
from dvb_wagtail.core.vocabulary import Kind, SpokenLanguage
from tests.core.records import SWEDISH, appearance, conference, session

STORED = [
    *(Series, Conference, Session, Speaker, News, Article),
    *(Snapshot, EditionSnapshot, Significance, EditionSignificance),
]

# Numbers that JSON can hold, and equal themselves; datetimes as the index stores them.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
RECORDS = st.sampled_from(STORED).flatmap(st.from_type)


@given(RECORDS)
def test_a_record_comes_back_as_it_was_stored(record):
    assert load(json.loads(json.dumps(dump(record))), type(record)) == record


def _types(value) -> set[type]:
    """The types within a plain value, of keys too."""
    if isinstance(value, dict):
        return {dict}.union(*(_types(key) | _types(inner) for key, inner in value.items()))
    if isinstance(value, list):
        return {list}.union(*map(_types, value))
    return {type(value)}


@given(RECORDS)
def test_what_is_stored_is_json_through_and_through(record):
    assert _types(dump(record)) <= {dict, list, str, int, float, bool, type(None)}


@given(RECORDS)
def test_equal_records_have_equal_digests_and_loading_changes_none(record):
    assert digest(load(dump(record), type(record))) == digest(record)


@given(RECORDS, RECORDS)
def test_different_records_have_different_digests(one, other):
    assert (digest(one) == digest(other)) is (dump(one) == dump(other))


def test_a_session_is_stored_with_what_differs_from_the_default_alone():
    speaker = appearance(remote=True)

    assert dump(session(texts={"sv": SessionTexts("Tillit")}, appearances=(speaker,), start=time(13, 0, 1))) == {
        "id": "6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10",
        "code": "K7MPQ2",
        "kind": "panel",
        "texts": {"sv": {"title": "Tillit"}},
        "day": "2020-12-08",
        "start": "13:00:01",
        "end": "14:15:00",
        "room": "stora-salen",
        "track": "politik",
        "themes": ["ai", "ledarskap"],
        "appearances": [{"id": "1", "role": "speaker", "texts": {"sv": {"name": "Eva Ek"}}, "remote": True}],
    }


def test_a_read_only_mapping_is_stored_as_any_other():
    frozen = session(texts=MappingProxyType({"sv": SessionTexts("Tillit")}))
    plain = session(texts={"sv": SessionTexts("Tillit")})

    assert dump(frozen) == dump(plain)
    assert digest(frozen) == digest(plain)


def test_words_by_kind_have_a_digest_too():
    assert dump(SWEDISH)["kinds"]["keynote"] == "keynote"
    assert _types(dump(SWEDISH)) == {dict, list, str}
    assert digest(SWEDISH) != digest(conference())


def test_the_order_of_languages_changes_no_digest():
    sv, en = SessionTexts("Tillit"), SessionTexts("Trust")

    assert digest(session(texts={"sv": sv, "en": en})) == digest(session(texts={"en": en, "sv": sv}))


def test_the_order_of_people_is_content():
    eva, ola = appearance("1", "Eva"), appearance("2", "Ola")

    assert digest(session(appearances=(eva, ola))) != digest(session(appearances=(ola, eva)))


def test_what_a_later_version_added_is_ignored_and_what_it_left_out_is_the_default():
    stored = {
        "id": "1",
        "code": "ABC234",
        "kind": "keynote",
        "texts": {"sv": {"title": "Tillit", "mood": "glad"}},
        "colour": {"red": 1},
        "language": None,
    }

    assert load(stored, Session) == Session("1", "ABC234", Kind.KEYNOTE, {"sv": SessionTexts("Tillit")})


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"id": "1", "code": "ABC234", "kind": "tango", "texts": {}},
        {"id": "1", "code": "ABC234", "kind": "panel", "texts": {}, "day": "idag"},
        {"id": "1", "code": "ABC234", "kind": "panel", "texts": {}, "start": "25:00"},
        {"id": "1", "code": "ABC234", "kind": "panel", "texts": {"sv": {}}},
    ],
)
def test_what_is_no_record_is_refused(stored):
    with pytest.raises(ClassValidationError):
        load(stored, Session)


def test_types_are_restored():
    loaded = load(dump(session(language=SpokenLanguage.YIDDISH)), Session)

    assert (type(loaded.day), type(loaded.start), type(loaded.themes)) == (date, time, tuple)
    assert isinstance(loaded.kind, StrEnum)
    assert loaded.language is SpokenLanguage.YIDDISH


def test_a_price_is_stored_as_it_was_written():
    ticket = Ticket("guld", {"sv": "Guld"}, price=Decimal("995.50"), on_sale_from=datetime(2020, 9, 1, tzinfo=UTC))

    assert dump(ticket)["price"] == "995.50"
    assert load(dump(ticket), Ticket) == ticket
    assert load({"code": "guld", "names": {}}, Ticket).price is None


def test_a_position_may_be_a_whole_number():
    venue = Venue("sara", {"sv": "Sara"}, latitude=64.0, longitude=None)

    assert load({"code": "sara", "names": {"sv": "Sara"}, "latitude": 64}, Venue) == venue


def test_digests_are_the_same_in_every_process():
    program = (
        "from tests.core.records import conference, session, SWEDISH\n"
        "from dvb_wagtail.core.serial import digest\n"
        "print(digest(session()), digest(conference()), digest(SWEDISH))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("0", "1", "4242")
    }

    assert printed == {f"{digest(session())} {digest(conference())} {digest(SWEDISH)}"}


def test_a_digest_has_128_bits_in_hexadecimal():
    assert len(bytes.fromhex(digest(session()))) == 16
