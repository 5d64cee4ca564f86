"""Every format, over every selection of the example's programme and of a large one, read by other people's programs.

What a selection holds is asked of the index's own facets; the formats must agree with that, and so with each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import time, timedelta
from typing import Any

import feedparser
import icalendar
import pytest
import vobject
from django.db import transaction
from django.test import Client, override_settings
from ical.calendar_stream import IcsCalendarStream
from lxml import etree
from wagtail.models import Page

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.vocabulary import Attendance, Kind
from dvb_wagtail.formats.feed_extensions import XCAL
from dvb_wagtail.pages.models import SessionPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import PublishedConference, PublishedSession, SessionFacet
from example_project.building import build, point_site_at
from tests import pages_factory as make
from tests.delivery import every_address
from tests.example.conftest import NOW, OWN_SETTINGS
from tests.formats.contract import faults
from tests.interop import municipio, vocabulary
from tests.interop.schedule_schemas import by_libxml2

pytestmark = pytest.mark.interop

LARGE = 200


@pytest.fixture(scope="module")
def programmes(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The example site, and beside its editions a large one: dvlarge."""
    with django_db_blocker.unblock(), override_settings(**OWN_SETTINGS), transaction.atomic():
        point_site_at("testserver", 80)
        build(NOW)
        _add_large_edition()
        flush()
        yield
        transaction.set_rollback(True)


def _add_large_edition() -> None:
    series = Page.objects.get(pk=_edition_page().get_parent().pk)
    edition = make.make_conference(
        series,
        "dvlarge",
        tracks=[("track", {"name": f"Spår {number}"}) for number in range(6)],
        themes=[("theme", {"name": f"Tema {number}"}) for number in range(5)],
        venues=[("venue", {"name": "Kulturhuset", "rooms": [{"name": f"Sal {number}"} for number in range(8)]})],
    )
    kinds, ways = list(Kind), list(Attendance)
    for number in range(LARGE):
        start = time(8 + number % 9, 15 * (number % 4))
        edition.add_child(
            instance=SessionPage(
                title=f"Programpunkt {number}",
                abstract="Vad krävs? " * 20,
                day=edition.start_date + timedelta(days=number % 2),
                start=start,
                end=time(start.hour + 1, start.minute),
                room=f"sal-{number % 8}",
                track=f"spar-{number % 6}" if number % 7 else "",
                themes=[f"tema-{number % 5}"],
                kind=kinds[number % len(kinds)],
                attendance=ways[number % 3],
                language=("sv", "en", "")[number % 3],
            )
        )


def _edition_page() -> Any:
    identity = PublishedConference.objects.get(key="dv2020").identity
    return Page.objects.filter(translation_key=identity).order_by("pk")[0]


def selections(acronym: str) -> list[Scope]:
    """Return every selection of one value, the pairs of a day with everything else, and the whole."""
    rows = SessionFacet.objects.filter(session__conference__key=acronym, session__gone_at=None)
    pairs = sorted({(Facet(facet), value) for facet, value in rows.values_list("facet", "value")})
    days = [value for facet, value in pairs if facet is Facet.DAY]
    single = [Scope.of({facet: [value]}) for facet, value in pairs]
    both = [Scope.of({Facet.DAY: [day], facet: [value]}) for day in days for facet, value in pairs if facet not in _FEW]
    return [Scope(), *single, *both]


_FEW = (Facet.DAY, Facet.SPEAKER, Facet.THEME)
"""Not paired with days: there are many of them, and nothing in them is another kind of answer."""


def selected(acronym: str, scope: Scope) -> set[PublishedSession]:
    """Return the public sessions of a selection, one facet after the other."""
    rows = set(PublishedSession.objects.filter(conference__key=acronym, gone_at=None))
    for facet, values in scope.values:
        found = SessionFacet.objects.filter(facet=facet, value__in=values).values_list("session_id", flat=True)
        rows &= set(PublishedSession.objects.filter(pk__in=found))
    return rows


def ids(sessions: set[PublishedSession]) -> set[str]:
    return {str(session.identity) for session in sessions}


# ---- readers: what sessions they find in a document; they raise if it is not as its specification says


def in_calendar(body: bytes) -> set[str]:
    lines = body.decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    read = {str(event["UID"]) for event in icalendar.Calendar.from_ical(body).walk("VEVENT")}
    calendar = vobject.readOne(body.decode())
    assert {event.uid.value for event in getattr(calendar, "vevent_list", ())} == read
    assert {event.uid for event in IcsCalendarStream.calendar_from_ics(body.decode()).events} == read
    return read


def in_rss(body: bytes) -> set[str]:
    read = feedparser.parse(body)
    assert read.bozo is False
    found = {element.text or "" for element in etree.fromstring(body).iter(f"{{{XCAL}}}uid")}
    assert len(found) == len(read.entries) == len({entry.id for entry in read.entries})
    return found


def in_programme(body: bytes) -> set[str]:
    assert faults(body) == []
    return {session["id"] for session in json.loads(body)["sessions"]}


def in_schedule_xml(body: bytes) -> set[str]:
    read = etree.fromstring(body)
    by_libxml2().assertValid(read.getroottree())
    return {element.get("guid") or "" for element in read.iter("event")}


def in_schedule_json(body: bytes) -> set[str]:
    days = json.loads(body)["schedule"]["conference"]["days"]
    return {event["guid"] for day in days for events in day["rooms"].values() for event in events}


def in_events(body: bytes) -> set[str]:
    """Return the sessions: the edition itself is in no event."""
    found = json.loads(body)
    assert vocabulary.faults(found) == []
    assert municipio.read(body).keys() == {event["@id"] for event in found}
    return {event["@id"].removeprefix("urn:uuid:") for event in found if "superEvent" in event}


READERS: dict[str, Callable[[bytes], set[str]]] = {
    "programme.ics": in_calendar,
    "programme.rss": in_rss,
    "programme.json": in_programme,
    "programme.schema.json": in_events,
    "schedule.xml": in_schedule_xml,
    "schedule.json": in_schedule_json,
}

EXPECTED: dict[str, Callable[[PublishedSession], bool]] = {
    "programme.ics": lambda session: session.day is not None,
    "programme.rss": lambda session: True,
    "programme.json": lambda session: True,
    "programme.schema.json": lambda session: session.day is not None,
    "schedule.xml": lambda session: session.start is not None,
    "schedule.json": lambda session: session.start is not None,
}
"""Which sessions a format has room for, by what is known of their time."""


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("acronym", ["dv2019", "dv2020", "dv2026", "dvlarge"])
@pytest.mark.parametrize("name", READERS)
def test_every_selection_holds_the_same_sessions_in_every_format(
    programmes: None, db: None, name: str, acronym: str, language: str
) -> None:
    client = Client()
    seen = 0
    for scope in selections(acronym):
        expected = ids({each for each in selected(acronym, scope) if EXPECTED[name](each)})
        query = scope.query()
        response = client.get(f"/dvb/v1/conferences/{acronym}/{language}/{name}" + (f"?{query}" if query else ""))
        assert response.status_code == 200, query
        found = READERS[name](response.content)
        if name.endswith(".ics") and not scope:
            found -= {str(PublishedConference.objects.get(key=acronym).identity)}
        assert found == expected, query
        seen += len(found)
    assert seen


@pytest.mark.parametrize("option", Option)
def test_every_option_holds_the_same_sessions(programmes: None, db: None, option: Option) -> None:
    for address in every_address.of_an_edition("dv2020", "sv", ["", f"?{option.value}"]):
        if address.endswith(option.value):
            asked, plain = (Client().get(f"/dvb/v1/{each}") for each in (address, address.partition("?")[0]))
            assert in_calendar(asked.content) == in_calendar(plain.content)
            assert asked.content != plain.content or option is Option.KEEP_CANCELLED
