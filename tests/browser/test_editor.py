"""An editor at work in the admin, in Swedish, and what the public then gets."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from playwright.sync_api import Page as Window
from playwright.sync_api import expect
from pytest_django import Settings
from wagtail.models import Page

from dvb_wagtail.core import serial
from dvb_wagtail.core.changes import ChangeKind, Snapshot, difference
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.tables import ProgrammeChange
from tests.browser.admin import Admin, make_editor
from tests.browser.public import Answer, Edition, ask, put_back_edition
from tests.pages_factory import make_translation

pytestmark = pytest.mark.browser

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EDITION, SESSION = "Digitala Västerbotten 2020", "Ledarskap i förändring"


@pytest.fixture
def edition(transactional_db: None, live_server: Any, settings: Settings) -> Edition:
    """A published edition, served."""
    settings.DVB_WAGTAIL_NOW = "2020-11-02T09:00"
    return put_back_edition(live_server.thread.host, live_server.thread.port)


@pytest.fixture
def get(live_server: Any) -> Callable[[str], Answer]:
    return partial(ask, live_server.url)


@pytest.fixture
def admin(
    edition: Edition,
    visit: Callable[..., Window],
    live_server: Any,
    request: Any,
    tmp_path: Path,
    django_user_model: Any,
) -> Admin:
    """The admin as an editor meets it who has logged in. DVB_SHOTS names a folder to keep the pictures in."""
    make_editor(django_user_model)
    pictures = Path(os.environ.get("DVB_SHOTS") or tmp_path) / request.node.name
    pictures.mkdir(parents=True, exist_ok=True)
    admin = Admin(visit((1280, 1400)), live_server.url, pictures)
    admin.log_in()
    return admin


def at(*clock: int) -> datetime:
    """Return a time on the first day."""
    return datetime(2020, 12, 8, *clock, tzinfo=STOCKHOLM)


def test_a_session_that_is_moved(admin, edition, get):
    before = get(edition.programme).events[SESSION]
    admin.edit(edition.session)
    admin.fill(start="15:30", end="16:15")
    admin.publish()
    after = get(edition.programme).events[SESSION]
    assert [before.start, before.end] == [at(13), at(14)]
    assert [after.start, after.end] == [at(15, 30), at(16, 15)]
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], before["SEQUENCE"] + 1)
    change = ProgrammeChange.objects.get()
    old, new = (serial.load(side, Snapshot) for side in (change.before, change.after))
    assert (change.identity, change.conference.key) == (edition.session.translation_key, "dv2020")
    assert new == replace(old, start=time(15, 30), end=time(16, 15))
    assert list(difference(old, new)) == [ChangeKind.MOVED]


def test_a_draft_changes_no_byte(admin, edition, get):
    addresses = [*edition.documents, *edition.pages, *edition.neighbours]
    before = {address: get(address) for address in addresses}
    assert {answer.status for answer in before.values()} == {200}
    admin.edit(edition.session)
    admin.fill(title="Ett utkast", start="16:00", end="17:00", abstract="Inte för alla än.")
    admin.save_draft()
    admin.edit(edition.conference)
    admin.fill(title="Ett annat utkast", lead="Inte heller för alla än.")
    admin.save_draft()
    admin.edit(edition.article)
    admin.fill(title="Ett tredje utkast", lead="Inte det heller.")
    admin.save_draft()
    assert {address: get(address) for address in addresses} == before
    drafts = [Page.objects.get(pk=page.pk).get_latest_revision_as_object() for page in edition.originals]
    assert [page.title for page in drafts] == ["Ett annat utkast", "Ett utkast", "Ett tredje utkast"]


def test_a_session_that_is_cancelled(admin, edition, get, visit, live_server):
    before = get(edition.programme).events[SESSION]
    admin.edit(edition.session)
    admin.fill(status="Inställd")
    admin.try_to_publish()
    assert admin.complaints() == {"status_reason": "Skriv varför, med några få ord: det syns i allas kalendrar."}
    admin.fill(status_reason="Talaren är sjuk.")
    admin.publish()
    events = get(edition.programme).events
    assert list(events) == [EDITION, f"Inställt: {SESSION}"]
    after = events[f"Inställt: {SESSION}"]
    assert (str(after["STATUS"]), str(after["TRANSP"])) == ("CANCELLED", "TRANSPARENT")
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], before["SEQUENCE"] + 1)
    assert "Talaren är sjuk." in str(after["DESCRIPTION"])
    window = visit()
    said = {edition.conference: "Inställt. Talaren är sjuk.", edition.mirrors[0]: "Cancelled. Talaren är sjuk."}
    for conference, words in said.items():
        for address in (conference.url + "program/", f"{conference.url}{edition.session.slug}/"):
            window.goto(live_server.url + address)
            expect(window.get_by_text(words)).to_be_visible()


def test_a_conference_that_is_made_private(admin, edition, get):
    addresses = [*edition.documents, *edition.pages, *edition.neighbours]
    before = {address: get(address) for address in addresses}
    told = {address for address, answer in before.items() if EDITION in answer.text or SESSION in answer.text}
    assert {answer.status for answer in before.values()} == {200}
    assert told >= {*edition.documents, *edition.pages, edition.article.url, edition.speaker.url}
    admin.edit(edition.conference)
    admin.make_private()
    after = {address: get(address) for address in addresses}
    assert {address: answer.status for address, answer in after.items()} == {
        **dict.fromkeys(edition.documents, 404),
        **dict.fromkeys(edition.pages, 302),
        **dict.fromkeys(edition.neighbours, 200),
    }
    assert [address for address, answer in after.items() if EDITION in answer.text or SESSION in answer.text] == []


def test_a_conference_from_nothing(admin, edition, get):
    admin.create("Konferens", edition.conference.get_parent())
    admin.fill(title="Digitala Västerbotten 2021")
    admin.save_draft()
    admin.try_to_publish()
    assert admin.complaints().keys() == {"start_date", "end_date", "acronym"}
    admin.fill(start_date="2021-12-07", end_date="2021-12-08", acronym="dv2021")
    admin.tab("Program")
    for blocks, name in {"themes": "AI och etik", "tracks": "Politiskt ledarskap", "venues": "Folkets hus"}.items():
        admin.add_block(blocks)
        admin.fill(**{f"{blocks}__0__name": name})
    admin.add_block("venues-0-value-rooms")
    admin.fill(venues__0__rooms__0__name="Blå salen")
    admin.publish()
    admin.create("Programpunkt", ConferencePage.objects.get(acronym="dv2021"))
    assert {name: admin.choices(name) for name in ("day", "room", "track", "themes")} == {
        "day": ["Inte bestämt än", "tisdag 7 december 2021", "onsdag 8 december 2021"],
        "room": ["Hela platsen, ingen särskild sal", "Blå salen"],
        "track": ["Inget spår", "Politiskt ledarskap"],
        "themes": ["AI och etik"],
    }
    admin.fill(title="Invigning", day="tisdag 7 december 2021", start="13:00", end="14:00")
    admin.fill(room="Blå salen", track="Politiskt ledarskap")
    admin.window.get_by_label("AI och etik").check()
    admin.publish()
    event = get("/dvb/v1/conferences/dv2021/sv/programme.ics").events["Invigning"]
    assert [event.start, event.end] == [datetime(2021, 12, 7, hour, tzinfo=STOCKHOLM) for hour in (13, 14)]
    assert str(event["LOCATION"]) == "Blå salen, Folkets hus"
    assert event["CATEGORIES"].cats == ["Politiskt ledarskap", "AI och etik", "Föreläsning"]


def test_a_taken_acronym_is_told_beside_it_while_one_writes(admin, edition):
    admin.tell_of_watching()
    admin.create("Konferens", edition.conference.get_parent())
    admin.wait_until_watched()
    admin.fill(title="Digitala Västerbotten 2021", acronym="dv2020")
    note = admin.window.locator("[data-dvb-notes] .help-warning")
    expect(note).to_contain_text("”dv2020” tillhör ”Digitala Västerbotten 2020”.")
    expect(note).to_be_visible()
    admin.fill(acronym="dv2021")
    expect(note).to_have_count(0)


def test_a_clash_is_told_while_one_writes(admin, edition):
    admin.tell_of_watching()
    admin.create("Programpunkt", edition.conference)
    admin.wait_until_watched()
    panel = admin.window.locator("section[data-dvb-notes]")
    expect(panel).to_be_hidden()
    admin.fill(title="Panel", day="tisdag 8 december 2020", start="13:30", end="15:00", room="Sal A")
    expect(panel).to_contain_text(f"Sal A används samtidigt av ”{SESSION}”.")
    expect(panel).to_be_visible()
    admin.fill(room="Sal B")
    expect(panel).to_contain_text("Inget krockar")


def test_a_speaker_is_chosen_from_the_list_of_speakers(admin, edition):
    admin.create("Programpunkt", edition.conference)
    admin.window.locator("#id_appearances-ADD").click()
    chooser = admin.window.locator("#id_appearances-0-speaker-chooser")
    titles = admin.window.locator(".modal table td.title")
    chooser.get_by_role("button", name="Välj en sida").click()
    expect(titles).to_have_text([re.compile("Talare"), re.compile("Anna Andersson")])
    admin.window.get_by_role("link", name="Anna Andersson").click()
    expect(chooser).to_contain_text("Anna Andersson")
    chooser.locator("button:visible").click()
    admin.window.get_by_role("button", name="Välj annan sida").click()
    expect(titles).to_have_text([re.compile("Talare"), re.compile("Anna Andersson")])


def test_on_a_translation_texts_alone_are_filled_in(admin, edition, get):
    conference = make_translation(edition.conference, title="Digital Västerbotten 2020")
    admin.edit(conference)
    expect(admin.at("start_date")).to_be_disabled()
    expect(admin.at("start_date")).to_have_value("2020-12-08")
    admin.tab("Program")
    expect(admin.window.locator(".c-sf-add-button:visible")).to_have_count(1)  # hosts are the page's own
    admin.fill(**{"venues-sal-a-name": "Hall A"})
    admin.publish()
    assert str(get(edition.documents[1]).events[SESSION]["LOCATION"]) == "Hall A, Kulturhuset"
    assert str(get(edition.programme).events[SESSION]["LOCATION"]) == "Sal A, Kulturhuset"


def test_the_report_has_space_under_its_header(admin, edition):
    admin.window.goto(f"{admin.root}{reverse('dvb_publication_report')}")
    header = admin.window.locator("header").first.bounding_box()
    text = admin.window.get_by_text("Här visas det som inte är som det ska.").bounding_box()
    assert text["y"] - (header["y"] + header["height"]) >= 16


def test_a_half_filled_session_is_kept_as_a_draft_and_not_published(admin, edition, get):
    before = get(edition.programme)
    admin.create("Programpunkt", edition.conference)
    admin.fill(title="Panel", day="onsdag 9 december 2020", start="10:00")
    admin.save_draft()
    draft = SessionPage.objects.get(title="Panel")
    assert (draft.live, draft.get_latest_revision_as_object().start) == (False, time(10))
    admin.try_to_publish()
    assert admin.complaints() == {"end": "Skriv när den slutar, eller lämna båda tiderna tomma."}
    assert not SessionPage.objects.get(title="Panel").live
    assert get(edition.programme) == before
    admin.fill(end="11:00")
    admin.publish()
    assert list(get(edition.programme).events) == [EDITION, SESSION, "Panel"]
