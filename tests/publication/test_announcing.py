"""Editors hold, send and annotate programme changes; documents follow at once, and nothing else is written."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from wagtail.models import ModelLogEntry, PageLogEntry, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference
from tests.publication.site import build, page, session
from tests.publication.watching import agree, at, changes_no_byte, index, mentioned
from tests.stored import put_back_as_built

pytestmark = pytest.mark.usefixtures("site")

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
QUIET = 10 * MINUTE
LATER = NOON + timedelta(days=1)


def publish(changed: Any, moment: datetime = NOON, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    with at(moment):
        changed.save_revision().publish()
    agree()


def move() -> None:
    publish(session("Panel"), start=time(12))


@pytest.fixture
def change() -> int:
    """A session was moved at noon."""
    put_back_as_built(build, move)
    return the_change().pk


def the_change() -> ProgrammeChange:
    return ProgrammeChange.objects.get()


def token() -> str:
    return PublishedConference.objects.get(key="dv2020").token


def test_a_change_is_held_and_let_go(change: int) -> None:
    assert announcing.hold(change, NOON + MINUTE)
    assert (the_change().held, the_change().visible_at) == (True, NOON + QUIET)
    assert announcing.release(change, LATER)
    assert (the_change().held, the_change().visible_at) == (False, LATER)


def test_one_that_is_let_go_in_time_goes_out_when_it_would_have(change: int) -> None:
    announcing.hold(change, NOON + MINUTE)
    assert announcing.release(change, NOON + 2 * MINUTE)
    assert (the_change().held, the_change().visible_at) == (False, NOON + QUIET)


@pytest.mark.parametrize("held", [True, False])
def test_a_change_is_sent_at_once(change: int, *, held: bool) -> None:
    if held:
        announcing.hold(change, NOON)
    moment = NOON + MINUTE + timedelta(microseconds=123)
    assert announcing.send(change, moment)
    assert (the_change().held, the_change().visible_at) == (False, NOON + MINUTE)


def test_one_that_was_held_for_long_can_be_sent(change: int) -> None:
    announcing.hold(change, NOON)
    assert announcing.send(change, LATER)
    assert the_change().visible_at == LATER


def test_what_was_told_is_neither_held_nor_sent_again_nor_let_go(change: int) -> None:
    with changes_no_byte():
        assert not announcing.hold(change, NOON + QUIET)
        assert not announcing.send(change, NOON + QUIET)
        assert not announcing.release(change, NOON + QUIET)


def test_what_is_held_is_not_held_again(change: int) -> None:
    announcing.hold(change, NOON)
    with changes_no_byte():
        assert not announcing.hold(change, NOON)


def test_what_is_gone_cannot_be_changed(change: int) -> None:
    ProgrammeChange.objects.all().delete()
    assert not announcing.send(change, NOON)
    assert not announcing.annotate(change, {"sv": "Hej"}, NOON)


# ---- notes


def test_a_note_is_cleaned_and_dated(change: int) -> None:
    assert announcing.annotate(change, {"sv": " Kaffe\r\n\x00väntar\u202e ", "en": " "}, NOON + MINUTE)
    assert (the_change().note, the_change().annotated_at) == ({"sv": "Kaffe\nväntar"}, NOON + MINUTE)


def test_a_note_is_erased_by_an_empty_one(change: int) -> None:
    announcing.annotate(change, {"sv": "Kaffe"}, NOON)
    announcing.annotate(change, {"sv": ""}, NOON + MINUTE)
    assert (the_change().note, the_change().annotated_at) == ({}, NOON + MINUTE)


def test_the_same_note_again_changes_nothing(change: int) -> None:
    announcing.annotate(change, {"sv": "Kaffe"}, NOON)
    with changes_no_byte():
        assert announcing.annotate(change, {"sv": "Kaffe ", "en": ""}, NOON + MINUTE)


def test_nothing_is_written_of_a_session_that_is_not_public(change: int) -> None:
    with at(NOON + MINUTE):
        session("Panel").unpublish()
    assert not announcing.annotate(the_change().pk, {"sv": "Anna är sjuk"}, NOON + 2 * MINUTE)
    assert mentioned("Anna är sjuk") == set()


def test_nor_of_one_that_is_private(change: int) -> None:
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    assert not announcing.annotate(change, {"sv": "Anna är sjuk"}, NOON + MINUTE)


def test_the_edition_itself_can_be_annotated() -> None:
    publish(page("DV 2020", ConferencePage), status="moved_online")
    assert announcing.annotate(the_change().pk, {"sv": "Länken kommer."}, NOON)
    assert the_change().note == {"sv": "Länken kommer."}


def test_the_note_on_an_edition_goes_with_it() -> None:
    publish(page("DV 2020", ConferencePage), status="moved_online")
    announcing.annotate(the_change().pk, {"sv": "Anna är sjuk"}, NOON)
    with at(NOON + MINUTE):
        page("DV 2020 in English", ConferencePage, "en").unpublish()
        assert mentioned("Anna är sjuk") == {"Anna är sjuk"}
        page("DV 2020", ConferencePage).unpublish()
    assert mentioned("Anna är sjuk") == set()


# ---- what follows


def test_documents_follow_and_nothing_but_the_change_and_its_edition_is_written(change: int) -> None:
    before, renewed = index(), {token()}
    steps = (
        lambda: announcing.hold(change, NOON),
        lambda: announcing.release(change, NOON),
        lambda: announcing.annotate(change, {"sv": "Kaffe"}, NOON),
        lambda: announcing.send(change, NOON),
    )
    for step in steps:
        assert step()
        renewed.add(token())
    assert len(renewed) == 5
    written = {table for table, rows in index().items() if rows != before[table]}
    assert written == {"dvb_wagtail_programmechange", "dvb_wagtail_publishedconference"}


def test_nothing_is_logged(change: int) -> None:
    logged = [model.objects.count() for model in (PageLogEntry, ModelLogEntry)]
    announcing.annotate(change, {"sv": "Kaffe"}, NOON)
    announcing.send(change, NOON)
    assert [model.objects.count() for model in (PageLogEntry, ModelLogEntry)] == logged


def test_documents_never_become_older(change: int) -> None:
    ahead = datetime(2040, 1, 1, tzinfo=UTC)
    PublishedConference.objects.update(updated=ahead)
    announcing.hold(change, NOON)
    assert PublishedConference.objects.get(key="dv2020").updated == ahead


# ---- what happens to the session while a change of it is held


def test_what_comes_after_is_joined_with_what_is_held(change: int) -> None:
    announcing.hold(change, NOON)
    publish(session("Panel"), LATER, room="sal-b")
    assert (the_change().pk, the_change().held) == (change, True)
    assert the_change().before["start"] == "15:00:00"
    assert (the_change().after["start"], the_change().after["room"]) == ("12:00:00", "sal-b")


def test_what_is_put_back_while_it_is_held_leaves_no_trace(change: int) -> None:
    announcing.hold(change, NOON)
    publish(session("Panel"), LATER, start=time(15))
    assert not ProgrammeChange.objects.exists()


def test_what_comes_after_what_was_sent_is_told_beside_it(change: int) -> None:
    announcing.send(change, NOON)
    publish(session("Panel"), NOON + MINUTE, room="sal-b")
    assert ProgrammeChange.objects.count() == 2


def test_a_withdrawal_that_was_held_was_never_told_when_the_session_is_back() -> None:
    with at(NOON):
        session("Panel").unpublish()
    announcing.hold(the_change().pk, NOON)
    publish(session("Panel"), LATER)
    assert not ProgrammeChange.objects.exists()
