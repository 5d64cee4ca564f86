"""What a page shows of pages around it and of pages that it names: by the same rule as the index."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.neighbours import edition, front_page, menu, translations
from dvb_wagtail.publication.references import Title, references, speakers
from tests.publication.site import SECRET_NAME, english, page, session

pytestmark = pytest.mark.usefixtures("site")


def restrict(restricted: Page) -> None:
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")


def titles(pages: list[Page]) -> list[str]:
    return [each.title for each in pages]


def test_the_front_page_is_that_of_the_pages_own_site_and_language() -> None:
    assert front_page(session()) == page("Hem på dvb.example")
    assert front_page(session("Opening")) == page("Home", Page, "en")
    assert front_page(page("Andras session")) == page("Hem på other.example")
    assert front_page(Page.objects.get(depth=1)) is None


def test_the_root_page_of_the_site_that_was_asked_costs_no_query() -> None:
    site, shown = Site.objects.select_related("root_page").get(is_default_site=True), session()
    with CaptureQueriesContext(connection) as captured:
        assert front_page(shown, site) == site.root_page
    assert len(captured) == 0
    assert front_page(session("Opening"), site) == page("Home", Page, "en")


def test_the_menu_has_the_public_pages_that_are_to_be_in_it() -> None:
    for title in ("Avdelning", "Talare", "Nyheter"):
        Page.objects.filter(pk=page(title).pk).update(show_in_menus=title != "Talare")
    home = page("Hem på dvb.example")
    assert titles(menu(home)) == ["Avdelning", "Nyheter"]
    restrict(page("Nyheter"))
    assert titles(menu(home)) == ["Avdelning"]
    page("Avdelning").unpublish()
    assert menu(home) == []


def test_translations_are_those_that_were_written_and_that_everyone_may_see() -> None:
    assert titles(translations(session())) == ["Öppning", "Opening"]
    assert titles(translations(session("Opening"))) == ["Opening", "Öppning"]
    assert titles(translations(session("Panel"))) == ["Panel"]
    restrict(page("DV 2020 in English", ConferencePage, "en"))
    assert titles(translations(session())) == ["Öppning"]


def test_the_page_of_an_edition_is_found_by_language_while_it_is_live() -> None:
    swedish = page("DV 2020", ConferencePage)
    identity = str(swedish.translation_key)
    with CaptureQueriesContext(connection) as captured:
        assert edition(identity, "sv") == swedish
    assert len(captured) == 1
    assert edition(identity, "en") == page("DV 2020 in English", ConferencePage, "en")
    swedish.unpublish()
    assert edition(identity, "sv") is None


def test_public_pages_are_named_in_each_of_their_languages() -> None:
    named = ["Öppning", "DV 2020", "Nyheter", "Digitala Västerbotten", "Anna Andersson", "Programmet är klart"]
    keys = {title: page(title).translation_key for title in named}
    found = references([*keys.values(), page("Avdelning").translation_key, uuid4()])
    assert {title: (found[key].main_language, sorted(found[key].titles)) for title, key in keys.items()} == {
        "Öppning": ("sv", ["en", "sv"]),
        "DV 2020": ("sv", ["en", "sv"]),
        "Nyheter": ("sv", ["en", "sv"]),
        "Digitala Västerbotten": ("sv", ["sv"]),
        "Anna Andersson": ("sv", ["sv"]),
        "Programmet är klart": ("sv", ["en", "sv"]),
    }
    assert len(found) == len(keys)
    assert found[keys["Anna Andersson"]].titles["sv"] == Title(
        "Anna Andersson", "http://dvb.example/talare/anna-andersson/"
    )


def test_what_is_not_public_is_not_named() -> None:
    keys = [page(title).translation_key for title in ("Panel", "DV 2020", "Anna Andersson", SECRET_NAME)]
    page("DV 2020", ConferencePage).unpublish()
    page("DV 2020 in English", ConferencePage, "en").unpublish()
    restrict(page("Anna Andersson"))
    assert references(keys) == {}
    assert references([]) == {}
    assert speakers(keys) == {}
    assert speakers([]) == {}


def test_naming_pages_costs_the_same_for_one_and_for_all() -> None:
    every = list(Page.objects.values_list("translation_key", flat=True))
    for keys in (every[:1], every):
        with CaptureQueriesContext(connection) as captured:
            references(keys)
        assert len(captured) == 6


def test_translations_of_a_page_of_the_projects_own_are_found_too() -> None:
    plain = page("Avdelning")
    assert titles(translations(plain)) == ["Avdelning"]
    written = plain.get_translation(english())
    written.alias_of, written.live, written.title = None, True, "Department"
    written.save()
    assert titles(translations(plain)) == ["Avdelning", "Department"]
