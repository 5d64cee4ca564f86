"""An edition with its sessions to test rules on: each complete, each changeable by keyword."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from dvb_wagtail.core.conference import Conference, ConferenceTexts, Theme, Track
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.localised import LocalisedSession, Stamp
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, Role, SpokenLanguage
from dvb_wagtail.core.words import Words
from tests.core import change_words

SWEDISH = Words(
    language="sv",
    said_in="sv",
    kinds={kind: kind.value for kind in Kind},
    roles={role: role.value for role in Role},
    notices={notice: notice.value for notice in Notice},
    statuses={status: status.value for status in ConferenceStatus},
    attendances={attendance: attendance.value for attendance in Attendance},
    facets={facet: facet.value for facet in Facet},
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
    stream_for_registered="Länken skickas till anmälda.",
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
    interface={},
)
ENGLISH = replace(SWEDISH, language="en", online="Online", place_open="Place to be announced")

STAMP = Stamp(
    created=datetime(2020, 9, 1, 8, tzinfo=UTC), changed=datetime(2020, 11, 2, 13, 45, 30, tzinfo=UTC), sequence=2
)

HOUSE = Venue(
    code="kulturhuset",
    names={"sv": "Kulturhuset", "en": "The House of Culture"},
    address="Storgatan 1, Skellefteå",
    latitude=64.750244,
    longitude=20.950917,
    rooms=(
        Room(code="stora-salen", names={"sv": "Stora salen", "en": "The Great Hall"}),
        Room(code="sal-a", names={"sv": "Sal A"}),
    ),
)
LIBRARY = Venue(code="biblioteket", names={"sv": "Biblioteket"}, rooms=(Room(code="lasesalen", names={}),))

_CONFERENCE = Conference(
    id="0b0f5d52-4b4e-4d0c-b1ab-5c2a2a3b1a01",
    acronym="dv2020",
    main_language="sv",
    time_zone="Europe/Stockholm",
    start=date(2020, 12, 8),
    end=date(2020, 12, 9),
    texts={
        "sv": ConferenceTexts(title="Digitala Västerbotten", url="https://dvb.example/sv/", theme="Hållbart"),
        "en": ConferenceTexts(title="Digital Västerbotten", url="https://dvb.example/en/", theme="Sustainable"),
    },
    attendance=Attendance.MIXED,
    themes=(Theme("ai", {"sv": "AI och etik", "en": "AI and ethics"}), Theme("ledarskap", {"sv": "Ledarskap"})),
    tracks=(Track("politik", {"sv": "Politiskt ledarskap", "en": "Political leadership"}),),
    venues=(HOUSE, LIBRARY),
)

_SESSION = Session(
    id="6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10",
    code="K7MPQ2",
    kind=Kind.PANEL,
    texts={
        "sv": SessionTexts(title="Tillit", url="https://dvb.example/sv/tillit/", abstract="Om tillit."),
        "en": SessionTexts(title="Trust", url="https://dvb.example/en/trust/", abstract="On trust."),
    },
    day=date(2020, 12, 8),
    start=time(13),
    end=time(14, 15),
    room="stora-salen",
    track="politik",
    themes=("ai", "ledarskap"),
)


def conference(**changes: Any) -> Conference:
    """Return the edition of 8 and 9 December 2020, in two houses in Skellefteå, in Swedish and English."""
    return replace(_CONFERENCE, **changes)


def session(**changes: Any) -> Session:
    """Return a panel on 8 December 2020, 13.00 to 14.15 in Stora salen."""
    return replace(_SESSION, **changes)


def localised(
    code: str = "K7MPQ2", day: str | None = "2020-12-08", times: str = "13:00-14:15", **changes: Any
) -> LocalisedSession:
    """Return a session as it is shown: `times` as "13:00-14:15", or empty while open."""
    start, end = (time.fromisoformat(moment) for moment in times.split("-")) if times else (None, None)
    facts = session(code=code, day=date.fromisoformat(day) if day else None, start=start, end=end, **changes)
    return localise_session(facts, conference(), STAMP, SWEDISH)


def appearance(id: str = "1", name: str = "Eva Ek", **changes: Any) -> Appearance:
    """Return somebody who speaks; without a name, somebody the public does not see."""
    texts = {"sv": AppearanceTexts(name=name)} if name else {}
    return replace(Appearance(id=id, role=Role.SPEAKER, texts=texts), **changes)
