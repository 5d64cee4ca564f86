"""What feedgen 1.0 cannot write, or writes wrongly, added by its own extensions.

Lost by feedgen: `rel`, `type` and `length` of an Atom entry's links, RSS authors without an e-mail address. Not for
us: its RSS dates, for which it sets the locale of the whole process, and its `media` extension, which knows neither
captions nor credits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime

from lxml import etree

from dvb_wagtail.core.channel import Channel
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.media import Image

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"

XCAL = "urn:ietf:params:xml:ns:xcal"

PREFIXES: Mapping[str, str] = {"dc": DC, "media": MEDIA, "xcal": XCAL}
"""Namespaces that feedgen has to declare beside its own `atom` and `content`."""


def rfc_822(moment: datetime) -> str:
    """Return a date as RSS wants it, in GMT and in English whatever the process's locale."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def rfc_3339(moment: datetime) -> str:
    """Return a date as Atom wants it, in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


class ChannelExtras:
    """The head of an RSS channel: the date of its last change."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel

    def extend_ns(self) -> dict[str, str]:
        return dict(PREFIXES)

    def extend_rss(self, feed: etree._Element) -> None:
        etree.SubElement(feed[0], "lastBuildDate").text = rfc_822(self.channel.changed)

    def extend_atom(self, feed: etree._Element) -> None:
        """Add nothing: feedgen writes an Atom head well."""


class ItemExtras:
    """An item's dates and writers in RSS, its image and enclosure in both.

    `more` are elements of other namespaces, as names and texts, for RSS alone.
    """

    def __init__(self, item: FeedItem, more: Iterable[tuple[str, str]] = ()) -> None:
        self.item = item
        self.more = tuple(more)

    def extend_rss(self, element: etree._Element) -> None:
        etree.SubElement(element, "pubDate").text = rfc_822(self.item.shown_since)
        etree.SubElement(element, f"{{{ATOM}}}updated").text = rfc_3339(self.item.stamp.changed)
        for writer in self.item.writers:
            etree.SubElement(element, f"{{{DC}}}creator").text = writer
        if self.item.image:
            _add_media(element, self.item.image, self.item.photographers)
        for name, text in self.more:
            etree.SubElement(element, name).text = text

    def extend_atom(self, element: etree._Element) -> None:
        for file in (self.item.enclosure, self.item.image):
            if file and file.length:
                link = {"rel": "enclosure", "href": file.url, "type": file.type, "length": str(file.length)}
                etree.SubElement(element, "link", link)
        if self.item.image:
            _add_media(element, self.item.image, self.item.photographers)


def _add_media(element: etree._Element, image: Image, photographers: tuple[str, ...]) -> None:
    """Add an image as Media RSS: https://www.rssboard.org/media-rss

    Its caption is the title: feedparser takes a `media:description` for the summary of the whole article.
    """
    size = {name: str(pixels) for name, pixels in (("width", image.width), ("height", image.height)) if pixels}
    length = {"fileSize": str(image.length)} if image.length else {}
    content = _add(element, "content", {"url": image.url, "type": image.type, "medium": "image", **length, **size})
    if caption := image.caption or image.alt:
        _add(content, "title", {"type": "plain"}, caption)
    for photographer in photographers:
        _add(content, "credit", {"role": "photographer", "scheme": "urn:ebu"}, photographer)
    if image.credit and image.credit not in photographers:
        _add(content, "credit", {}, image.credit)
    _add(content, "thumbnail", {"url": image.url, **size})


def _add(parent: etree._Element, name: str, attributes: dict[str, str], text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{MEDIA}}}{name}", attributes)
    child.text = text
    return child
