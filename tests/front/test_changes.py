"""The latest programme changes on an edition's page and its programme."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dvb_wagtail.front.changes import LATEST
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.tables import ProgrammeChange
from dvb_wagtail.testing import publish
from tests.front.conftest import EDITION
from tests.front.reading import Document, only, read, text
from tests.pages_factory import make_session, make_translation
from tests.stored import put_back_as_built

NOON = datetime(2020, 11, 2, 12, tzinfo=UTC)
QUIET = timedelta(minutes=10)


@pytest.fixture
def clock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set the time for those who publish and for those who read."""

    def at(moment: datetime) -> None:
        settings.DVB_WAGTAIL_NOW = moment.isoformat()
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return at


@pytest.fixture
def session(clock: Any, conference: ConferencePage) -> SessionPage:
    """A session of a programme that was released the day before."""
    clock(NOON - timedelta(days=1))
    put_back_as_built(*EDITION, build_released)
    clock(NOON)
    return SessionPage.objects.get()


def build_released() -> None:
    conference = ConferencePage.objects.get()
    conference.programme_released = True
    make_session(publish(conference), "Tillit", room="sal-a")


def move(session: SessionPage, **fields: Any) -> None:
    session = SessionPage.objects.get(pk=session.pk)
    for name, value in fields.items():
        setattr(session, name, value)
    publish(session)


def shown(document: Document) -> list[tuple[str, str, str | None]]:
    """Return when each change was told, what it is called and where it leads to."""
    return [
        (text(only(card, "time")), text(only(card, ".dvb-card-title a")), only(card, "a").get("href"))
        for card in document.cssselect(".dvb-changes article")
    ]


def test_a_change_stands_there_when_it_has_been_quiet(client: Client, clock: Any, session: SessionPage) -> None:
    conference = session.get_parent()
    move(session, start=time(15), end=time(16))
    assert shown(read(client, conference.url)) == []
    clock(NOON + QUIET)
    expected = [("måndag 2 november kl. 13.10", "Flyttat: Tillit", session.url)]
    for address in (conference.url, f"{conference.url}program/"):
        document = read(client, address)
        assert [(when.replace("\xa0", " "), *rest) for when, *rest in shown(document)] == expected
        assert only(document, ".dvb-changes time").get("datetime") == "2020-11-02T13:10:00+01:00"
        [first, facts] = [text(each) for each in document.cssselect(".dvb-changes .dvb-card-title ~ p")]
        assert first.replace("\xa0", " ") == "Flyttat från kl. 13.00 till kl. 15.00."
        assert facts.startswith("När och var: tisdag 8 december 2020")


def test_the_feed_is_linked_and_there(client: Client, clock: Any, session: SessionPage) -> None:
    move(session, start=time(15), end=time(16))
    clock(NOON + QUIET)
    link = only(read(client, session.get_parent().url), ".dvb-changes > p a")
    assert link.get("href") == "/dvb/v1/conferences/dv2020/sv/changes.rss"
    assert client.get(str(link.get("href"))).status_code == 200


def test_the_newest_come_first_and_no_more_than_a_few(client: Client, clock: Any, session: SessionPage) -> None:
    for number in range(LATEST + 1):
        clock(NOON + number * QUIET)
        move(session, start=time(9, number), end=time(16))
    clock(NOON + timedelta(days=1))
    cards = read(client, session.get_parent().url).cssselect(".dvb-changes article")
    assert len(cards) == LATEST
    assert "från kl.\xa009.04 till kl.\xa009.05" in cards[0].text_content()


def test_on_the_programme_they_are_folded_and_beside_a_selection_not_shown(
    client: Client, clock: Any, session: SessionPage
) -> None:
    move(session, start=time(15), end=time(16))
    clock(NOON + QUIET)
    programme = f"{session.get_parent().url}program/"
    folded = only(read(client, programme), "details.dvb-changes")
    assert folded.get("open") is None
    assert text(only(folded, "summary")).replace("\xa0", " ") == (
        "Programändringar, senast måndag 2 november kl. 13.10"
    )
    assert shown(read(client, f"{programme}?kind=lecture")) == []


def test_a_note_in_another_language_says_so(client: Client, clock: Any, session: SessionPage) -> None:
    make_translation(session.get_parent(), title="DV 2020 in English")
    move(session, start=time(15), end=time(16))
    announcing.annotate(ProgrammeChange.objects.get().pk, {"sv": "Kaffe <b>"}, NOON)
    clock(NOON + QUIET)
    english = ConferencePage.objects.get(title="DV 2020 in English")
    note = only(read(client, english.url), ".dvb-changes p[lang]")
    assert (note.get("lang"), text(note)) == ("sv", "Kaffe <b>")


def test_of_a_programme_that_is_over_none_are_shown(client: Client, clock: Any, session: SessionPage) -> None:
    move(session, start=time(15), end=time(16))
    clock(datetime(2020, 12, 9, 12, tzinfo=UTC))
    assert len(shown(read(client, session.get_parent().url))) == 1
    clock(datetime(2020, 12, 10, 12, tzinfo=UTC))
    assert shown(read(client, session.get_parent().url)) == []


def test_what_was_withdrawn_leads_to_the_conference(client: Client, clock: Any, session: SessionPage) -> None:
    session.unpublish()
    publish(ConferencePage.objects.get(pk=session.get_parent().pk))
    clock(NOON + QUIET)
    [(_when, title, url)] = shown(read(client, session.get_parent().url))
    assert (title.replace("\xa0", " "), url) == (
        "Utgår: en programpunkt tisdag 8 december kl. 13.00",
        session.get_parent().url,
    )


def test_one_that_says_nothing_is_left_out(client: Client, clock: Any, session: SessionPage) -> None:
    move(session, start=time(15), end=time(16))
    change = ProgrammeChange.objects.get()
    change.before = change.after
    change.save()
    clock(NOON + QUIET)
    assert shown(read(client, session.get_parent().url)) == []


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


def test_they_cost_two_queries_however_many(client: Client, clock: Any, session: SessionPage) -> None:
    programme = f"{session.get_parent().url}program/"
    another = make_session(session.get_parent().specific, "Mod")
    without = queries(client, programme)
    move(session, start=time(15), end=time(16))
    clock(NOON + QUIET)
    assert queries(client, programme) == without + 1
    move(another, start=time(17), end=time(18))
    clock(NOON + 2 * QUIET)
    assert queries(client, programme) == without + 1
