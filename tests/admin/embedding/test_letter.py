"""The letter from an editor here to the web team of the other site: all that they ask, in the words of its sender."""

from __future__ import annotations

import pytest
from django.test import Client

from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.admin.embedding.asking import FRAMES, ROOT, Document, asked, copies, speak_english
from tests.pages_factory import make_translation

pytestmark = pytest.mark.django_db

FRAME_SYSTEMS = ["municipio", "wordpress", "sitevision", "wagtail", "drupal", "html"]


def letter(document: Document) -> str:
    return copies(document)["letter"]


def language(document: Document) -> str:
    return str(document.cssselect("#copy-letter")[0].get("lang"))


@pytest.mark.parametrize("system", FRAME_SYSTEMS)
def test_it_says_what_is_loaded_and_what_has_to_be_allowed(
    admin: Client, conference: ConferencePage, system: str
) -> None:
    lines = letter(asked(admin, conference, system=system, day="2020-12-08")).splitlines()
    assert "    https://dvb.example/dvb/v1/embed/conferences/dv2020/sv/programme/?day=2020-12-08" in lines
    assert f"    frame-src {ROOT}" in lines
    assert f"    {FRAMES}/sv/" in lines
    assert all(line == line.rstrip() for line in lines)
    assert "\n\n\n" not in "\n".join(lines)


def test_it_asks_municipio_to_let_the_host_through(admin: Client, conference: ConferencePage) -> None:
    for system in FRAME_SYSTEMS:
        text = letter(asked(admin, conference, system=system))
        assert ("security_csp_bypass_user_accept" in text) is (system == "municipio")
        assert ("dvb.example " in text) or ("dvb.example," in text)


def test_it_has_the_html_for_a_website_of_which_nothing_is_known(admin: Client, conference: ConferencePage) -> None:
    for system in FRAME_SYSTEMS:
        found = asked(admin, conference, system=system)
        assert ("<iframe " in letter(found)) is (system == "html")
        assert (f"{FRAMES}/sv/#height" in letter(found)) is (system == "html")
    code = copies(asked(admin, conference, system="html"))["html"]
    assert all(f"    {line}" in letter(asked(admin, conference, system="html")) for line in code.splitlines())


@pytest.mark.parametrize("system", ["calendar", "feeds"])
def test_where_nothing_is_framed_nothing_has_to_be_allowed(
    admin: Client, conference: ConferencePage, system: str
) -> None:
    text = letter(asked(admin, conference, system=system))
    assert "frame-src" not in text
    assert "iframe" not in text
    assert f"{FRAMES}/sv/" in text
    assert "\n\n\n" not in text


def test_it_is_in_the_language_of_the_editor_whatever_is_shown(admin: Client, conference: ConferencePage) -> None:
    make_translation(conference, title="This year's conference")
    for lang, title in (("en", "This year's conference: programme"), ("sv", "Årets konferens: program")):
        swedish = asked(admin, conference, system="html", lang=lang)
        assert letter(swedish).startswith(f"Hej!\n\nVi ser gärna att ”{title}” visas på er webbplats.")
        assert f"/dv2020/{lang}/programme/" in letter(swedish)
        assert f"{FRAMES}/sv/" in letter(swedish)
        assert letter(swedish).endswith("Vänliga hälsningar")
        assert language(swedish) == "sv"
    speak_english()
    english = asked(admin, conference, system="html", lang="sv")
    assert letter(english).startswith("Hello!\n\nWe would be glad to see “Årets konferens: program” on your website.")
    assert f"{FRAMES}/en/" in letter(english)
    assert language(english) == "en"
    assert f"{FRAMES}/en/" in [each.get("href") for each in english.cssselect(".dvb-answer a")]


@pytest.mark.parametrize("system", list(System))
def test_the_site_of_its_sender_is_never_that_of_its_reader(
    admin: Client, conference: ConferencePage, session: SessionPage, system: System
) -> None:
    for page in (conference, session):
        text = letter(asked(admin, page, system=system.value))
        assert "vår webbplats" not in text
        assert "er webbplats" in text or "ert system" in text


def test_wagtails_developer_gets_the_setting(admin: Client, conference: ConferencePage) -> None:
    for system in FRAME_SYSTEMS:
        document = asked(admin, conference, system=system)
        asks = "WAGTAILEMBEDS_FINDERS = [" in letter(document)
        assert asks is (system == "wagtail")
    document = asked(admin, conference, system="wagtail")
    setting = "\n".join(f"    {line}" for line in copies(document)["finders"].splitlines())
    assert f"\n\n{setting}\n\n" in letter(document)


def test_the_feeds_of_a_session_are_said_to_be_of_its_conference(admin: Client, session: SessionPage) -> None:
    text = letter(asked(admin, session, system="feeds"))
    assert "våra flöden om ”Årets konferens: program”" in text
    assert "Makten" not in text


def test_a_session_is_a_file_and_no_calendar(admin: Client, session: SessionPage, code: str) -> None:
    text = letter(asked(admin, session, system="calendar"))
    assert "länkar till kalenderfilen för ”Makten”" in text
    assert f"    {ROOT}/dvb/v1/conferences/dv2020/sv/sessions/{code}.ics" in text.splitlines()
    assert "prenumerera" not in text
    assert "\n\n\n" not in text
