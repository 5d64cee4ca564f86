"""`programme.schema.json`: a programme as events of schema.org in JSON-LD 1.1 (https://schema.org/Event).

The document is an array, not a `@graph`: importers such as Municipio's take each element by its `@type`, and find by
its `@id` what they have of it already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.formats import schema_org_event as events
from dvb_wagtail.formats.json_parts import present, written
from dvb_wagtail.formats.registry import Format, Subject, register


def part(item: LocalisedSession | LocalisedConference, options: Options) -> bytes:
    """Return an item's Event, without what ties it to the others; b"" for a session whose day is open."""
    words = options.words
    event = events.edition(item, words) if isinstance(item, LocalisedConference) else events.session(item, words)
    if event is None:
        return b""
    # Importers that know recurring events ask for their dates here, and find none in startDate.
    return written(
        {"@context": events.VOCABULARY, **event, **_in_language(item, options), "eventSchedule": events.schedule(item)}
    )


def wrap(
    channel: Channel,
    parts: Iterable[tuple[LocalisedSession | LocalisedConference, bytes]],
    options: Options,
) -> bytes:
    """Return an array of these events: sessions with their edition, the edition itself with its sessions."""
    found = [(item, event) for item, event in parts if event]
    within = present(subEvent=[events.reference(item) for item, _ in found if isinstance(item, LocalisedSession)])
    above = of_edition(channel.edition) if channel.edition else {}
    whole = (_with(event, within if isinstance(item, LocalisedConference) else above) for item, event in found)
    return b"[%b]" % b",".join(whole)


def of_edition(edition: LocalisedConference) -> dict[str, Any]:
    """Return what every session has from its edition."""
    return {"superEvent": events.reference(edition), **present(organizer=events.organiser(edition.organiser))}


def _in_language(item: LocalisedSession | LocalisedConference, options: Options) -> dict[str, Any]:
    """Return where the texts are from if they are in another language than the document's.

    Not as a language in the context: it would be that of every name within, too.
    """
    if item.language == options.language:
        return {}
    return {"mainEntityOfPage": {"@type": "WebPage", **present(url=item.url), "inLanguage": item.language}}


def _with(event: bytes, members: Mapping[str, object]) -> bytes:
    """Return an object with more members, without reading it."""
    return event[:-1] + b"," + written(members)[1:] if members else event


PROGRAMME_SCHEMA = register(
    Format(
        subject=Subject.PROGRAMME,
        name="programme",
        extension="schema.json",
        media_type="application/ld+json",
        part=part,
        wrap=wrap,
        version=1,
    )
)
