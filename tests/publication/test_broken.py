"""A page whose content cannot be read: it is kept out or stands as it was, and stops no other."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.reconcile import check, reconcile
from dvb_wagtail.publication.tables import KeptOut, PublishedSession
from tests.publication.oracle import published, titles
from tests.publication.site import page, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site", "quiet")

UNKNOWN_KIND = "ValueError: 'karneval' is not a valid Kind"


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Have what is logged about broken pages counted and not printed."""
    caplog.set_level(logging.ERROR)


def break_page(broken: Page) -> None:
    """Give a session a kind that does not exist, as an import could; the rest of it is saved as usual."""
    SessionPage.objects.filter(pk=broken.pk).update(kind="karneval")
    SessionPage.objects.get(pk=broken.pk).save(clean=False)


def mend(broken: Page) -> None:
    mended = SessionPage.objects.get(pk=broken.pk)
    mended.kind = "lecture"
    mended.save()


def kept_out() -> list[tuple[str, str, str]]:
    return list(KeptOut.objects.values_list("title", "reason", "detail"))


def document(broken: Page) -> dict[str, Any]:
    return PublishedSession.objects.get(identity=broken.translation_key).document  # type: ignore[no-any-return]


def test_a_new_page_that_cannot_be_read_is_kept_out_until_it_is_mended(caplog: pytest.LogCaptureFixture) -> None:
    new = SessionPage(title="Ny", kind="karneval")
    new.full_clean = lambda *args, **kwargs: None  # type: ignore[method-assign]
    page("DV 2020", ConferencePage).add_child(instance=new)
    assert kept_out() == [("Ny", "broken", UNKNOWN_KIND)]
    assert not PublishedSession.objects.filter(identity=new.translation_key).exists()
    assert any(str(new.translation_key) in record.getMessage() for record in caplog.records)
    mend(new)
    assert kept_out() == []
    agree()


def test_a_page_that_cannot_be_read_any_more_stands_as_it_was() -> None:
    panel = session("Panel")
    before = document(panel)
    changed = session("Panel")
    changed.title = "Samtal"
    changed.save()
    changed_document = document(panel)
    break_page(panel)
    assert (document(panel), before == changed_document) == (changed_document, False)
    assert kept_out() == [("Samtal", "broken", UNKNOWN_KIND)]
    assert check() == []
    mend(panel)
    agree()


def test_others_are_published_beside_one_that_cannot_be_read() -> None:
    break_page(session("Panel"))
    SessionPage.objects.filter(title="Bara svenska").update(abstract="Ny text")
    Page.objects.filter(title="Öppning").update(title="Invigning")
    assert {table for _kind, table, _identity in reconcile()} == {"publishedsession"}
    assert {"sv session Invigning", "sv session Panel"} <= titles(published())
    assert document(session("Bara svenska"))["texts"]["sv"]["abstract"] == "Ny text"


def test_withdrawing_does_not_hang_on_reading() -> None:
    for title in ("Panel", "Bara svenska"):
        break_page(session(title))
    session("Panel").unpublish()
    PageViewRestriction.objects.create(page=session("Bara svenska"), restriction_type="login")
    assert titles(published()).isdisjoint({"sv session Panel", "sv session Bara svenska"})
    assert kept_out() == []


def test_a_language_that_is_withdrawn_takes_a_page_that_cannot_be_read_along() -> None:
    """What stands of it holds the text of both languages."""
    break_page(session())
    break_page(session("Opening"))
    assert document(session()) != {}
    session("Opening").unpublish()
    assert document(session()) == {}


def test_a_person_who_becomes_private_takes_a_page_that_cannot_be_read_along() -> None:
    break_page(session())
    assert document(session()) != {}
    PageViewRestriction.objects.create(page=page("Anna Andersson"), restriction_type="login")
    assert document(session()) == {}


# ---- other kinds of page


@pytest.mark.parametrize("field", ["status", "attendance"])
def test_an_edition_that_cannot_be_read_stands_with_its_sessions(field: str) -> None:
    before = titles(published())
    ConferencePage.objects.filter(title="DV 2020").update(**{field: "karneval"})
    page("DV 2020", ConferencePage).save(clean=False)
    assert titles(published()) == before
    assert [(title, reason) for title, reason, _detail in kept_out()] == [("DV 2020", "broken")]
    changed = session("Panel")
    changed.title = "Samtal"
    changed.save()
    assert "sv session Samtal" in titles(published())


def test_an_edition_that_cannot_be_read_goes_when_one_of_its_languages_does() -> None:
    ConferencePage.objects.update(status="karneval")
    page("DV 2020", ConferencePage).unpublish()
    assert {title for title in titles(published()) if "DV 2020" in title or "session" in title} == {
        "sv session Andras session"
    }


@pytest.mark.parametrize(
    ("title", "hidden"),
    [
        ("Anna Andersson", "sv speaker Anna Andersson"),
        ("En plats kvar", "sv article En plats kvar"),
        ("Nyheter", "sv news Nyheter"),
        ("Digitala Västerbotten", "sv series Digitala Västerbotten"),
    ],
)
def test_any_page_that_cannot_be_read_stands_until_it_is_withdrawn(title: str, hidden: str, settings: Settings) -> None:
    """Here for want of addresses, as after a deployment that went wrong."""
    addresses = settings.ROOT_URLCONF
    before = titles(published())
    broken = page(title)
    settings.ROOT_URLCONF = "not.there"
    broken.save()
    assert titles(published()) == before
    assert (title, "broken", "ModuleNotFoundError: No module named 'not'") in kept_out()
    broken.unpublish()
    assert hidden not in titles(published())
    settings.ROOT_URLCONF = addresses
    reconcile()
    agree()
