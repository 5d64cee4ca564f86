"""What to mind of something that can be shared is said above the answer, which is given all the same."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.publication.pending import flush
from tests.admin.embedding.asking import asked, copies, links, remarks
from tests.pages_factory import make_conference, make_news, make_session, make_translation

pytestmark = pytest.mark.django_db


def cautioned(admin: Client, page: Page, **query: Any) -> list[str]:
    """Return what is to be minded of an answer that is given."""
    document = asked(admin, page, **{"system": "html"} | query)
    assert copies(document)
    assert {status for status, _text in remarks(document)} <= {"warning"}
    return [text for _status, text in remarks(document)]


def test_nothing_where_all_is_well(
    admin: Client, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage
) -> None:
    for page in (conference, session, news):
        assert cautioned(admin, page) == []


def test_unpublished_changes(admin: Client, conference: ConferencePage) -> None:
    conference.title = "Ett nytt namn"
    conference.save_revision()
    document = asked(admin, conference, system="html")
    assert 'title="Årets konferens: program"' in copies(document)["html"]
    assert len(remarks(document)) == 1
    assert links(document) == [reverse("wagtailadmin_pages:edit", args=[conference.pk])]


def test_a_page_that_is_a_draft_while_another_language_is_public(admin: Client, conference: ConferencePage) -> None:
    english = make_translation(conference, title="This year")
    english.unpublish()
    flush()
    english.refresh_from_db()
    said = cautioned(admin, english)
    assert len(said) == 2
    assert "(svenska)" in said[0]
    assert "(svenska)" in said[1]
    assert len(cautioned(admin, english, lang="sv")) == 1
    assert cautioned(admin, conference) == []


def test_a_language_without_a_page(admin: Client, conference: ConferencePage) -> None:
    assert len(cautioned(admin, conference, lang="en")) == 1
    make_translation(conference, title="This year")
    assert cautioned(admin, conference, lang="en") == []


def test_a_site_without_https(admin: Client, conference: ConferencePage) -> None:
    Site.objects.update(port=80)
    for site in Site.objects.all():
        site.save()
    flush()
    assert len(remarks(asked(admin, conference))) == 1
    assert len(cautioned(admin, conference)) == 1


def test_sites_that_alone_may_show_frames(admin: Client, conference: ConferencePage, settings: Any) -> None:
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["https://kommun.example", "https://*.region.example"]
    [said] = cautioned(admin, conference)
    assert "https://kommun.example, https://*.region.example" in said
    for system in ("calendar", "feeds"):
        assert cautioned(admin, conference, system=system) == []
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["'self'", "*"]
    assert cautioned(admin, conference) == []


def test_a_selection_that_finds_nothing(admin: Client, conference: ConferencePage) -> None:
    for system in ("html", "calendar", "feeds"):
        [said] = cautioned(admin, conference, system=system, track="politik", room="sal-b")
        assert said.startswith("Urvalet innehåller inga programpunkter nu")
    document = asked(admin, conference, system="html", track="politik", room="sal-b")
    # Who has pressed "Show" is led there, past what stands above the questions.
    assert document.cssselect("#answer + .dvb-cautions > .help-block")
    assert cautioned(admin, conference, track="politik", room="sal-a") == []


def test_a_programme_without_sessions(admin: Client, home: Page, conference: ConferencePage) -> None:
    selected = cautioned(admin, conference, track="politik", room="sal-b")
    whole = cautioned(admin, make_conference(home, "dv2021"))
    assert len(whole) == 1
    assert whole != selected


def test_news_without_articles(admin: Client, home: Page, news: ArticleIndexPage) -> None:
    assert len(cautioned(admin, make_news(home, "tomt", title="Tomt"))) == 1
    make_translation(news, title="News")
    untagged, tagged = cautioned(admin, news, lang="en"), cautioned(admin, news, lang="en", tag="programmet")
    assert len(untagged) == len(tagged) == 1
    assert untagged != tagged


def test_a_session_without_a_day(admin: Client, conference: ConferencePage, session: SessionPage) -> None:
    open_one = make_session(conference, "Någon gång", day=None, start=None, end=None)
    assert len(cautioned(admin, open_one, system="calendar")) == 1
    assert cautioned(admin, open_one) == []
    assert cautioned(admin, session, system="calendar") == []
