"""What a page would be if it were published now: like the record it then becomes, and written nowhere."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.serial import load
from dvb_wagtail.core.session import Session
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.drafts import draft_conference, draft_session, edition_above
from dvb_wagtail.publication.tables import PublishedConference, PublishedSession
from tests.publication.site import SECRET_NAME, SECRET_STREAM, page, session
from tests.publication.watching import changes_no_byte

pytestmark = pytest.mark.usefixtures("site")


def stored(row: Any, record: type[Any]) -> Any:
    return load(row.document, record)


def test_a_draft_is_what_is_published_of_it_later() -> None:
    edition, panel = page("DV 2021", ConferencePage), session("Panel")
    edition.title, edition.lead, edition.themes = "DV 21", "Snart", [("theme", {"name": "Tillit", "code": "tillit"})]
    panel.title, panel.start = "Samtal", time(14, 30)
    with changes_no_byte():
        conference = draft_conference(edition)
        above, talk = draft_session(panel, preview=True)
    edition.save_revision().publish()
    panel.save_revision().publish()
    published = stored(PublishedConference.objects.get(key="dv2021"), Conference)
    assert (conference.texts, conference.themes, conference.start) == (
        published.texts,
        published.themes,
        published.start,
    )
    row = PublishedSession.objects.get(identity=panel.translation_key)
    found = stored(row, Session)
    assert (talk.texts, talk.start, talk.id, above.acronym) == (found.texts, found.start, found.id, "dv2020")


def test_a_draft_of_an_edition_may_still_be_empty() -> None:
    new = page("Avdelning").add_child(instance=ConferencePage(title="Ny", live=False))
    conference = draft_conference(new)
    assert (conference.start, conference.end, conference.acronym) == (None, None, "")


def test_a_draft_shows_no_private_person_nor_a_stream_for_the_registered() -> None:
    _conference, talk = draft_session(session(), preview=True)
    names = [appearance.texts["sv"].name for appearance in talk.appearances]
    assert names == ["Anna Andersson", "B. Bakom"]
    assert SECRET_NAME not in repr(talk)
    assert SECRET_STREAM not in repr(talk)


def test_an_edition_that_is_a_draft_is_shown_in_previews_alone() -> None:
    edition = ConferencePage(
        title="Nästa", acronym="dv2022", start_date=date(2022, 5, 1), end_date=date(2022, 5, 1), live=False
    )
    page("Avdelning").add_child(instance=edition)
    talk = SessionPage(title="Ny", live=False)
    edition.add_child(instance=talk)
    assert draft_session(talk, preview=True)[0].acronym == "dv2022"
    assert draft_session(talk, preview=False)[0].acronym == ""
    assert (edition_above(talk, preview=True), edition_above(talk, preview=False)) == (edition, None)


def test_a_session_outside_every_edition_has_an_empty_one() -> None:
    talk = SessionPage(title="Vilse", live=False)
    page("Avdelning").add_child(instance=talk)
    conference, found = draft_session(talk, preview=True)
    assert (conference.texts, conference.time_zone, found.texts["sv"].title) == ({}, "Europe/Stockholm", "Vilse")
    assert edition_above(talk, preview=True) is None
