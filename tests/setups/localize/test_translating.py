"""Translating with wagtail-localize: translators get texts alone, and facts stay those of the main page."""

from __future__ import annotations

import re
from datetime import time

import pytest
from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization

from dvb_wagtail.testing import publish
from tests.setups import build, serve
from tests.setups.build import find
from tests.setups.localize.translating import strings, translate_by_localize
from tests.setups.oracle import agree, begin, changes

pytestmark = pytest.mark.setup

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@pytest.fixture(autouse=True)
def _begin(site: None) -> None:
    begin()


def offered(page) -> set[str]:
    """Return the paths of the texts that translators are offered, with `*` for ids of blocks and rows."""
    return {ID.sub("*", segment.context.path) for segment in strings(page)}


@pytest.fixture
def full():
    """An edition and a session with everything filled in that is no text, or beside what is one."""
    edition = find("Konferens dvb 2020")
    edition.hashtag, edition.organiser = "dvb", "Regionen"
    edition.venues = [
        {
            "type": "venue",
            "value": {"name": "Huset", "address": "Gatan 1", "directions": "Buss", "rooms": [{"name": "Sal A"}]},
        }
    ]
    edition.tracks = [("track", {"name": "Ledning", "text": "För chefer"})]
    edition.tickets = [("ticket", {"name": "Dag", "currency": "SEK", "includes": "Lunch"})]
    edition.contacts = [
        ("contact", {"name": "Kansliet", "role": "Frågor", "phone": "+46 90 1", "email": "a@b.example"})
    ]
    edition.recordings = [("recording", {"title": "Film", "service": "YouTube", "track": "Ledning"})]
    publish(edition)
    session = find("Öppning dvb")
    session.track, session.abstract, session.status_reason = "ledning", "Välkomna", ""
    session.appearances.add(session.appearances.model(name="Nils", party="C", title="Chef", locale=session.locale))
    publish(session)
    for page in (edition, session):
        translate_by_localize(find(page.title), "en", {"Ledning": "Leadership", "Sal A": "Hall A", "Chef": "Head"})
    return find("Konferens dvb 2020"), find("Öppning dvb")


def test_translators_are_offered_texts_and_neither_codes_nor_facts(full):
    edition, session = full
    assert offered(edition) == {
        *("title", "slug", "organiser", "themes.*.name"),
        *("venues.*.name", "venues.*.directions", "venues.*.rooms.*.name"),
        *("tracks.*.name", "tracks.*.text", "tickets.*.name", "tickets.*.includes"),
        *("contacts.*.name", "contacts.*.role", "recordings.*.title"),
    }
    assert offered(session) == {
        *("title", "slug", "abstract", "documents.*.title"),
        *("appearances.*.name", "appearances.*.title"),
    }


def test_words_are_translated_and_what_they_are_found_by_is_not(full):
    edition, session = (page.get_translation(Locale.objects.get(language_code="en")) for page in full)
    assert (edition.acronym, edition.hashtag) == ("", "dvb")
    assert (edition.tracks[0].value["name"], edition.tracks[0].value["code"]) == ("Leadership", "ledning")
    room = edition.venues[0].value["rooms"][0]
    assert (room["name"], room["code"]) == ("Hall A", "sal-a")
    assert edition.recordings[0].value["track"] == "ledning"
    assert (session.room, session.track, session.themes) == ("sal-a", "ledning", ["ai-och-etik"])
    assert [(each.name, each.party, each.title) for each in session.appearances.all()] == [
        *[("", "", "")],
        *[("Nils", "C", "Head")],
    ]
    agree()


def test_another_time_on_the_main_page_reaches_its_translation(full):
    _edition, session = full
    session.start, session.end, session.room = time(8), time(9), ""
    with changes():
        publish(session)
        translate_by_localize(find("Öppning dvb"), "en")
    english = find("Öppning dvb (en)")
    assert (english.start, english.end, english.room) == (time(8), time(9), "")


def test_a_tree_that_is_kept_in_step_mirrors_pages_and_shows_none_of_them_twice():
    """The other languages get aliases of what is not translated; documents show those in their own language."""
    before = serve.titles()
    with changes():
        english, swedish = (Locale.objects.get(language_code=code) for code in ("en", build.MAIN))
        LocaleSynchronization.objects.create(locale=english, sync_from=swedish).sync_trees()
    assert build.base().objects.filter(title="Panel dvb", locale=english, alias_of__isnull=False).count() == 1
    assert serve.titles() == before
