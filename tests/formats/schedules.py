"""Schedules of an edition with two houses, to read with whatever reads schedules."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from lxml import etree

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localised import (
    LocalisedConference,
    LocalisedRoom,
    LocalisedSession,
    LocalisedVenue,
    Named,
)
from dvb_wagtail.core.places import Place
from dvb_wagtail.formats import c3voc_json, c3voc_xml
from tests.formats import factories
from tests.formats.documents import document

ADDRESS = "https://dvb.example/dvb/v1/conferences/dv2020/sv/schedule"

ONLINE = Place(location=factories.SWEDISH.online)
OPEN = Place(location=factories.SWEDISH.place_open)
HOUSE = replace(factories.PLACE, location="Kulturhuset, Storgatan 1, Skellefteå", room="", room_code="")
WORKSHOP = Place(
    location="Verkstan, Biblioteket",
    venue="Biblioteket",
    room="Verkstan",
    venue_code="biblioteket",
    room_code="verkstan",
)

VENUES = (
    LocalisedVenue(
        code="kulturhuset",
        name="Kulturhuset",
        address="Storgatan 1, Skellefteå",
        rooms=(
            LocalisedRoom("stora-salen", "Stora salen", capacity=400),
            LocalisedRoom("lilla-salen", "Lilla salen"),
        ),
    ),
    LocalisedVenue(code="biblioteket", name="Biblioteket", rooms=(LocalisedRoom("verkstan", "Verkstan"),)),
)


def session(number: int = 1, **changes: Any) -> LocalisedSession:
    """Return the session of this number, with identity and code of its own."""
    return factories.session(id=str(UUID(int=(4 << 76) + number)), code=f"K7M{number:03}", number=number, **changes)


def edition(**changes: Any) -> LocalisedConference:
    named = {
        "venues": VENUES,
        "tracks": (Named("politiskt-ledarskap", "Politiskt ledarskap"),),
        "themes": (Named("digital-transformation", "Digital transformation"),),
    }
    return factories.conference(**named | changes)


def channel(**changes: Any) -> Channel:
    return factories.programme(**{"edition": edition(), "address": f"{ADDRESS}.xml"} | changes)


def written_xml(*items: Any, of: Channel | None = None, options: Options | None = None) -> bytes:
    return document(c3voc_xml.SCHEDULE_XML, of or channel(), items, options or factories.options())


def written_json(*items: Any, of: Channel | None = None, options: Options | None = None) -> bytes:
    of = of or channel(address=f"{ADDRESS}.json")
    return document(c3voc_json.SCHEDULE_JSON, of, items, options or factories.options())


def xml(*items: Any, of: Channel | None = None, options: Options | None = None) -> etree._Element:
    """Return the root of a schedule as XML."""
    return etree.fromstring(written_xml(*items, of=of, options=options))


def as_json(*items: Any, of: Channel | None = None, options: Options | None = None) -> dict[str, Any]:
    """Return a schedule as JSON."""
    read = json.loads(written_json(*items, of=of, options=options))
    assert isinstance(read, dict)
    return read


def events(read: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the events of a schedule as JSON, in order."""
    days = read["schedule"]["conference"]["days"]
    return [event for day in days for room in day["rooms"].values() for event in room]
