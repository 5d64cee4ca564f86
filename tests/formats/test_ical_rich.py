from __future__ import annotations

from html.parser import HTMLParser

import pytest
from icalendar import Calendar, Component

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.formats.session_html import session_html
from tests.formats import factories
from tests.formats.documents import calendar
from tests.formats.factories import MODERATOR, SPEAKER, SWEDISH, conference, session
from tests.formats.hostile import HOSTILE

RICH = factories.options(asked=frozenset({Option.RICH}))


def rich(item) -> Component:
    (event,) = Calendar.from_ical(calendar(item, options=RICH)).walk("VEVENT")
    return event


def components(event: Component, name: str) -> list[dict[str, str]]:
    return [
        {key: ",".join(value.cats) if key == "CATEGORIES" else str(value) for key, value in each.items()}
        for each in event.walk(name)
    ]


def test_each_person_is_a_participant():
    eva, bo, dalia = components(rich(session()), "PARTICIPANT")
    assert len({each.pop("UID") for each in (eva, bo, dalia)}) == 3
    assert eva == {
        "PARTICIPANT-TYPE": "SPEAKER",
        "SUMMARY": "Eva Ek",
        "DESCRIPTION": "Eva Ek, sektionschef, Sveriges Kommuner och Regioner",
        "CATEGORIES": "Moderator",
    }
    assert bo["CATEGORIES"] == "Paneldeltagare"
    assert dalia["DESCRIPTION"] == "Dalia Dahl"


@pytest.mark.parametrize(("role", "type_of"), [(Role.PERFORMER, "PERFORMER"), (Role.HOST, "ACTIVE")])
def test_what_a_person_does_is_said_in_the_words_of_the_standard(role, type_of):
    person = factories.replace(SPEAKER, role=role, url="https://dvb.example/dalia/")
    (found,) = components(rich(session(appearances=(person,))), "PARTICIPANT")
    assert (found["PARTICIPANT-TYPE"], found["URL"]) == (type_of, "https://dvb.example/dalia/")


def test_a_participant_keeps_its_identity_and_two_of_one_name_are_two():
    def identities(*people):
        return [each["UID"] for each in components(rich(session(appearances=people)), "PARTICIPANT")]

    assert identities(MODERATOR, SPEAKER)[1] == identities(SPEAKER)[0]
    assert len(set(identities(SPEAKER, SPEAKER))) == 2


def test_the_place_is_a_location_with_name_address_and_position():
    (place,) = components(rich(session()), "VLOCATION")
    place.pop("UID")
    assert place.keys() == {"NAME", "LOCATION-TYPE", "DESCRIPTION", "GEO"}
    # icalendar, which reads it here, leaves a NAME as it is written.
    assert (place["NAME"], place["DESCRIPTION"]) == (r"Stora salen\, Kulturhuset", "Storgatan 1, Skellefteå")


def test_a_place_without_address_and_position_has_a_name_and_one_without_a_venue_is_none():
    (place,) = components(rich(session(place=Place("Kulturhuset", venue="Kulturhuset"))), "VLOCATION")
    assert place.keys() == {"UID", "NAME", "LOCATION-TYPE"}
    assert components(rich(session(place=Place("På nätet"))), "VLOCATION") == []


def test_the_html_is_beside_a_description_that_says_that_it_is_derived():
    event = rich(session())
    assert event["STYLED-DESCRIPTION"] == session_html(session(), SWEDISH)
    assert event["STYLED-DESCRIPTION"].params == {"VALUE": "TEXT", "FMTTYPE": "text/html"}
    assert event["DESCRIPTION"].params == {"DERIVED": "TRUE"}


def test_without_a_text_there_is_no_html():
    event = rich(session(abstract="", appearances=(), stream=""))
    assert "STYLED-DESCRIPTION" not in event
    assert "DERIVED" not in event["DESCRIPTION"].params


def test_an_event_without_any_description_can_be_rich():
    assert "DESCRIPTION" not in rich(session(abstract="", appearances=(), stream="", url=""))


def test_the_edition_has_its_place():
    event = rich(conference())
    assert [each["NAME"] for each in components(event, "VLOCATION")] == ["Kulturhuset"]
    assert components(event, "PARTICIPANT") == []


def test_what_everyone_gets_holds_none_of_it():
    written = calendar(conference(), session())
    assert not [name for name in (b"PARTICIPANT", b"VLOCATION", b"STYLED", b"DERIVED") if name in written]


class Outline(HTMLParser):
    """The elements of a document, in the order in which they open."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(name):
    line, text = clean_line(HOSTILE[name]), clean_text(HOSTILE[name])
    item = session(abstract=text, reason=line, appearances=(factories.replace(SPEAKER, name=line, title=line),))
    event = rich(item)
    (person,) = event.walk("PARTICIPANT")
    assert person["SUMMARY"] == line
    assert set(Outline(str(event["STYLED-DESCRIPTION"])).opened) <= {"p", "br", "ul", "li", "a"}
