"""What a page is about, for search engines: one object of schema.org for each page, as plain JSON values.

As `schema_org` has it for importers, but for what Google's documents on structured data ask of an event: an address of
a type of its own, and a picture with every session. Dates for importers are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.formats import schema_org_event as events
from dvb_wagtail.formats.json_parts import in_utc, present
from dvb_wagtail.formats.schema_org_event import VOCABULARY, Node

_REQUIRED = ("@type", "@id", "name", "url", "startDate", "endDate", "location")
"""What a search engine may ask of any event that it finds, also of one within another."""


def session(item: LocalisedSession, edition: LocalisedConference, options: Options) -> Node | None:
    """Return a session as an Event, in its edition; None while its day is open."""
    event = events.session(item, options.words)
    if event is None:
        return None
    whole = _searchable(events.edition(edition, options.words))
    shared = present(image=whole.get("image"), organizer=whole.get("organizer"))
    above = {name: whole[name] for name in _REQUIRED if name in whole}
    return {"@context": VOCABULARY, **_searchable(event), **shared, "superEvent": above}


def conference(edition: LocalisedConference, sessions: Iterable[LocalisedSession], options: Options) -> Node:
    """Return an edition as an Event, with its sessions in short: what else there is to say, their own pages do."""
    within = [events.reference(item) | {"startDate": events.begins(item)} for item in sessions if item.day is not None]
    whole = _searchable(events.edition(edition, options.words))
    return {"@context": VOCABULARY, **whole, **present(subEvent=within)}


def article(item: FeedItem, author: str) -> Node:
    """Return a news article. One without writers is by its channel, whose `author` is an organisation."""
    writers: list[Node] = [{"@type": "Person", "name": name} for name in item.writers]
    channel = events.organiser(author)
    return {
        "@context": VOCABULARY,
        "@type": "NewsArticle",
        "headline": item.title or item.url,
        **present(
            description=item.lead,
            url=item.url,
            inLanguage=item.language,
            author=writers or ([channel] if channel else []),
            image=events.image(item.image),
            keywords=[tag.name for tag in item.tags if tag.name],
        ),
        "datePublished": in_utc(item.shown_since),
        "dateModified": in_utc(item.stamp.changed),
    }


def _searchable(event: Node) -> Node:
    """Return an event whose places have their address and position as search engines ask for them."""
    return event | present(location=[_place(place) for place in event.get("location", ())])


def _place(place: Node) -> Node:
    found = {name: value for name, value in place.items() if name not in ("latitude", "longitude")}
    if "address" in found:
        found["address"] = {"@type": "PostalAddress", "streetAddress": found["address"]}
    return found
