"""Finnish alone with a locale file, and Finnish that the package has no words in at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from dvb_wagtail.delivery.words import words
from dvb_wagtail.models import offers
from dvb_wagtail.pages.models import ConferencePage
from tests import pages_factory as make
from tests.front.reading import only, read, text

DAY = date(2020, 12, 8)


def test_dates_are_in_the_form_that_months_have_in_them(languages: Callable[[str], None]) -> None:
    """Days and months are Django's, and stand in no locale file of the project."""
    languages("finnish")
    said = words("fi")
    assert said.day(DAY) == "tiistai 8. joulukuuta 2020"
    assert said.moment(said.short_day(DAY), "9.05") == "tiistai 8. joulukuuta klo\N{NO-BREAK SPACE}9.05"


def test_finnish_alone(
    client: Client, languages: Callable[[str], None], conference: Callable[[], ConferencePage]
) -> None:
    languages("finnish")
    page = conference()
    document = read(client, f"{page.url}program/")

    assert (document.get("lang"), text(only(document, "h1"))) == ("fi", "Ohjelma")
    assert text(only(document, ".dvb-lead")) == "8.–9. joulukuuta 2020"  # noqa: RUF001
    with translation.override("fi"):
        assert offers.days(page, None)[1] == ("2020-12-08", "tiistai 8 joulukuuta 2020")


def test_the_page_for_web_teams_is_offered_in_the_projects_own_words(
    client: Client, languages: Callable[[str], None], conference: Callable[[], ConferencePage]
) -> None:
    languages("finnish")
    conference()
    document = read(client, "/dvb/v1/embed/fi/")
    offered = {link.get("hreflang"): text(link) for link in document.cssselect("nav a[hreflang]")}

    assert document.get("lang") == "fi"
    assert offered == {"fi": "Suomi", "en": "English", "sv": "Svenska"}


@pytest.fixture
def without_words(languages: Callable[[str], None]) -> None:
    """Swedish, English and Finnish, and no locale file."""
    languages("three_languages")


@pytest.mark.usefixtures("without_words")
def test_what_is_wrong_is_said_in_the_language_that_it_claims_to_be_in(client: Client, db: None) -> None:
    make.make_site("testserver")
    problem = client.get("/dvb/v1/conferences/dv2020/fi/programme.ics")
    frame = client.get("/dvb/v1/embed/conferences/dv2020/fi/programme/")

    assert (problem.status_code, problem["Content-Language"]) == (404, "sv")
    assert problem.json()["title"] == "Finns inte"
    assert (frame.status_code, frame["Content-Language"]) == (404, "sv")
    assert read(client, "/dvb/v1/embed/conferences/dv2020/fi/programme/", 404).get("lang") == "sv"


@pytest.mark.usefixtures("without_words")
def test_words_of_ours_that_django_has_in_finnish_do_not_stand_among_swedish_ones(
    client: Client, conference: Callable[[], ConferencePage]
) -> None:
    """Django and Wagtail translate "Filter"; the package does not."""
    with translation.override("fi"):
        assert translation.gettext("Filter") != "Filter"
    page = make.make_translation(conference(), "fi", title="DV 2020")
    on_page = read(client, f"{page.url}program/")
    in_frame = read(client, "/dvb/v1/embed/conferences/dv2020/fi/programme/")

    assert on_page.get("lang") == "fi"
    assert text(only(on_page, "section.dvb-filters summary")).partition(":")[0] == "Filter"
    assert text(in_frame.cssselect("summary")[0]).partition(":")[0] == "Filter"


@pytest.mark.usefixtures("without_words")
def test_what_an_editor_links_to_is_in_the_language_of_the_page(
    client: Client, conference: Callable[[], ConferencePage]
) -> None:
    edition = conference()
    body = [("paragraph", f'<p><a linktype="page" id="{edition.pk}">DV</a></p>')]
    page = make.make_translation(edition, "fi", title="DV 2020", body=body)
    link = only(read(client, page.url), '.dvb-prose a, .dvb-body a, [class*="prose"] a')

    assert link.get("href") == page.url
