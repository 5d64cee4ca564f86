"""`schedule.xml` and `schedule.json` over HTTP: as apps ask for them, whole and selected, in every language."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

import pytest
from lxml import etree

from dvb_wagtail.core.vocabulary import Attendance, Role, StreamAccess
from dvb_wagtail.publication.tables import PublishedConference, PublishedSession, PublishedSpeaker
from tests import pages_factory as make
from tests.delivery.editing import make_private, republish, unpublish

pytestmark = pytest.mark.usefixtures("sessions")

XML = "conferences/dv2020/sv/schedule.xml"
JSON = "conferences/dv2020/sv/schedule.json"
BOTH = pytest.mark.parametrize("address", [XML, JSON])


@pytest.fixture(scope="module", autouse=True)
def _speaker(sessions):
    """A speaker with a page, in the keynote."""
    speaker = make.make_speaker(make.make_speaker_index(sessions["Keynote"].get_parent()), "Anna Andersson")
    make.make_appearance(sessions["Keynote"], speaker, role=Role.SPEAKER)


def grid(response) -> list[dict[str, list[str]]]:
    """Return the titles of the sessions of each day by room, of a schedule in either form."""
    assert response.status_code == 200
    if response["Content-Type"] == "application/json":
        days = json.loads(response.content)["schedule"]["conference"]["days"]
        return [{name: [each["title"] for each in room] for name, room in day["rooms"].items()} for day in days]
    return [
        {room.get("name"): [event.findtext("title") for event in room] for room in day}
        for day in etree.fromstring(response.content).iterfind("day")
    ]


def event(response, title: str) -> etree._Element:
    """Return the session of this title in a schedule as XML."""
    (found,) = (each for each in etree.fromstring(response.content).iter("event") if each.findtext("title") == title)
    return found


@pytest.mark.parametrize(
    ("address", "media_type", "file_name"),
    [
        (XML, "application/vnd.c3voc.schedule+xml", "dv2020-schedule.xml"),
        (JSON, "application/json", "dv2020-schedule.json"),
    ],
)
def test_it_is_answered_with_its_media_type_and_a_name(get, address, media_type, file_name):
    response = get(address)
    assert (response.status_code, response["Content-Type"]) == (200, media_type)
    assert response["Content-Disposition"] == f'inline; filename="{file_name}"'
    assert response["Access-Control-Allow-Origin"] == "*"
    assert get(address, If_None_Match=response["ETag"]).status_code == 304


@BOTH
def test_the_whole_programme_stands_by_day_and_room(get, address):
    empty = {"Kulturhuset": [], "Sal A": [], "Sal B": []}
    assert grid(get(address)) == [
        empty | {"Kulturhuset": ["Öppning"], "Sal A": ["Keynote"]},
        empty | {"Kulturhuset": ["Inställt: Panel"], "Sal B": ["Seminarium"]},
    ]


@BOTH
@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("room=sal-a", [{"Sal A": ["Keynote"]}, {"Sal A": []}]),
        ("day=2020-12-09&kind=seminar", [{"Sal B": []}, {"Sal B": ["Seminarium"]}]),
        ("language=en&place=online", [{"Sal A": ["Keynote"]}, {"Sal A": []}]),
        ("kind=dinner", [{}, {}]),
        ("day=2031-01-01", [{}, {}]),
    ],
)
def test_a_selection_has_its_sessions_on_the_same_days(get, address, query, days):
    assert grid(get(f"{address}?{query}")) == days


@BOTH
def test_a_value_that_was_never_known_and_another_parameter_are_not_found(get, address):
    for query in ("room=none", "cancelled=keep", "detail=rich", "lang=en"):
        assert get(f"{address}?{query}").status_code == 404


def test_the_title_of_a_selection_says_what_was_chosen(get):
    def title(query: str) -> str | None:
        return etree.fromstring(get(f"{XML}{query}").content).findtext("conference/title")

    assert title("") == title("?utm_source=brev") == "Digitala Västerbotten 2020"
    assert title("?room=sal-a") == "Digitala Västerbotten 2020: Sal A"


def test_identities_are_those_of_the_index(get, sessions):
    row = PublishedSession.objects.get(identity=sessions["Keynote"].translation_key)
    found = event(get(XML), "Keynote")
    assert dict(found.attrib) == {"guid": str(row.identity), "id": str(row.pk), "code": row.code}


def test_identities_stay_when_a_session_is_renamed_and_moved(get, sessions):
    before = dict(event(get(XML), "Keynote").attrib)
    republish(sessions["Keynote"], title="Nyckeltal", slug="nyckeltal", day=date(2020, 12, 9), room="sal-b")
    assert grid(get(XML))[1]["Sal B"] == ["Seminarium", "Nyckeltal"]
    assert dict(event(get(XML), "Nyckeltal").attrib) == before


def test_the_version_is_when_the_public_content_changed(get, sessions):
    def version() -> str | None:
        return etree.fromstring(get(XML).content).findtext("version")

    PublishedConference.objects.update(updated=datetime(2020, 7, 1, 12, 0, 5, tzinfo=UTC))
    assert version() == "2020-07-01 14:00:05"
    republish(sessions["Keynote"], title="Nyckeltal")
    assert str(version()) > "2020-07-01 14:00:05"


def test_a_person_with_a_page_is_known_by_it(get):
    speaker = PublishedSpeaker.objects.get()
    days = json.loads(get(JSON).content)["schedule"]["conference"]["days"]
    ((keynote,),) = (room for room in (days[0]["rooms"]["Sal A"],))
    (person,) = keynote["persons"]
    assert (person["name"], person["code"]) == ("Anna Andersson", speaker.code)
    assert person["url"] == speaker.document["texts"]["sv"]["url"]


# ---- languages


def test_a_session_without_a_translation_is_in_every_language_and_says_so(get, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(sessions["Keynote"], title="Keynote in English")
    response = get(XML.replace("/sv/", "/en/"))
    root = etree.fromstring(response.content)
    assert root.findtext("conference/title") == "Digital Västerbotten 2020"
    assert grid(response)[0] == {"Kulturhuset": ["Öppning"], "Sal A": ["Keynote in English"], "Sal B": []}
    assert grid(response)[1]["Kulturhuset"] == ["Cancelled: Panel"]
    assert event(response, "Öppning").findtext("description") == "Language: Swedish"
    assert "Language" not in (event(response, "Keynote in English").findtext("description") or "")
    assert event(response, "Öppning").findtext("type") == "Opening"


def test_identities_are_the_same_in_every_language(get, conference):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    swedish, english = (etree.fromstring(get(XML.replace("/sv/", f"/{code}/")).content) for code in ("sv", "en"))
    for path in ("day/room", "day/room/event", "day/room/event/persons/person"):
        of_each = [[each.get("guid") for each in root.iterfind(path)] for root in (swedish, english)]
        assert of_each[0] == of_each[1] != []


# ---- what is not public, and what has no time


@BOTH
def test_what_is_not_public_is_not_in_it(get, sessions, address):
    unpublish(sessions["Öppning"])
    make_private(sessions["Seminarium"])
    response = get(address)
    assert grid(response) == [
        {"Kulturhuset": [], "Sal A": ["Keynote"]},
        {"Kulturhuset": ["Inställt: Panel"], "Sal A": []},
    ]
    assert "Seminarium" not in response.content.decode()


@BOTH
def test_a_stream_for_the_registered_is_not_in_it(get, sessions, address):
    secret = "https://deltagare.dvb.example/hemlig"
    republish(sessions["Keynote"], stream=secret, stream_access=StreamAccess.REGISTERED)
    response = get(address).content.decode()
    assert secret not in response
    assert "skickas" in response
    republish(sessions["Keynote"], stream=secret, stream_access=StreamAccess.PUBLIC)
    assert secret in get(address).content.decode()


@BOTH
def test_a_session_whose_time_is_open_is_not_in_it_until_it_is_set(get, conference, address):
    session = make.make_session(conference, "Mingel", start=None, end=None, room="sal-a")
    assert grid(get(address))[0]["Sal A"] == ["Keynote"]
    republish(session, start=time(20), end=time(1))
    assert grid(get(address))[0]["Sal A"] == ["Keynote", "Mingel"]


def test_what_is_online_at_once_is_side_by_side(get, conference):
    for title in ("Ett", "Två"):
        make.make_session(conference, title, start=time(16), end=time(17), attendance=Attendance.ONLINE)
    assert list(grid(get(XML))[0].items())[-2:] == [("På nätet", ["Ett"]), ("På nätet (2)", ["Två"])]


def test_an_edition_without_a_programme_is_a_schedule_of_its_days(get, home):
    make.make_conference(home, "dv2021", title="Nästa år", start_date=date(2021, 12, 7), end_date=date(2021, 12, 8))
    root = etree.fromstring(get(XML.replace("dv2020", "dv2021")).content)
    assert [(day.get("index"), day.get("date"), len(day)) for day in root.iterfind("day")] == [
        ("1", "2021-12-07", 0),
        ("2", "2021-12-08", 0),
    ]


# ---- cost


@pytest.mark.parametrize(("address", "queries"), [(XML, 2), (f"{XML}?room=sal-a", 3), (JSON, 3)])
def test_queries_do_not_grow_with_the_number_of_sessions(get, conference, django_assert_num_queries, address, queries):
    with django_assert_num_queries(queries):
        few = get(address)
    for number in range(3):
        make.make_appearance(make.make_session(conference, f"Mer {number}", room="sal-a"), name="Bo Berg")
    with django_assert_num_queries(queries):
        many = get(address)
    assert (few.content.count(b"Mer "), many.content.count(b"Mer ")) == (0, 3)
