"""`programme.json` over HTTP: the real words, selections, languages, people, and nothing that is not public."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings as project

from dvb_wagtail.core.vocabulary import Role, StreamAccess
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats import programme_json
from dvb_wagtail.publication.tables import PublishedSpeaker
from tests import pages_factory as make
from tests.delivery.editing import code_of, make_private, republish, unpublish
from tests.formats.contract import PROGRAMME as SCHEMA
from tests.formats.contract import faults

pytestmark = pytest.mark.usefixtures("sessions")

PROGRAMME = "conferences/dv2020/sv/programme.json"
AT = "http://dvb.example/dvb/v1/conferences/dv2020/sv"
DASH = "\N{EN DASH}"


@pytest.fixture
def read(get):
    """Ask for a programme that the closed schema finds nothing wrong with."""

    def ask(address: str = PROGRAMME) -> dict[str, Any]:
        response = get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "application/json")
        assert faults(response.content) == []
        found = json.loads(response.content)
        assert isinstance(found, dict)
        return found

    return ask


def titles(found: dict[str, Any]) -> list[str]:
    return [session["title"] for session in found["sessions"]]


def one(found: dict[str, Any], title: str) -> dict[str, Any]:
    (session,) = (session for session in found["sessions"] if session["title"] == title)
    assert isinstance(session, dict)
    return session


def test_one_request_has_the_whole_programme(read):
    found = read()
    assert titles(found) == ["Öppning", "Keynote", "Seminarium", "Panel"]
    assert {name: found[name] for name in ("$schema", "address", "url", "title")} == {
        "$schema": "http://dvb.example/dvb/v1/schemas/programme.json",
        "address": f"{AT}/programme.json",
        "url": "http://dvb.example/digitala-v%C3%A4sterbotten-2020/",
        "title": "Digitala Västerbotten 2020: program",
    }
    assert found["conference"]["lead"] == "Två dagar om det hållbara samhället."
    assert [(day["label"], day["count"]) for day in found["days"]] == [
        ("Tisdag 8 december 2020", 2),
        ("Onsdag 9 december 2020", 2),
    ]


def test_it_says_when_in_the_words_of_its_language(read):
    swedish, english = (one(read(PROGRAMME.replace("/sv/", f"/{language}/")), "Panel") for language in ("sv", "en"))
    assert (swedish["day_label"], swedish["time_label"]) == ("Onsdag 9 december 2020", f"15.00{DASH}16.00")
    assert (english["day_label"], english["time_label"]) == ("Wednesday 9 December 2020", f"15:00{DASH}16:00")
    assert (swedish["title_label"], english["title_label"]) == ("Inställt: Panel", "Cancelled: Panel")
    assert swedish["reason"] == english["reason"] == "Talaren är sjuk"


def test_a_session_without_a_translation_is_marked(read, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(sessions["Keynote"], title="Opening keynote")
    found = read(PROGRAMME.replace("/sv/", "/en/"))
    assert [(each["title"], each["language"], each["language_label"]) for each in found["sessions"]] == [
        ("Öppning", "sv", "Language: Swedish"),
        ("Opening keynote", "en", None),
        ("Seminarium", "sv", "Language: Swedish"),
        ("Panel", "sv", "Language: Swedish"),
    ]


@pytest.mark.parametrize("language", dict(project.LANGUAGES))
def test_every_word_of_the_contract_is_there(language):
    written = json.loads(json.dumps(programme_json._words(words(language))))
    assert written.keys() == SCHEMA["$defs"]["words"]["properties"].keys()
    assert all(written.values())


def test_it_takes_selections(read):
    found = read(f"{PROGRAMME}?day=2020-12-09&kind=seminar")
    assert (titles(found), found["address"]) == (["Seminarium"], f"{AT}/programme.json?day=2020-12-09&kind=seminar")
    assert found["title"] == "Digitala Västerbotten 2020: onsdag 9 december · Seminarium"
    assert found["conference"]["title"] == "Digitala Västerbotten 2020"
    assert {each["address"].partition("?")[2] for each in found["alternates"]} == {"day=2020-12-09&kind=seminar"}


def test_an_empty_selection_is_a_whole_document(read):
    found = read(f"{PROGRAMME}?kind=dinner")
    assert (found["days"], found["filters"], found["sessions"]) == ([], [], [])


def test_every_value_of_a_filter_is_a_selection_of_those_that_have_it(read):
    found = read()
    assert [each["name"] for each in found["filters"]] == ["day", "track", "theme", "room", "kind", "language", "place"]
    for each in found["filters"]:
        for choice in each["values"]:
            chosen = titles(read(f"{PROGRAMME}?{each['name']}={choice['value']}"))
            assert chosen == [session["title"] for session in found["sessions"] if has(session, each["name"], choice)]
            assert chosen


def has(session: dict[str, Any], name: str, choice: dict[str, str]) -> bool:
    """Tell whether a session has a value, where the contract says that it stands."""
    value = choice["value"]
    return {
        "day": session["day"] == value,
        "track": (session["track"] or {}).get("code") == value,
        "theme": value in [theme["code"] for theme in session["themes"]],
        "room": session["place"]["room_code"] == value,
        "kind": session["kind"] == value,
        "language": session["spoken_language"] == value,
        "place": session["attendance"] in (value, "mixed"),
    }[name]


def test_the_other_documents_are_there(get, read):
    found = read()["alternates"]
    assert "programme.json" not in {each["name"] for each in found}
    for each in found:
        response = get(each["address"].removeprefix("http://dvb.example/dvb/v1/"))
        assert (response.status_code, response["Content-Type"]) == (200, each["media_type"])


def test_a_session_names_its_own_calendar_file(get, read, sessions):
    address = one(read(), "Keynote")["calendar"]
    assert address == f"{AT}/sessions/{code_of(sessions['Keynote'])}.ics"
    assert get(address.removeprefix("http://dvb.example/dvb/v1/"))["Content-Type"].startswith("text/calendar")


def test_people_are_those_who_appear_in_what_was_selected(read, home, sessions):
    index = make.make_speaker_index(home)
    anna, bo = (make.make_speaker(index, name, job_title="chef") for name in ("Anna Andersson", "Bo Berg"))
    make.make_appearance(sessions["Keynote"], anna, role=Role.SPEAKER)
    make.make_appearance(sessions["Panel"], bo, role=Role.PANELLIST)
    make.make_appearance(sessions["Panel"], name="Cecilia Carlsson", role=Role.PANELLIST)
    whole, selected = read(), read(f"{PROGRAMME}?kind=panel")
    assert [each["name"] for each in whole["speakers"]] == ["Anna Andersson", "Bo Berg"]
    assert [each["name"] for each in selected["speakers"]] == ["Bo Berg"]
    code = PublishedSpeaker.objects.get(identity=bo.translation_key).code
    assert [(each["name"], each["speaker"]) for each in one(selected, "Panel")["appearances"]] == [
        ("Bo Berg", code),
        ("Cecilia Carlsson", None),
    ]
    make_private(bo)
    assert [each["name"] for each in read()["speakers"]] == ["Anna Andersson"]


def test_of_a_stream_for_the_registered_there_is_no_address(get, read, sessions):
    secret = "https://stream.example/hemlig"
    republish(sessions["Keynote"], stream=secret, stream_access=StreamAccess.REGISTERED)
    keynote = one(read(), "Keynote")
    assert (keynote["stream"], keynote["stream_access"]) == (None, "registered")
    assert keynote["stream_label"] == words("sv").stream_for_registered
    assert b"hemlig" not in get(PROGRAMME).content


@pytest.mark.parametrize("hide", [unpublish, make_private])
def test_what_nobody_may_see_is_not_there(get, read, sessions, hide):
    hide(sessions["Seminarium"])
    found = read()
    assert titles(found) == ["Öppning", "Keynote", "Panel"]
    assert b"Seminarium" not in get(PROGRAMME).content
    assert "track" not in {each["name"] for each in found["filters"]}


def test_a_session_whose_day_is_open_is_there(read, conference):
    make.make_session(conference, "Någon gång", day=None, start=None, end=None)
    found = read()
    assert titles(found)[-1] == "Någon gång"
    assert found["days"][-1]["date"] is None
    assert one(found, "Någon gång")["calendar"] is None


@pytest.mark.parametrize(("query", "queries"), [("", 3), ("?room=sal-a", 4), ("?kind=keynote", 3)])
def test_queries_do_not_grow_with_the_sessions(get, conference, home, django_assert_num_queries, query, queries):
    with django_assert_num_queries(queries):
        assert get(f"{PROGRAMME}{query}").status_code == 200
    index = make.make_speaker_index(home)
    for number in range(3):
        session = make.make_session(conference, f"Mer {number}", kind="keynote", room="sal-a")
        make.make_appearance(session, make.make_speaker(index, f"Talare {number}"))
    with django_assert_num_queries(queries):
        response = get(f"{PROGRAMME}{query}")
    assert len(json.loads(response.content)["speakers"]) == 3
