"""What a project's own code answers with is held to the types of the core dataclasses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.fitting import fitting
from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.session import Session
from tests.core.records import appearance, session


@given(st.sampled_from([Session, News, Article]).flatmap(st.from_type))
def test_what_has_the_right_types_fits(record):
    assert fitting(record, type(record)) is record


@pytest.mark.parametrize(
    "looser",
    [
        {"kind": "lecture", "stream_access": "registered", "language": "sv"},
        {"themes": ["ai"], "tickets": {"paper"}},
        {"id": 7, "code": None},
        {"recordings": [Recording("A", status="published", id=7)]},
    ],
)
def test_words_for_a_vocabulary_and_any_collection_fit_and_ids_are_nobodys_business(looser):
    assert fitting(session(**looser), Session)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"day": "2020-12-08"}, ["Session.day is '2020-12-08', no date."]),
        ({"day": datetime(2020, 12, 8, tzinfo=UTC)}, ["Session.day is datetime.datetime(2020, 12, 8"]),
        ({"start": date(2020, 12, 8)}, ["Session.start is datetime.date(2020, 12, 8), no time."]),
        ({"captions": 1, "end": time(11)}, ["Session.captions is 1, no bool."]),
        ({"kind": 3, "room": None}, ["Session.kind is 3, no Kind.", "Session.room is None, no str."]),
        ({"themes": "ai"}, ["Session.themes is 'ai', no tuple."]),
        ({"themes": (each for each in ["ai"])}, ["Session.themes is <generator"]),
        ({"texts": ["A"]}, ["Session.texts is ['A'], no Mapping."]),
        ({"documents": [Document("A", "/a", length=True)]}, ["Session.documents[0].length is True, no int."]),
        ({"recordings": [{"title": "x" * 99}]}, ["x…, no Recording."]),
        ({"appearances": [replace(appearance(), party=5)]}, ["Session.appearances[0].party is 5, no str."]),
    ],
)
def test_each_value_of_a_wrong_type_is_named(wrong, told):
    with pytest.raises(ValueError, match="Session") as raised:
        fitting(session(**wrong), Session)
    for sentence in told:
        assert sentence in str(raised.value)


def test_what_is_optional_may_be_none_or_must_fit():
    article = Article("", "sv", datetime(2020, 1, 1, tzinfo=UTC), {})

    assert fitting(article, Article).image is None
    with pytest.raises(ValueError, match=r"^Article.image.width is '9', no int.$"):
        fitting(replace(article, image=Image("/a", "image/png", 1, "9", 9)), Article)


def test_what_is_no_such_dataclass_at_all_does_not_fit():
    with pytest.raises(ValueError, match=r"^News is None, no News.$"):
        fitting(None, News)
