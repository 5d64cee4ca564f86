"""A record that another version wrote, and this one cannot read, takes no other down."""

from __future__ import annotations

import logging

import pytest

from dvb_wagtail.publication import records
from dvb_wagtail.publication.tables import PublishedSession
from tests.pages_factory import make_conference, make_session, make_site


@pytest.mark.django_db
def test_one_unreadable_session_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    conference = make_conference(make_site().root_page)
    make_session(conference, "Öppning")
    strange = make_session(conference, "Från framtiden")
    row = PublishedSession.objects.get(identity=strange.translation_key)
    row.document["kind"] = "hologram"
    row.save()
    record = records.conference_of(conference.translation_key)
    assert record
    with caplog.at_level(logging.ERROR):
        found = records.sessions(record)
    assert [each.session.texts["sv"].title for each in found] == ["Öppning"]
    assert str(strange.translation_key) in caplog.text
