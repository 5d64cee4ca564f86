from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from dvb_wagtail.core.article import Article, ArticleTexts, Tag
from dvb_wagtail.core.conference import ConferenceTexts, SharedRecording, Theme
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localise import in_language, localise_article, localise_session, name_in
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import (
    LocalisedAppearance,
    LocalisedConference,
    LocalisedRoom,
    LocalisedSession,
    LocalisedVenue,
    Named,
)
from dvb_wagtail.core.media import Document, Image, Recording
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.places import Place, Room
from dvb_wagtail.core.session import SessionTexts
from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    Notice,
    Role,
    SessionStatus,
    SpokenLanguage,
    StreamAccess,
)
from tests.core.records import ENGLISH, HOUSE, LIBRARY, STAMP, SWEDISH, appearance, conference, session

STOCKHOLM = ZoneInfo("Europe/Stockholm")
STREAM = "https://play.example/"

HALL = Place(
    location="Stora salen, Kulturhuset, Storgatan 1, Skellefteå",
    venue="Kulturhuset",
    room="Stora salen",
    venue_code="kulturhuset",
    room_code="stora-salen",
    address="Storgatan 1, Skellefteå",
    latitude=64.750244,
    longitude=20.950917,
)


def shown(edition=None, words=SWEDISH, **facts) -> LocalisedSession:
    return localise_session(session(**facts), edition or conference(), STAMP, words)


def shown_edition(words=SWEDISH, **facts) -> LocalisedConference:
    return localise_conference(conference(**facts), STAMP, words)


# --- the choice of a language


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"sv": 1, "en": 2, "se": 3}, "en", ("en", 2)),
        ({"sv": 1, "en": 2, "se": 3}, "fi", ("sv", 1)),
        ({"se": 3, "en": 2}, "fi", ("en", 2)),
        ({"en-gb": 1, "en": 2}, "en", ("en", 2)),
    ],
)
def test_a_text_is_in_the_language_asked_for_else_the_main_one_else_the_first(texts, language, expected):
    assert in_language(texts, language, "sv") == expected


def test_no_text_at_all_is_an_error_but_no_name_is_an_empty_one():
    with pytest.raises(KeyError, match="fi"):
        in_language({}, "fi", "sv")
    assert name_in({}, "fi", "sv") == ""
    assert name_in({"sv": "Sal A"}, "fi", "sv") == "Sal A"


# --- a session


def test_a_session_has_the_names_times_and_history_of_its_edition():
    recording, document = Recording("Hela samtalet"), Document("Bilder", "https://dvb.example/bilder.pdf")

    found = shown(
        words=ENGLISH,
        attendance=Attendance.MIXED,
        language=SpokenLanguage.SWEDISH,
        captions=True,
        sign_interpreted=True,
        recordings=(recording,),
        documents=(document,),
    )

    assert found == LocalisedSession(
        id="6f1c0b3e-7a54-4a0e-9d5e-2f4f8b1f6a10",
        code="K7MPQ2",
        kind=Kind.PANEL,
        title="Trust",
        language="en",
        url="https://dvb.example/en/trust/",
        abstract="On trust.",
        day=date(2020, 12, 8),
        start=datetime(2020, 12, 8, 13, tzinfo=STOCKHOLM),
        end=datetime(2020, 12, 8, 14, 15, tzinfo=STOCKHOLM),
        time_zone="Europe/Stockholm",
        status=SessionStatus.CONFIRMED,
        notice=Notice.NONE,
        reason="",
        attendance=Attendance.MIXED,
        place=Place(
            location="The Great Hall, The House of Culture, Storgatan 1, Skellefteå",
            venue="The House of Culture",
            room="The Great Hall",
            venue_code="kulturhuset",
            room_code="stora-salen",
            address="Storgatan 1, Skellefteå",
            latitude=64.750244,
            longitude=20.950917,
        ),
        stamp=STAMP,
        track="Political leadership",
        track_code="politik",
        themes=("AI and ethics", "Ledarskap"),
        theme_codes=("ai", "ledarskap"),
        spoken_language=SpokenLanguage.SWEDISH,
        captions=True,
        sign_interpreted=True,
        recordings=(recording,),
        documents=(document,),
    )


def test_a_session_without_a_translation_is_shown_in_the_main_language_and_says_so():
    swedish = SessionTexts("Tillit", url="https://dvb.example/sv/tillit/")

    found = shown(words=ENGLISH, texts={"sv": swedish})

    assert (found.language, found.title, found.url) == ("sv", "Tillit", "https://dvb.example/sv/tillit/")
    assert found.place.room == "The Great Hall"


def test_a_session_in_neither_language_is_shown_all_the_same():
    assert shown(texts={"se": SessionTexts("Luohttámuš")}).language == "se"


@pytest.mark.parametrize("open_", [{"day": None, "start": None, "end": None}, {"start": None, "end": None}])
def test_an_open_time_stays_open(open_):
    found = shown(**open_)

    assert (found.day, found.start, found.end) == (open_.get("day", date(2020, 12, 8)), None, None)


def test_a_session_past_midnight_ends_on_the_next_day():
    found = shown(start=time(22), end=time(1))

    assert (found.day, found.end) == (date(2020, 12, 8), datetime(2020, 12, 9, 1, tzinfo=STOCKHOLM))


def test_tracks_and_themes_without_a_name_are_left_out():
    found = shown(track="unknown", themes=("unknown", "ai"))

    assert (found.track, found.themes) == ("", ("AI och etik",))
    assert shown(track="").track == ""


def test_former_themes_still_have_their_name():
    edition = conference(themes=(Theme("ai", {"sv": "AI"}, former=True),))

    assert shown(edition).themes == ("AI",)


# --- its status


def reasons(edition_status=ConferenceStatus.SCHEDULED, edition_reason="", **facts):
    """Status, notice and reason of a session whose own reason is "Sjukdom" in its edition."""
    texts = {"sv": ConferenceTexts("Digitala Västerbotten", status_reason=edition_reason)}
    edition = conference(status=edition_status, texts=texts)
    found = shown(edition, texts={"sv": SessionTexts("Tillit", status_reason="Sjukdom")}, **facts)
    return found.status, found.notice, found.reason


CONFIRMED, TENTATIVE, CANCELLED = SessionStatus.CONFIRMED, SessionStatus.TENTATIVE, SessionStatus.CANCELLED


@pytest.mark.parametrize(
    ("own", "edition", "expected"),
    [
        (CONFIRMED, ConferenceStatus.SCHEDULED, (CONFIRMED, Notice.NONE, "")),
        (TENTATIVE, ConferenceStatus.SCHEDULED, (TENTATIVE, Notice.TENTATIVE, "Sjukdom")),
        (CANCELLED, ConferenceStatus.SCHEDULED, (CANCELLED, Notice.CANCELLED, "Sjukdom")),
        (CONFIRMED, ConferenceStatus.CANCELLED, (CANCELLED, Notice.CANCELLED, "Storm")),
        (CANCELLED, ConferenceStatus.CANCELLED, (CANCELLED, Notice.CANCELLED, "Sjukdom")),
        (CONFIRMED, ConferenceStatus.POSTPONED, (CANCELLED, Notice.POSTPONED, "Storm")),
        (TENTATIVE, ConferenceStatus.POSTPONED, (CANCELLED, Notice.POSTPONED, "Sjukdom")),
        (CANCELLED, ConferenceStatus.POSTPONED, (CANCELLED, Notice.CANCELLED, "Sjukdom")),
        (CONFIRMED, ConferenceStatus.MOVED_ONLINE, (CONFIRMED, Notice.NONE, "Storm")),
    ],
)
def test_status_and_reason_are_the_sessions_own_or_its_editions(own, edition, expected):
    assert reasons(edition, "Storm", status=own) == expected


def test_a_cancelled_session_without_a_reason_of_its_own_has_that_of_its_edition():
    edition = conference(
        status=ConferenceStatus.CANCELLED,
        texts={"sv": ConferenceTexts("DV", status_reason="Storm"), "en": ConferenceTexts("DV", status_reason="A gale")},
    )

    assert shown(edition, ENGLISH, status=CANCELLED).reason == "A gale"
    assert shown(edition, replace(SWEDISH, language="fi"), status=CANCELLED).reason == "Storm"


# --- where one goes


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, HALL),
        (
            {"room": ""},
            replace(HALL, location="Kulturhuset, Storgatan 1, Skellefteå", room="", room_code=""),
        ),
        (
            {"room": "unknown"},
            replace(HALL, location="Kulturhuset, Storgatan 1, Skellefteå", room="", room_code=""),
        ),
        (
            {"room": "lasesalen"},
            Place(location="Biblioteket", venue="Biblioteket", venue_code="biblioteket", room_code="lasesalen"),
        ),
        ({"attendance": Attendance.MIXED}, HALL),
        ({"attendance": Attendance.ONLINE}, Place(location="På nätet")),
    ],
)
def test_the_place_is_the_room_else_the_main_venue_else_online(facts, expected):
    assert shown(**facts).place == expected


@pytest.mark.parametrize(
    ("attendance", "location"),
    [
        (Attendance.ONSITE, "Platsen meddelas senare"),
        (Attendance.MIXED, "På nätet"),
        (Attendance.ONLINE, "På nätet"),
    ],
)
def test_without_a_venue_the_place_is_still_told(attendance, location):
    assert shown(conference(venues=()), attendance=attendance).place == Place(location=location)


def test_a_nameless_venue_is_a_place_that_is_open():
    nameless = replace(LIBRARY, names={})

    assert shown(conference(venues=(nameless,)), room="").place == Place(
        location="Platsen meddelas senare", venue_code="biblioteket"
    )


def test_a_former_room_still_has_its_name_and_a_former_house_is_no_main_venue():
    edition = conference(venues=(replace(HOUSE, former=True), LIBRARY))

    assert shown(edition).place == HALL
    assert shown(edition, room="").place.venue == "Biblioteket"


def test_an_edition_that_moved_online_leaves_nowhere_to_go_to():
    found = shown(conference(status=ConferenceStatus.MOVED_ONLINE))

    assert (found.place, found.attendance) == (Place(location="På nätet"), Attendance.ONLINE)
    assert (found.moved_online, shown(conference()).moved_online) == (True, False)


# --- who


def test_people_are_shown_in_their_order_as_they_were_that_day():
    first = Appearance(
        id="1",
        role=Role.MODERATOR,
        texts={
            "sv": AppearanceTexts("Eva Ek", "sektionschef", ("SKR", "Inera"), "https://dvb.example/sv/eva/"),
            "en": AppearanceTexts("Eva Ek", "head of section", ("SALAR",), "https://dvb.example/en/eva/"),
        },
        speaker="EVA234",
        party="S",
        remote=True,
    )

    found = shown(words=ENGLISH, appearances=(first, appearance("2", name=""), appearance("3", "Ola Öst")))

    assert found.appearances == (
        LocalisedAppearance(
            name="Eva Ek",
            role=Role.MODERATOR,
            title="head of section",
            organisations=("SALAR",),
            party="S",
            remote=True,
            speaker="EVA234",
            url="https://dvb.example/en/eva/",
        ),
        LocalisedAppearance(name="Ola Öst", role=Role.SPEAKER),
    )


# --- streams and recordings


def room_stream(**facts) -> LocalisedSession:
    """A session in a room that has a stream of its own."""
    room = Room("stora-salen", {"sv": "Stora salen"}, stream="https://play.example/salen")
    return shown(conference(venues=(replace(HOUSE, rooms=(room,)),)), **facts)


@pytest.mark.parametrize(
    ("facts", "stream", "for_registered"),
    [
        ({}, "", False),
        ({"attendance": Attendance.MIXED}, "https://play.example/salen", False),
        ({"attendance": Attendance.ONLINE}, "https://play.example/salen", False),
        ({"attendance": Attendance.MIXED, "room": ""}, "", False),
        ({"attendance": Attendance.MIXED, "room": "unknown"}, "", False),
        ({"attendance": Attendance.MIXED, "stream": STREAM, "has_stream": True}, STREAM, False),
        ({"attendance": Attendance.MIXED, "stream": STREAM}, STREAM, False),
        ({"stream": STREAM, "has_stream": True}, STREAM, False),
        (
            {"attendance": Attendance.MIXED, "has_stream": True, "stream_access": StreamAccess.REGISTERED},
            "",
            True,
        ),
    ],
)
def test_a_stream_is_the_sessions_own_else_its_rooms_and_never_one_for_the_registered(facts, stream, for_registered):
    found = room_stream(**facts)

    assert (found.stream, found.stream_for_registered) == (stream, for_registered)


def test_recordings_of_a_track_or_of_several_sessions_are_those_of_each():
    own, of_track, named, other = (Recording(title) for title in ("Egen", "Spår", "Flera", "Annan"))
    edition = conference(
        recordings=(
            SharedRecording(of_track, track="politik"),
            SharedRecording(named, sessions=(session().id, "x")),
            SharedRecording(other, track="annat", sessions=("x",)),
        )
    )

    assert shown(edition, recordings=(own,)).recordings == (own, of_track, named)
    assert shown(edition, id="y", track="").recordings == ()


@pytest.mark.parametrize(("translated", "said"), [("", "Storm."), ("A storm.", "A storm.")])
def test_a_reason_that_nobody_has_translated_is_said_in_the_main_language(translated, said):
    texts = {
        "sv": SessionTexts("Tillit", status_reason="Storm."),
        "en": SessionTexts("Trust", status_reason=translated),
    }
    found = shown(texts=texts, status=SessionStatus.CANCELLED, words=ENGLISH)

    assert (found.title, found.reason) == ("Trust", said)


# --- an edition


def test_an_edition_is_an_event_of_whole_days():
    picture = Image("https://dvb.example/scen.jpg", "image/jpeg", 48213, 1200, 675)

    assert shown_edition(ENGLISH, image=picture, stream=STREAM) == LocalisedConference(
        id="0b0f5d52-4b4e-4d0c-b1ab-5c2a2a3b1a01",
        acronym="dv2020",
        title="Digital Västerbotten",
        language="en",
        url="https://dvb.example/en/",
        lead="",
        start=date(2020, 12, 8),
        end=date(2020, 12, 9),
        time_zone="Europe/Stockholm",
        status=ConferenceStatus.SCHEDULED,
        notice=Notice.NONE,
        reason="",
        attendance=Attendance.MIXED,
        place=Place(
            location="The House of Culture, Storgatan 1, Skellefteå",
            venue="The House of Culture",
            venue_code="kulturhuset",
            address="Storgatan 1, Skellefteå",
            latitude=64.750244,
            longitude=20.950917,
        ),
        stamp=STAMP,
        theme="Sustainable",
        image=picture,
        stream=STREAM,
        tracks=(Named("politik", "Political leadership"),),
        themes=(Named("ai", "AI and ethics"), Named("ledarskap", "Ledarskap")),
        venues=(
            LocalisedVenue(
                "kulturhuset",
                "The House of Culture",
                "Storgatan 1, Skellefteå",
                64.750244,
                20.950917,
                rooms=(LocalisedRoom("stora-salen", "The Great Hall"), LocalisedRoom("sal-a", "Sal A")),
            ),
            LocalisedVenue("biblioteket", "Biblioteket", rooms=(LocalisedRoom("lasesalen", ""),)),
        ),
    )


@pytest.mark.parametrize(
    ("status", "notice", "reason", "location"),
    [
        (ConferenceStatus.SCHEDULED, Notice.NONE, "", "Kulturhuset, Storgatan 1, Skellefteå"),
        (ConferenceStatus.CANCELLED, Notice.CANCELLED, "Storm", "Kulturhuset, Storgatan 1, Skellefteå"),
        (ConferenceStatus.POSTPONED, Notice.POSTPONED, "Storm", "Kulturhuset, Storgatan 1, Skellefteå"),
        (ConferenceStatus.MOVED_ONLINE, Notice.NONE, "Storm", "På nätet"),
    ],
)
def test_an_edition_says_why_it_is_not_as_announced(status, notice, reason, location):
    found = shown_edition(status=status, texts={"sv": ConferenceTexts("DV", status_reason="Storm")})

    assert (found.status, found.notice, found.reason, found.place.location) == (status, notice, reason, location)
    assert found.attendance is (Attendance.ONLINE if location == "På nätet" else Attendance.MIXED)


def test_an_edition_in_another_language_is_shown_in_its_main_one():
    assert shown_edition(replace(ENGLISH, language="fi")).language == "sv"


# --- an article

PORTRAIT = Image(
    "https://dvb.example/eva.jpg", "image/jpeg", 9_000, 400, 400, alt="Porträtt", caption="Eva", credit="Bo"
)

ARTICLE = Article(
    id="a",
    main_language="sv",
    published=datetime(2020, 12, 9, 7, tzinfo=UTC),
    texts={
        "sv": ArticleTexts("Succé", "https://dvb.example/sv/succe/", "280 kom.", "<p>280 kom.</p>"),
        "en": ArticleTexts("A success", image_alt="A portrait", image_caption="Eva on stage"),
    },
    writers=("Eva Ek", "Ola Öst"),
    photographers=("Pia Pil",),
    tags=(Tag("skola", "Skola"),),
    image=PORTRAIT,
    about=("x",),
)


def test_an_article_is_shown_as_it_was_written():
    assert localise_article(ARTICLE, STAMP, "sv") == FeedItem(
        id="a",
        title="Succé",
        language="sv",
        url="https://dvb.example/sv/succe/",
        lead="280 kom.",
        html="<p>280 kom.</p>",
        published=datetime(2020, 12, 9, 7, tzinfo=UTC),
        stamp=STAMP,
        writers=("Eva Ek", "Ola Öst"),
        photographers=("Pia Pil",),
        tags=(Tag("skola", "Skola"),),
        image=PORTRAIT,
    )


def test_an_article_is_listed_in_no_language_that_it_was_not_written_in():
    assert localise_article(ARTICLE, STAMP, "fi") is None


def test_an_articles_image_is_described_in_the_articles_language():
    english = localise_article(ARTICLE, STAMP, "en")
    without = localise_article(replace(ARTICLE, image=None), STAMP, "en")

    assert english.image == replace(PORTRAIT, alt="A portrait", caption="Eva on stage")
    assert without.image is None
