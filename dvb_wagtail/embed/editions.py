"""What frames of an edition show: its programme, one session, the ways to subscribe."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.documents.programme import max_age
from dvb_wagtail.delivery.words import words
from dvb_wagtail.embed.frame import Frame, boundary
from dvb_wagtail.formats import qr
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.cards import SessionCards
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.presentation.links import other
from dvb_wagtail.presentation.past import edition_ended, is_over
from dvb_wagtail.presentation.selection import Selection
from dvb_wagtail.presentation.subscribe import Subscription, subscription
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord

logger = logging.getLogger("dvb_wagtail.embed")


def programme(record: ConferenceRecord, language: str, scope: Scope, options: FrameOptions) -> Frame:
    """Return the frame of a programme, or of a selection of it."""
    spoken = words(language)
    shown = embeddable.programme(record, spoken, scope, options, any_length=True)

    def content() -> Mapping[str, Any]:
        found = records.sessions(record)
        titled = embeddable.programme(record, spoken, scope, options, tuple(found), any_length=True)
        localised = _localised(record, found, spoken)
        plain = replace(options, filters=True)  # which that frame does not ask about
        selected = Selection(record, *localised, scope, _cards(record, spoken), spoken, at)
        return {
            **_edition(record, spoken, titled),
            "subscription": _ways(record, spoken, scope, titled.title),
            "ways": addresses.subscribe_frame(record.conference.acronym, language, scope, plain, any_length=True),
            "selection": selected,
        }

    def at(selected: Scope) -> str:
        return addresses.programme_frame(record.conference.acronym, language, selected, options, any_length=True)

    return _frame("programme", shown, record, language, options, content, _minute(record))


def session(record: ConferenceRecord, found: SessionRecord, language: str, options: FrameOptions) -> Frame:
    """Return the frame of one session."""
    spoken = words(language)
    shown = embeddable.session(record, found, spoken, options)

    def content() -> Mapping[str, Any]:
        _records, localised = _localised(record, [found], spoken)
        calendar = addresses.session(record.conference.acronym, language, found.session.code, root_url=record.root_url)
        return {
            **_edition(record, spoken, shown),
            "sessions": [_cards(record, spoken).of(each) for each in localised],
            "calendar": calendar,
        }

    return _frame("session", shown, record, language, options, content, _minute(record))


def subscribe(record: ConferenceRecord, language: str, scope: Scope, options: FrameOptions) -> Frame:
    """Return the frame of the ways to subscribe to a programme, or to a selection of it."""
    spoken = words(language)
    shown = embeddable.subscribe(record, spoken, scope, options, any_length=True)

    def content() -> Mapping[str, Any]:
        # The names of speakers who are chosen are in the sessions that they appear in, and nowhere else.
        found = tuple(records.sessions(record, scope)) if scope else ()
        titled = embeddable.subscribe(record, spoken, scope, options, found, any_length=True)
        calendar = embeddable.programme(record, spoken, scope, options, found, any_length=True).title
        ways = _ways(record, spoken, scope, calendar)
        code = qr.svg(ways.address, titled.title) if ways and not ways.too_long else ""
        return {**_edition(record, spoken, titled), "subscription": ways, "code": code}

    return _frame("subscribe", shown, record, language, options, content, _ended(record))


def _frame(
    name: str,
    shown: Embeddable,
    record: ConferenceRecord,
    language: str,
    options: FrameOptions,
    content: Callable[[], Mapping[str, Any]],
    boundary: datetime | None,
) -> Frame:
    return Frame(
        template=f"dvb_wagtail/embed/{name}.html",
        address=shown.address,
        page=shown.url,
        language=language,
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=max_age(record.conference),
        content=content,
        boundary=boundary,
    )


def _minute(record: ConferenceRecord) -> datetime | None:
    """Return when time last changed what is marked as going on: some sessions are on other days than the edition."""
    conference = record.conference
    days = (conference.start, conference.end, *record.session_days)
    return boundary(days, conference.time_zone, conf.now())


def _ended(record: ConferenceRecord) -> datetime | None:
    """Return when the edition got over, UTC; None before that."""
    ended = edition_ended(record.conference)
    return ended.astimezone(UTC) if ended and is_over(ended, conf.now()) else None


def _edition(record: ConferenceRecord, spoken: Words, shown: Embeddable) -> dict[str, Any]:
    """Return what every frame of an edition says of it."""
    conference = localise_conference(record.conference, record.stamp, spoken)
    return {
        "title": shown.title,
        "title_language": other(shown.language, spoken),
        "edition": conference,
        "days": spoken.span(conference.start, conference.end),
        "over": _ended(record) is not None,
    }


def _ways(record: ConferenceRecord, spoken: Words, scope: Scope, title: str) -> Subscription | None:
    """Return the ways to subscribe to a calendar that is called `title`; None where nothing is to come."""
    if _ended(record):
        return None
    return subscription(title, record.conference.acronym, spoken.language, scope, record.root_url)


def _cards(record: ConferenceRecord, spoken: Words) -> SessionCards:
    """Return what makes cards, with absolute addresses: the frame stands on another site."""
    return SessionCards(record.conference, spoken, conf.now())


def _localised(
    record: ConferenceRecord, found: Iterable[SessionRecord], spoken: Words
) -> tuple[list[SessionRecord], list[LocalisedSession]]:
    """Return the sessions that can be shown, as records and in words. One that cannot is left out and logged."""
    shown: list[tuple[SessionRecord, LocalisedSession]] = []
    for each in found:
        try:
            shown.append((each, localise_session(each.session, record.conference, each.stamp, spoken)))
        except Exception:
            logger.exception("Left out of a frame: %s", each.session.id)
    return [each for each, _words in shown], [said for _each, said in shown]
