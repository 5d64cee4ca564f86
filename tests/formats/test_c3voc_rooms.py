from __future__ import annotations

from dataclasses import replace

from dvb_wagtail.core.localised import LocalisedRoom, LocalisedVenue
from dvb_wagtail.core.places import Place
from dvb_wagtail.formats.c3voc_rooms import Room, key_of, rooms_of
from tests.formats.factories import PLACE, SWEDISH
from tests.formats.schedules import HOUSE, ONLINE, OPEN, WORKSHOP, edition

ENGLISH = replace(SWEDISH, language="en", online="Online", place_open="Place to be announced")


def names(*venues: LocalisedVenue) -> list[str]:
    return [room.name for room in rooms_of(edition(venues=venues), [], SWEDISH).values()]


def test_a_venue_stands_before_its_rooms_in_the_editors_order():
    assert [room.name for room in rooms_of(edition(), [], SWEDISH).values()] == [
        "Kulturhuset",
        "Stora salen",
        "Lilla salen",
        "Biblioteket",
        "Verkstan",
    ]


def test_former_rooms_come_after_those_in_use_and_last_what_has_no_venue():
    former = replace(PLACE, room="Källaren", room_code="kallaren")
    closed = Place(location="Gamla huset", venue="Gamla huset", venue_code="gamla-huset")
    found = rooms_of(edition(venues=()), [OPEN, ONLINE, closed, former, PLACE, former], SWEDISH)
    assert list(found) == ["room/kallaren", "room/stora-salen", "venue/gamla-huset", "online", "open"]
    assert [room.name for room in found.values()] == [
        "Källaren",
        "Stora salen",
        "Gamla huset",
        "På nätet",
        "Platsen meddelas senare",
    ]


def test_what_is_known_of_a_room():
    found = rooms_of(edition(), [ONLINE], SWEDISH)
    assert found["room/stora-salen"] == Room(
        name="Stora salen",
        guid=found["room/stora-salen"].guid,
        code="stora-salen",
        capacity=400,
        description="Kulturhuset, Storgatan 1, Skellefteå",
    )
    assert (found["venue/kulturhuset"].description, found["venue/kulturhuset"].capacity) == (
        "Storgatan 1, Skellefteå",
        None,
    )
    assert [key for key, room in found.items() if room.online] == ["online"]
    assert (found["online"].code, found["online"].description) == ("", "")


def test_the_identity_of_a_room_is_the_same_in_every_language_and_another_in_every_edition():
    english = [Place(location=ENGLISH.online), Place(location=ENGLISH.place_open), replace(PLACE, room="Main hall")]
    swedish = rooms_of(edition(), [ONLINE, OPEN, PLACE], SWEDISH)
    assert [key_of(place, ENGLISH) for place in english] == [key_of(place, SWEDISH) for place in (ONLINE, OPEN, PLACE)]
    translated = rooms_of(edition(venues=()), english, ENGLISH)
    assert {key: room.guid for key, room in translated.items()} == {key: swedish[key].guid for key in translated}
    next_year = rooms_of(edition(id="nästa"), [ONLINE], SWEDISH)
    assert {room.guid for room in next_year.values()}.isdisjoint(room.guid for room in swedish.values())


def test_rooms_of_the_same_name_are_told_apart_by_their_venues():
    assert names(
        LocalisedVenue("hus-a", "Hus A", address="Storgatan 1", rooms=(LocalisedRoom("sal-1", "Salen"),)),
        LocalisedVenue("hus-b", "Hus B", rooms=(LocalisedRoom("sal-2", "Salen"), LocalisedRoom("foaje", "Foajén"))),
    ) == ["Hus A", "Salen, Hus A, Storgatan 1", "Hus B", "Salen, Hus B", "Foajén"]


def test_rooms_of_the_same_name_in_the_same_venue_are_told_apart_by_their_codes():
    assert names(
        LocalisedVenue("hus", "Hus", rooms=(LocalisedRoom("sal", "Salen"), LocalisedRoom("sal-2", "Salen"))),
    ) == ["Hus", "Salen, Hus (sal)", "Salen, Hus (sal-2)"]


def test_a_venue_that_is_called_as_what_has_no_venue_is_told_apart():
    found = rooms_of(edition(venues=(LocalisedVenue("nat", "På nätet"),)), [ONLINE], SWEDISH)
    assert [room.name for room in found.values()] == ["På nätet (nat)", "På nätet"]


def test_a_room_without_a_name_is_called_by_its_venue_and_one_without_either_has_a_name_too():
    nameless = LocalisedVenue("hus", "", rooms=(LocalisedRoom("sal", ""),))
    assert names(replace(nameless, name="Hus"))[1] == "Hus (sal)"
    assert names(nameless) == ["Platsen meddelas senare (hus)", "Platsen meddelas senare (sal)"]


def test_a_room_can_stand_beside_another():
    online = rooms_of(edition(), [ONLINE], SWEDISH)["online"]
    second, third = online.beside(2), online.beside(3)
    assert (second.name, third.name) == ("På nätet (2)", "På nätet (3)")
    assert len({online.guid, second.guid, third.guid}) == 3
    assert second == online.beside(2)
    assert second.online


def test_a_house_is_no_room_of_its_own():
    assert key_of(HOUSE, SWEDISH) == "venue/kulturhuset"
    assert key_of(WORKSHOP, SWEDISH) == "room/verkstan"
