"""One document of each format, with every kind of item in it, and the means to make them in another process."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from json import dump
from typing import Any

from dvb_wagtail.core.channel import Channel, Option, Options
from dvb_wagtail.core.feed_item import Enclosure
from dvb_wagtail.core.vocabulary import Notice, SessionStatus
from dvb_wagtail.formats import c3voc_json, c3voc_xml, feeds, ical, json_feed, programme_json, programme_rss, schema_org
from dvb_wagtail.formats.registry import Format
from tests.formats import factories, programmes

RECORDING = Enclosure("https://dvb.example/documents/1/film.mp4", "video/mp4", 123456789)


def document(of: Format[Any], channel: Channel, items: Iterable[Any], options: Options) -> bytes:
    """Return the document of a format as delivery makes it: every item's part, wrapped."""
    return of.wrap(channel, [(item, of.part(item, options)) for item in items], options)


def calendar(*items: Any, channel: Channel | None = None, options: Options | None = None) -> bytes:
    return document(ical.ICALENDAR, channel or factories.programme(), items, options or factories.options())


def rss(*items: Any, channel: Channel | None = None) -> bytes:
    return document(feeds.RSS, channel or factories.news(), items, factories.options())


def atom(*items: Any, channel: Channel | None = None) -> bytes:
    return document(feeds.ATOM_FEED, channel or factories.news(), items, factories.options())


def json(*items: Any, channel: Channel | None = None) -> bytes:
    return document(json_feed.JSON_FEED, channel or factories.news(), items, factories.options())


def programme_as_rss(*items: Any, channel: Channel | None = None) -> bytes:
    return document(programme_rss.PROGRAMME_RSS, channel or factories.programme(), items, factories.options())


def programme_as_json(*items: Any, channel: Channel | None = None, options: Options | None = None) -> bytes:
    return document(
        programme_json.PROGRAMME_JSON, channel or programmes.programme(), items, options or programmes.options()
    )


def schedule_for_apps(of: Format[Any], *items: Any) -> bytes:
    """Return a programme as c3voc's schedule, in XML or JSON."""
    channel = factories.programme(edition=factories.conference())
    return document(of, channel, items, factories.options())


def programme_as_events(*items: Any) -> bytes:
    """Return a programme as events of schema.org."""
    channel = factories.programme(edition=factories.conference(organiser="Region Västerbotten"))
    return document(schema_org.PROGRAMME_SCHEMA, channel, items, factories.options())


def every_document() -> dict[str, bytes]:
    """Return a document of each format by name."""
    programme = (
        factories.conference(),
        factories.session(),
        factories.cancelled_session(id="inställd"),
        factories.session(id="preliminär", status=SessionStatus.TENTATIVE, notice=Notice.TENTATIVE),
        factories.session(id="utan tid", start=None, end=None),
        factories.session(id="utan dag", day=None, start=None, end=None),
        factories.session(id="in English", language="en", stream="", stream_for_registered=True),
        factories.conference(id="nästa", start=date(2021, 12, 7), end=date(2021, 12, 8), image=None),
    )
    articles = (factories.article(), factories.article(id="utan bild", image=None, writers=(), html=""))
    return {
        "programme.ics": calendar(*programme),
        "kept.ics": calendar(*programme, options=factories.options(asked=frozenset({Option.KEEP_CANCELLED}))),
        "empty.ics": calendar(),
        "nuuk.ics": calendar(channel=factories.programme(time_zone="America/Nuuk")),
        "articles.rss": rss(*articles),
        "articles.atom": atom(*articles),
        "recordings.rss": rss(factories.article(enclosure=RECORDING, image=None)),
        "recordings.atom": atom(factories.article(enclosure=RECORDING)),
        "empty.rss": rss(),
        "empty.atom": atom(),
        "articles.json": json(*articles),
        "empty.json": json(),
        "programme.rss": programme_as_rss(*programme),
        "empty-programme.rss": programme_as_rss(),
        "schedule.xml": schedule_for_apps(c3voc_xml.SCHEDULE_XML, *programme),
        "empty-schedule.xml": schedule_for_apps(c3voc_xml.SCHEDULE_XML),
        "schedule.json": schedule_for_apps(c3voc_json.SCHEDULE_JSON, *programme),
        "empty-schedule.json": schedule_for_apps(c3voc_json.SCHEDULE_JSON),
        "programme.schema.json": programme_as_events(*programme),
        "empty-programme.schema.json": programme_as_events(),
        "programme.json": programme_as_json(*programme),
        "empty-programme.json": programme_as_json(),
    }


if __name__ == "__main__":
    dump({name: written.decode() for name, written in every_document().items()}, sys.stdout)
