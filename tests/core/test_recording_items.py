"""Recordings as items of a feed: once each, with a file only where its true length is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dvb_wagtail.core.conference import SharedRecording
from dvb_wagtail.core.feed_item import Enclosure
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.recording_items import localise_recording, published_recordings
from dvb_wagtail.core.session import SessionTexts
from dvb_wagtail.core.vocabulary import RecordingStatus
from tests.core.records import ENGLISH, STAMP, SWEDISH, conference, session

OTHER = replace(STAMP, sequence=9)

FILM = "https://dvb.example/documents/1/film.mp4"


def recording(title="Hela samtalet", **changes):
    published = Recording(
        title=title,
        url="https://play.example/1",
        service="Play",
        status=RecordingStatus.PUBLISHED,
        published=date(2020, 12, 20),
        id=title,
    )
    return replace(published, **changes)


def found(*sessions, shared=()):
    return published_recordings(conference(recordings=shared), STAMP, [(each, OTHER) for each in sessions])


def item(*recordings, words=SWEDISH, **changes):
    [only] = found(session(recordings=recordings, **changes))
    return localise_recording(only, conference(), words)


def test_a_recording_is_an_item():
    shown = item(recording(captioned=True))
    assert (shown.title, shown.language, shown.url) == ("Hela samtalet", "sv", "https://play.example/1")
    assert shown.lead == "Inspelning av Tillit. Textad."
    assert shown.html == (
        '<p>Inspelning av <a href="https://dvb.example/sv/tillit/">Tillit</a>.</p>'
        '<p><a href="https://play.example/1">Se inspelningen (Play)</a></p>'
        "<p>Textad.</p>"
    )
    assert (shown.published, shown.stamp, shown.enclosure) == (datetime(2020, 12, 20, 11, tzinfo=UTC), OTHER, None)


def test_what_is_not_known_is_not_said():
    shown = item(recording("", service="", captioned=False))
    assert (shown.title, shown.lead) == ("Tillit", "Inspelning av Tillit.")
    assert shown.html.endswith('<p><a href="https://play.example/1">Se sändningen</a></p>')


def test_names_are_in_the_language_asked_for():
    assert item(recording(), words=ENGLISH).lead == "Inspelning av Trust."


def test_promised_ones_are_left_out():
    promised = recording(status=RecordingStatus.PROMISED)
    nowhere = recording(url="")
    assert found(session(recordings=(promised, nowhere))) == ()


@pytest.mark.parametrize(
    ("recorded", "held", "day"),
    [
        (date(2021, 1, 12), date(2020, 12, 8), date(2021, 1, 12)),
        (None, date(2020, 12, 8), date(2020, 12, 8)),
        (None, None, date(2020, 12, 9)),
    ],
)
def test_a_recording_is_dated_when_it_was_published_else_when_it_was_made(recorded, held, day):
    [only] = found(session(day=held, recordings=(recording(published=recorded),)))
    assert only.day == day


def test_the_newest_is_first():
    days = [date(2020, 12, day) for day in (10, 30, 20)]
    shown = found(session(recordings=tuple(recording(str(day), published=day) for day in days)))
    assert [each.recording.title for each in shown] == ["2020-12-30", "2020-12-20", "2020-12-10"]


# --- shared


def test_a_shared_recording_is_one_item_that_names_what_it_covers():
    one, two, third = (
        session(id=name, track=track, texts={"sv": SessionTexts(name, f"https://dvb.example/{name}/")})
        for name, track in (("a", "politik"), ("b", ""), ("c", ""))
    )
    [only] = found(one, two, third, shared=(SharedRecording(recording(), track="politik", sessions=("b", "x")),))
    assert only.sessions == (one, two)
    assert only.stamp is STAMP
    shown = localise_recording(only, conference(), SWEDISH)
    assert shown.lead == "Inspelning av a, b."
    assert '<a href="https://dvb.example/a/">a</a>, <a href="https://dvb.example/b/">b</a>' in shown.html


def test_one_of_no_session_is_of_the_edition():
    [only] = found(session(), shared=(SharedRecording(recording(published=None)),))
    assert (only.sessions, only.day) == ((), date(2020, 12, 9))
    assert localise_recording(only, conference(), SWEDISH).lead == "Inspelning av Digitala Västerbotten."


def test_identities_are_of_their_owner_and_hold_when_the_address_changes():
    own = recording(id="1")
    first = found(session(recordings=(own,)), shared=(SharedRecording(own),))
    moved = replace(own, url="https://play.example/2", title="Nytt", published=date(2021, 1, 1))
    second = found(session(recordings=(moved,)), shared=(SharedRecording(moved),))
    assert {each.id for each in first} == {each.id for each in second}
    assert len({each.id for each in first}) == 2


def test_one_that_has_no_identity_is_told_from_others_by_its_address():
    several = tuple(recording(id="", url=f"https://play.example/{number}") for number in range(3))
    assert len({each.id for each in found(session(recordings=several))}) == 3


# --- files


def test_a_file_of_ones_own_is_an_enclosure_with_its_length():
    slides = Document("Bilder", "https://dvb.example/documents/2/bilder.pdf", "application/pdf", 1000)
    film = Document("Film", FILM, "video/mp4", 123456)
    shown = item(recording(url=FILM), documents=(slides, film))
    assert (shown.enclosure, shown.url) == (Enclosure(FILM, "video/mp4", 123456), FILM)


@pytest.mark.parametrize(
    "document",
    [
        Document("Film", FILM, "video/mp4", None),
        Document("Film", FILM, "application/pdf", 123456),
        Document("Film", FILM + "x", "video/mp4", 123456),
    ],
    ids=["length not known", "nothing to play", "another file"],
)
def test_nothing_is_made_up_of_a_file(document):
    assert item(recording(url=FILM), documents=(document,)).enclosure is None


def test_texts_stay_texts():
    texts = {"sv": SessionTexts("<b> {x}", "https://dvb.example/?a=1&b=2")}
    shown = item(recording("<i>", service='"&'), texts=texts)
    assert '<a href="https://dvb.example/?a=1&amp;b=2">&lt;b&gt; {x}</a>' in shown.html
    assert (shown.title, shown.lead) == ("<i>", "Inspelning av <b> {x}.")
    assert '>Se inspelningen ("&amp;)</a>' in shown.html
