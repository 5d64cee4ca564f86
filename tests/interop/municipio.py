"""Reads events by the rules that Municipio reads schema.org by, as they were observed in its release 7.10.2.

Each object becomes one of the class that its `@type` names, a list stays a list, and what is no object stays what it
is. What it then shows of an event it takes from objects of those classes alone; anything else in their place stops it.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote_plus

KNOWN = frozenset(
    {
        *("Event", "Place", "VirtualLocation", "GeoCoordinates", "LocationFeatureSpecification", "PostalAddress"),
        *("Person", "Organization", "CreativeWork", "WebPage", "Thing", "ImageObject", "DefinedTerm", "Schedule"),
        *("Offer", "PriceSpecification"),
    }
)
"""Those of its classes that we have use for."""


class Refused(Exception):
    """The import stops with an error."""


@dataclass(frozen=True)
class Thing:
    kind: str
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def list(self, name: str) -> list[Any]:
        """Return a property that it goes through without looking whether it is a list."""
        found = self[name] or []
        if not isinstance(found, list):
            raise Refused(f"{name} is no list")
        return found

    def things(self, name: str, kind: str) -> list[Thing]:
        found = self[name] if isinstance(self[name], list) else [self[name]]
        return [each for each in found if isinstance(each, Thing) and each.kind == kind]


@dataclass(frozen=True)
class Post:
    """What becomes of an event. `origin` is what it is found by the next time."""

    origin: str
    title: str
    content: str = ""
    url: str = ""
    place: str = ""
    position: tuple[float, float] | None = None
    dates: list[tuple[datetime, datetime]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    organisers: list[str] = field(default_factory=list)
    prices: list[str] = field(default_factory=list)
    booking: str = ""
    images: list[str] = field(default_factory=list)


def read(document: bytes) -> dict[str, Post]:
    """Return the posts by origin, the first of several with the same. Raises Refused where the import stops."""
    found = json.loads(document)
    things = [_thing(each) for each in ([found] if "@type" in found else found)]
    posts: dict[str, Post] = {}
    for post in map(_post, things):
        posts.setdefault(post.origin, post)
    return posts


def _thing(found: Any) -> Thing:
    kind = found["@type"]
    if not isinstance(kind, str) or kind.removeprefix("schema:") not in KNOWN:
        raise Refused(f"no class {kind}")
    return Thing(kind, {name: _value(value) for name, value in found.items() if value not in (None, "")})


def _value(value: Any) -> Any:
    if isinstance(value, dict) and "@type" in value:
        return _thing(value)
    if isinstance(value, list):
        return [_thing(each) if isinstance(each, dict) and "@type" in each else each for each in value]
    return value


def _post(event: Thing) -> Post:
    if event.kind != "Event":
        raise Refused(f"shows no {event.kind}")
    places = event.list("location")
    house = places[0] if any(each.kind == "Place" for each in places) else None
    if house is not None and (house.kind != "Place" or not isinstance(house["address"] or "", str)):
        raise Refused("shows no such place")
    title = event["name"] or ""
    if not isinstance(title, str):
        raise Refused("the name is no text")
    images = event["image"] if isinstance(event["image"], list) else []
    return Post(
        origin=event["@id"],
        title=unquote_plus(html.unescape(title)),
        content=event["description"] or "",
        url=event["url"] or "",
        place=" / ".join(filter(None, (house["name"], house["address"]))) if house else "",
        position=(house["latitude"], house["longitude"]) if house and house["latitude"] else None,
        dates=[_dates(each) for each in event.things("eventSchedule", "Schedule")],
        tags=[each["name"] for each in event.things("keywords", "DefinedTerm")],
        organisers=[each["name"] for each in event.things("organizer", "Organization")],
        prices=[
            f"{each['name']}: {each['price']} {'kr' if each['priceCurrency'] == 'SEK' else each['priceCurrency']}"
            for offer in event.things("offers", "Offer")
            for each in offer.things("priceSpecification", "PriceSpecification")
        ],
        booking=next((offer["url"] for offer in event.list("offers") if offer["url"]), ""),
        images=[each["url"] for each in images if each.kind == "ImageObject"],
    )


def _dates(schedule: Thing) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(schedule["startDate"]), datetime.fromisoformat(schedule["endDate"])
