"""What a format could not write is told to editors, until it is mended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from dvb_wagtail.publication import failures
from dvb_wagtail.publication.health import findings
from dvb_wagtail.publication.tables import FailedPart, PublishedSession
from tests.pages_factory import make_conference, make_session, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return make_session(make_conference(make_site().root_page), "Keynote")


def note(identity: object) -> None:
    failures.note(str(identity), "programme.ics", "sv", "ValueError: X-NOTE has a bare line end")


def told() -> list[tuple[str, str]]:
    return [(each.title, each.reason) for each in findings(datetime.now(UTC))]


def test_editors_are_told_what_was_left_out_and_where_once(session):
    note(session.translation_key)
    note(session.translation_key)
    [(title, reason)] = told()
    assert title == "Keynote"
    assert "programme.ics (sv)" in reason
    assert "X-NOTE has a bare line end" in reason


def test_what_is_published_anew_is_no_longer_told(session):
    note(session.translation_key)
    PublishedSession.objects.update(changed=datetime.now(UTC) + timedelta(seconds=1))
    assert told() == []


def test_what_still_fails_after_that_is_told_again(session):
    note(session.translation_key)
    FailedPart.objects.update(since=datetime.now(UTC) - timedelta(hours=1))
    assert told() == []
    note(session.translation_key)
    assert len(told()) == 1


def test_what_is_not_public_any_more_is_not_told(session):
    note(session.translation_key)
    session.refresh_from_db()
    session.unpublish()
    failures.note(str(uuid4()), "programme.ics", "sv", "of nothing that there is")
    assert [title for title, _reason in told() if title != "Keynote"] == []


def test_part_of_a_page_is_told_as_the_page_and_what_is_of_none_is_not_told(session):
    note(f"{session.translation_key}/changes/7")
    note("urn:of-a-format-of-its-own")
    assert [title for title, _reason in told()] == ["Keynote"]


def test_a_rebuild_begins_anew(session):
    note(session.translation_key)
    call_command("dvb_publication", "rebuild")
    assert told() == []


def test_a_database_that_cannot_be_written_to_stops_nothing(session, monkeypatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise DatabaseError("read-only")

    monkeypatch.setattr(FailedPart.objects, "get_or_create", refuse)
    note(session.translation_key)
    assert told() == []
