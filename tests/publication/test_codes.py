"""Permanent codes: made of the identity, given once, known for ever."""

from __future__ import annotations

import re
from itertools import islice
from uuid import uuid4

import pytest

from dvb_wagtail.core.codes import candidates
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import records
from dvb_wagtail.publication.reconcile import reconcile
from dvb_wagtail.publication.tables import PermanentCode, PublishedSession, PublishedSpeaker
from tests.publication.site import page, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site")

HOST = ("dvb.example", 80)


def new_session(title: str) -> SessionPage:
    made = SessionPage(title=title, translation_key=uuid4())
    page("DV 2020", ConferencePage).add_child(instance=made)
    return made


def code(of: SessionPage) -> str:
    return PublishedSession.objects.get(identity=of.translation_key).code


def test_sessions_and_speakers_have_six_characters_that_nobody_mistakes() -> None:
    rows = [*PublishedSession.objects.all(), *PublishedSpeaker.objects.all()]
    assert all(re.fullmatch("[2-9A-HJ-NP-Z]{6}", row.code) for row in rows)
    assert len({row.code for row in rows}) == len(rows)


def test_a_code_is_made_of_the_identity() -> None:
    for row in PublishedSession.objects.all():
        assert row.code == next(candidates(str(row.identity)))
        assert row.document["code"] == row.code


def test_a_code_stays_through_renaming_moving_and_withdrawal() -> None:
    before = code(session("Panel"))
    changed = session("Panel")
    changed.title, changed.slug = "Samtal", "samtal"
    changed.save_revision().publish()
    session("Samtal").move(page("DV 2021", ConferencePage), "last-child")
    session("Samtal").unpublish()
    session("Samtal").save_revision().publish()
    reconcile()
    agree()
    assert code(session("Samtal")) == before


@pytest.mark.parametrize("taken", [1, 6], ids=["the first", "the first six"])
def test_where_a_code_is_taken_the_next_is_given(taken: int) -> None:
    key = uuid4()
    codes = list(islice(candidates(str(key)), taken + 1))
    for each in codes[:taken]:
        PermanentCode.objects.create(kind="session", code=each, identity=uuid4())
    made = SessionPage(title="Ny", translation_key=key)
    page("DV 2020", ConferencePage).add_child(instance=made)
    assert code(made) == codes[taken]
    made.save_revision().publish()
    assert code(made) == codes[taken]


def test_a_copy_has_a_code_of_its_own() -> None:
    copy = session("Panel").copy(update_attrs={"title": "Kopia", "slug": "kopia"})
    assert code(copy) != code(session("Panel"))


def test_codes_are_never_taken_back() -> None:
    made = new_session("Ny")
    given = code(made)
    made.delete()
    assert PermanentCode.objects.filter(kind="session", code=given, identity=made.translation_key).exists()


def test_addresses_go_on_naming_rooms_tracks_and_themes_that_are_gone() -> None:
    edition = page("DV 2020", ConferencePage)
    edition.themes, edition.tracks, edition.venues = [], [], []
    edition.save_revision().publish()
    agree()
    record = records.conference("dv2020", HOST)
    assert record is not None
    known = records.ever_public(record)
    assert {(Facet.THEME, "ai-och-etik"), (Facet.TRACK, "ledning"), (Facet.ROOM, "sal-a")} <= known
    [theme], [track], [venue] = record.conference.themes, record.conference.tracks, record.conference.venues
    assert (theme.names["sv"], theme.former) == ("AI och etik", True)
    assert (track.names["sv"], track.former) == ("Ledning", True)
    assert (venue.names["sv"], venue.former, {room.code for room in venue.rooms}) == (
        "Kulturhuset",
        True,
        {"sal-a", "sal-b"},
    )


def test_addresses_go_on_naming_tags_that_are_gone() -> None:
    article = page("Programmet är klart")
    article.tags.clear()
    article.save_revision().publish()
    agree()
    record = records.news("nyheter", HOST)
    assert record is not None
    assert records.tags(record) == []
    assert records.tag_known(record, "program")
    assert not records.tag_known(record, "aldrig")
