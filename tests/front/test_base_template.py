"""Pages stand in the site's own base template; each block of theirs can be overridden alone."""

from __future__ import annotations

import pytest
from django.template import engines
from django.test import Client
from django.utils import translation
from pytest_django import Settings
from wagtail.models import Page, Site

from dvb_wagtail.front.site import SiteView
from dvb_wagtail.front.view import own_name
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from tests.front.reading import links, only, parse, preview, read, text, texts
from tests.front.whole_site import show_in_menu
from tests.pages_factory import make_conference, make_news, make_session, make_translation


@pytest.mark.usefixtures("foreign_base")
def test_a_site_with_its_own_base_template(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference)
    for address in (conference.url, session.url, f"{conference.url}program/"):
        document = read(client, address)
        assert text(only(document, "body > .vår-egen")) == "Kommunens webbplats"
        assert document.cssselect(".dvb-site, link[href*='site.css']") == []
        assert [link.get("href") for link in document.cssselect("link[rel=stylesheet]")] == [
            "/static/dvb_wagtail/dvb.css"
        ]
        assert len(document.cssselect("main > .dvb")) == 1


@pytest.mark.usefixtures("foreign_base")
def test_everything_of_ours_is_under_one_class(client: Client, conference: ConferencePage) -> None:
    document = read(client, conference.url)

    assert [child.get("class") for child in only(document, "main")] == ["dvb"]


def test_a_block_is_overridden_alone(conference: ConferencePage) -> None:
    session = make_session(conference, "Tillit")
    template = engines["django"].from_string(
        '{% extends "dvb_wagtail/session_page.html" %}{% block session_share %}<p id="egen">Egen</p>{% endblock %}'
    )
    document = parse(template.render({"page": session}).encode())

    assert text(only(document, "#egen")) == "Egen"
    assert text(only(document, "h1")) == "Tillit"
    assert document.cssselect(".dvb-share") == []


def test_the_default_one_names_the_site_and_its_pages(client: Client, site: Site, series: SeriesPage) -> None:
    site.site_name = "Konferenserna"
    site.save()
    news = make_news(series)
    shown = show_in_menu(series)
    document = read(client, news.url)

    assert links(document, ".dvb-site-name") == {"Konferenserna": "/"}
    menu = only(document, ".dvb-site-menu a")
    assert (text(menu), menu.get("href"), menu.get("aria-current")) == (series.title, shown.url, "true")
    assert text(document.find("head/title")) == f"{news.title} \N{EN DASH} Konferenserna"
    assert only(read(client, series.url), ".dvb-site-menu a").get("aria-current") == "page"


def test_a_site_without_a_name_or_menu_is_a_page_too(client: Client, series: SeriesPage, settings: Settings) -> None:
    settings.WAGTAIL_SITE_NAME = ""
    document = read(client, series.url)

    assert text(only(document, ".dvb-site-name"))
    assert document.cssselect("nav") == []


def test_the_skip_link_leads_to_the_content(client: Client, series: SeriesPage) -> None:
    document = read(client, series.url)
    skip = document.cssselect("body a")[0]

    assert document.get_element_by_id(str(skip.get("href"))[1:]).tag == "main"


@pytest.mark.usefixtures("foreign_base")
def test_a_preview_stands_in_it_too(home: Page) -> None:
    page = ConferencePage(title="Utkast", live=False)
    home.add_child(instance=page)

    assert texts(preview(page), ".vår-egen") == ["Kommunens webbplats"]


def test_a_language_read_from_right_to_left_turns_the_page(series: SeriesPage, settings: Settings) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("ar", "العربية")]
    arabic = make_translation(make_conference(series), "ar")
    template = engines["django"].from_string('{% extends "dvb_wagtail/conference_page.html" %}')
    document = parse(template.render({"page": arabic}).encode())

    assert (document.get("lang"), document.get("dir")) == ("ar", "rtl")


def test_round_a_page_that_is_none_of_ours_stand_the_name_and_nothing_more(settings: Settings) -> None:
    site = SiteView(None, None, None)

    assert (site.name, site.home, site.menu, site.translations) == (settings.WAGTAIL_SITE_NAME, "/", (), ())
    assert (site.language, site.bidi) == ("sv", False)


def test_a_language_that_django_does_not_know_stands_under_its_code() -> None:
    with translation.override("sju"):
        assert SiteView(None, None, None).bidi is False
    assert own_name("sju") == "sju"
    assert own_name("sv") == "Svenska"


def test_a_page_that_is_called_as_the_site_is_not_named_twice(client: Client, site: Site, series: SeriesPage) -> None:
    site.site_name = series.title
    site.save()

    assert text(read(client, series.url).find("head/title")) == series.title
