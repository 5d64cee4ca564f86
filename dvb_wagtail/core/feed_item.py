"""What stands in a feed for reading, whatever it tells of: an article, a change of programme, a recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.media import Image


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an item. `length` is in bytes, and true: readers show it and podcast clients trust it."""

    url: str
    type: str
    length: int


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item, in one language.

    `lead` is plain text; `html` is sanitised, with absolute addresses. `published` is UTC, as are the moments of
    `stamp`. An item without writers is by its channel. `enclosure` is a file other than the image.
    """

    id: str
    title: str
    language: str
    url: str
    lead: str
    html: str
    published: datetime
    stamp: Stamp
    writers: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    image: Image | None = None
    enclosure: Enclosure | None = None

    @property
    def shown_since(self) -> datetime:
        """When readers are told it was published: never later than its own last change.

        An editor can set any date; readers hide what is dated in the future, or keep it on top for ever.
        """
        return min(self.published, self.stamp.changed)
