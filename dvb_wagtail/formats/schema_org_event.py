"""Sessions and editions as objects of schema.org (https://schema.org/Event), as plain JSON values.

`@id` is the identity of the index, the UID of the calendar: importers find by it what they have already. Every object
has one `@type` of the oldest and best known, and everything that there may be several of is a list, also of one:
importers in strictly typed languages fail on a type that they do not know, and on one value in place of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedConference, LocalisedSession
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Notice, Role, SessionStatus
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.ical_values import position
from dvb_wagtail.formats.json_parts import present
from dvb_wagtail.formats.schema_org_offers import free_of_charge, offers

VOCABULARY = "https://schema.org"

Node = dict[str, Any]
Item = LocalisedSession | LocalisedConference

_STATUSES: Mapping[ConferenceStatus, str] = MappingProxyType(
    {
        ConferenceStatus.SCHEDULED: "EventScheduled",
        ConferenceStatus.CANCELLED: "EventCancelled",
        ConferenceStatus.POSTPONED: "EventPostponed",
        ConferenceStatus.MOVED_ONLINE: "EventMovedOnline",
    }
)
_MODES: Mapping[Attendance, str] = MappingProxyType(
    {
        Attendance.ONSITE: "OfflineEventAttendanceMode",
        Attendance.ONLINE: "OnlineEventAttendanceMode",
        Attendance.MIXED: "MixedEventAttendanceMode",
    }
)
_CONTRIBUTORS = frozenset({Role.MODERATOR, Role.HOST})
"""Those who lead a session. The others perform in it; schema.org has no finer words."""

_LAST_MINUTE = time(23, 59)


def session(item: LocalisedSession, words: Words) -> Node | None:
    """Return a session as an Event, without what it shares with its edition; None while its day is open."""
    if item.day is None:
        return None
    people = [each for each in item.appearances if each.name]
    return _event(item, _said(item, words), item.abstract, _locations(item)) | present(
        startDate=begins(item),
        endDate=_moment(item.end) or item.day.isoformat(),
        inLanguage=item.spoken_language,
        keywords=_keywords(
            [
                (item.track_code, item.track),
                *zip(item.theme_codes, item.themes, strict=True),
                (item.kind, words.kinds[item.kind]),
            ]
        ),
        performer=[_person(each) for each in people if each.role not in _CONTRIBUTORS],
        contributor=[_person(each) for each in people if each.role in _CONTRIBUTORS],
        workPerformed=_work(item),
        recordedIn=_recordings(item),
    )


def edition(item: LocalisedConference, words: Words) -> Node:
    """Return the edition itself as an Event, without the events in it."""
    accessible = next((venue.accessibility for venue in item.venues if venue.code == item.place.venue_code), "")
    feature = {"@type": "LocationFeatureSpecification", "name": words.accessibility, "value": accessible}
    places = _locations(item, amenityFeature=[feature] if accessible else [])
    return _event(item, _said(item, words), item.lead, places) | present(
        startDate=begins(item),
        endDate=_moment(item.ends) or item.end.isoformat(),
        about={"@type": "Thing", "name": item.theme} if item.theme else None,
        keywords=_keywords((each.code, each.name) for each in (*item.themes, *item.tracks)),
        image=image(item.image),
        organizer=organiser(item.organiser),
        offers=offers(item),
        isAccessibleForFree=free_of_charge(item.tickets),
    )


def reference(item: Item) -> Node:
    """Return an event in short, as another one names it."""
    return {"@type": "Event", "@id": identity(item), **present(name=item.title, url=item.url)}


def identity(item: Item) -> str:
    return f"urn:uuid:{item.id}"


def begins(item: Item) -> str:
    """Return when an event begins, with the offset from UTC; its day while the time is open, nothing while that is."""
    if isinstance(item, LocalisedConference):
        return _moment(item.starts) or item.start.isoformat()
    return _moment(item.start) or (item.day.isoformat() if item.day else "")


def organiser(name: str) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def image(found: Image | None) -> list[Node]:
    """Return a picture, and what it shows as its description."""
    if found is None:
        return []
    said = present(caption=found.caption, description=found.alt, creditText=found.credit)
    return [{"@type": "ImageObject", "url": found.url, **said}]


def schedule(item: Item) -> list[Node]:
    """Return when it is, as importers that know recurring events want it: whole days from their first minute on.

    Nothing for a session whose day is open.
    """
    if isinstance(item, LocalisedConference):
        first, last, starts, ends = item.start, item.end, item.starts, item.ends
    elif item.day is not None:
        first, last, starts, ends = item.day, item.day, item.start, item.end
    else:
        return []
    zone = ZoneInfo(item.time_zone)
    start = starts or datetime.combine(first, time.min, zone)
    end = ends or datetime.combine(last, _LAST_MINUTE, zone)
    return [
        {
            "@type": "Schedule",
            "startDate": _moment(start),
            "endDate": _moment(end),
            "scheduleTimezone": item.time_zone,
        }
    ]


def _event(item: Item, said: str, text: str, places: list[Node]) -> Node:
    """Return what every event has. What is said of its status is no part of its name, but the first that one reads."""
    return {
        "@type": "Event",
        "@id": identity(item),
        "name": item.title or item.url,
        **present(description="\n\n".join(part for part in (said, text) if part), url=item.url),
        "eventStatus": f"{VOCABULARY}/{_status(item)}",
        "eventAttendanceMode": f"{VOCABULARY}/{_MODES[item.attendance]}",
        **present(location=places),
    }


def _status(item: Item) -> str:
    if isinstance(item, LocalisedConference):
        return _STATUSES[item.status]
    if item.notice is Notice.POSTPONED:
        return "EventPostponed"
    if item.status is SessionStatus.CANCELLED:
        return "EventCancelled"
    return "EventMovedOnline" if item.moved_online else "EventScheduled"


def _said(item: Item, words: Words) -> str:
    """Return what is not as announced, with the reason: most importers show no status."""
    if isinstance(item, LocalisedConference):
        status = words.statuses[item.status]
    elif item.notice:
        status = f"{words.notices[item.notice]}."
    else:
        status = words.statuses[ConferenceStatus.MOVED_ONLINE] if item.moved_online else ""
    reason = words.reason.format(reason=item.reason) if item.reason else ""
    return " ".join(part for part in (status, reason) if part)


def _moment(moment: datetime | None) -> str:
    """Return a moment with its offset from UTC."""
    return moment.isoformat(timespec="seconds") if moment else ""


def _locations(item: Item, **of_the_place: object) -> list[Node]:
    """Return where one goes, and then where one watches; nothing for what is not decided.

    Online, `url` is the public stream, else the page, which says how to take part: Google takes no VirtualLocation
    without one. A stream for the registered is in no record.
    """
    places = []
    if item.attendance is not Attendance.ONLINE and (item.place.venue or item.place.address):
        places.append(_place(item.place) | present(**of_the_place))
    if item.attendance is not Attendance.ONSITE:
        halted = item.notice in (Notice.CANCELLED, Notice.POSTPONED)
        address = (item.stream if not halted else "") or item.url
        places.append({"@type": "VirtualLocation", **present(url=address)})
    return places


def _place(place: Place) -> Node:
    """Return a house, or a room in it. The address is one line, as the editor wrote it: nobody knows its parts."""
    found = position(place.latitude, place.longitude)
    where = {"latitude": found.latitude, "longitude": found.longitude} if found else {}
    return {
        "@type": "Place",
        "name": ", ".join(part for part in (place.room, place.venue) if part) or place.address,
        **present(address=place.address),
        **where,
        **present(geo={"@type": "GeoCoordinates", **where} if where else None),
    }


def _keywords(named: Iterable[tuple[str, str]]) -> list[Node]:
    """Return names with the permanent codes by which addresses know them."""
    return [{"@type": "DefinedTerm", "name": name, **present(termCode=code)} for code, name in named if name]


def _person(shown: LocalisedAppearance) -> Node:
    """Return a person as they were that day."""
    return {
        "@type": "Person",
        "name": shown.name,
        **present(
            jobTitle=shown.title,
            affiliation=[organiser(name) for name in shown.organisations],
            url=shown.url,
        ),
    }


def _work(item: LocalisedSession) -> list[Node]:
    """Return what is performed, where it is known who can follow it: schema.org says that of works, not of events."""
    features = [name for name, there in (("captions", item.captions), ("signLanguage", item.sign_interpreted)) if there]
    return [{"@type": "CreativeWork", "name": item.title, "accessibilityFeature": features}] if features else []


def _recordings(item: LocalisedSession) -> list[Node]:
    """Return the published recordings. No VideoObject: Google asks it for a thumbnail, which we have of none."""
    return [
        {
            "@type": "CreativeWork",
            "name": each.title or item.title,
            "url": each.url,
            **present(
                datePublished=each.published.isoformat() if each.published else "",
                accessibilityFeature=["captions"] if each.captioned else [],
            ),
        }
        for each in item.recordings
        if each.url
    ]
