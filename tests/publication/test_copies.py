"""Copies, aliases and translations."""

from __future__ import annotations

import pytest
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.publication.tables import KeptOut, PublishedSession
from tests.publication.oracle import published
from tests.publication.site import english, page, session
from tests.publication.watching import agree, changes, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")


def kept_out() -> set[tuple[str, str]]:
    """Return the title and the reason of what the report tells."""
    return set(KeptOut.objects.values_list("title", "reason"))


def other_edition() -> Page:
    return page("DV 2021", ConferencePage)


# ---- copies


def test_a_copy_of_a_session_is_another_session() -> None:
    with changes(shows={"sv session Kopia"}):
        copy = session().copy(update_attrs={"title": "Kopia", "slug": "kopia"})
    codes = PublishedSession.objects.filter(identity__in=[session().translation_key, copy.translation_key])
    assert len(set(codes.values_list("code", flat=True))) == 2


def test_a_copy_that_is_a_draft_changes_nothing() -> None:
    with changes_no_byte():
        session().copy(update_attrs={"title": "Kopia", "slug": "kopia"}, keep_live=False)
    agree()


def test_a_copy_of_a_whole_edition_waits_for_its_acronym() -> None:
    edition = page("DV 2020", ConferencePage)
    with changes():
        edition.copy(recursive=True, update_attrs={"title": "DV 2022", "slug": "dv-2022"})
    assert ("DV 2022", "no_code") in kept_out()
    shows = {"sv conference DV 2022", "sv session Öppning", "sv session Bara svenska", "sv session Panel"}
    before = len(published())
    copy = page("DV 2022", ConferencePage)
    copy.acronym = "dv2022"
    copy.save_revision().publish()
    agree()
    assert kept_out() == set()
    assert len(published()) - before == len(shows)


def test_a_copy_of_a_private_page_is_private() -> None:
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    with changes():
        session("Panel").copy(update_attrs={"title": "Kopia", "slug": "kopia"})


# ---- aliases


def test_an_alias_in_its_own_edition_is_no_second_session() -> None:
    with changes():
        session().create_alias(update_slug="igen")
    assert kept_out() == set()


def test_an_alias_in_another_edition_is_a_session_of_that_edition() -> None:
    alias = session().create_alias(parent=other_edition(), update_slug="igen")
    agree()
    found = published()
    assert found[str(alias.translation_key)].parent == str(other_edition().translation_key)
    assert found[str(session().translation_key)].parent == str(page("DV 2020", ConferencePage).translation_key)


def test_an_alias_of_an_edition_is_no_edition() -> None:
    with changes():
        page("DV 2020", ConferencePage).create_alias(
            recursive=True, parent=page("Hem på other.example"), update_slug="spegel"
        )
    assert kept_out() == set()


def test_an_alias_in_another_language_is_no_translation() -> None:
    with changes():
        session("Bara svenska").copy_for_translation(english(), alias=True)
        page("En plats kvar", ArticlePage).copy_for_translation(english(), alias=True)


def test_an_alias_follows_its_source() -> None:
    alias = session().create_alias(parent=other_edition(), update_slug="igen")
    changed = session()
    changed.title = "Invigning"
    changed.save_revision().publish()
    agree()
    assert published()[str(alias.translation_key)].texts["sv"][0] == "Invigning"
    page("Invigning", SessionPage).unpublish()
    agree()
    assert str(alias.translation_key) not in published()


@pytest.mark.parametrize("recursive", [False, True], ids=["of a session", "of all in another edition"])
def test_an_alias_goes_when_its_source_becomes_private_later(*, recursive: bool) -> None:
    source = session("Panel")
    alias = source.create_alias(parent=other_edition(), update_slug="igen")
    if recursive:
        source = alias
        alias = alias.create_alias(parent=page("Andras konferens", ConferencePage), update_slug="igen")
    assert str(alias.translation_key) in published()
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    agree()
    assert str(alias.translation_key) not in published()
    PageViewRestriction.objects.all().delete()
    agree()


def test_a_translation_stays_when_the_other_language_becomes_private() -> None:
    with changes(hides={"sv session Öppning"}):
        PageViewRestriction.objects.create(page=session(), restriction_type="login")


def test_an_alias_goes_with_its_source() -> None:
    """Wagtail unpublishes it, and leaves it as a page of its own."""
    alias = session("Panel").create_alias(parent=other_edition(), update_slug="igen")
    session("Panel").delete()
    agree()
    assert str(alias.translation_key) not in published()
    left = page("Panel", SessionPage)
    left.save_revision().publish()
    agree()
    assert str(left.translation_key) in published()


def test_an_alias_that_becomes_a_page_of_its_own_is_a_translation() -> None:
    alias = Page.objects.get(alias_of=session("Panel"), locale=english()).specific
    with changes(shows={"en session Panel"}):
        ConvertAliasPageAction(alias).execute()


# ---- translations


def test_a_translation_counts_when_it_is_published() -> None:
    with changes_no_byte():
        translation = session("Bara svenska").copy_for_translation(english())
    translation.title = "Only in Swedish no more"
    with changes(shows={"en session Only in Swedish no more"}):
        translation.save_revision().publish()


def test_a_translated_edition_brings_its_translated_sessions() -> None:
    edition = page("DV 2021", ConferencePage)
    edition.add_child(instance=SessionPage(title="Nästa år"))
    agree()
    edition.copy_for_translation(english())
    next_year = session("Nästa år").copy_for_translation(english())
    next_year.title = "Next year"
    with changes():
        next_year.save_revision().publish()
    translated = ConferencePage.objects.get(title="DV 2021", locale=english())
    translated.title = "DV 2021 in English"
    with changes(shows={"en conference DV 2021 in English", "en session Next year"}):
        translated.save_revision().publish()
