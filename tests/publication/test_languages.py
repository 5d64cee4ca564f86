"""One row for an identity: facts from the page in the main language, texts from each language's own."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.tables import PublishedConference, PublishedSession
from tests.publication.site import english, page, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site")


def publish(changed: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision().publish()
    agree()


def opening() -> dict[str, Any]:
    row = PublishedSession.objects.get(identity=session().translation_key)
    return row.document  # type: ignore[no-any-return]


def edition() -> dict[str, Any]:
    return PublishedConference.objects.get(key="dv2020").document  # type: ignore[no-any-return]


def test_a_session_that_moves_in_the_main_language_moves_in_the_other() -> None:
    publish(session(), start=time(12, 30), room="sal-b", status="tentative")
    assert [opening()[fact] for fact in ("start", "room", "status")] == ["12:30:00", "sal-b", "tentative"]
    assert set(opening()["texts"]) == {"sv", "en"}
    assert session("Opening").start == time(13)


def test_facts_of_a_translation_do_not_count() -> None:
    before = opening()
    publish(session("Opening"), start=time(9), end=time(10), day=date(2020, 12, 9), kind="keynote", room="sal-b")
    assert opening() == before


def test_each_language_has_its_own_texts() -> None:
    publish(session(), abstract="Välkommen", status="cancelled", status_reason="Sjukdom")
    publish(session("Opening"), abstract="Welcome", status_reason="Illness")
    texts = opening()["texts"]
    assert {language: (each["title"], each["abstract"], each["status_reason"]) for language, each in texts.items()} == {
        "sv": ("Öppning", "Välkommen", "Sjukdom"),
        "en": ("Opening", "Welcome", "Illness"),
    }
    assert texts["en"]["url"].startswith("http://dvb.example/en/")
    assert texts["sv"]["url"].startswith("http://dvb.example/avdelning/")


def test_names_of_rooms_and_themes_are_matched_by_code() -> None:
    translated = page("DV 2020 in English", ConferencePage, "en")
    translated.venues[0].value["rooms"][0]["name"] = "Hall A"
    translated.venues[0].value["rooms"].pop(1)
    translated.themes[0].value["name"] = "AI and ethics"
    publish(translated)
    [venue], [theme] = edition()["venues"], edition()["themes"]
    assert [(room["code"], room["names"]) for room in venue["rooms"]] == [
        ("sal-a", {"sv": "Sal A", "en": "Hall A"}),
        ("sal-b", {"sv": "Sal B"}),
    ]
    assert theme["names"] == {"sv": "AI och etik", "en": "AI and ethics"}


def test_what_only_the_translation_lists_is_not_listed() -> None:
    translated = page("DV 2020 in English", ConferencePage, "en")
    translated.tracks = [("track", {"name": "Only here", "code": "only-here"})]
    publish(translated)
    assert [track["code"] for track in edition()["tracks"]] == ["ledning"]


def test_the_main_language_is_that_of_the_oldest_page() -> None:
    home = page("Home", Page, "en")
    first = home.add_child(
        instance=ConferencePage(
            title="Made in English",
            acronym="en2022",
            start_date=date(2022, 5, 1),
            end_date=date(2022, 5, 1),
            locale=english(),
        )
    )
    first.add_child(instance=SessionPage(title="Talk", start=time(9), end=time(10), locale=english()))
    swedish = first.copy_for_translation(page("Hem på dvb.example").locale)
    publish(swedish, title="På svenska")
    row = PublishedConference.objects.get(key="en2022")
    assert (row.main_language, row.document["main_language"], set(row.document["texts"])) == ("en", "en", {"en", "sv"})
    first.unpublish()
    agree()
    row.refresh_from_db()
    assert (row.main_language, set(row.document["texts"]), row.key) == ("en", {"sv"}, "en2022")
