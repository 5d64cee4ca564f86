"""Who stands in a session: by their own page while it is public, else by the plain name, else not at all."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from dvb_wagtail.pages.models import SessionPage
from dvb_wagtail.publication.tables import PublishedSession, PublishedSpeaker
from tests.publication.site import SECRET_NAME, english, page, session
from tests.publication.watching import agree, changes, mentioned

pytestmark = pytest.mark.usefixtures("site")

ANNA = {"sv speaker Anna Andersson"}


def people(title: str = "Öppning", language: str = "sv") -> list[str]:
    """Return the names of those in a session, in their order."""
    row = PublishedSession.objects.get(identity=session(title).translation_key)
    texts = [appearance["texts"] for appearance in row.document["appearances"]]
    return [by_language[language]["name"] for by_language in texts if language in by_language]


def test_each_stands_by_a_page_by_a_plain_name_or_not_at_all() -> None:
    assert people() == people(language="en") == ["Anna Andersson", "B. Bakom"]
    assert mentioned(SECRET_NAME, "Bo Bakom") == set()


def test_a_speaker_is_renamed() -> None:
    with changes(hides=ANNA, shows={"sv speaker Anna Berg"}):
        anna = page("Anna Andersson")
        anna.title = "Anna Berg"
        anna.save_revision().publish()
    assert people() == ["Anna Berg", "B. Bakom"]


@pytest.mark.parametrize("how", ["unpublished", "deleted", "deleted by a query", "private"])
def test_a_speaker_without_a_plain_name_goes(how: str) -> None:
    anna = page("Anna Andersson")
    with changes(hides=ANNA):
        take_away(anna, how)
    assert people() == ["B. Bakom"]
    assert mentioned("Anna Andersson") == set()


@pytest.mark.parametrize("how", ["unpublished", "deleted", "private"])
def test_a_speaker_with_a_plain_name_stays_by_that(how: str) -> None:
    changed = session("Panel")
    changed.appearances.create(speaker=page("Anna Andersson"), name="Anna i panelen", locale=changed.locale)
    changed.save_revision().publish()
    assert people("Panel") == ["Anna Andersson"]
    with changes(hides=ANNA):
        take_away(page("Anna Andersson"), how)
    assert people("Panel") == ["Anna i panelen"]


def take_away(speaker: Any, how: str) -> None:
    if how == "unpublished":
        speaker.unpublish()
    elif how == "deleted":
        speaker.delete()
    elif how == "private":
        PageViewRestriction.objects.create(page=speaker, restriction_type="login")
    else:
        type(speaker).objects.filter(pk=speaker.pk).delete()


def test_a_private_speaker_becomes_public() -> None:
    with changes(shows={f"sv speaker {SECRET_NAME}"}):
        PageViewRestriction.objects.get(page=page(SECRET_NAME)).delete()
    assert people() == ["Anna Andersson", "B. Bakom", SECRET_NAME]


def test_a_translated_speaker_stands_in_each_language_by_the_name_there() -> None:
    translated = page("Anna Andersson").copy_for_translation(english(), copy_parents=True)
    translated.title = "Anna of England"
    with changes(shows={"en speaker Anna of England"}):
        translated.save_revision().publish()
    assert people(language="sv") == ["Anna Andersson", "B. Bakom"]
    assert people(language="en") == ["Anna of England", "B. Bakom"]
    with changes(hides=ANNA):
        page("Anna Andersson").unpublish()
    assert people(language="sv") == ["Anna of England", "B. Bakom"]


def test_an_appearance_that_only_one_language_has_stands_there_alone() -> None:
    changed = session()
    changed.appearances.create(name="Erik Extra", locale=changed.locale, sort_order=9)
    changed.save_revision().publish()
    agree()
    assert people() == ["Anna Andersson", "B. Bakom", "Erik Extra"]
    assert people(language="en") == ["Anna Andersson", "B. Bakom"]


def test_the_order_and_the_roles_are_those_of_the_main_language() -> None:
    changed = session()
    anna, bo, _cecilia = changed.appearances.all()
    anna.sort_order, bo.sort_order, bo.role = 5, 0, "moderator"
    changed.appearances.set([anna, bo])
    changed.save_revision().publish()
    agree()
    row = PublishedSession.objects.get(identity=changed.translation_key)
    assert [appearance["role"] for appearance in row.document["appearances"]] == ["moderator", "speaker"]
    assert people(language="en") == ["B. Bakom", "Anna Andersson"]


def test_a_speaker_keeps_the_code_through_renaming_privacy_and_deletion() -> None:
    identity = page("Anna Andersson").translation_key
    [code] = PublishedSpeaker.objects.filter(identity=identity).values_list("code", flat=True)
    anna = page("Anna Andersson")
    anna.title = "Anna Berg"
    anna.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=anna, restriction_type="login")
    restriction.delete()
    anna.delete()
    assert list(PublishedSpeaker.objects.filter(identity=identity).values_list("code", "name")) == [(code, "")]


def test_sessions_are_found_by_their_public_speakers_alone() -> None:
    [anna] = PublishedSpeaker.objects.filter(name="Anna Andersson").values_list("code", flat=True)
    row = PublishedSession.objects.get(identity=session().translation_key)
    assert list(row.facets.filter(facet="speaker").values_list("value", flat=True)) == [anna]
    page("Anna Andersson").unpublish()
    assert list(row.facets.filter(facet="speaker")) == []
    assert SessionPage.objects.get(pk=session().pk).appearances.count() == 3
