"""Sites and languages: where things are public, and under which address."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Locale, Page, Site

from dvb_wagtail.publication.reconcile import check, reconcile
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSession
from tests.publication.oracle import published
from tests.publication.site import page, session
from tests.publication.watching import agree, changes, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")

OTHERS = {
    "sv conference Andras konferens",
    "sv session Andras session",
    "sv news Andras nyheter",
    "sv article Andras artikel",
}
EDITION = "avdelning/digitala-v%C3%A4sterbotten/dv-2020"


def main_site() -> Site:
    return Site.objects.get(is_default_site=True)


def change(site: Site, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(site, name, value)
    site.save()


def address(language: str = "sv") -> str:
    return published()[str(session().translation_key)].texts[language][1]


@pytest.mark.parametrize(
    ("fields", "root"),
    [
        ({"hostname": "ny.example"}, "http://ny.example"),
        ({"port": 8080}, "http://dvb.example:8080"),
        ({"port": 443}, "https://dvb.example"),
    ],
    ids=["host", "port", "https"],
)
def test_a_site_gets_another_address(fields: dict[str, Any], root: str) -> None:
    with changes():
        change(main_site(), **fields)
    assert address() == f"{root}/{EDITION}/%C3%B6ppning/"
    assert address("en") == f"{root}/en/{EDITION}/%C3%B6ppning/"
    assert PublishedConference.objects.get(key="dv2020").root_url == root
    assert PublishedNews.objects.get(key="nyheter").root_url == root


def test_an_editor_gives_a_site_another_address(editor: Client) -> None:
    site = main_site()
    address_of_form = reverse("wagtailsites:edit", args=[site.pk])
    posted = {"hostname": "ny.example", "port": "80", "root_page": site.root_page_id, "is_default_site": "on"}
    with changes():
        assert editor.post(address_of_form, posted).status_code == 302
    assert address() == f"http://ny.example/{EDITION}/%C3%B6ppning/"


def test_a_site_gets_another_root_page() -> None:
    everything_else = {
        "sv speaker Anna Andersson",
        "sv news Nyheter",
        "sv article Programmet är klart",
        "sv article En plats kvar",
        "en news News",
        "en article The programme is ready",
    }
    with changes(hides=everything_else):
        change(main_site(), root_page=page("Avdelning"))
    assert address() == "http://dvb.example/digitala-v%C3%A4sterbotten/dv-2020/%C3%B6ppning/"


def test_another_site_becomes_the_default_one() -> None:
    with changes():
        change(main_site(), is_default_site=False)
        change(Site.objects.get(hostname="other.example"), is_default_site=True)


def test_a_site_is_deleted_and_made_again() -> None:
    root = page("Hem på other.example")
    with changes(hides=OTHERS):
        Site.objects.get(hostname="other.example").delete()
    with changes(shows=OTHERS):
        Site.objects.create(hostname="other.example", root_page=root)


def test_a_site_is_made_for_a_part_of_another() -> None:
    with changes():
        Site.objects.create(hostname="dv.example", root_page=page("Digitala Västerbotten"))
    assert address() == "http://dv.example/dv-2020/%C3%B6ppning/"
    assert PublishedConference.objects.get(key="dv2020").root_url == "http://dv.example"
    assert PublishedNews.objects.get(key="nyheter").root_url == "http://dvb.example"


def test_the_front_page_in_a_language_is_unpublished() -> None:
    """Wagtail then serves nothing in that language."""
    english = {
        "en conference DV 2020 in English",
        "en session Opening",
        "en news News",
        "en article The programme is ready",
    }
    with changes(hides=english):
        page("Home", Page, "en").unpublish()
    with changes(shows=english):
        page("Home", Page, "en").save_revision().publish()


def test_the_slug_of_the_front_page_stands_in_no_address() -> None:
    with changes():
        home = page("Hem på dvb.example")
        home.slug = "start"
        home.save()
    assert address() == f"http://dvb.example/{EDITION}/%C3%B6ppning/"


def test_a_language_is_added_and_taken_away() -> None:
    with changes_no_byte():
        Locale.objects.create(language_code="fi")
        Locale.objects.get(language_code="fi").delete()
    agree()


def test_a_language_can_have_a_site_of_its_own() -> None:
    """Its root page is then a translation of the other site's."""
    site = Site.objects.create(hostname="en.example", root_page=page("Home", Page, "en"))
    assert (address(), address("en")) == (
        f"http://dvb.example/{EDITION}/%C3%B6ppning/",
        f"http://en.example/en/{EDITION}/%C3%B6ppning/",
    )
    assert check() == []
    site.delete()
    agree()
    assert address("en") == f"http://dvb.example/en/{EDITION}/%C3%B6ppning/"


def test_two_sites_with_one_root_page_give_the_address_of_the_default_one() -> None:
    with changes():
        Site.objects.create(hostname="a.example", root_page=page("Hem på dvb.example"))
    assert address() == f"http://dvb.example/{EDITION}/%C3%B6ppning/"


def test_without_translated_trees_only_what_is_below_the_root_page_is_public(settings: Settings) -> None:
    settings.WAGTAIL_I18N_ENABLED = False
    english = {"en conference DV 2020 in English", "en session Opening", "en news News"}
    with changes(hides=english | {"en article The programme is ready"}):
        reconcile()


def test_where_wagtail_serves_no_pages_they_have_no_address(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.publication.urls_headless"
    reconcile()
    assert all(address == "" for public in _documents() for address in public)
    [shown] = PublishedSession.objects.get(identity=session().translation_key).document["documents"]
    assert shown["url"].startswith("http://dvb.example/documents/")


def _documents() -> list[list[str]]:
    rows = [*PublishedConference.objects.all(), *PublishedSession.objects.all(), *PublishedNews.objects.all()]
    return [[texts.get("url", "") for texts in row.document["texts"].values()] for row in rows]
