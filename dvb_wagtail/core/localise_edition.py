"""An edition in one language, with its tracks, themes and venues, and the people with pages who appear in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from dvb_wagtail.core.conference import Conference, Theme, Track
from dvb_wagtail.core.effective import edition_attendance, edition_instants
from dvb_wagtail.core.localise import edition_reason, in_language, name_in, place_of
from dvb_wagtail.core.localised import (
    LocalisedConference,
    LocalisedRoom,
    LocalisedSpeaker,
    LocalisedTicket,
    LocalisedVenue,
    Named,
    Stamp,
)
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.places import Venue
from dvb_wagtail.core.tickets import Ticket
from dvb_wagtail.core.vocabulary import ConferenceStatus, Notice
from dvb_wagtail.core.words import Words

_NOTICES: Mapping[ConferenceStatus, Notice] = MappingProxyType(
    {
        ConferenceStatus.CANCELLED: Notice.CANCELLED,
        ConferenceStatus.POSTPONED: Notice.POSTPONED,
    }
)


def localise_conference(conference: Conference, stamp: Stamp, words: Words) -> LocalisedConference:
    """Return the edition itself in `words.language`."""
    language, texts = in_language(conference.texts, words.language, conference.main_language)
    attendance = edition_attendance(conference)
    starts, ends = edition_instants(conference)
    return LocalisedConference(
        id=conference.id,
        acronym=conference.acronym,
        title=texts.title,
        language=language,
        url=texts.url,
        lead=texts.lead,
        start=conference.start,
        end=conference.end,
        time_zone=conference.time_zone,
        status=conference.status,
        notice=_NOTICES.get(conference.status, Notice.NONE),
        reason=edition_reason(conference, words.language),
        attendance=attendance,
        place=place_of(conference, "", attendance, words),
        stamp=stamp,
        theme=texts.theme,
        image=conference.image,
        stream=conference.stream,
        hashtag=conference.hashtag,
        tracks=_named(conference.tracks, conference, words),
        themes=_named(conference.themes, conference, words),
        venues=tuple(_venue(venue, conference, words) for venue in conference.venues if not venue.former),
        starts=starts,
        ends=ends,
        organiser=texts.organiser,
        tickets=tuple(
            _ticket(ticket, name, conference, words)
            for ticket in conference.tickets
            if (name := name_in(ticket.names, words.language, conference.main_language))
        ),
    )


def localise_speaker(speaker: Speaker, words: Words) -> LocalisedSpeaker:
    """Return a person with a page in `words.language`, else in the language of the page that came first."""
    language, texts = in_language(speaker.texts, words.language, speaker.main_language)
    portrait = speaker.portrait
    return LocalisedSpeaker(
        code=speaker.code,
        name=texts.name,
        language=language,
        url=texts.url,
        title=texts.title,
        organisation=texts.organisation,
        portrait=replace(portrait, alt=texts.portrait_alt or portrait.alt) if portrait else None,
    )


def _named(listed: Iterable[Track | Theme], conference: Conference, words: Words) -> tuple[Named, ...]:
    main = conference.main_language
    return tuple(Named(each.code, name_in(each.names, words.language, main)) for each in listed if not each.former)


def _venue(venue: Venue, conference: Conference, words: Words) -> LocalisedVenue:
    def said(texts: Mapping[str, str]) -> str:
        return name_in(texts, words.language, conference.main_language)

    return LocalisedVenue(
        code=venue.code,
        name=said(venue.names),
        address=venue.address,
        latitude=venue.latitude,
        longitude=venue.longitude,
        accessibility=said(venue.accessibility),
        rooms=tuple(
            LocalisedRoom(room.code, said(room.names), room.capacity, room.stream)
            for room in venue.rooms
            if not room.former
        ),
    )


def _ticket(ticket: Ticket, name: str, conference: Conference, words: Words) -> LocalisedTicket:
    zone = ZoneInfo(conference.time_zone)

    def local(moment: datetime | None) -> datetime | None:
        return moment.astimezone(zone) if moment else None

    return LocalisedTicket(
        code=ticket.code,
        name=name,
        includes=name_in(ticket.includes, words.language, conference.main_language),
        price=ticket.price,
        currency=ticket.currency,
        vat_included=ticket.vat_included,
        on_sale_from=local(ticket.on_sale_from),
        on_sale_until=local(ticket.on_sale_until),
        sold_out=ticket.sold_out,
        address=ticket.address,
    )
