"""What holds on a site with page types of its own, beside the package's: names, models, and what stands where."""

from __future__ import annotations

from datetime import time
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from dvb_wagtail.models.editions import edition_of
from dvb_wagtail.models.notes import session_notes
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests.apps.own_images.models import OwnImage
from tests.apps.own_pages.models import ArticlePage as OwnArticlePage
from tests.apps.own_pages.models import Seminar, WinterConference

pytestmark = [pytest.mark.setup, pytest.mark.django_db]


@pytest.fixture
def home() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def test_no_migration_is_missing() -> None:
    output = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=output)
    assert output.getvalue() == "No changes detected\n"


def test_two_page_types_of_one_name_live_side_by_side(home: Page) -> None:
    own = home.add_child(instance=OwnArticlePage(title="Egen", text="Text"))
    news = home.add_child(instance=ArticleIndexPage(title="Nyheter", key="nyheter"))
    ours = news.add_child(instance=ArticlePage(title="Vår", lead="Ingress"))
    pages = {page.title: page for page in Page.objects.specific()}
    assert (pages["Egen"], pages["Vår"]) == (own, ours)
    assert Page.objects.get(pk=own.pk).articlepage.text == "Text"
    assert Page.objects.get(pk=ours.pk).dvb_articlepage.lead == "Ingress"


def test_pictures_are_of_the_sites_own_model() -> None:
    assert ArticlePage._meta.get_field("image").related_model is OwnImage


def test_our_sessions_belong_under_the_sites_own_kind_of_conference() -> None:
    assert set(SessionPage.allowed_parent_page_models()) == {ConferencePage, WinterConference}


def test_the_sites_own_types_stand_where_they_say_and_ours_where_they_belong() -> None:
    """Those that say nothing may stand anywhere, as in every Wagtail site; ours do not come with them."""
    own = {OwnArticlePage, WinterConference, Seminar}
    ours = {
        SeriesPage: {ConferencePage, SpeakerIndexPage, ArticleIndexPage},
        ConferencePage: {SessionPage},
        SessionPage: set(),
        SpeakerIndexPage: {SpeakerPage},
        SpeakerPage: set(),
        ArticleIndexPage: {ArticlePage},
        ArticlePage: set(),
    }
    for model, children in ours.items():
        assert set(model.creatable_subpage_models()) == children | own, model
    assert set(WinterConference.creatable_subpage_models()) == {SessionPage} | own


def test_sessions_made_of_the_mixin_are_sessions(home: Page) -> None:
    conference = WinterConference(title="Vinter", acronym="vinter", start_date="2027-02-01", end_date="2027-02-02")
    home.add_child(instance=conference)
    conference = WinterConference.objects.get()
    times = {"day": conference.start_date, "start": time(9), "end": time(10), "room": "salen"}
    ours = conference.add_child(instance=SessionPage(title="Vår", **times))
    own = conference.add_child(instance=Seminar(title="Egen", **times))
    assert set(page_models_with(SessionMixin)) == {SessionPage, Seminar}
    assert edition_of(own) == conference
    assert edition_of(own).snow
    assert ["Egen" in note.text for note in session_notes(ours) or ()] == [True]
    assert ["Vår" in note.text for note in session_notes(own) or ()] == [True]
