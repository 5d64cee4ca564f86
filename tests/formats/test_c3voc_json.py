from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedSpeaker, Named
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import RecordingStatus, Role, SpokenLanguage
from dvb_wagtail.formats import c3voc_json
from tests.formats import factories
from tests.formats.hostile import HOSTILE
from tests.formats.schedules import ADDRESS, ONLINE, as_json, channel, edition, events, session, written_json

ANNA = LocalisedAppearance(
    name="Anna Alm", role=Role.SPEAKER, speaker="ANNA22", url="https://dvb.example/sv/talare/anna-alm/"
)
SPEAKER = LocalisedSpeaker("ANNA22", "Anna Alm", "sv", ANNA.url, portrait=factories.IMAGE)


def of(**changes):
    return channel(address=f"{ADDRESS}.json", **changes)


def test_a_session_whose_time_is_open_and_the_edition_itself_have_no_part():
    for item in (session(start=None, end=None), session(day=None, start=None, end=None), edition()):
        assert c3voc_json.part(item, factories.options()) == b""


def test_the_head_says_what_the_schedule_is_of():
    read = as_json(session(place=ONLINE), session(2))
    conference = read["schedule"].pop("conference")
    days = conference.pop("days")
    rooms = conference.pop("rooms")
    assert read == {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": {"name": "dvb-wagtail"},
        "schedule": {"version": "2020-11-20 10:00:00"},
    }
    assert conference == {
        "acronym": "dv2020",
        "title": "Digitala Västerbotten 2020",
        "start": "2020-12-08",
        "end": "2020-12-09",
        "daysCount": 2,
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Stockholm",
        "description": "Två dagar om det hållbara samhället.",
        "url": "https://dvb.example/sv/dv2020/program/",
        "keywords": ["Digital transformation"],
        "tracks": [{"name": "Politiskt ledarskap", "slug": "politiskt-ledarskap"}],
    }
    assert rooms == [
        {
            "name": "Stora salen",
            "guid": rooms[0]["guid"],
            "slug": "stora-salen",
            "capacity": 400,
            "description": "Kulturhuset, Storgatan 1, Skellefteå",
        },
        {"name": "På nätet", "guid": rooms[1]["guid"], "type": "online"},
    ]
    assert [{key: day[key] for key in day if key != "rooms"} for day in days] == [
        {
            "index": 1,
            "date": "2020-12-08",
            "day_start": "2020-12-08T00:00:00+01:00",
            "day_end": "2020-12-09T00:00:00+01:00",
        },
        {
            "index": 2,
            "date": "2020-12-09",
            "day_start": "2020-12-09T00:00:00+01:00",
            "day_end": "2020-12-10T00:00:00+01:00",
        },
    ]
    assert [list(day["rooms"]) for day in days] == [["Stora salen", "På nätet"]] * 2


def test_a_session_has_all_that_there_is_to_say():
    recording = Recording("Öppningen", "https://play.example/1", "Play", RecordingStatus.PUBLISHED)
    handout = Document("Bilder", "https://dvb.example/documents/1/bilder.pdf")
    item = session(
        417,
        spoken_language=SpokenLanguage.SWEDISH,
        recordings=(recording,),
        documents=(handout,),
        appearances=(ANNA, factories.MODERATOR),
    )
    (event,) = events(as_json(item, of=of(speakers=(SPEAKER,))))
    anna, moderator = event.pop("persons")
    assert anna == {
        "guid": anna["guid"],
        "name": "Anna Alm",
        "code": "ANNA22",
        "url": ANNA.url,
        "avatar": factories.IMAGE.url,
    }
    assert moderator == {"guid": moderator["guid"], "name": "Eva Ek"}
    assert event.pop("description").startswith("Medverkande:\n\n- Talare: Anna Alm\n- Moderator: Eva Ek")
    assert event == {
        "guid": item.id,
        "code": "K7M417",
        "id": 417,
        "date": "2020-12-08T13:00:00+01:00",
        "start": "13:00",
        "end": "2020-12-08T14:15:00+01:00",
        "duration": "01:15",
        "title": "Politiskt ledarskap i transformation",
        "subtitle": "",
        "type": "Panelsamtal",
        "track": "Politiskt ledarskap",
        "language": "sv",
        "abstract": item.abstract,
        "url": item.url,
        "links": [
            {"title": "Se sändningen", "url": "https://play.example/stora-salen"},
            {"title": "Öppningen", "url": "https://play.example/1"},
        ],
        "attachments": [{"title": "Bilder", "url": handout.url}],
        "room": "Stora salen",
        "slug": "dv2020-k7m417",
    }


def test_texts_are_empty_and_never_null():
    (event,) = events(as_json(session(track="", abstract="", appearances=(), stream="")))
    empty = {"subtitle": "", "track": "", "language": "", "abstract": "", "description": ""}
    nobody_and_nothing: dict[str, list[str]] = {"persons": [], "links": [], "attachments": []}
    assert {name: event[name] for name in event if not event[name]} == empty | nobody_and_nothing


def test_a_person_without_a_portrait_has_no_avatar():
    for speakers in ((), (replace(SPEAKER, portrait=None),)):
        (event,) = events(as_json(session(appearances=(ANNA,)), of=of(speakers=speakers)))
        assert [set(person) for person in event["persons"]] == [{"guid", "name", "code", "url"}]


@pytest.mark.parametrize(
    ("page", "found"), [("https://dvb.example/sv/dv2020/", "https://dvb.example/sv/dv2020/"), ("", f"{ADDRESS}.json")]
)
def test_a_session_without_a_page_has_the_address_of_the_programme(page, found):
    (event,) = events(as_json(session(url=""), of=of(url=page)))
    assert event["url"] == found


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Europe/Stockholm", True),
        ("America/Argentina/Buenos_Aires", True),
        ("UTC", True),
        ("Etc/UTC", True),
        ("EST5EDT", False),
        ("Etc/GMT-1", False),
    ],
)
def test_a_zone_that_the_schema_does_not_take_is_left_to_the_offsets(zone, told):
    conference = as_json(of=of(time_zone=zone))["schedule"]["conference"]
    assert conference.get("time_zone_name") == (zone if told else None)


def test_tracks_have_a_slug_where_their_code_is_one():
    tracks = (Named("2020-ars-spar", "2020 års spår"), Named("ledarskap", "Ledarskap"))
    assert as_json(of=of(edition=edition(tracks=tracks)))["schedule"]["conference"]["tracks"] == [
        {"name": "2020 års spår"},
        {"name": "Ledarskap", "slug": "ledarskap"},
    ]


def test_letters_stand_as_themselves():
    assert "Västerbotten".encode() in written_json()
    assert b"\\u" not in written_json(session(title="👩‍💻 漢字"))


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_back_as_it_was(raw):
    line, paragraph = clean_line(raw), clean_text(raw)
    hostile = session(
        1,
        title=line,
        abstract=paragraph,
        track=line,
        place=replace(factories.PLACE, room=line, location=line or "-"),
        appearances=(replace(factories.SPEAKER, name=line),),
    )
    of_hostile = of(edition=edition(title=line, venues=()), description=paragraph)
    read = as_json(hostile, session(2, place=ONLINE), of=of_hostile)
    first, second = events(read)
    assert read["schedule"]["conference"]["title"] == line
    assert read["schedule"]["conference"].get("description", "") == paragraph
    assert (first["title"], first["abstract"], first["track"]) == (line, paragraph, line)
    assert [person["name"] for person in first["persons"]] == ([line] if line else [])
    assert first["room"] == (line or "Kulturhuset")
    assert second["title"] == session().title


def test_rooms_stand_in_order_and_the_bytes_are_as_few_as_can_be():
    written = written_json(session(1, place=ONLINE), session(2))
    assert written == json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":")).encode()
