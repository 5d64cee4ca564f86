"""DESCRIPTION: what a reader needs to know, as plain text.

Several clients show neither URL nor CONFERENCE, and some take HTML literally; so everything is here in words, and each
address ends its line.
"""

from __future__ import annotations

from collections.abc import Iterable

from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedConference, LocalisedSession
from dvb_wagtail.core.vocabulary import Notice, SessionStatus
from dvb_wagtail.core.words import Words


def describe_session(item: LocalisedSession, words: Words) -> str:
    """Return reason, abstract, speakers, stream and page of a session, as far as there are any."""
    return _paragraphs(
        words.reason.format(reason=item.reason) if item.reason else "",
        item.abstract,
        _speakers(item.appearances, words),
        _stream(item, words),
        _labelled(words.more, item.url),
    )


def describe_conference(item: LocalisedConference, words: Words) -> str:
    """Return reason, theme, lead, stream and page of an edition, as far as there are any."""
    return _paragraphs(
        words.reason.format(reason=item.reason) if item.reason else "",
        item.theme,
        item.lead,
        _labelled(words.watch, item.stream) if item.notice is Notice.NONE else "",
        _labelled(words.more, item.url),
    )


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _labelled(label: str, address: str) -> str:
    return f"{label}: {address}" if address else ""


def _stream(item: LocalisedSession, words: Words) -> str:
    """Return how to watch; nothing where there will be nothing to see."""
    if item.status is SessionStatus.CANCELLED:
        return ""
    if item.stream_for_registered:
        return words.stream_for_registered
    return _labelled(words.watch, item.stream)


def _speakers(appearances: Iterable[LocalisedAppearance], words: Words) -> str:
    """Return a line for each person, those of one role together, the roles in the order the editor began them."""
    in_roles: dict[str, list[str]] = {}
    for appearance in appearances:
        in_roles.setdefault(words.roles[appearance.role], []).append(person_line(appearance, words))
    lines = [f"{role}: {person}" for role, people in in_roles.items() for person in people]
    return "\n".join([f"{words.speakers}:", *lines]) if lines else ""


def person_line(appearance: LocalisedAppearance, words: Words) -> str:
    """Return `Name (party), title, organisation, via link`."""
    name = f"{appearance.name} ({appearance.party})" if appearance.party else appearance.name
    via = words.via_link if appearance.remote else ""
    return ", ".join(part for part in (name, appearance.title, *appearance.organisations, via) if part)
