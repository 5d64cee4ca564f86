"""What keeping the index costs in queries: the same however large the programme is, and nothing for a draft.

Each further page type of a project that is indexed, as here three adapters, costs a query more where its kind is read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from dvb_wagtail.pages.models import Appearance, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.reconcile import reconcile
from dvb_wagtail.publication.tables import Pending, PublishedSession
from tests.pages_factory import make_conference, make_news, make_site, make_speaker_index

pytestmark = pytest.mark.django_db


def queries(done: Callable[[], Any]) -> int:
    """Return how many queries it makes, those that only mark a transaction left out."""
    with CaptureQueriesContext(connection) as captured:
        done()
    sql = [query["sql"] for query in captured]
    return len([each for each in sql if not each.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))])


def make_programme(sessions: int) -> ConferencePage:
    """Return an edition with so many sessions, each with a speaker's page and a room."""
    home = make_site().root_page
    make_news(home)
    edition = make_conference(
        home, venues=[{"type": "venue", "value": {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}]}}]
    )
    index = make_speaker_index(home)
    for number in range(sessions):
        speaker = index.add_child(instance=SpeakerPage(title=f"Talare {number}"))
        session = SessionPage(
            title=f"Session {number}", day=edition.start_date, start=time(9), end=time(10), room="sal-a"
        )
        session.appearances = [Appearance(speaker=speaker)]
        edition.add_child(instance=session)
    flush()
    assert PublishedSession.objects.count() == sessions
    return edition


def session(number: int = 0) -> SessionPage:
    return SessionPage.objects.get(title=f"Session {number}")


@pytest.mark.parametrize("sessions", [5, 20])
def test_publishing_a_session_costs_the_same_in_a_small_and_a_large_edition(sessions: int) -> None:
    make_programme(sessions)

    def publish(**fields: Any) -> int:
        changed = session()
        for name, value in fields.items():
            setattr(changed, name, value)
        changed.save_revision().publish()
        return queries(flush)

    assert publish(abstract="Välkommen.") == 19
    assert publish(start=time(8)) == 19
    assert publish(room="") == 21, "and what it is found by"
    assert publish() == 16, "and nothing is written"


@pytest.mark.parametrize("sessions", [5, 20])
def test_renaming_a_room_touches_no_session(sessions: int) -> None:
    edition = make_programme(sessions)
    edition.refresh_from_db()
    edition.venues[0].value["rooms"][0]["name"] = "Stora salen"
    edition.save_revision().publish()
    assert queries(flush) == 17


def test_a_draft_of_a_live_page_costs_nothing() -> None:
    make_programme(1)
    draft = session()
    draft.title = "Utkast"
    with CaptureQueriesContext(connection) as captured:
        draft.save_revision()
    assert [query["sql"] for query in captured if "dvb_wagtail" in query["sql"]] == []
    assert queries(flush) == 1


def test_a_publication_writes_a_mark_for_the_page_and_for_each_person() -> None:
    make_programme(1)
    revision = session().save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish()
    ours = [query["sql"].split(" (")[0] for query in captured if "dvb_wagtail" in query["sql"]]
    assert ours == ['INSERT INTO "dvb_wagtail_pending"'] * 2
    assert set(Pending.objects.values_list("identity", "page")) == {(session().translation_key, None)}


@pytest.mark.parametrize("sessions", [10, 40])
def test_looking_at_unchanged_sessions_costs_the_same_for_few_and_for_many(sessions: int) -> None:
    make_programme(sessions)
    identities = set(SessionPage.objects.values_list("translation_key", flat=True))
    assert reconcile(identities) == []
    assert queries(lambda: reconcile(identities)) == 14
    assert queries(reconcile) == 33


def test_a_page_that_has_nothing_to_do_with_the_index_costs_a_look() -> None:
    home = make_site().root_page
    plain = Page(title="Om oss")
    home.add_child(instance=plain)
    flush()
    with CaptureQueriesContext(connection) as captured:
        plain.save()
    assert [query["sql"] for query in captured if "dvb_wagtail" in query["sql"]] == []
    assert not Pending.objects.exists()
