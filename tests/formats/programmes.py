"""A programme with everything in it, for formats that describe the whole edition: each part changeable by keyword."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from dvb_wagtail.core.channel import Channel, Options, OtherDocument
from dvb_wagtail.core.localised import (
    LocalisedConference,
    LocalisedRoom,
    LocalisedSession,
    LocalisedSpeaker,
    LocalisedTicket,
    LocalisedVenue,
    Named,
)
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.vocabulary import RecordingStatus, SpokenLanguage
from tests.formats import factories

ROOT = "https://dvb.example/dvb/v1"
AT = f"{ROOT}/conferences/dv2020/sv"

EVA = LocalisedSpeaker(
    code="Q4XN7B",
    name="Eva Ek",
    language="sv",
    url="https://dvb.example/sv/talare/eva-ek/",
    title="sektionschef",
    organisation="Sveriges Kommuner och Regioner",
    portrait=replace(
        factories.IMAGE,
        url="https://dvb.example/media/eva.jpg",
        alt="Eva Ek",
        caption="",
        small="https://dvb.example/media/eva-320.jpg",
        small_width=320,
    ),
)


def edition(**changes: Any) -> LocalisedConference:
    """Return an edition with a track, two themes and a venue with two rooms."""
    whole = factories.conference(
        hashtag="#dvb2020",
        starts=factories.local(2020, 12, 8, 12),
        ends=factories.local(2020, 12, 9, 13),
        organiser="Region Västerbotten",
        tickets=(
            LocalisedTicket(
                code="guldbiljett",
                name="Guldbiljett",
                includes="Plats i kulturhuset, middag och underhållning.",
                price=Decimal("1000.00"),
                currency="SEK",
                on_sale_from=factories.local(2020, 10, 1, 8),
                on_sale_until=factories.local(2020, 12, 1, 0),
                address="https://anmalan.example/dv2020",
            ),
        ),
        tracks=(Named("politiskt-ledarskap", "Politiskt ledarskap"),),
        themes=(Named("digital-transformation", "Digital transformation"), Named("ai-etik", "AI, etik")),
        venues=(
            LocalisedVenue(
                code="kulturhuset",
                name="Kulturhuset",
                address="Storgatan 1, Skellefteå",
                latitude=64.750244,
                longitude=20.950917,
                accessibility="Hiss till alla plan. Hörslinga i Stora salen.",
                rooms=(
                    LocalisedRoom("stora-salen", "Stora salen", 400, "https://play.example/stora-salen"),
                    LocalisedRoom("sal-a", "Sal A", 60),
                ),
            ),
        ),
    )
    return replace(whole, **changes)


def session(**changes: Any) -> LocalisedSession:
    """Return a session with everything that one can have."""
    moderator = replace(factories.MODERATOR, speaker=EVA.code, url=EVA.url)
    whole = factories.session(
        appearances=(moderator, factories.PANELLIST, factories.SPEAKER),
        spoken_language=SpokenLanguage.SWEDISH,
        captions=True,
        sign_interpreted=True,
        recordings=(
            Recording(
                title="Hela seminariet",
                url="https://video.example/politiskt-ledarskap",
                service="Video",
                status=RecordingStatus.PUBLISHED,
                captioned=True,
                published=date(2020, 12, 15),
            ),
        ),
        documents=(Document("Bilder", "https://dvb.example/documents/bilder.pdf", "application/pdf", 481_000),),
    )
    return replace(whole, **changes)


def break_(**changes: Any) -> LocalisedSession:
    """Return a session with nothing that one can do without."""
    bare = factories.session(
        id="0e4c7a52-8a0b-4c4e-9a8e-6a2f6e1d7b11",
        code="B3RKV7",
        kind=factories.Kind.BREAK,
        title="Fika",
        url="",
        abstract="",
        start=None,
        end=None,
        attendance=factories.Attendance.ONSITE,
        place=edition().place,
        track="",
        track_code="",
        themes=(),
        theme_codes=(),
        appearances=(),
        stream="",
    )
    return replace(bare, **changes)


def programme(**changes: Any) -> Channel:
    """Return the head of a programme in which one person with a page appears."""
    whole = factories.programme(
        address=f"{AT}/programme.json",
        edition=edition(),
        speakers=(EVA,),
        others=(OtherDocument("programme.ics", f"{AT}/programme.ics", "text/calendar; charset=utf-8"),),
        schema=f"{ROOT}/schemas/programme.json",
    )
    return replace(whole, **changes)


def options(**changes: Any) -> Options:
    return factories.options(**{"calendars": f"{AT}/sessions/{{code}}.ics", **changes})
