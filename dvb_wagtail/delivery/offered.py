"""The formats that are offered: the package's and those that a site adds.

A site adds its own by a Wagtail hook:

    @hooks.register("register_dvb_formats")
    def our_formats():
        return [Format(Subject.PROGRAMME, "programme", "txt", "text/plain; charset=utf-8", part, wrap, version=1)]

They are then answered with every selection, header and validator that the package's have.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from wagtail import hooks

from dvb_wagtail.formats import c3voc_json, c3voc_xml, feeds, ical, json_feed, programme_json, programme_rss, schema_org
from dvb_wagtail.formats.registry import Format, Subject, find, formats_for, register

HOOK = "register_dvb_formats"


def offered(subjects: Iterable[Subject], name: str, extension: str) -> Format[Any] | None:
    """Return the format with this address among those of some subjects, or None. As for `register_formats`."""
    register_formats()
    return find(subjects, name, extension)


def all_of(subject: Subject) -> tuple[Format[Any], ...]:
    """Return every format of a subject, the package's first. As for `register_formats`."""
    register_formats()
    return formats_for(subject)


def is_calendar(written_as: Format[Any]) -> bool:
    """Tell whether it is iCalendar, whose clients need things of their own."""
    return written_as.media_type.startswith("text/calendar")


@cache
def register_formats() -> None:
    """Make all formats known, once. Raises ValueError if one that a site adds has the address of another."""
    ours: tuple[Format[Any], ...] = (
        ical.ICALENDAR,
        ical.ALL_EDITIONS,
        programme_json.PROGRAMME_JSON,
        programme_rss.PROGRAMME_RSS,
        schema_org.PROGRAMME_SCHEMA,
        c3voc_xml.SCHEDULE_XML,
        c3voc_json.SCHEDULE_JSON,
        feeds.RSS,
        feeds.ATOM_FEED,
        json_feed.JSON_FEED,
        feeds.CHANGES_RSS,
        feeds.CHANGES_ATOM,
        json_feed.CHANGES_JSON,
        feeds.RECORDINGS_RSS,
    )
    for each in ours:
        register(each)
    for hook in hooks.get_hooks(HOOK):
        for theirs in hook():
            register(theirs)
