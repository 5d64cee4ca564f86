"""What editors do to pages, and what is then served: in documents and by the package's own comparison."""

from __future__ import annotations

import pytest
from wagtail.models import Locale, PageViewRestriction

from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.testing import publish
from tests.setups import build, serve
from tests.setups.build import NAMES, OTHERS, find, translated_title
from tests.setups.oracle import agree, begin, changes

pytestmark = pytest.mark.setup

NAME = NAMES[-1]
EDITION, LATER, PANEL = f"Konferens {NAME} 2020", f"Konferens {NAME} 2021", f"Panel {NAME}"


@pytest.fixture(autouse=True)
def _begin(site: None) -> None:
    begin()


def in_all(title: str) -> set[str]:
    """Return a title in every language of the set-up."""
    return {title, *(translated_title(title, language) for language in OTHERS)}


OPENING = in_all(f"Öppning {NAME}")


def test_the_sites_are_served_as_they_were_published() -> None:
    agree()
    served = serve.titles()
    assert served[f"conferences/{NAME}2020/{build.MAIN}/programme.ics"] == {EDITION, f"Öppning {NAME}", PANEL}
    for language in OTHERS:
        titles = {translated_title(EDITION, language), translated_title(f"Öppning {NAME}", language), PANEL}
        assert served[f"conferences/{NAME}2020/{language}/programme.ics"] == titles
        assert served[f"news/{NAME}-news/{language}/articles.rss"] == {translated_title(f"Nyhet {NAME}", language)}


def test_a_session_is_published_and_edited() -> None:
    with changes(shows={"Ny"}):
        new = build.session(find(EDITION), "Ny")
    new.title = "Nyare"
    with changes(hides={"Ny"}, shows={"Nyare"}):
        publish(new)


def test_a_draft_of_a_published_session_changes_nothing() -> None:
    panel = find(PANEL)
    panel.title = "Utkast"
    with changes():
        panel.save_revision()
    with changes():
        build.page(SessionMixin, find(EDITION), "Utkast", live=False)


def test_a_session_is_unpublished_and_published_again() -> None:
    with changes(hides={PANEL}):
        find(PANEL).unpublish()
    with changes(shows={PANEL}):
        publish(find(PANEL))


def test_a_session_moves_to_another_edition() -> None:
    with changes():
        find(PANEL).move(find(LATER), "last-child")
    assert serve.titles()[f"conferences/{NAME}2021/{build.MAIN}/programme.ics"] == {LATER, PANEL}


def test_a_session_is_made_private_and_public_again() -> None:
    panel = find(PANEL)
    with changes(hides={PANEL}):
        restriction = PageViewRestriction.objects.create(page_id=panel.pk, restriction_type="login")
    with changes(shows={PANEL}):
        restriction.delete()


def test_an_edition_is_made_private_with_everything_below_it() -> None:
    with changes(hides={EDITION, f"Öppning {NAME}", PANEL}):
        PageViewRestriction.objects.create(page_id=find(EDITION).pk, restriction_type="login")


def test_an_alias_in_another_edition_is_served_until_its_source_is_private() -> None:
    with changes():
        find(PANEL).create_alias(parent=find(LATER), update_slug="alias")
    assert serve.titles()[f"conferences/{NAME}2021/{build.MAIN}/programme.ics"] == {LATER, PANEL}
    with changes(hides={PANEL}):
        PageViewRestriction.objects.create(page_id=find(PANEL).pk, restriction_type="login")


def test_a_mirrored_session_is_served_in_its_own_language_until_it_is_translated() -> None:
    for language in OTHERS:
        with changes():
            mirror = find(PANEL).copy_for_translation(Locale.objects.get(language_code=language), alias=True)
        mirror.alias_of, mirror.title = None, translated_title(PANEL, language)
        with changes(shows={mirror.title}):
            publish(mirror)


def test_a_session_with_its_translations_is_deleted() -> None:
    with changes(hides=OPENING):
        for page in find(f"Öppning {NAME}").get_translations(inclusive=True):
            page.delete()


def test_an_article_is_unpublished_and_published_again() -> None:
    title = f"Nyhet {NAME}"
    with changes(hides={title}):
        find(title).unpublish()
    with changes(shows={title}):
        publish(find(title))


def test_a_series_is_deleted_with_everything_below_it() -> None:
    with changes(hides=OPENING | in_all(EDITION) | {LATER, PANEL}):
        for page in find(f"Serien {NAME}").get_translations(inclusive=True):
            page.delete()
