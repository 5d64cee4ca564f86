"""The rooms of c3voc's schedule: columns of the grid that apps draw, known to them by their names alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from dvb_wagtail.core.localised import LocalisedConference
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.c3voc_sessions import guid

ONLINE = "online"
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Room:
    """A room, a whole venue, or where sessions are that have neither. No two of a document have the same `name`.

    `code` is permanent, or empty; `guid` is the same in every language and selection.
    """

    name: str
    guid: str
    code: str = ""
    capacity: int | None = None
    description: str = ""
    online: bool = False

    def beside(self, number: int) -> Room:
        """Return the room that stands beside it as its second, third, …"""
        return replace(self, name=f"{self.name} ({number})", guid=guid("beside", self.guid, str(number)), code="")


def key_of(place: Place, words: Words) -> str:
    """Return what tells the rooms of an edition apart, in every language the same."""
    if place.room_code:
        return f"room/{place.room_code}"
    if place.venue_code:
        return f"venue/{place.venue_code}"
    return ONLINE if place.location == words.online else OPEN


def rooms_of(edition: LocalisedConference, places: Iterable[Place], words: Words) -> dict[str, Room]:
    """Return the rooms of an edition and of these places, by key: each venue before its rooms, in the editor's order.

    Those no longer in use come after them, by their codes, and last what has no venue.
    """
    known, capacities = _in_use(edition, words)
    strays = {key: place for place in places if (key := key_of(place, words)) not in known}
    known |= sorted(strays.items(), key=lambda each: (not each[1].venue_code, each[0]))
    names = _names(known, words)
    return {
        key: Room(
            name=names[key],
            guid=guid("edition", edition.id, key),
            code=place.room_code or place.venue_code,
            capacity=capacities.get(key),
            description=_joined(place.venue if place.room_code else "", place.address),
            online=key == ONLINE,
        )
        for key, place in known.items()
    }


def _in_use(edition: LocalisedConference, words: Words) -> tuple[dict[str, Place], dict[str, int | None]]:
    places: dict[str, Place] = {}
    capacities: dict[str, int | None] = {}
    for venue in edition.venues:
        house = Place(
            location=_joined(venue.name, venue.address),
            venue=venue.name,
            venue_code=venue.code,
            address=venue.address,
        )
        places[key_of(house, words)] = house
        for room in venue.rooms:
            place = replace(
                house,
                location=_joined(room.name, house.location),
                room=room.name,
                room_code=room.code,
            )
            places[key_of(place, words)] = place
            capacities[key_of(place, words)] = room.capacity
    return places, capacities


def _names(places: Mapping[str, Place], words: Words) -> dict[str, str]:
    """Return what each is called: as short as can be, with its venue where two have a name, else with its code."""

    def short(place: Place) -> str:
        return place.room or place.venue or place.location or words.place_open

    def long(place: Place) -> str:
        return place.location or short(place)

    def coded(place: Place) -> str:
        code = place.room_code or place.venue_code
        return f"{long(place)} ({code})" if code else long(place)

    spellings: tuple[Callable[[Place], str], ...] = (long, coded)
    names = {key: short(place) for key, place in places.items()}
    for spelled in spellings:
        count = Counter(names.values())
        names = {key: spelled(places[key]) if count[name] > 1 else name for key, name in names.items()}
    return names


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
