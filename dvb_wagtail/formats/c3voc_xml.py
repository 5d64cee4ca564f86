"""`schedule.xml`: a programme as c3voc's schedule, which apps for attendees read.

https://c3voc.de/schedule/schema.xsd, with what Giggity and EventFahrplan need beyond it: `<schedule` and `<conference`
within the first 1,024 characters, the time zone before the sessions, the date of each day, a name for each room and
link, and no `<url>` within an event but its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

from lxml import etree

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.scope import MAX_ADDRESS
from dvb_wagtail.formats import c3voc_sessions as sessions
from dvb_wagtail.formats.c3voc_schedule import GENERATOR, TIMESLOT, Day, Item, Schedule, schedule
from dvb_wagtail.formats.registry import Format, Subject, register

MEDIA_TYPE = "application/vnd.c3voc.schedule+xml"


def part(item: Item, options: Options) -> bytes:
    """Return a session's `<event>`, still without room and slug; b"" of the edition, and while its time is open."""
    times = sessions.times(item)
    if times is None or not isinstance(item, LocalisedSession):
        return b""
    words = options.words
    event = etree.Element("event", {"guid": item.id, "id": str(item.number), "code": item.code})
    _add(event, "date", times.start.isoformat(timespec="seconds"))
    _add(event, "start", times.clock)
    _add(event, "duration", times.duration)
    _add(event, "title", sessions.headline(item, words))
    _add(event, "subtitle", sessions.subtitle(item, words))
    _add(event, "type", words.kinds[item.kind])
    _add(event, "track", item.track)
    _add(event, "language", item.spoken_language or "")
    _add(event, "abstract", item.abstract)
    _add(event, "description", sessions.description(item, options))
    if url := sessions.web(item.url):
        _add(event, "url", url)
    persons = _add(event, "persons")
    for person in sessions.persons(item):
        _add(persons, "person", person.name, id=str(person.number), guid=person.guid)
    links = _add(event, "links")
    for link in sessions.links(item, words):
        _add(links, "link", link.title, href=link.url, **({"service": link.service} if link.service else {}))
    attachments = _add(event, "attachments")
    for attachment in sessions.attachments(item):
        _add(attachments, "attachment", attachment.title, href=attachment.url)
    return _written(event)


def wrap(channel: Channel, parts: Iterable[tuple[Item, bytes]], options: Options) -> bytes:
    """Return a schedule of these events. Raises ValueError if the channel is of no edition."""
    found = schedule(channel, parts, options.words)
    root = etree.Element("schedule")
    _add(root, "generator", name=GENERATOR)
    # A longer one, of a selection with very many filters, would push the conference out of Giggity's sight.
    if len(channel.address) <= MAX_ADDRESS:
        _add(root, "url", channel.address)
    _add(root, "version", found.version)
    _add_conference(root, found, channel)
    for day in found.days:
        _add_day(root, day)
    return _written(root, xml_declaration=True)


def _add_conference(root: etree._Element, found: Schedule, channel: Channel) -> None:
    edition = found.edition
    conference = _add(root, "conference")
    _add(conference, "title", found.title)
    _add(conference, "acronym", edition.acronym)
    _add(conference, "start", edition.start.isoformat())
    _add(conference, "end", edition.end.isoformat())
    _add(conference, "days", str(len(found.days)))
    _add(conference, "timeslot_duration", TIMESLOT)
    _add(conference, "time_zone_name", channel.time_zone)
    if url := sessions.web(channel.url):
        _add(conference, "url", url)
    for track in edition.tracks:
        slug = sessions.slug(track.code)
        _add(conference, "track", name=track.name, **({"slug": slug} if slug else {}))


def _add_day(root: etree._Element, day: Day) -> None:
    element = _add(
        root,
        "day",
        index=str(day.index),
        date=day.date.isoformat(),
        start=day.start.isoformat(timespec="seconds"),
        end=day.end.isoformat(timespec="seconds"),
    )
    for room, entries in day.rooms:
        column = _add(element, "room", name=room.name, guid=room.guid)
        for entry in entries:
            event = etree.fromstring(entry.part)
            _add(event, "room", room.name)
            _add(event, "slug", entry.slug)
            column.append(event)


def _add(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _written(element: etree._Element, *, xml_declaration: bool = False) -> bytes:
    return etree.tostring(element, encoding="UTF-8", xml_declaration=xml_declaration)


SCHEDULE_XML = register(
    Format(
        subject=Subject.PROGRAMME,
        name="schedule",
        extension="xml",
        media_type=MEDIA_TYPE,
        part=part,
        wrap=wrap,
        version=1,
        library=f"lxml {version('lxml')}",
    )
)
