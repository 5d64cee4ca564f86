"""The example's programmes as schedules for apps: valid, and read by them, in every selection that there is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import etree

from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.vocabulary import Attendance, Kind, SpokenLanguage
from dvb_wagtail.delivery import addresses
from dvb_wagtail.publication import records
from dvb_wagtail.publication.tables import PublishedConference, PublishedSession
from tests.interop import eventfahrplan, giggity
from tests.interop.schedule_schemas import by_fastjsonschema, by_libxml2

pytestmark = [
    pytest.mark.interop,
    pytest.mark.usefixtures("site", "swedish"),
    pytest.mark.django_db,
    # Wagtail leaves the file that it draws a rendition into to the garbage collector; Python 3.13 says so.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]

HOST = ("testserver", 80)


def selections(acronym: str) -> Iterator[Scope]:
    """Yield the whole, every selection by one value, every day of every room, and one that holds nothing."""
    edition = records.conference(acronym, HOST)
    assert edition is not None
    coded = records.ever_public(edition)
    words = {
        *((Facet.KIND, kind.value) for kind in Kind),
        *((Facet.LANGUAGE, language.value) for language in SpokenLanguage),
        *((Facet.PLACE, place.value) for place in (Attendance.ONSITE, Attendance.ONLINE)),
    }
    days = {edition.conference.start.isoformat(), edition.conference.end.isoformat()}
    yield Scope()
    for facet, value in sorted(coded | words | {(Facet.DAY, day) for day in days}):
        yield Scope.of({facet: [value]})
    for room in sorted(code for facet, code in coded if facet is Facet.ROOM):
        for day in sorted(days):
            yield Scope.of({Facet.DAY: [day], Facet.ROOM: [room]})
    yield Scope.of({Facet.DAY: ["2000-01-01"]})


def asked(client: Client, acronym: str, language: str, scope: Scope, extension: str) -> HttpResponse:
    response = client.get(addresses.programme(acronym, language, scope, extension, name="schedule"))
    assert response.status_code == 200
    return response


def acronyms() -> list[str]:
    return list(PublishedConference.objects.filter(gone_at=None).order_by("key").values_list("key", flat=True))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_selection_is_valid(client, language):
    for acronym in acronyms():
        for scope in selections(acronym):
            as_xml = asked(client, acronym, language, scope, "xml").content
            by_libxml2().assertValid(etree.fromstring(as_xml))
            by_fastjsonschema()(json.loads(asked(client, acronym, language, scope, "json").content))


def test_apps_read_every_selection_that_holds_a_session(client):
    for acronym in acronyms():
        for scope in selections(acronym):
            document = asked(client, acronym, "sv", scope, "xml").content
            cards = eventfahrplan.read(document).cards
            if cards:
                app = giggity.read(document)
                assert {item.guid for item in app.items} == {card.guid for card in cards.values()}
                assert all(item.title and item.room for item in app.items)


def test_apps_find_every_session_that_has_a_time(client):
    for acronym in acronyms():
        rows = PublishedSession.objects.filter(conference__key=acronym, gone_at=None, start__isnull=False)
        programme = eventfahrplan.read(asked(client, acronym, "sv", Scope(), "xml").content)
        assert {(number, card.guid) for number, card in programme.cards.items()} == {
            (row.pk, str(row.identity)) for row in rows
        }
        assert {card.start for card in programme.cards.values()} == {row.start for row in rows}


def test_no_two_sessions_of_the_site_have_a_number_in_common(client):
    cards = [eventfahrplan.read(asked(client, acronym, "sv", Scope(), "xml").content).cards for acronym in acronyms()]
    numbers = [number for each in cards for number in each]
    assert len(numbers) == len(set(numbers)) > 50


def test_apps_draw_one_session_at_a_time(client):
    for acronym in acronyms():
        programme = eventfahrplan.read(asked(client, acronym, "sv", Scope(), "xml").content)
        assert {programme.cards[number].title for number in programme.cut_off()} == set()


def test_giggity_finds_the_schedule_from_the_address_of_a_page(client):
    """It looks for a link of the type in the page's head, takes the last, and opens it as it stands."""
    edition = records.conference("dv2020", HOST)
    assert edition is not None
    page = client.get(edition.conference.texts["sv"].url)
    found = etree.HTML(page.content).xpath('//link[@type="application/vnd.c3voc.schedule+xml"]/@href')
    assert found == ["http://testserver/dvb/v1/conferences/dv2020/sv/schedule.xml"]
    assert giggity.read(client.get(found[-1]).content).title == "Digitala Västerbotten 2020"
