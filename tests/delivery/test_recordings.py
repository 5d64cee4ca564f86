"""`recordings.rss`: what was recorded, once each, and a file only where there is one of known length."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import feedparser
import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from dvb_wagtail.pages.models import SessionPage
from tests import pages_factory as make
from tests.delivery.editing import make_private, republish
from tests.delivery.reading import titles

pytestmark = pytest.mark.usefixtures("sessions")

RECORDINGS = "conferences/dv2020/sv/recordings.rss"


def recording(title: str, **more: Any) -> tuple[str, dict[str, Any]]:
    fields = {"title": title, "status": "published", "address": "https://play.example/1", "service": "Play"}
    return ("recording", fields | {"published": date(2020, 12, 20)} | more)


def test_every_published_recording_once_the_newest_first(get, conference, sessions):
    republish(
        sessions["Keynote"],
        recordings=[recording("Keynote, hela"), recording("Snart", status="promised", address="")],
    )
    shared = recording(
        "Andra dagen",
        published=date(2020, 12, 24),
        track="",
        sessions=[sessions["Seminarium"], sessions["Panel"]],
    )
    republish(conference, recordings=[shared])
    response = get(RECORDINGS)
    assert titles(response) == ["Andra dagen", "Keynote, hela"]
    shared, own = feedparser.parse(response.content).entries
    assert (own.link, own.summary) == ("https://play.example/1", "Inspelning av Keynote.")
    assert shared.summary == "Inspelning av Seminarium, Panel."
    assert own.enclosures == []
    assert datetime(*own.published_parsed[:6], tzinfo=UTC) == datetime(2020, 12, 20, 11, tzinfo=UTC)
    assert feedparser.parse(response.content).feed.title == "Digitala Västerbotten 2020: inspelningar"


def test_a_file_of_ones_own_is_an_enclosure(get, sessions):
    film = Document.objects.create(title="Film", file=ContentFile(b"x" * 1234, "film.mp4"))
    address = f"http://dvb.example{film.url}"
    republish(
        sessions["Keynote"],
        documents=[("document", {"title": "Film", "document": film})],
        recordings=[recording("Filmen", address=address)],
    )
    [entry] = feedparser.parse(get(RECORDINGS).content).entries
    assert [(each.href, each.type, each.length) for each in entry.enclosures] == [(address, "video/mp4", "1234")]


def test_the_identity_holds_when_the_recording_gets_another_address(get, sessions):
    republish(sessions["Keynote"], recordings=[recording("Filmen")])
    page = SessionPage.objects.get(pk=sessions["Keynote"].pk)
    before = feedparser.parse(get(RECORDINGS).content).entries[0].id
    page.recordings[0].value["address"] = "https://play.example/2"
    page.recordings[0].value["title"] = "Hela filmen"
    make.publish(page)
    after = feedparser.parse(get(RECORDINGS).content).entries[0]
    assert (after.id, after.title, after.link) == (before, "Hela filmen", "https://play.example/2")


def test_selections(get, conference, sessions):
    republish(sessions["Keynote"], recordings=[recording("Keynoten")])
    shared = recording("Spåret", published=date(2020, 12, 24), track="Politiskt ledarskap", sessions=[])
    whole = recording("Allt", published=date(2020, 12, 25), track="", sessions=[])
    republish(conference, recordings=[shared, whole])
    assert titles(get(RECORDINGS)) == ["Allt", "Spåret", "Keynoten"]
    assert titles(get(f"{RECORDINGS}?track=politiskt-ledarskap")) == ["Spåret"]
    assert titles(get(f"{RECORDINGS}?day=2020-12-08")) == ["Keynoten"]
    assert titles(get(f"{RECORDINGS}?kind=lunch")) == []
    assert get(f"{RECORDINGS}?track=none").status_code == 404


def test_what_is_private_is_absent_also_where_it_is_shared(get, conference, sessions):
    republish(sessions["Keynote"], recordings=[recording("Keynoten")])
    shared = recording("Andra dagen", track="", sessions=[sessions["Seminarium"], sessions["Panel"]])
    republish(conference, recordings=[shared])
    make_private(sessions["Keynote"])
    make_private(sessions["Panel"])
    response = get(RECORDINGS)
    assert titles(response) == ["Andra dagen"]
    assert b"Panel" not in response.content
    assert b"Keynote" not in response.content


def test_other_languages(get, sessions):
    republish(sessions["Keynote"], recordings=[recording("Keynoten", captioned=True)])
    [entry] = feedparser.parse(get(RECORDINGS.replace("/sv/", "/en/")).content).entries
    assert (entry.title, entry.summary) == ("Keynoten", "Recording of Keynote. Captioned.")


@pytest.mark.parametrize("query", ["", "?day=2020-12-08"])
def test_queries(get, sessions, django_assert_num_queries, query):
    republish(sessions["Keynote"], recordings=[recording("Keynoten")])
    with django_assert_num_queries(2):
        etag = get(RECORDINGS + query)["ETag"]
    republish(sessions["Öppning"], recordings=[recording(f"Film {number}") for number in range(3)])
    with django_assert_num_queries(2):
        assert len(titles(get(RECORDINGS + query))) == 4
    etag = get(RECORDINGS + query)["ETag"]
    with django_assert_num_queries(1):
        assert get(RECORDINGS + query, If_None_Match=etag).status_code == 304
