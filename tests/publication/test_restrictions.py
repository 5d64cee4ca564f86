"""Pages made private and public again: what is private is in no table, not even as a title."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.tables import PublishedSession
from tests.publication.site import page, session
from tests.publication.watching import changes, mentioned

pytestmark = pytest.mark.usefixtures("site")

EDITION = {"sv conference DV 2020", "sv session Öppning", "sv session Bara svenska", "sv session Panel"}
ENGLISH_EDITION = {"en conference DV 2020 in English", "en session Opening"}
"""The pages above it are aliases of the Swedish ones: translations of nothing yet, and private with them."""
SECTION = EDITION | ENGLISH_EDITION | {"sv series Digitala Västerbotten", "sv conference DV 2021"}


def restrict(restricted: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=restricted, restriction_type="login")


@pytest.mark.parametrize(
    ("title", "model", "hidden"),
    [
        ("Panel", Page, {"sv session Panel"}),
        ("DV 2020", ConferencePage, EDITION),
        ("Digitala Västerbotten", Page, SECTION),
        ("Avdelning", Page, SECTION),
        ("Anna Andersson", Page, {"sv speaker Anna Andersson"}),
        ("Talare", Page, {"sv speaker Anna Andersson"}),
        ("Nyheter", Page, {"sv news Nyheter", "sv article Programmet är klart", "sv article En plats kvar"}),
        ("En plats kvar", Page, {"sv article En plats kvar"}),
    ],
)
def test_a_page_becomes_private_and_public_again(title: str, model: type[Page], hidden: set[str]) -> None:
    with changes(hides=hidden):
        restriction = restrict(page(title, model))
    with changes(shows=hidden):
        restriction.delete()


def test_a_restriction_goes_to_another_page() -> None:
    restriction = restrict(session("Panel"))
    with changes(hides={"sv session Bara svenska"}, shows={"sv session Panel"}):
        restriction.page = session("Bara svenska")
        restriction.save()


def test_a_restriction_becomes_one_of_another_kind() -> None:
    restriction = restrict(session("Panel"))
    with changes():
        restriction.restriction_type, restriction.password = "password", "hemligt"
        restriction.save()


def test_restrictions_are_removed_by_a_query() -> None:
    restrict(page("DV 2020", ConferencePage))
    with changes(shows=EDITION):
        PageViewRestriction.objects.filter(page=page("DV 2020", ConferencePage)).delete()


def test_an_edition_is_private_in_one_language_alone() -> None:
    with changes(hides=ENGLISH_EDITION):
        restrict(page("DV 2020 in English", ConferencePage, "en"))


def test_a_page_moves_below_a_private_one_and_back() -> None:
    restrict(page("DV 2021", ConferencePage))
    with changes(hides={"sv session Panel"}):
        session("Panel").move(page("DV 2021", ConferencePage), "last-child")
    with changes(shows={"sv session Panel"}):
        session("Panel").move(page("DV 2020", ConferencePage), "last-child")


def test_a_new_page_below_a_private_one_is_private() -> None:
    restrict(page("DV 2020", ConferencePage))
    with changes():
        changed = session("Panel")
        changed.title = "Hemlig panel"
        changed.save_revision().publish()


def test_an_editor_makes_a_page_private_and_public_again(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:set_privacy", args=[page("DV 2020", ConferencePage).pk])
    with changes(hides=EDITION):
        assert editor.post(address, {"restriction_type": "login"}).status_code == 200
    with changes(shows=EDITION):
        assert editor.post(address, {"restriction_type": "none"}).status_code == 200


def test_nothing_of_what_is_private_is_left_in_any_table() -> None:
    changed = session("Panel")
    changed.title, changed.abstract = "Förhandlingen", "Om nedläggningen"
    changed.save_revision().publish()
    assert mentioned("Förhandlingen", "nedläggningen") == {"Förhandlingen", "nedläggningen"}
    restrict(page("Förhandlingen"))
    assert mentioned("Förhandlingen", "nedläggningen") == set()


def test_what_was_private_when_it_was_withdrawn_stays_unspoken_of() -> None:
    """Nobody is told that a private session was deleted, either."""
    restrict(session("Panel"))
    identity = session("Panel").translation_key
    assert state(identity) == "private"
    session("Panel").unpublish()
    assert state(identity) == "private"
    session("Panel").delete()
    assert state(identity) == "private"


def test_what_was_withdrawn_first_and_private_then_is_private() -> None:
    identity = session("Panel").translation_key
    session("Panel").unpublish()
    assert state(identity) == "withdrawn"
    restrict(session("Panel"))
    assert state(identity) == "withdrawn"
    session("Panel").save_revision().publish()
    assert state(identity) == "private"


def state(identity: Any) -> str:
    return PublishedSession.objects.get(identity=identity).gone_reason
