"""`?detail=rich`: people and places as components, and HTML (RFC 9073), for programs that know them.

Not in the calendar that everyone gets: calcurse skips an event that holds a VLOCATION with a LOCATION-TYPE, and libical
3 knows none of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID, uuid5

from icalendar import Component, Event, vUri

from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedConference, LocalisedSession
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.ical_description import person_line
from dvb_wagtail.formats.ical_values import Text, position
from dvb_wagtail.formats.session_html import session_html

_PARTS = UUID("6a1f1f0e-6f0a-4a55-9d0b-0a0f8b1b7d53")

PARTICIPANT_TYPES: Mapping[Role, str] = MappingProxyType(
    {
        Role.SPEAKER: "SPEAKER",
        Role.MODERATOR: "SPEAKER",
        Role.PANELLIST: "SPEAKER",
        Role.HOST: "ACTIVE",
        Role.PERFORMER: "PERFORMER",
    }
)
"""RFC 9073 §6.2 has no word for who moderates or is the host: their role stands in CATEGORIES."""


def enrich(event: Event, item: LocalisedSession | LocalisedConference, words: Words) -> None:
    """Add to an event what RFC 9073 has for it: STYLED-DESCRIPTION, VLOCATION and a PARTICIPANT for each person."""
    if isinstance(item, LocalisedSession):
        html = session_html(item, words)
        if html:
            event["STYLED-DESCRIPTION"] = Text(html, params={"VALUE": "TEXT", "FMTTYPE": "text/html"})
            if "DESCRIPTION" in event:
                # RFC 9073 §6.5: a reader of both shows one.
                event["DESCRIPTION"].params["DERIVED"] = "TRUE"
        for participant in _participants(item, words):
            event.add_component(participant)
    if item.place.venue:
        event.add_component(_location(item.id, item.place))


def _participants(item: LocalisedSession, words: Words) -> Iterator[Component]:
    """Yield a PARTICIPANT for each person (RFC 9073 §7.1). Two of one name are told apart by their order."""
    seen: Counter[str] = Counter()
    for shown in item.appearances:
        name = shown.speaker or shown.name
        seen[name] += 1
        yield _participant(uuid5(_PARTS, f"{item.id} {name} {seen[name]}"), shown, words)


def _participant(identity: UUID, shown: LocalisedAppearance, words: Words) -> Component:
    participant = _component("PARTICIPANT", identity)
    participant["PARTICIPANT-TYPE"] = Text(PARTICIPANT_TYPES[shown.role])
    participant["SUMMARY"] = Text(shown.name)
    participant["DESCRIPTION"] = Text(person_line(shown, words))
    participant["CATEGORIES"] = Text(words.roles[shown.role])
    if shown.url:
        participant["URL"] = vUri(shown.url)
    return participant


def _location(session: str, place: Place) -> Component:
    """Return where it is (RFC 9073 §7.2), with the type that RFC 4589 has for a house where people meet."""
    location = _component("VLOCATION", uuid5(_PARTS, f"{session} {place.venue_code} {place.room_code}"))
    location["NAME"] = Text(", ".join(part for part in (place.room, place.venue) if part))
    location["LOCATION-TYPE"] = Text("public")
    if place.address:
        location["DESCRIPTION"] = Text(place.address)
    if found := position(place.latitude, place.longitude):
        location["GEO"] = found
    return location


def _component(name: str, identity: UUID) -> Component:
    component = Component.get_component_class(name)()
    component["UID"] = Text(str(identity))
    return component
