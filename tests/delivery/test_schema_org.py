"""`programme.schema.json` over HTTP: as importers ask for it, whole and selected, in every language."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dvb_wagtail.core.vocabulary import Attendance, Role, StreamAccess
from tests import pages_factory as make
from tests.delivery.editing import make_private, republish, unpublish
from tests.delivery.reading import PROGRAMME, events

pytestmark = pytest.mark.usefixtures("sessions")

ARRAY = "conferences/dv2020/sv/programme.schema.json"
ENGLISH = "conferences/dv2020/en/programme.schema.json"
EDITION = "Digitala Västerbotten 2020"


@pytest.fixture(scope="module", autouse=True)
def _speaker(sessions):
    """A speaker with a page, in the keynote."""
    speaker = make.make_speaker(make.make_speaker_index(sessions["Keynote"].get_parent()), "Anna Andersson")
    make.make_appearance(sessions["Keynote"], speaker, role=Role.SPEAKER, title="forskare")


def read(response) -> dict[str, dict[str, Any]]:
    """Return the events of a document by name, in its order."""
    assert response.status_code == 200
    return {each["name"]: each for each in json.loads(response.content)}


def test_it_is_answered_with_its_media_type_and_a_name(get):
    response = get(ARRAY)
    assert response["Content-Type"] == "application/ld+json"
    assert response["Content-Disposition"] == 'inline; filename="dv2020-programme.schema.json"'
    assert response["Access-Control-Allow-Origin"] == "*"
    assert get(ARRAY, If_None_Match=response["ETag"]).status_code == 304


def test_the_whole_programme_has_the_edition_first_and_then_every_session(get):
    found = read(get(ARRAY))
    assert list(found) == [EDITION, "Öppning", "Keynote", "Seminarium", "Panel"]
    assert [each["name"] for each in found[EDITION]["subEvent"]] == ["Öppning", "Keynote", "Seminarium", "Panel"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("day=2020-12-08", ["Öppning", "Keynote"]),
        ("kind=keynote&language=en", ["Keynote"]),
        ("track=politiskt-ledarskap", ["Seminarium"]),
        ("place=online", ["Keynote"]),
        ("day=2000-01-01", []),
    ],
)
def test_a_selection_has_its_sessions_alone_each_with_their_edition(get, query, titles):
    found = read(get(f"{ARRAY}?{query}"))
    assert list(found) == titles
    assert {each["superEvent"]["name"] for each in found.values()} <= {EDITION}


def test_identities_are_those_of_the_calendar(get):
    calendar = {
        title.removeprefix("Inställt: "): f"urn:uuid:{event['UID']}" for title, event in events(get(PROGRAMME)).items()
    }
    assert {name: each["@id"] for name, each in read(get(ARRAY)).items()} == calendar


def test_the_status_is_said_by_the_vocabulary_and_in_the_description_not_in_the_name(get):
    panel = read(get(ARRAY))["Panel"]
    assert panel["eventStatus"] == "https://schema.org/EventCancelled"
    assert panel["description"] == "Inställt. Orsak: Talaren är sjuk"


def test_people_stand_as_they_were_that_day_with_their_pages(get):
    (person,) = read(get(ARRAY))["Keynote"]["performer"]
    assert (person["name"], person["jobTitle"]) == ("Anna Andersson", "forskare")
    assert person["url"].startswith("http://dvb.example/")


def test_tickets_and_organiser_are_those_of_the_edition(get, conference):
    before = get(ARRAY)
    ticket = {"name": "Guldbiljett", "price": Decimal(1000), "currency": "SEK", "address": "https://tickets.example/"}
    republish(conference, tickets=[("ticket", ticket)], organiser="Region Västerbotten")
    found = read(get(ARRAY, If_None_Match=before["ETag"]))
    (offer,) = found[EDITION]["offers"]
    assert (offer["name"], offer["price"], offer["url"]) == ("Guldbiljett", 1000, "https://tickets.example/")
    assert {each["organizer"]["name"] for each in found.values()} == {"Region Västerbotten"}


def test_a_session_without_a_translation_stands_in_the_main_language_and_says_so(get, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(sessions["Öppning"], title="Opening")
    found = read(get(ENGLISH))
    assert list(found) == ["Digital Västerbotten 2020", "Opening", "Keynote", "Seminarium", "Panel"]
    assert {name: each.get("mainEntityOfPage", {}).get("inLanguage") for name, each in found.items()} == {
        "Digital Västerbotten 2020": None,
        "Opening": None,
        "Keynote": "sv",
        "Seminarium": "sv",
        "Panel": "sv",
    }
    assert found["Panel"]["description"] == "Cancelled. Reason: Talaren är sjuk"
    assert found["Opening"]["@id"] == read(get(ARRAY))["Öppning"]["@id"]


@pytest.mark.parametrize("hide", [unpublish, make_private])
def test_what_is_not_public_is_not_there(get, sessions, hide):
    hide(sessions["Keynote"])
    found = read(get(ARRAY))
    assert list(found) == [EDITION, "Öppning", "Seminarium", "Panel"]
    assert [each["name"] for each in found[EDITION]["subEvent"]] == ["Öppning", "Seminarium", "Panel"]
    assert b"Anna Andersson" not in get(ARRAY).content


def test_a_stream_for_the_registered_is_not_told(get, sessions):
    secret = "https://stream.example/hemlig"
    page = republish(
        sessions["Keynote"], stream=secret, stream_access=StreamAccess.REGISTERED, attendance=Attendance.ONLINE
    )
    response = get(ARRAY)
    assert read(response)["Keynote"]["location"] == [{"@type": "VirtualLocation", "url": page.full_url}]
    assert b"stream.example" not in response.content
    republish(page, stream_access=StreamAccess.PUBLIC)
    assert read(get(ARRAY))["Keynote"]["location"] == [{"@type": "VirtualLocation", "url": secret}]


def test_it_costs_the_same_however_much_there_is(get, conference):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            get(ARRAY)
        return len(captured)

    few = queries()
    for number in range(10):
        make.make_session(conference, f"Punkt {number}")
    assert (queries(), len(read(get(ARRAY)))) == (few, 15)
    assert few == 2
