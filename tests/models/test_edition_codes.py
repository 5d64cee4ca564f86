"""Permanent codes of themes, tracks, venues, rooms and tickets."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage
from tests.models.editor import edit, editor, entry, errors, latest, rooms, stream
from tests.pages_factory import make_conference, make_session, make_site, make_translation

pytestmark = pytest.mark.django_db

DAYS = {"acronym": "dv2020", "start_date": "2020-12-08", "end_date": "2020-12-09"}
BLANK_VENUE = {"address": "", "latitude": "", "longitude": "", "directions": "", "accessibility": ""}


@pytest.fixture
def home() -> Page:
    return make_site().root_page


@pytest.fixture
def client() -> Client:
    return editor()


def draft(home: Page) -> ConferencePage:
    """Return an edition that was never published."""
    page = ConferencePage(title="2026", slug="2026", live=False)
    Page.objects.get(pk=home.pk).add_child(instance=page)
    return page


def themes(page: Any) -> list[tuple[str, str]]:
    return [(block.value["name"], block.value["code"]) for block in latest(page).themes]


def ids(stream_value: Any) -> list[str]:
    return [block.id for block in stream_value]


def theme(name: str, block_id: str = "", code: str = "") -> dict[str, Any]:
    return entry("theme", block_id, name=name, code=code, text="")


def venue(block_id: str, code: str, *listed: tuple[str, str, str]) -> dict[str, Any]:
    return entry("venue", block_id, name="Kulturhuset", code=code, rooms=rooms(*listed), **BLANK_VENUE)


def test_codes_are_made_from_names_and_are_unique_in_the_edition(home: Page, client: Client) -> None:
    page = draft(home)
    listed = stream(theme("Artificiell intelligens & etik"), theme("Hållbart ledarskap"), theme("Hållbart ledarskap"))
    halls = stream(venue("", "", ("", "Sal Å", ""), ("", "Kulturhuset", ""), ("", "???", "")))
    assert errors(edit(client, page, themes=listed, venues=halls)) == {}
    assert [code for _name, code in themes(page)] == [
        "artificiell-intelligens-etik",
        "hallbart-ledarskap",
        "hallbart-ledarskap-2",
    ]
    [house] = latest(page).venues
    assert house.value["code"] == "kulturhuset"
    assert [room["code"] for room in house.value["rooms"]] == ["sal-a", "kulturhuset-2", "r"]


def test_what_a_browser_sends_for_a_code_does_not_count(home: Page, client: Client) -> None:
    page = draft(home)
    edit(
        client, page, themes=stream(theme("Etik", code="taken-over")), venues=stream(venue("", "x", ("", "Salen", "y")))
    )
    assert themes(page) == [("Etik", "etik")]
    [house] = latest(page).venues
    [room_id] = [room.id for room in house.value["rooms"].bound_blocks]
    edit(
        client,
        page,
        themes=stream(theme("Etik", ids(latest(page).themes)[0], "tampered")),
        venues=stream(venue(house.id, "tampered", (room_id, "Salen", "tampered"))),
    )
    assert themes(page) == [("Etik", "etik")]
    [house] = latest(page).venues
    assert (house.value["code"], house.value["rooms"][0]["code"]) == ("kulturhuset", "salen")


def test_a_code_follows_the_name_while_nobody_has_seen_or_used_it(home: Page, client: Client) -> None:
    """Wagtail saves while the editor types: a code made of the first letters must not stay for ever."""
    page = draft(home)
    edit(client, page, themes=stream(theme("Et")))
    [block_id] = ids(latest(page).themes)
    edit(client, page, themes=stream(theme("Etik", block_id)))
    assert themes(page) == [("Etik", "etik")]


def test_a_published_code_stays_whatever_the_name_becomes(home: Page, client: Client) -> None:
    page = make_conference(home, themes=[("theme", {"name": "Etik"})])
    [block_id] = ids(page.themes)
    edit(client, page, publish=True, **DAYS, themes=stream(theme("Etik och AI", block_id), theme("Etik")))
    assert themes(page) == [("Etik och AI", "etik"), ("Etik", "etik-2")]


def test_a_code_that_was_public_once_stays_after_the_edition_is_withdrawn(home: Page, client: Client) -> None:
    page = make_conference(home, themes=[("theme", {"name": "Etik"})])
    page.unpublish()
    [block_id] = ids(page.themes)
    edit(client, page, themes=stream(theme("Etik och AI", block_id)))
    edit(client, page, themes=stream(theme("Etik, AI och vi", block_id)))
    assert themes(page) == [("Etik, AI och vi", "etik")]


def test_a_code_that_a_recording_covers_stays(home: Page, client: Client) -> None:
    page = draft(home)
    blank = {"title": "Filmen", "status": "promised", "address": "", "service": "", "picture": "", "published": ""}
    covering = stream(entry("recording", track="Spår", sessions={"count": "0"}, **blank))
    edit(client, page, tracks=stream(entry("track", name="Spår", code="", text="")), recordings=covering)
    [block_id] = ids(latest(page).tracks)
    renamed = stream(entry("track", block_id, name="Skolspåret", code="", text=""))
    edit(
        client,
        page,
        tracks=renamed,
        recordings=stream(entry("recording", track="spar", sessions={"count": "0"}, **blank)),
    )
    draft_page = latest(page)
    assert (draft_page.tracks[0].value["code"], draft_page.recordings[0].value["track"]) == ("spar", "spar")


@pytest.mark.parametrize("live", [True, False])
def test_a_code_that_a_session_uses_stays(home: Page, client: Client, live: bool) -> None:  # noqa: FBT001
    page = draft(home)
    lists = {
        "tracks": stream(entry("track", name="Spår", code="", text="")),
        "venues": stream(venue("", "", ("", "Salen", ""))),
        "themes": stream(theme("Etik")),
    }
    edit(client, page, **lists)
    first = latest(page)
    session = make_session(first)
    used = latest(session)
    used.room, used.track, used.themes = "salen", "spar", ["etik"]
    revision = used.save_revision()
    if live:
        revision.publish()
    [house] = first.venues
    [room_id] = [room.id for room in house.value["rooms"].bound_blocks]
    lists = {
        "tracks": stream(entry("track", ids(first.tracks)[0], name="Skolspåret", code="", text="")),
        "venues": stream(venue(house.id, "", (room_id, "Stora salen", ""))),
        "themes": stream(theme("Etik och AI", ids(first.themes)[0])),
    }
    edit(client, page, **lists)
    second = latest(page)
    assert second.tracks[0].value["code"] == "spar"
    assert second.themes[0].value["code"] == "etik"
    assert second.venues[0].value["rooms"][0]["code"] == "salen"


def test_a_block_duplicated_in_the_form_gets_a_code_of_its_own(home: Page, client: Client) -> None:
    page = make_conference(home, themes=[("theme", {"name": "Etik"})])
    [block_id] = ids(page.themes)
    edit(client, page, themes=stream(theme("Etik", "", "etik"), theme("Etik", block_id, "etik")))
    assert themes(page) == [("Etik", "etik-2"), ("Etik", "etik")]


def test_a_translated_name_keeps_its_code(home: Page, client: Client) -> None:
    page = make_conference(home, themes=[("theme", {"name": "Etik"})])
    translation = make_translation(page, title="In English")
    edit(client, translation, **{"themes-etik-name": "Ethics"})
    assert themes(translation) == [("Ethics", "etik")]


def test_a_script_may_give_codes_and_leave_them_out(home: Page) -> None:
    page = make_conference(
        home,
        tickets=[("ticket", {"name": "Guldbiljett", "code": "guld"}), ("ticket", {"name": "Digitalt"})],
        venues=[("venue", {"name": "Huset", "rooms": [{"name": "Salen"}, {"name": "Huset"}]})],
    )
    assert [block.value["code"] for block in page.tickets] == ["guld", "digitalt"]
    [house] = page.venues
    assert (house.value["code"], [room["code"] for room in house.value["rooms"]]) == ("huset", ["salen", "huset-2"])


def test_a_recording_covers_a_track_by_its_name(home: Page, client: Client) -> None:
    page = make_conference(home, tracks=[("track", {"name": "Politiskt ledarskap"})])
    tracks = stream(entry("track", ids(page.tracks)[0], name="Politiskt ledarskap", code="", text=""))
    sessions = {"count": "0"}

    def recording(track: str) -> dict[str, Any]:
        fields = {"title": "Filmen", "status": "promised", "address": "", "service": "", "picture": "", "published": ""}
        return stream(entry("recording", track=track, sessions=sessions, **fields))

    response = edit(client, page, publish=True, **DAYS, tracks=tracks, recordings=recording("Skolan"))
    assert errors(response) == {"recordings": ["No track is called “Skolan”."]}
    response = edit(client, page, publish=True, **DAYS, tracks=tracks, recordings=recording(" politiskt Ledarskap"))
    assert errors(response) == {}
    assert ConferencePage.objects.get().recordings[0].value["track"] == "politiskt-ledarskap"
