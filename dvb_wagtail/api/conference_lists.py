"""What an edition lists: people, themes, venues, tickets, recordings, partners.

Names and facts are the index's. What the index has no room for is read from the pages, by the entry's permanent code:
facts from the main page, texts from the one that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dvb_wagtail.api import parts
from dvb_wagtail.api.edition import edition, edition_record, shown_edition
from dvb_wagtail.api.reading import named_in
from dvb_wagtail.api.shown import language_of, reading_of
from dvb_wagtail.api.values import (
    PublicHost,
    PublicPartner,
    PublicReference,
    PublicSharedRecording,
    PublicTheme,
    PublicTicket,
    PublicVenue,
)
from dvb_wagtail.core.localise_edition import localise_speaker
from dvb_wagtail.core.localised import LocalisedTicket, LocalisedVenue, Named
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication.main_pages import shown_list


def hosts(page: Any) -> list[PublicHost]:
    """Return hosts and moderators: those without a public page by their plain name, or not at all."""
    found: list[PublicHost] = []
    for block in page.hosts:
        chosen = block.value["speaker"]
        speaker = reading_of(page).hosts.get(chosen.translation_key) if chosen else None
        person = localise_speaker(speaker, words(language_of(page))) if speaker else None
        if name := person.name if person else clean_line(block.value["name"] or ""):
            found.append(
                {
                    "name": name,
                    "role": Role(block.value["role"]),
                    "title": parts.line(block.value["title"]),
                    "speaker": person.code if person else None,
                    "url": (person.url or None) if person else None,
                }
            )
    return found


def themes(page: Any) -> list[PublicTheme]:
    return _described(shown_edition(page).themes, _written(page, "themes"))


def tracks(page: Any) -> list[PublicTheme]:
    return _described(shown_edition(page).tracks, _written(page, "tracks"))


def _described(named: Iterable[Named], written: Mapping[str, Any]) -> list[PublicTheme]:
    return [
        {"code": each.code, "name": each.name, "text": parts.text(written.get(each.code, {}).get("text"))}
        for each in named
    ]


def venues(page: Any) -> list[PublicVenue]:
    written = _written(page, "venues")
    return [_venue(venue, written.get(venue.code, {})) for venue in shown_edition(page).venues]


def _venue(venue: LocalisedVenue, written: Any) -> PublicVenue:
    return {
        "code": venue.code,
        "name": venue.name,
        "address": venue.address or None,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
        "directions": parts.text(written.get("directions")),
        "step_free": bool(written.get("step_free")),
        "hearing_loop": bool(written.get("hearing_loop")),
        "accessible_toilet": bool(written.get("accessible_toilet")),
        "accessibility": venue.accessibility or None,
        "rooms": [
            {"code": room.code, "name": room.name, "capacity": room.capacity, "stream": room.stream or None}
            for room in venue.rooms
        ],
    }


def tickets(page: Any) -> list[PublicTicket]:
    return [_ticket(ticket) for ticket in shown_edition(page).tickets]


def _ticket(ticket: LocalisedTicket) -> PublicTicket:
    return {
        "code": ticket.code,
        "name": ticket.name,
        "includes": ticket.includes or None,
        "price": None if ticket.price is None else f"{ticket.price:f}",
        "currency": ticket.currency or None,
        "vat_included": ticket.vat_included,
        "on_sale_from": ticket.on_sale_from,
        "on_sale_until": ticket.on_sale_until,
        "sold_out": ticket.sold_out,
        "url": ticket.address or None,
    }


def recordings(page: Any) -> list[PublicSharedRecording]:
    """Return recordings of several sessions; sessions that are not public are not named."""
    known = {each["identity"]: each for each in parts.references_to(page, named_in(page))}
    pictures = parts.pictures_of(page, page.recordings)
    return [
        {
            **parts.recording_value(shared.recording, pictures.get(shared.recording.id)),
            "track": shared.track or None,
            "sessions": _known(shared.sessions, known),
        }
        for shared in edition(page).recordings
    ]


def _known(identities: Iterable[str], known: dict[str, PublicReference]) -> list[PublicReference]:
    return [known[identity] for identity in identities if identity in known]


def partners(page: Any) -> list[PublicPartner]:
    return [
        {
            "name": name,
            "logo": parts.picture(block.value["logo"], page),
            "url": parts.address(block.value["address"]),
            "text": parts.text(block.value["text"]),
        }
        for block in page.partners
        if (name := clean_line(block.value["name"] or ""))
    ]


def _written(page: Any, name: str) -> dict[str, Any]:
    """Return what is written of the entries of a list, by code."""
    main = reading_of(page).main_pages.get(page.translation_key, page) if edition_record(page) else page
    return {block.value["code"]: block.value for block in shown_list(page, main, name)}
