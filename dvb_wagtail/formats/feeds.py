"""Items as RSS 2.0 and as Atom (RFC 4287), by feedgen: news, programme changes and recordings.

Each item is made by itself and the document joined from them, byte for byte what feedgen makes of them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from html import escape
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.formats.feed_extensions import ATOM, CONTENT, PREFIXES, ChannelExtras, ItemExtras
from dvb_wagtail.formats.registry import Format, Subject, register

GENERATOR = "dvb-wagtail"

RSS_TYPE, ATOM_TYPE = "application/rss+xml", "application/atom+xml"

LIBRARY = f"feedgen {version('feedgen')}, lxml {version('lxml')}"
"""What writes these documents: with another version the bytes may be others."""

REFRESH_MINUTES = 60
"""How often RSS readers are asked to look again (`ttl`)."""

_IDENTITIES = UUID("39c5c1b1-0a1f-4844-ba73-b3bab88f2e26")


def urn(identity: str, language: str, selection: str = "") -> str:
    """Return the permanent id of an item, or of a channel, in one language: no address, so nothing moves it.

    `selection` is the query of a filtered channel, which is a feed of its own (RFC 4287 §4.2.6).
    """
    return uuid5(_IDENTITIES, "/".join(part for part in (identity, language, selection) if part)).urn


def rss_part(item: FeedItem, options: Options) -> bytes:
    """Return an item of RSS."""
    return rss_item(item)


def rss_item(item: FeedItem, more: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return an item of RSS with more elements in it, names (`{namespace}name`) and texts. Known are `PREFIXES`."""
    root = etree.Element("rss", nsmap={**PREFIXES, "atom": ATOM, "content": CONTENT})
    return _fragment(_rss_entry(item, more).rss_entry(), etree.SubElement(root, "channel"))


def atom_part(item: FeedItem, options: Options) -> bytes:
    """Return an entry of Atom. One without writers is by the feed's author, who is always named."""
    return _fragment(_atom_entry(item).atom_entry(), etree.Element("feed", nsmap=dict(PREFIXES)))


def rss_wrap(channel: Channel, parts: Iterable[tuple[Any, bytes]], options: Options) -> bytes:
    """Return an RSS document of these items. Only the parts are looked at."""
    return _joined(_feed(channel, RSS_TYPE).rss_str(), b"</channel>", parts)


def atom_wrap(channel: Channel, parts: Iterable[tuple[Any, bytes]], options: Options) -> bytes:
    """Return an Atom document of these entries. Only the parts are looked at."""
    return _joined(_feed(channel, ATOM_TYPE).atom_str(), b"</feed>", parts)


def _entry(item: FeedItem, more: Iterable[tuple[str, str]] = ()) -> FeedEntry:
    """Return what both formats have of an item. Never CDATA: Atom has no such type."""
    entry = FeedEntry()
    entry.register_extension("item", partial(ItemExtras, item, more))
    entry.id(urn(item.id, item.language))
    entry.title(item.title or item.url)
    entry.updated(_to_the_second(item.stamp.changed))
    if item.url:
        entry.link(href=item.url)
    if item.html:
        entry.content(item.html, type="html")
    for tag in item.tags:
        entry.category(term=tag.code, label=tag.name or tag.code)
    return entry


def _rss_entry(item: FeedItem, more: Iterable[tuple[str, str]] = ()) -> FeedEntry:
    entry = _entry(item, more)
    if item.lead:
        # RSS takes its description for HTML.
        entry.summary(escape(item.lead, quote=False))
    # One alone: readers play or download the first.
    file = item.enclosure or item.image
    if file and file.length:
        entry.enclosure(file.url, str(file.length), file.type)
    return entry


def _atom_entry(item: FeedItem) -> FeedEntry:
    entry = _entry(item)
    if item.lead:
        entry.summary(item.lead)
    entry.published(_to_the_second(item.shown_since))
    for writer in item.writers:
        entry.author(name=writer)
    if not item.url and not item.html:
        # RFC 4287 §4.1.2 asks for one of them.
        entry.content(escape(item.lead or item.title, quote=False), type="html")
    return entry


def _feed(channel: Channel, media_type: str) -> FeedGenerator:
    """Return the head of a feed. The alternate link comes last: the last one is what RSS has for its own link."""
    page = channel.url or channel.address
    title = channel.title or page
    feed = FeedGenerator()
    feed.register_extension("channel", partial(ChannelExtras, channel))
    feed.id(urn(channel.id, channel.language, urlsplit(channel.address).query))
    feed.title(title)
    feed.description(channel.description or title)
    feed.language(channel.language)
    feed.updated(_to_the_second(channel.changed))
    # That set RSS's date too, which feedgen writes by way of setlocale: it changes the locale of every thread.
    feed._FeedGenerator__rss_lastBuildDate = None
    feed.author(name=channel.author or title)
    feed.generator(GENERATOR)
    feed.ttl(REFRESH_MINUTES)
    if channel.rights:
        feed.rights(channel.rights)
    if channel.image:
        feed.image(url=channel.image.url, title=title, link=page)
    feed.link(href=channel.address, rel="self", type=media_type)
    feed.link(href=page, rel="alternate", type="text/html", hreflang=channel.language)
    return feed


def _to_the_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _fragment(element: etree._Element, parent: etree._Element) -> bytes:
    """Return an element as it stands within a parent that has declared the prefixes."""
    parent.append(element)
    written = etree.tostring(parent.getroottree(), encoding="UTF-8", xml_declaration=False)
    name = etree.QName(element).localname
    start, end = f"<{name}>".encode(), f"</{name}>".encode()
    return written[written.index(start) : written.rindex(end) + len(end)]


def _joined(head: bytes, end: bytes, parts: Iterable[tuple[Any, bytes]]) -> bytes:
    """Return a document without entries with these put in before its end."""
    place = head.rindex(end)
    return b"".join((head[:place], *(part for _, part in parts), head[place:]))


def rss_of(subject: Subject, name: str) -> Format[FeedItem]:
    """Return a subject's items as RSS, registered."""
    return register(Format(subject, name, "rss", RSS_TYPE, rss_part, rss_wrap, version=1, library=LIBRARY))


def atom_of(subject: Subject, name: str) -> Format[FeedItem]:
    """Return a subject's items as Atom, registered."""
    return register(Format(subject, name, "atom", ATOM_TYPE, atom_part, atom_wrap, version=1, library=LIBRARY))


RSS = rss_of(Subject.NEWS, "articles")
ATOM_FEED = atom_of(Subject.NEWS, "articles")
CHANGES_RSS = rss_of(Subject.CHANGES, "changes")
CHANGES_ATOM = atom_of(Subject.CHANGES, "changes")
RECORDINGS_RSS = rss_of(Subject.RECORDINGS, "recordings")
