"""News and programme changes as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Iterable

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.formats.feeds import urn
from dvb_wagtail.formats.json_parts import in_utc, joined, present, written
from dvb_wagtail.formats.registry import Format, Subject, register

VERSION = "https://jsonfeed.org/version/1.1"


def part(item: FeedItem, options: Options) -> bytes:
    """Return an item. One without HTML has its lead as its text: readers show nothing else of it."""
    content = {"content_html": item.html} if item.html else {"content_text": item.lead or item.title}
    return written(
        {
            "id": urn(item.id, item.language),
            **content,
            **present(
                url=item.url,
                title=item.title,
                summary=item.lead if item.html else "",
                image=item.image.url if item.image else "",
                date_published=in_utc(item.shown_since),
                date_modified=in_utc(item.stamp.changed),
                authors=_people(item.writers),
                tags=[tag.name or tag.code for tag in item.tags],
                language=item.language,
                attachments=_attachments(item),
            ),
        }
    )


def wrap(channel: Channel, parts: Iterable[tuple[FeedItem, bytes]], options: Options) -> bytes:
    """Return a feed of these items. Only the parts are looked at."""
    head = {
        "version": VERSION,
        "title": channel.title or channel.url,
        **present(
            home_page_url=channel.url,
            feed_url=channel.address,
            description=channel.description,
            icon=channel.image.url if channel.image else "",
            authors=_people([channel.author]),
            language=channel.language,
        ),
    }
    return joined(head, "items", (item for _, item in parts))


def _people(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name} for name in names if name]


def _attachments(item: FeedItem) -> list[dict[str, object]]:
    """Return the item's file and its picture, whose type and length are told nowhere else."""
    files = [file for file in (item.enclosure, item.image) if file and file.length]
    return [{"url": file.url, "mime_type": file.type, "size_in_bytes": file.length} for file in files]


def json_of(subject: Subject, name: str) -> Format[FeedItem]:
    """Return a subject's items as JSON Feed, registered."""
    return register(Format(subject, name, "json", "application/feed+json", part, wrap, version=1))


JSON_FEED = json_of(Subject.NEWS, "articles")
CHANGES_JSON = json_of(Subject.CHANGES, "changes")
