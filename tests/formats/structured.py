"""Programmes and pages as schema.org has them, with every kind of event in them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from dvb_wagtail.core.channel import Channel
from dvb_wagtail.core.localised import (
    LocalisedConference,
    LocalisedSession,
    LocalisedTicket,
    LocalisedVenue,
    Named,
)
from dvb_wagtail.core.media import Recording
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Notice, RecordingStatus, SpokenLanguage
from dvb_wagtail.formats import schema_org, schema_org_page
from tests.formats import factories
from tests.formats.documents import document
from tests.formats.factories import local

ONLINE = Place(location=factories.SWEDISH.online)
OPEN = Place(location=factories.SWEDISH.place_open)

GOLD = LocalisedTicket(
    code="guldbiljett",
    name="Guldbiljett",
    includes="En plats i salen och middag.",
    price=Decimal("1000.00"),
    currency="SEK",
    on_sale_from=local(2020, 9, 1, 9, 0),
    on_sale_until=local(2020, 11, 30, 23, 59),
    address="https://tickets.example/guld",
)
FREE = LocalisedTicket(code="digital", name="Digitalt", price=Decimal(0), currency="SEK")

WITH_PAGE = replace(factories.SPEAKER, speaker="DAHL22", url="https://dvb.example/sv/talare/dalia-dahl/")

RECORDING = Recording(
    title="Se seminariet",
    url="https://video.example/1",
    service="Video",
    status=RecordingStatus.PUBLISHED,
    captioned=True,
    published=date(2021, 1, 12),
)


def edition(**changes: Any) -> LocalisedConference:
    """Return an edition from lunch to lunch, with all that there is to say of it."""
    known = {
        "starts": local(2020, 12, 8, 12, 0),
        "ends": local(2020, 12, 9, 13, 0),
        "organiser": "Region Västerbotten",
        "tickets": (GOLD,),
        "themes": (Named("ai-etik", "AI, etik"),),
        "tracks": (Named("politiskt-ledarskap", "Politiskt ledarskap"),),
        "venues": (LocalisedVenue("kulturhuset", "Kulturhuset", accessibility="Hiss från entrén."),),
    }
    return factories.conference(**{**known, **changes})


def session(number: int = 1, **changes: Any) -> LocalisedSession:
    """Return the session of this number, with an identity of its own."""
    return factories.session(**{"id": str(UUID(int=(4 << 76) + number)), "number": number, **changes})


def bare(number: int = 1, **changes: Any) -> LocalisedSession:
    """Return a session of which nothing is known but its title and day."""
    nothing = {
        "start": None,
        "end": None,
        "place": OPEN,
        "attendance": Attendance.ONSITE,
        "stream": "",
        "abstract": "",
        "url": "",
        "track": "",
        "track_code": "",
        "themes": (),
        "theme_codes": (),
        "appearances": (),
    }
    return session(number, **{**nothing, **changes})


def everything() -> list[LocalisedConference | LocalisedSession]:
    """Return an edition and sessions of every kind, statuses, places and languages included."""
    cancelled = factories.cancelled_session()
    postponed = {"notice": Notice.POSTPONED, "status": cancelled.status}
    return [
        edition(),
        session(1, captions=True, sign_interpreted=True, spoken_language=SpokenLanguage.ENGLISH),
        replace(cancelled, id=session(2).id),
        session(3, **postponed, reason="Storm"),
        session(4, moved_online=True, attendance=Attendance.ONLINE, place=ONLINE, stream=""),
        session(5, notice=Notice.TENTATIVE),
        session(6, language="en", recordings=(RECORDING, replace(RECORDING, url="", title="Lovad"))),
        bare(7),
        session(8, day=None, start=None, end=None),
        session(9, attendance=Attendance.ONSITE, stream=""),
        session(10, start=local(2020, 12, 8, 23, 0), end=local(2020, 12, 9, 1, 30), appearances=(WITH_PAGE,)),
    ]


def channel(**changes: Any) -> Channel:
    return factories.programme(**{"edition": edition(), **changes})


def array(*items: LocalisedConference | LocalisedSession, head: Channel | None = None) -> list[dict[str, Any]]:
    """Return what the document of a programme holds, as JSON is read."""
    written = document(schema_org.PROGRAMME_SCHEMA, head or channel(), items, factories.options())
    found = json.loads(written)
    assert isinstance(found, list)
    return found


def pages() -> list[dict[str, Any]]:
    """Return what the pages of an edition, of each of its sessions and of an article say."""
    above, *sessions = everything()
    assert isinstance(above, LocalisedConference)
    within = [each for each in sessions if isinstance(each, LocalisedSession)]
    options = factories.options()
    found = [schema_org_page.conference(above, within, options)]
    found += [page for each in within if (page := schema_org_page.session(each, above, options))]
    for status in (ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED, ConferenceStatus.MOVED_ONLINE):
        found.append(schema_org_page.conference(edition(status=status, reason="Storm"), (), options))
    articles = (factories.article(), factories.article(writers=(), image=None))
    return [*found, *(schema_org_page.article(each, "Redaktionen") for each in articles)]
