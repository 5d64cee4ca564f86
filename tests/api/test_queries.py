"""What an answer costs: a list grows by little with each page in it."""

from __future__ import annotations

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.testing import publish
from tests import pages_factory as make
from tests.api.conftest import APIS, V2
from tests.delivery.editing import unpublish
from tests.publication import site as sample

PER_SESSION = 0
PER_ARTICLE = 1
"""The pages that an article tells of are looked up for it alone, to find out which they are."""


@pytest.fixture(scope="module", autouse=True)
def pages(published):
    """Twenty sessions with people, pictures and texts; ten articles that tell of them."""
    home = make.make_site().root_page
    edition = make.make_conference(
        home,
        title="DV 2020",
        venues=[{"type": "venue", "value": {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}]}}],
        tracks=[{"type": "track", "value": {"name": "Ledning"}}],
    )
    index = make.make_speaker_index(home)
    speaker = make.make_speaker(index)
    news = make.make_news(home)
    for number in range(20):
        session = make.make_session(edition, f"Pass {number}", start=time(9), end=time(10), room="sal-a")
        make.make_appearance(session, speaker)
    for number in range(20):
        make.make_article(news, f"Nyhet {number}", about=[{"type": "page", "value": session.pk}])
    publish(edition)
    return {"session": session, "article": news}


def cost(ask, api: str, address: str, **parameters: object) -> int:
    ask(api, address, **parameters)  # what is read once a process
    with CaptureQueriesContext(connection) as queries:
        assert ask(api, address, **parameters).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("model", "each"), [("SessionPage", PER_SESSION), ("ArticlePage", PER_ARTICLE)])
def test_a_list_with_all_fields_grows_by_little(ask, model, each):
    def of(limit: int) -> int:
        return cost(ask, V2, "pages/", type=f"dvb_pages.{model}", fields="*", limit=limit)

    assert of(20) - of(5) == 15 * each


def test_a_list_of_twenty_sessions_costs_thirteen_queries(ask):
    assert cost(ask, V2, "pages/", type="dvb_pages.SessionPage", fields="*", limit=20) == 13


@pytest.mark.parametrize("api", APIS)
def test_a_session_costs_at_most_fifteen_queries(ask, pages, api):
    assert cost(ask, api, f"pages/{pages['session'].pk}/") <= 15


@pytest.fixture
def mirrored(pages):
    """The sessions and articles mirrored in English, as whole trees of them are where nobody has translated yet."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    for model in (SessionPage, ArticlePage):
        for page in model.objects.all():
            page.copy_for_translation(english, copy_parents=True, alias=True)
    flush()


@pytest.mark.parametrize(("model", "each"), [("SessionPage", PER_SESSION), ("ArticlePage", PER_ARTICLE)])
def test_mirrors_cost_what_others_do(ask, mirrored, model, each):
    def of(limit: int, locale: str = "en") -> int:
        parameters = {"type": f"dvb_pages.{model}", "fields": "*", "locale": locale, "limit": limit}
        items = ask(V2, "pages/", **parameters).json()["items"]
        assert [bool(item["meta"]["alias_of"]) for item in items] == [locale == "en"] * limit
        return cost(ask, V2, "pages/", **parameters)

    assert of(15) - of(5) == 10 * each
    # The language of what they mirror is read once, and once whether that is public.
    assert of(15) <= of(15, "sv") + 2


def test_sessions_in_no_record_are_drawn_in_the_same_queries(ask, pages):
    edition = make.make_conference(pages["session"].get_parent().get_parent(), "dv2021", title="DV 2021")
    for number in range(15):
        session = make.make_session(edition, f"Okänt {number}", kind="panel")
        make.make_appearance(session, SpeakerPage.objects.get(locale__language_code="sv"))
    unpublish(ConferencePage.objects.get(pk=edition.pk))

    def of(limit: int) -> int:
        return cost(ask, V2, "pages/", type="dvb_pages.SessionPage", fields="*", kind="panel", limit=limit)

    assert of(15) == of(5)


def test_pictures_in_bodies_cost_little(ask, pages):
    """Images are looked up for each page and kind of block; their renditions are read once for all."""
    shown = [sample._image(f"Bild {number}").pk for number in range(3)]
    body = [{"type": "image", "value": {"image": pk}} for pk in shown]
    for number in range(6):
        make.make_article(pages["article"], f"Bildreportage {number}", body=body)

    def of(limit: int) -> int:
        return cost(ask, V2, "pages/", type="dvb_pages.ArticlePage", fields="body", search="Bildreportage", limit=limit)

    assert of(6) - of(2) == 4 * PER_ARTICLE
