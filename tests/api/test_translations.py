"""A translation has the main page's facts as they are now; a mirror in another language has all that it mirrors."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Locale

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.testing import publish
from tests import pages_factory as make
from tests.api import rich
from tests.api.conftest import APIS, V2, V3, needs_v3
from tests.api.test_fields import log_in
from tests.delivery.editing import make_private, unpublish
from tests.publication import site as sample

pytestmark = pytest.mark.django_db

HOUSE = {
    "name": "Kulturhuset",
    "address": "Storgatan 1",
    "directions": "Buss 1.",
    "step_free": True,
    "hearing_loop": True,
    "rooms": [{"name": "Sal A"}],
}
LIBRARY = {"name": "Biblioteket", "directions": "Buss 2.", "step_free": True, "hearing_loop": True}


@pytest.fixture(scope="module", autouse=True)
def pages(published):
    """An edition that was translated before its venues and themes changed, and all else once in each language."""
    home = make.make_site().root_page
    series, news = make.make_series(home), make.make_news(home)
    for page in (series, news):
        make.make_translation(page, title=f"English {page.title}")
    edition = make.make_conference(
        series, venues=[{"type": "venue", "value": HOUSE}], themes=[{"type": "theme", "value": {"name": "Etik"}}]
    )
    english = make.make_translation(edition, title="DV in English")
    venues = english.venues.raw_data
    venues[0]["value"]["directions"] = "Bus 1."
    english.venues = list(venues)
    publish(english)
    edition = ConferencePage.objects.get(pk=edition.pk)
    house = edition.venues.raw_data[0]
    moved = house["value"] | {"address": "Nygatan 2", "hearing_loop": False, "accessible_toilet": True}
    edition.venues = [house | {"value": moved}, {"type": "venue", "value": LIBRARY}]
    edition.themes = [*edition.themes.raw_data, {"type": "theme", "value": {"name": "Tillit", "text": "Vem svarar?"}}]
    speaker = make.make_speaker(make.make_speaker_index(home), portrait=sample._image("Porträtt"))
    session = make.make_session(publish(edition), room="sal-a", abstract="Vad händer nu?")
    session = make.make_appearance(session, speaker, title="Rektor")
    article = make.make_article(news, lead="Klart.", about=[{"type": "page", "value": session.pk}])
    return {"series": series, "news": news, "conference": edition, "session": session, "article": article} | {
        "speaker": speaker
    }


def english(page: Any) -> Any:
    return page.get_translations().get(locale__language_code="en")


def venues(client: Any, api: str, page: Any, **parameters: str) -> list[tuple[object, ...]]:
    names = ("name", "address", "directions", "step_free", "hearing_loop", "accessible_toilet")
    return [tuple(each[name] for name in names) for each in rich.shown(client, api, page, **parameters)["venues"]]


@pytest.mark.parametrize("api", APIS)
def test_a_translation_says_of_a_venue_what_is_true_of_it_now(client, pages, api):
    assert venues(client, api, english(pages["conference"])) == [
        ("Kulturhuset", "Nygatan 2", "Bus 1.", True, False, True),
        ("Biblioteket", None, "Buss 2.", True, True, False),
    ]


def test_what_nobody_has_translated_yet_is_said_in_the_main_language(client, pages):
    themes = rich.shown(client, V2, english(pages["conference"]))["themes"]
    assert [(each["name"], each["text"]) for each in themes] == [("Etik", None), ("Tillit", "Vem svarar?")]


def test_a_list_of_editions_says_the_same(ask, client, pages):
    for page in (pages["conference"], english(pages["conference"])):
        items = ask(V2, "pages/", type="dvb_pages.ConferencePage", fields="venues").json()["items"]
        (item,) = (item for item in items if item["id"] == page.pk)
        assert item["venues"] == rich.shown(client, V2, page)["venues"]


@pytest.mark.parametrize("hide", [make_private, unpublish])
def test_nothing_is_said_by_a_main_page_that_is_not_public(client, pages, hide):
    shown = english(pages["conference"])
    hide(ConferencePage.objects.get(pk=pages["conference"].pk))
    flush()
    assert venues(client, V2, shown) == [("Kulturhuset", "Storgatan 1", "Bus 1.", True, True, False)]


@needs_v3
def test_a_draft_of_a_translation_has_its_own(client, pages):
    draft = english(pages["conference"]).specific
    draft.venues = [{"type": "venue", "value": HOUSE}]
    draft.save_revision()
    log_in(client)
    assert venues(client, V3, draft, version="draft") == [("Kulturhuset", "Storgatan 1", "Buss 1.", True, True, False)]


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(("name", "key"), [("series", "digitala-vasterbotten"), ("news", "nyheter")])
def test_a_translation_has_the_key_that_stands_in_addresses(client, pages, api, name, key):
    translation = english(pages[name])
    assert translation.specific.key == ""
    assert [rich.shown(client, api, page)["key"] for page in (pages[name], translation)] == [key, key]


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("name", ["session", "article", "speaker"])
def test_a_mirror_in_another_language_has_all_of_the_main_page(client, pages, api, name):
    page = pages[name]
    mirror = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    flush()
    found, expected = (rich.shown(client, api, each) for each in (mirror, page))
    assert found["url"] == expected["url"].replace("http://dvb.example/", "http://dvb.example/en/")
    told = found | {"url": expected["url"]}
    if name == "session":
        assert told["place"]["address"] == "Nygatan 2"
    if name == "article":
        assert [each["title"] for each in told["about"]] == ["Öppning"]
    assert told == expected


def test_a_mirror_of_a_translation_has_the_words_of_that(client, pages):
    """The main page is Swedish, and the mirror English of a Finnish page: no record has those words in English."""
    Locale.objects.get_or_create(language_code="fi")
    finnish = make.make_translation(pages["session"], "fi", title="Avajaiset", abstract="Mitä nyt?")
    mirror = finnish.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    flush()
    found = rich.shown(client, V2, mirror)
    assert found["abstract"] == "Mitä nyt?"
