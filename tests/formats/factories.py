"""Localised records and words to write documents of: each complete, each changeable by keyword."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedConference, LocalisedSession, Stamp
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.places import Place
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    Notice,
    Role,
    SessionStatus,
    SpokenLanguage,
)
from dvb_wagtail.core.words import Words
from tests.core import change_words

STOCKHOLM = ZoneInfo("Europe/Stockholm")

SWEDISH = Words(
    language="sv",
    said_in="sv",
    kinds={kind: kind.value.capitalize() for kind in Kind} | {Kind.PANEL: "Panelsamtal"},
    roles={
        Role.SPEAKER: "Talare",
        Role.MODERATOR: "Moderator",
        Role.PANELLIST: "Paneldeltagare",
        Role.HOST: "Värd",
        Role.PERFORMER: "Medverkande",
    },
    notices={
        Notice.NONE: "",
        Notice.CANCELLED: "Inställt",
        Notice.POSTPONED: "Uppskjutet",
        Notice.TENTATIVE: "Preliminärt",
    },
    statuses={
        ConferenceStatus.SCHEDULED: "",
        ConferenceStatus.CANCELLED: "Konferensen är inställd.",
        ConferenceStatus.POSTPONED: "Konferensen är uppskjuten.",
        ConferenceStatus.MOVED_ONLINE: "Konferensen hålls bara på nätet.",
    },
    attendances={
        Attendance.ONSITE: "På plats",
        Attendance.ONLINE: "På nätet",
        Attendance.MIXED: "På plats och på nätet",
    },
    facets={
        Facet.DAY: "Dag",
        Facet.TRACK: "Spår",
        Facet.THEME: "Tema",
        Facet.ROOM: "Sal",
        Facet.KIND: "Typ",
        Facet.LANGUAGE: "Språk",
        Facet.PLACE: "Hur du deltar",
        Facet.SPEAKER: "Talare",
    },
    languages={language.value: language.value for language in SpokenLanguage},
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    months=(
        *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
        *("augusti", "september", "oktober", "november", "december"),
    ),
    day_pattern="{weekday} {day} {month} {year}",
    short_day_pattern="{weekday} {day} {month}",
    date_pattern="{day} {month} {year}",
    span_in_month="{first}–{last} {last_month} {year}",  # noqa: RUF001
    span_in_year="{first} {first_month} – {last} {last_month} {year}",  # noqa: RUF001
    clock_pattern="{hour}.{minute:02}",
    moment_pattern="{day} kl. {time}",
    when_and_where="{when}, {where}",
    listed="{when}: {title}",
    day_open="Dagen är inte bestämd än",
    time_open="Tiden meddelas senare",
    titled="{notice}: {title}",
    online="På nätet",
    place_open="Platsen meddelas senare",
    via_link="via länk",
    speakers="Medverkande",
    watch="Se sändningen",
    stream_for_registered="Länken till sändningen skickas till anmälda.",
    reason="Orsak: {reason}",
    more="Mer om programpunkten",
    subscribe_to="Prenumerera: {title}",
    programme_of="Program: {title}",
    selection_of="{title}: {filter}",
    accessibility="Tillgänglighet",
    in_language="På {language}",
    changes=change_words.SWEDISH,
    recordings_of="{title}: inspelningar",
    recording_of="Inspelning av {title}.",
    watch_at="Se inspelningen ({service})",
    captioned="Textad",
    interface={
        "programme": "Program",
        "programme_empty": "Programmet är inte publicerat än.",
        "filter": "Filter",
        "shown": "Visar {shown} av {total} programpunkter.",
        "no_match": "Ingen programpunkt passar alla filter.",
        "show_all": "Visa hela programmet",
        "now": "Pågår nu",
        "next": "Härnäst: {when}",
        "subscribe": "Prenumerera i din kalender",
        "add_to_calendar": "Lägg i kalendern",
        "held_in": "Språk: {language}",
        "captioned": "Textas",
        "sign_interpreted": "Teckenspråkstolkas",
        "recordings": "Inspelningar",
        "recording_promised": "Publiceras här.",
        "documents": "Dokument",
    },
)


def options(**changes: Any) -> Options:
    return Options(**{"words": SWEDISH, **changes})


def stamp(**changes: Any) -> Stamp:
    history = Stamp(
        created=datetime(2020, 9, 1, 8, 0, tzinfo=UTC), changed=datetime(2020, 11, 2, 13, 45, 30, tzinfo=UTC)
    )
    return replace(history, **changes)


def local(*moment: int, zone: ZoneInfo = STOCKHOLM, fold: int = 0) -> datetime:
    """Return a wall-clock time in a zone, Stockholm's unless said."""
    return datetime(*moment, tzinfo=zone, fold=fold)  # type: ignore[arg-type, misc]


PLACE = Place(
    location="Stora salen, Kulturhuset, Storgatan 1, Skellefteå",
    venue="Kulturhuset",
    room="Stora salen",
    venue_code="kulturhuset",
    room_code="stora-salen",
    address="Storgatan 1, Skellefteå",
    latitude=64.750244,
    longitude=20.950917,
)

IMAGE = Image(
    url="https://dvb.example/media/scen.jpg",
    type="image/jpeg",
    length=48213,
    width=1200,
    height=675,
    alt="En full sal",
    caption="Öppningen i Stora salen",
    credit="Bildbyrån",
)

MODERATOR = LocalisedAppearance(
    name="Eva Ek", role=Role.MODERATOR, title="sektionschef", organisations=("Sveriges Kommuner och Regioner",)
)
PANELLIST = LocalisedAppearance(
    name="Bo Berg",
    role=Role.PANELLIST,
    title="regionråd",
    organisations=("Region Västerbotten", "Inera"),
    party="S",
    remote=True,
)
SPEAKER = LocalisedAppearance(name="Dalia Dahl", role=Role.SPEAKER)

_SESSION = LocalisedSession(
    id="6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10",
    code="K7MPQ2",
    kind=Kind.PANEL,
    title="Politiskt ledarskap i transformation",
    language="sv",
    url="https://dvb.example/sv/dv2020/program/politiskt-ledarskap/",
    abstract="Vad krävs av den som leder?\n\nEtt samtal om mod, takt och tillit.",
    day=date(2020, 12, 8),
    start=local(2020, 12, 8, 13, 0),
    end=local(2020, 12, 8, 14, 15),
    time_zone="Europe/Stockholm",
    status=SessionStatus.CONFIRMED,
    notice=Notice.NONE,
    reason="",
    attendance=Attendance.MIXED,
    place=PLACE,
    stamp=stamp(sequence=2),
    number=417,
    track="Politiskt ledarskap",
    track_code="politiskt-ledarskap",
    themes=("Digital transformation", "AI, etik"),
    theme_codes=("digital-transformation", "ai-etik"),
    appearances=(MODERATOR, PANELLIST, SPEAKER),
    stream="https://play.example/stora-salen",
)


def session(**changes: Any) -> LocalisedSession:
    """Return a session with everything: 8 December 2020, 13.00 to 14.15 in Skellefteå."""
    return replace(_SESSION, **changes)


def cancelled_session(**changes: Any) -> LocalisedSession:
    return session(
        **{"status": SessionStatus.CANCELLED, "notice": Notice.CANCELLED, "reason": "Talaren är sjuk.", **changes}
    )


_CONFERENCE = LocalisedConference(
    id="d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
    acronym="dv2020",
    title="Digitala Västerbotten 2020",
    language="sv",
    url="https://dvb.example/sv/dv2020/",
    lead="Lunch till lunch om digitaliseringens möjligheter.",
    start=date(2020, 12, 8),
    end=date(2020, 12, 9),
    time_zone="Europe/Stockholm",
    status=ConferenceStatus.SCHEDULED,
    notice=Notice.NONE,
    reason="",
    attendance=Attendance.MIXED,
    place=replace(PLACE, location="Kulturhuset, Storgatan 1, Skellefteå", room="", room_code=""),
    stamp=stamp(),
    theme="Det hållbara samhället i en digital tid",
    image=IMAGE,
    stream="https://play.example/dv2020",
)


def conference(**changes: Any) -> LocalisedConference:
    """Return an edition of two days, 8 and 9 December 2020."""
    return replace(_CONFERENCE, **changes)


_PROGRAMME = Channel(
    id="d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
    title="Program: Digitala Västerbotten 2020",
    address="https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics",
    url="https://dvb.example/sv/dv2020/program/",
    language="sv",
    changed=datetime(2020, 11, 20, 9, 0, tzinfo=UTC),
    description="Två dagar om det hållbara samhället.",
    time_zone="Europe/Stockholm",
    first_year=2020,
)


def programme(**changes: Any) -> Channel:
    return replace(_PROGRAMME, **changes)


_ARTICLE = FeedItem(
    id="0f4e3c9d-8f0d-4a5e-8c29-5d3c6f1b7e77",
    title="Nu är programmet släppt",
    language="sv",
    url="https://dvb.example/sv/nyheter/programmet/",
    lead="Fem teman & ett spår: <allt> finns att läsa.",
    html='<p>Läs <a href="https://dvb.example/sv/dv2020/program/">programmet</a> &amp; boka.</p>',
    published=datetime(2020, 10, 5, 7, 30, tzinfo=UTC),
    stamp=stamp(),
    writers=("Anna Andersson", "Olof Öberg"),
    photographers=("Petra Park",),
    tags=(Tag("program", "Program"), Tag("ai-etik", "AI & etik")),
    image=IMAGE,
)


def article(**changes: Any) -> FeedItem:
    """Return an article with everything."""
    return replace(_ARTICLE, **changes)


_NEWS = Channel(
    id="7a3d1c55-0c53-4a0f-8c1f-0e4bb9a3f3c1",
    title="Nyheter från Digitala Västerbotten",
    address="https://dvb.example/dvb/v1/news/nyheter/sv/articles.rss",
    url="https://dvb.example/sv/nyheter/",
    language="sv",
    changed=datetime(2020, 11, 20, 9, 0, 0, 123456, tzinfo=UTC),
    description="Det senaste om konferensen.",
    image=IMAGE,
    rights="© Region Västerbotten",
    author="Redaktionen",
)


def news(**changes: Any) -> Channel:
    return replace(_NEWS, **changes)
