"""programme.json: whole values, as the published contract says."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dvb_wagtail.core.codes import ALPHABET, LENGTH
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.localised import LocalisedSession, LocalisedTicket, Named
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, SessionStatus, SpokenLanguage
from dvb_wagtail.formats import programme_json
from tests.formats import factories
from tests.formats.contract import PROGRAMME, VOCABULARIES, closed, faults, validator
from tests.formats.documents import every_document, programme_as_json
from tests.formats.factories import local
from tests.formats.hostile import HOSTILE
from tests.formats.programmes import AT, EVA, break_, edition, options, programme, session
from tests.formats.test_any_session import sessions

DASH = "\N{EN DASH}"
STAMPS = {"created": "2020-09-01T08:00:00+00:00", "updated": "2020-11-02T13:45:30+00:00"}
HOUSE = {
    "location": "Kulturhuset, Storgatan 1, Skellefteå",
    "venue": "Kulturhuset",
    "venue_code": "kulturhuset",
    "room": None,
    "room_code": None,
    "address": "Storgatan 1, Skellefteå",
    "latitude": 64.750244,
    "longitude": 20.950917,
}
HALL = HOUSE | {
    "location": "Stora salen, Kulturhuset, Storgatan 1, Skellefteå",
    "room": "Stora salen",
    "room_code": "stora-salen",
}


def read(*items: Any, **changes: Any) -> dict[str, Any]:
    """Return a programme of these items, after the closed schema has found nothing wrong with it."""
    document = programme_as_json(*items, channel=programme(**changes))
    assert faults(document) == []
    found = json.loads(document)
    assert isinstance(found, dict)
    return found


def one(item: LocalisedSession) -> dict[str, Any]:
    """Return a session as it stands in a programme."""
    (found,) = read(item)["sessions"]
    assert isinstance(found, dict)
    return found


# ---- the head


def test_the_head_says_what_the_document_is():
    head = read(edition(), session())
    assert {name: value for name, value in head.items() if not isinstance(value, dict | list)} == {
        "$schema": "https://dvb.example/dvb/v1/schemas/programme.json",
        "version": 1,
        "address": f"{AT}/programme.json",
        "url": "https://dvb.example/sv/dv2020/program/",
        "title": "Program: Digitala Västerbotten 2020",
        "language": "sv",
        "updated": "2020-11-20T09:00:00+00:00",
        "time_zone": "Europe/Stockholm",
    }
    assert head["alternates"] == [
        {"name": "programme.ics", "address": f"{AT}/programme.ics", "media_type": "text/calendar; charset=utf-8"}
    ]


def test_the_conference():
    assert read(session())["conference"] == {
        "id": "d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
        "acronym": "dv2020",
        "url": "https://dvb.example/sv/dv2020/",
        "title": "Digitala Västerbotten 2020",
        "language": "sv",
        "lead": "Lunch till lunch om digitaliseringens möjligheter.",
        "theme": "Det hållbara samhället i en digital tid",
        "start": "2020-12-08",
        "end": "2020-12-09",
        "starts_at": "2020-12-08T12:00:00+01:00",
        "ends_at": "2020-12-09T13:00:00+01:00",
        "days_label": f"8{DASH}9 december 2020",
        "status": "scheduled",
        "status_label": None,
        "reason": None,
        "attendance": "mixed",
        "attendance_label": "På plats och på nätet",
        "place": HOUSE,
        "image": {
            "url": "https://dvb.example/media/scen.jpg",
            "type": "image/jpeg",
            "length": 48213,
            "width": 1200,
            "height": 675,
            "alt": "En full sal",
            "caption": "Öppningen i Stora salen",
            "credit": "Bildbyrån",
            "small": None,
            "small_width": None,
        },
        "stream": "https://play.example/dv2020",
        "hashtag": "#dvb2020",
        "organiser": "Region Västerbotten",
        "tickets": [
            {
                "code": "guldbiljett",
                "name": "Guldbiljett",
                "includes": "Plats i kulturhuset, middag och underhållning.",
                "price": "1000.00",
                "currency": "SEK",
                "vat_included": False,
                "on_sale_from": "2020-10-01T08:00:00+02:00",
                "on_sale_until": "2020-12-01T00:00:00+01:00",
                "sold_out": False,
                "url": "https://anmalan.example/dv2020",
            }
        ],
        **STAMPS,
        "sequence": 0,
    }


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (ConferenceStatus.CANCELLED, "Konferensen är inställd."),
        (ConferenceStatus.POSTPONED, "Konferensen är uppskjuten."),
        (ConferenceStatus.MOVED_ONLINE, "Konferensen hålls bara på nätet."),
    ],
)
def test_a_conference_that_is_not_held_as_planned(status, said):
    found = read(edition=edition(status=status, reason="Snöstorm"))["conference"]
    assert (found["status"], found["status_label"], found["reason"]) == (status, said, "Snöstorm")


def test_a_conference_of_which_hardly_anything_is_known():
    bare = edition(
        url="", lead="", theme="", image=None, stream="", hashtag="", tracks=(), themes=(), venues=(),
        starts=None, ends=None, organiser="", tickets=(LocalisedTicket("fri", "Fri entré"),),
        place=factories.Place(location="Platsen meddelas senare"),
    )  # fmt: skip
    head = read(edition=bare, speakers=(), others=(), url="", schema="")
    found = head["conference"]
    assert {name for name, value in found.items() if value is None} == {
        *("url", "lead", "theme", "status_label", "reason", "image", "stream", "hashtag"),
        *("starts_at", "ends_at", "organiser"),
    }
    (ticket,) = found["tickets"]
    assert {name for name, value in ticket.items() if value is None} == {
        *("includes", "price", "currency", "on_sale_from", "on_sale_until", "url")
    }
    assert {name for name, value in found["place"].items() if value is None} == set(HOUSE) - {"location"}
    assert [name for name, value in head.items() if value is None] == ["$schema", "url"]
    assert [name for name, value in head.items() if value == []] == [
        *("tracks", "themes", "venues", "days", "filters", "speakers", "alternates", "sessions")
    ]


def test_tracks_themes_and_venues_are_in_the_editors_order():
    head = read()
    assert head["tracks"] == [{"code": "politiskt-ledarskap", "name": "Politiskt ledarskap"}]
    assert [theme["code"] for theme in head["themes"]] == ["digital-transformation", "ai-etik"]
    assert head["venues"] == [
        {
            "code": "kulturhuset",
            "name": "Kulturhuset",
            "address": "Storgatan 1, Skellefteå",
            "latitude": 64.750244,
            "longitude": 20.950917,
            "accessibility": "Hiss till alla plan. Hörslinga i Stora salen.",
            "rooms": [
                {
                    "code": "stora-salen",
                    "name": "Stora salen",
                    "capacity": 400,
                    "stream": "https://play.example/stora-salen",
                },
                {"code": "sal-a", "name": "Sal A", "capacity": 60, "stream": None},
            ],
        }
    ]


def test_people_with_pages():
    assert read(session())["speakers"] == [
        {
            "code": EVA.code,
            "url": EVA.url,
            "name": "Eva Ek",
            "language": "sv",
            "title": "sektionschef",
            "organisation": "Sveriges Kommuner och Regioner",
            "portrait": {
                "url": "https://dvb.example/media/eva.jpg",
                "type": "image/jpeg",
                "length": 48213,
                "width": 1200,
                "height": 675,
                "alt": "Eva Ek",
                "caption": None,
                "credit": "Bildbyrån",
                "small": "https://dvb.example/media/eva-320.jpg",
                "small_width": 320,
            },
        }
    ]


def test_words_of_the_interface_are_in_the_documents_language():
    words = read()["words"]
    assert words["programme"] == "Program"
    assert (words["onsite"], words["online"], words["mixed"]) == ("På plats", "På nätet", "På plats och på nätet")
    assert (words["cancelled"], words["postponed"], words["tentative"]) == ("Inställt", "Uppskjutet", "Preliminärt")
    assert words["shown"].format(shown=3, total=40) == "Visar 3 av 40 programpunkter."


def test_a_programme_without_its_edition_is_refused():
    with pytest.raises(ValueError, match="programme of no edition"):
        programme_as_json(session(), channel=programme(edition=None))


# ---- sessions


def test_a_session_with_everything():
    assert one(session()) == {
        "id": "6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10",
        "code": "K7MPQ2",
        "url": "https://dvb.example/sv/dv2020/program/politiskt-ledarskap/",
        "calendar": f"{AT}/sessions/K7MPQ2.ics",
        "language": "sv",
        "language_label": None,
        "title": "Politiskt ledarskap i transformation",
        "title_label": "Politiskt ledarskap i transformation",
        "abstract": "Vad krävs av den som leder?\n\nEtt samtal om mod, takt och tillit.",
        "kind": "panel",
        "kind_label": "Panelsamtal",
        "day": "2020-12-08",
        "day_label": "Tisdag 8 december 2020",
        "start": "2020-12-08T13:00:00+01:00",
        "end": "2020-12-08T14:15:00+01:00",
        "time_label": f"13.00{DASH}14.15",
        "status": "confirmed",
        "notice": None,
        "status_label": None,
        "reason": None,
        "attendance": "mixed",
        "attendance_label": "På plats och på nätet",
        "place": HALL,
        "track": {"code": "politiskt-ledarskap", "name": "Politiskt ledarskap"},
        "themes": [
            {"code": "digital-transformation", "name": "Digital transformation"},
            {"code": "ai-etik", "name": "AI, etik"},
        ],
        "appearances": [
            {
                "name": "Eva Ek",
                "role": "moderator",
                "role_label": "Moderator",
                "title": "sektionschef",
                "organisations": ["Sveriges Kommuner och Regioner"],
                "party": None,
                "remote": False,
                "label": "Eva Ek, sektionschef, Sveriges Kommuner och Regioner",
                "speaker": EVA.code,
                "url": EVA.url,
            },
            {
                "name": "Bo Berg",
                "role": "panellist",
                "role_label": "Paneldeltagare",
                "title": "regionråd",
                "organisations": ["Region Västerbotten", "Inera"],
                "party": "S",
                "remote": True,
                "label": "Bo Berg (S), regionråd, Region Västerbotten, Inera, via länk",
                "speaker": None,
                "url": None,
            },
            {
                "name": "Dalia Dahl",
                "role": "speaker",
                "role_label": "Talare",
                "title": None,
                "organisations": [],
                "party": None,
                "remote": False,
                "label": "Dalia Dahl",
                "speaker": None,
                "url": None,
            },
        ],
        "stream": "https://play.example/stora-salen",
        "stream_access": "public",
        "stream_label": "Se sändningen",
        "spoken_language": "sv",
        "spoken_language_label": "sv",
        "captions": True,
        "sign_interpreted": True,
        "recordings": [
            {
                "title": "Hela seminariet",
                "url": "https://video.example/politiskt-ledarskap",
                "service": "Video",
                "status": "published",
                "captioned": True,
                "published": "2020-12-15",
            }
        ],
        "documents": [
            {
                "title": "Bilder",
                "url": "https://dvb.example/documents/bilder.pdf",
                "type": "application/pdf",
                "length": 481000,
            }
        ],
        **STAMPS,
        "sequence": 2,
    }


def test_a_session_with_nothing_that_one_can_do_without():
    found = one(break_())
    assert {name for name, value in found.items() if value is None} == {
        *("url", "language_label", "abstract", "start", "end", "notice", "status_label", "reason", "track"),
        *("stream", "stream_access", "stream_label", "spoken_language", "spoken_language_label"),
    }
    assert [name for name, value in found.items() if value == []] == [
        *("themes", "appearances", "recordings", "documents")
    ]
    assert found["place"] == HOUSE


def test_a_session_whose_time_is_open():
    found = one(session(start=None, end=None))
    assert [found[name] for name in ("day", "start", "end", "day_label", "time_label", "calendar")] == [
        *("2020-12-08", None, None, "Tisdag 8 december 2020", "Tiden meddelas senare", f"{AT}/sessions/K7MPQ2.ics"),
    ]


def test_a_session_whose_day_is_open_is_there_and_has_no_calendar_file():
    found = read(session(day=None, start=None, end=None))
    (shown,) = found["sessions"]
    assert [shown[name] for name in ("day", "start", "end", "day_label", "time_label", "calendar")] == [
        *(None, None, None, "Dagen är inte bestämd än", None, None)
    ]
    assert found["days"] == [{"date": None, "label": "Dagen är inte bestämd än", "count": 1}]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # Past midnight, in summer, and either side of both changes of the clock.
        ((2020, 12, 8, 22), (2020, 12, 9, 1, 30), ("2020-12-08T22:00:00+01:00", "2020-12-09T01:30:00+01:00")),
        ((2020, 7, 1, 9), (2020, 7, 1, 10), ("2020-07-01T09:00:00+02:00", "2020-07-01T10:00:00+02:00")),
        ((2020, 3, 29, 1), (2020, 3, 29, 4), ("2020-03-29T01:00:00+01:00", "2020-03-29T04:00:00+02:00")),
        ((2020, 10, 25, 2, 30), (2020, 10, 25, 3), ("2020-10-25T02:30:00+02:00", "2020-10-25T03:00:00+01:00")),
    ],
)
def test_times_have_the_offset_that_holds_then(start, end, expected):
    found = one(session(day=date(*start[:3]), start=local(*start), end=local(*end)))
    assert (found["start"], found["end"]) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"status": SessionStatus.CANCELLED, "notice": Notice.CANCELLED, "reason": "Talaren är sjuk."},
            ("cancelled", "cancelled", "Inställt", "Inställt: Fika", "Talaren är sjuk."),
        ),
        (
            {"status": SessionStatus.CANCELLED, "notice": Notice.POSTPONED},
            ("cancelled", "postponed", "Uppskjutet", "Uppskjutet: Fika", None),
        ),
        (
            {"status": SessionStatus.TENTATIVE, "notice": Notice.TENTATIVE},
            ("tentative", "tentative", "Preliminärt", "Preliminärt: Fika", None),
        ),
    ],
)
def test_what_is_not_as_planned(changes, expected):
    found = one(break_(**changes))
    assert tuple(found[name] for name in ("status", "notice", "status_label", "title_label", "reason")) == expected
    assert found["title"] == "Fika"


def test_a_text_in_another_language_is_marked_and_said():
    found = one(session(language="en"))
    assert (found["language"], found["language_label"]) == ("en", "På en")


def test_a_language_without_a_name_is_said_by_its_code():
    assert one(session(language="zh-hans"))["language_label"] == "På zh-hans"


def test_of_a_stream_for_the_registered_no_more_is_said_than_that():
    found = one(session(stream="", stream_for_registered=True))
    assert [found[name] for name in ("stream", "stream_access", "stream_label")] == [
        *(None, "registered", "Länken till sändningen skickas till anmälda.")
    ]


def test_without_calendars_of_their_own_sessions_name_none():
    document = programme_as_json(session(), options=options(calendars=""))
    assert json.loads(document)["sessions"][0]["calendar"] is None


# ---- order, days and filters


def test_sessions_are_in_the_order_of_the_page():
    wednesday = date(2020, 12, 9)
    shown = [
        session(id="1", code="OPEN22", day=None, start=None, end=None),
        session(id="2", code="LATER2", day=wednesday, start=local(2020, 12, 9, 9), end=local(2020, 12, 9, 10)),
        session(id="3", code="NTIME2", start=None, end=None),
        session(id="4", code="BBBBBB"),
        session(id="5", code="AAAAAA"),
        session(id="6", code="FIRST2", start=local(2020, 12, 8, 8), end=local(2020, 12, 8, 9)),
    ]
    found = read(edition(), *shown)
    expected = ["FIRST2", "AAAAAA", "BBBBBB", "NTIME2", "LATER2", "OPEN22"]
    assert [each["code"] for each in found["sessions"]] == expected
    assert [each["id"] for each in found["sessions"]] == ["6", "5", "4", "3", "2", "1"]
    assert [(day["date"], day["label"], day["count"]) for day in found["days"]] == [
        ("2020-12-08", "Tisdag 8 december 2020", 4),
        ("2020-12-09", "Onsdag 9 december 2020", 1),
        (None, "Dagen är inte bestämd än", 1),
    ]


def filters(*items: LocalisedSession, **changes: Any) -> dict[str, list[tuple[str, str]]]:
    found = read(*items, **changes)["filters"]
    return {each["name"]: [(choice["value"], choice["label"]) for choice in each["values"]] for each in found}


def test_what_narrows_nothing_is_no_filter():
    assert filters(session(), session(id="2", code="AAAAAA")) == {}


def test_filters_offer_what_the_sessions_have():
    plain = break_(start=local(2020, 12, 9, 10), end=local(2020, 12, 9, 10, 30), day=date(2020, 12, 9))
    former = replace(session(id="2"), track="Ett gammalt spår", track_code="gammalt", themes=(), theme_codes=())
    assert filters(session(), plain, replace(former, spoken_language=SpokenLanguage.ENGLISH)) == {
        "day": [("2020-12-08", "Tisdag 8 december"), ("2020-12-09", "Onsdag 9 december")],
        "track": [("politiskt-ledarskap", "Politiskt ledarskap"), ("gammalt", "Ett gammalt spår")],
        "theme": [("digital-transformation", "Digital transformation"), ("ai-etik", "AI, etik")],
        "room": [("stora-salen", "Stora salen")],
        "kind": [("break", "Break"), ("panel", "Panelsamtal")],
        "language": [("en", "en"), ("sv", "sv")],
        "place": [("online", "På nätet"), ("onsite", "På plats")],
    }


def test_filters_are_called_what_the_page_calls_them():
    found = read(session(), break_(kind=Kind.PANEL))["filters"]
    assert [(each["name"], each["label"]) for each in found] == [
        ("track", "Spår"),
        ("theme", "Tema"),
        ("room", "Sal"),
        ("language", "Språk"),
        ("place", "Hur du deltar"),
    ]


def test_what_is_listed_is_in_the_editors_order():
    tracks = (Named("b", "B-spåret"), Named("a", "A-spåret"))
    shown = [replace(session(id=code), track_code=code, track=name) for code, name in (("a", "A"), ("b", "B"))]
    assert filters(*shown, edition=edition(tracks=tracks))["track"] == [("b", "B"), ("a", "A")]


def test_who_takes_part_online_only():
    shown = session(), break_(attendance=Attendance.ONLINE)
    assert filters(*shown)["place"] == [("online", "På nätet"), ("onsite", "På plats")]


# ---- the contract


def test_the_schema_is_one_and_is_open():
    open_schema = validator(PROGRAMME)
    document = json.loads(programme_as_json(edition(), session()))
    document["later"] = document["sessions"][0]["later"] = document["words"]["later"] = "added"
    document["sessions"][0]["kind"] = "a word of later"
    assert list(open_schema.iter_errors(document)) == []


def test_the_closed_schema_would_tell():
    document = json.loads(programme_as_json(edition(), session()))
    document["sessions"][0] |= {"unsaid": 1, "start": "13.00", "kind": "tango"}
    del document["words"]["now"]
    assert {each.partition(":")[0] for each in faults(json.dumps(document).encode())} == {
        *("$.words", "$.sessions[0]", "$.sessions[0].kind", "$.sessions[0].start")
    }


def test_every_property_is_required_and_described():
    definitions = {"programme": PROGRAMME, **PROGRAMME["$defs"]}
    assert {name: each["required"] for name, each in definitions.items()} == {
        name: list(each["properties"]) for name, each in definitions.items()
    }
    lacking = [
        (name, property_)
        for name, each in definitions.items()
        for property_, says in each["properties"].items()
        if not says.get("description", "").endswith(".")
    ]
    assert lacking == []


def test_the_schema_gives_all_words_of_each_vocabulary():
    for (definition, name), words in VOCABULARIES.items():
        assert PROGRAMME["$defs"][definition]["properties"][name]["examples"] == list(map(str, words)), name


def test_the_schema_has_an_example_that_is_written_so():
    (example,) = PROGRAMME["examples"]
    assert json.loads(programme_as_json(edition(), session(), break_())) == example


def test_documents_of_every_kind_follow_it():
    found = {name: faults(document) for name, document in every_document().items() if name.endswith("programme.json")}
    assert found == {"programme.json": [], "empty-programme.json": []}


def test_a_large_programme_follows_it():
    found = read(edition(), *(session(id=str(number), code=f"K{number:05}") for number in range(1000)))
    assert (len(found["sessions"]), [day["count"] for day in found["days"]]) == (1000, [1000])


def test_what_the_contract_itself_weighs():
    """300 sessions that differ in identity, address and time alone: the rest of a real one is what editors write."""
    chance = Random(2020)  # noqa: S311 (nothing is secret here)
    many = []
    for number in range(1, 301):
        code = "".join(chance.choices(ALPHABET, k=LENGTH))
        start = local(2020, 12, 8 + number // 150, 8 + number % 9, 5 * (number % 12))
        many.append(
            session(
                id=str(UUID(int=chance.getrandbits(128))),
                code=code,
                url=f"https://dvb.example/sv/dv2020/program/{code.lower()}/",
                day=start.date(),
                start=start,
                end=start + timedelta(minutes=45),
            )
        )
    assert len(gzip.compress(programme_as_json(edition(), *many), 6)) <= 22_500


# ---- whatever editors write


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_it_holds_hostile_text_in_every_field(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    place = replace(factories.PLACE, location=line or "-", venue=line, room=line, address=line)
    hostile = session(
        id="hostile",
        title=line,
        abstract=paragraph,
        reason=paragraph,
        track=line,
        themes=(line,),
        theme_codes=("ai-etik",),
        place=place,
        appearances=(replace(factories.PANELLIST, name=line, title=line, organisations=(line,), party=line),),
    )
    whole = edition(title=line, lead=paragraph, theme=line, hashtag=line)
    found = read(whole, hostile, session(id="innocent"), edition=whole, title=line or "-")
    first, second = found["sessions"]
    assert (found["title"], found["conference"]["title"], found["conference"]["lead"] or "") == (
        *(line or "-", line, paragraph),
    )
    assert (first["title"], first["abstract"] or "", first["reason"] or "") == (line, paragraph, paragraph)
    assert (first["track"]["name"], first["themes"][0]["name"], first["place"]["room"] or "") == (line, line, line)
    assert (first["appearances"][0]["name"], first["appearances"][0]["organisations"]) == (line, [line])
    assert second == one(session(id="innocent"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(sessions(), max_size=3))
def test_any_programme_is_valid_and_says_when_its_sessions_are(pairs):
    items = [
        localise_session(replace(each, id=str(number)), of, factories.stamp(), factories.SWEDISH)
        for number, (each, of) in enumerate(pairs)
    ]
    items = [replace(item, title=item.title or "-") for item in items]
    found = {each["id"]: each for each in read(*items)["sessions"]}
    assert found.keys() == {item.id for item in items}
    for item in items:
        written = found[item.id]
        assert written["day"] == (item.day.isoformat() if item.day else None)
        assert written["start"] == (item.start.isoformat() if item.start else None)
        assert written["end"] == (item.end.isoformat() if item.end else None)
        assert written["title"] == item.title


def test_only_parts_that_were_made_are_in_it():
    """A session that could not be written is in no day and in no filter either."""
    broken, whole = session(id="broken", code="BROKEN"), session()
    made = programme_json.part(whole, options())
    found = json.loads(programme_json.wrap(programme(), iter([(broken, b""), (whole, made)]), options()))
    assert [day["count"] for day in found["days"]] == [1]
    assert [each["code"] for each in found["sessions"]] == ["K7MPQ2"]


def test_closing_a_schema_leaves_what_is_no_object():
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    assert closed([{"properties": {"a": texts}}, 1]) == [{"properties": {"a": texts}, "additionalProperties": False}, 1]
