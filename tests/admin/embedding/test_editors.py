"""Who may use the builder, from where one comes there, and what it costs."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from dvb_wagtail.admin.embedding.view import share_button
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from tests.admin.embedding.asking import asked, copies, editor
from tests.pages_factory import make_article, make_session

pytestmark = pytest.mark.django_db


def address(page: Page) -> str:
    return reverse("dvb_embed", args=[page.pk])


@pytest.mark.parametrize("may", ["change_page", "publish_page", "add_page", "lock_page"])
def test_who_finds_the_page_in_the_explorer_may_share_it(client: Client, conference: ConferencePage, may: str) -> None:
    client.force_login(editor(conference, may=may))
    assert copies(asked(client, conference, system="html"))
    assert client.get(reverse("dvb_embed_qr", args=[conference.pk, "page"]), {"system": "html"}).status_code == 200


def test_so_may_who_only_passes_it_on_the_way_to_a_session(
    client: Client, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage
) -> None:
    client.force_login(editor(session, news))
    assert copies(asked(client, conference, system="html"))


def test_others_may_not(client: Client, conference: ConferencePage, news: ArticleIndexPage) -> None:
    client.force_login(editor(news))
    for name, arguments in (("dvb_embed", [conference.pk]), ("dvb_embed_qr", [conference.pk, "page"])):
        response = client.get(reverse(name, args=arguments), {"system": "html"})
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))


def test_nobody_who_is_not_logged_in_may(client: Client, conference: ConferencePage) -> None:
    for name, arguments in (("dvb_embed", [conference.pk]), ("dvb_embed_qr", [conference.pk, "page"])):
        response = client.get(reverse(name, args=arguments), {"system": "html"})
        assert response.status_code == 302
        assert reverse("wagtailadmin_login") in response.url


def test_nobody_without_pages_may(client: Client, conference: ConferencePage) -> None:
    client.force_login(editor())
    assert client.get(address(conference)).status_code == 302


@pytest.mark.parametrize("view", ["wagtailadmin_pages:edit", "wagtailadmin_explore"])
def test_the_pages_lead_there(
    admin: Client, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage, view: str
) -> None:
    for page in (conference, session, news):
        assert f'href="{address(page)}"' in admin.get(reverse(view, args=[page.pk])).content.decode()


def test_so_does_the_list_that_they_stand_in(
    admin: Client, home: Page, conference: ConferencePage, news: ArticleIndexPage
) -> None:
    listed = admin.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    for page in (conference, news):
        assert f'href="{address(page)}"' in listed
    assert address(home) not in listed
    article = news.get_children().first()
    assert address(article) not in admin.get(reverse("wagtailadmin_explore", args=[news.pk])).content.decode()


def test_it_leads_back_to_the_page(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference)
    assert reverse("wagtailadmin_explore", args=[conference.pk]) in [each.get("href") for each in document.iter("a")]


def queries(admin: Client, page: Page, **query: Any) -> int:
    asked(admin, page, **query)
    with CaptureQueriesContext(connection) as found:
        asked(admin, page, **query)
    return len(found)


@pytest.mark.parametrize("system", ["html", "municipio", "calendar", "feeds"])
def test_it_costs_the_same_however_much_there_is(
    admin: Client, conference: ConferencePage, news: ArticleIndexPage, system: str
) -> None:
    few = queries(admin, conference, system=system, track="politik")
    for number in range(4):
        make_session(conference, f"Nr {number}", track="politik", room="sal-b")
    assert queries(admin, conference, system=system, track="politik") == few
    if system != "calendar":
        few = queries(admin, news, system=system, tag="programmet")
        for number in range(4):
            make_article(news, f"Nr {number}", tags=("Programmet", f"Tagg {number}"))
        assert queries(admin, news, system=system, tag="programmet") == few


def test_a_row_of_a_list_costs_no_query_for_its_button(conference: ConferencePage) -> None:
    first, second = conference.get_children()[:2]
    assert share_button(first)
    with CaptureQueriesContext(connection) as found:
        assert share_button(second)
    assert len(found) == 0
