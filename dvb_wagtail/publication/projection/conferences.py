"""Series and conferences: from pages to records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dvb_wagtail.core.conference import Conference, ConferenceTexts, Series, SeriesTexts, SharedRecording, Theme, Track
from dvb_wagtail.core.localise import name_in
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.media import project_image, project_recording
from dvb_wagtail.publication.projection.tickets import project_tickets
from dvb_wagtail.publication.surroundings import Surroundings


def project_series(versions: Versions, key: str, main_language: str, surroundings: Surroundings) -> Series:
    return Series(
        id=str(versions.identity),
        key=key,
        main_language=main_language,
        texts={
            language: SeriesTexts(
                title=clean_line(page.title),
                url=surroundings.address(page),
                motto=clean_line(page.motto),
                mission=clean_line(page.mission),
                organiser=clean_line(page.organiser),
            )
            for language, page in versions.public.items()
        },
    )


def project_conference(
    versions: Versions,
    acronym: str,
    main_language: str,
    surroundings: Surroundings,
    *,
    series: str = "",
    organisers: Mapping[str, str] | None = None,
) -> Conference:
    """Return the edition: facts from the main language's page, names and texts from each language's.

    Entries of the lists are matched between languages by their permanent codes. `series` is the identity of its series,
    whose `organisers` by language are those of an edition that names none.
    """
    facts = versions.facts(main_language)
    return Conference(
        id=str(versions.identity),
        acronym=acronym,
        main_language=main_language,
        time_zone=facts.time_zone,
        start=facts.start_date,
        end=facts.end_date,
        start_time=facts.start_time,
        end_time=facts.end_time,
        series=series,
        number=facts.number,
        attendance=Attendance(facts.attendance),
        status=ConferenceStatus(facts.status),
        texts={
            language: ConferenceTexts(
                title=clean_line(page.title),
                url=surroundings.address(page),
                theme=clean_line(page.theme),
                lead=clean_text(page.lead),
                audience=clean_line(page.audience),
                status_reason=clean_line(page.status_reason),
                organiser=clean_line(page.organiser) or name_in(organisers or {}, language, main_language),
            )
            for language, page in versions.public.items()
        },
        themes=tuple(Theme(code, names) for code, names in _names(versions, facts, "themes").items()),
        tracks=tuple(Track(code, names) for code, names in _names(versions, facts, "tracks").items()),
        venues=_venues(versions, facts),
        recordings=_recordings(facts),
        tickets=project_tickets(versions, facts),
        image=project_image(
            facts.image,
            facts,
            surroundings,
            alt=facts.image_alt,
            caption=facts.image_caption,
            credit=facts.image_credit,
        ),
        hashtag=clean_line(facts.hashtag),
    )


def _names(versions: Versions, facts: Any, field: str) -> dict[str, dict[str, str]]:
    """Return the names by language of each entry of the main page's list, in its order, by code."""
    named: dict[str, dict[str, str]] = {entry.value["code"]: {} for entry in getattr(facts, field)}
    for language, page in versions.public.items():
        for entry in getattr(page, field):
            if entry.value["code"] in named:
                named[entry.value["code"]][language] = clean_line(entry.value["name"])
    return named


def _venues(versions: Versions, facts: Any) -> tuple[Venue, ...]:
    names = _names(versions, facts, "venues")
    room_names: dict[str, dict[str, str]] = {}
    accessibility: dict[str, dict[str, str]] = {}
    for language, page in versions.public.items():
        for venue in page.venues:
            if venue.value["accessibility"]:
                accessibility.setdefault(venue.value["code"], {})[language] = clean_text(venue.value["accessibility"])
            for room in venue.value["rooms"]:
                room_names.setdefault(room["code"], {})[language] = clean_line(room["name"])
    return tuple(
        Venue(
            code=venue.value["code"],
            names=names[venue.value["code"]],
            address=clean_line(venue.value["address"] or ""),
            latitude=venue.value["latitude"],
            longitude=venue.value["longitude"],
            rooms=tuple(
                Room(
                    code=room["code"],
                    names=room_names[room["code"]],
                    capacity=room["capacity"],
                    stream=clean_url(room["stream"] or ""),
                )
                for room in venue.value["rooms"]
            ),
            accessibility=accessibility.get(venue.value["code"], {}),
        )
        for venue in facts.venues
    )


def _recordings(facts: Any) -> tuple[SharedRecording, ...]:
    named = [[page for page in block.value["sessions"] if page] for block in facts.recordings]
    return tuple(
        SharedRecording(
            recording=project_recording(block),
            track=block.value["track"] or "",
            sessions=tuple(str(page.translation_key) for page in pages),
        )
        for block, pages in zip(facts.recordings, named, strict=True)
    )


def with_former(new: Conference, old: Conference) -> Conference:
    """Return the edition with the themes, tracks and rooms that it no longer lists, marked as former.

    Sessions and addresses may still name them.
    """
    rooms = {room.code for venue in new.venues for room in venue.rooms}
    venues = {venue.code: venue for venue in new.venues}
    for venue in old.venues:
        lost = tuple(replace(room, former=True) for room in venue.rooms if room.code not in rooms)
        if venue.code in venues:
            kept = venues[venue.code]
            venues[venue.code] = replace(kept, rooms=(*kept.rooms, *lost))
        else:
            venues[venue.code] = replace(venue, rooms=lost, former=True)
    return replace(
        new,
        themes=(*new.themes, *_former(new.themes, old.themes)),
        tracks=(*new.tracks, *_former(new.tracks, old.tracks)),
        venues=tuple(venues.values()),
    )


def _former(new: tuple[Any, ...], old: tuple[Any, ...]) -> list[Any]:
    codes = {entry.code for entry in new}
    return [replace(entry, former=True) for entry in old if entry.code not in codes]
