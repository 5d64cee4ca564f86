"""Northern Sámi beside Swedish: a language that Django does not know, by settings and a locale file alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags

from dvb_wagtail.core.vocabulary import Kind, SpokenLanguage
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.presentation.languages import is_right_to_left, own_name
from tests import pages_factory as make
from tests.delivery.every_address import frames, of_an_edition, of_sessions
from tests.front.reading import only, read, text

DAY = date(2020, 12, 8)
DAYS = ("vuossárga", "maŋŋebárga", "gaskavahkku", "duorastat", "bearjadat", "lávvardat", "sotnabeaivi")
# "May" and "March" are words of other things, too.
ENGLISH = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|December|January|at \d|None)\b")
SWEDISH = re.compile(r"\b(?:tisdag|onsdag|december|januari)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def northern_sami(languages: Callable[[str], None]) -> None:
    languages("northern_sami")


def test_dates_are_said_as_the_locale_file_says() -> None:
    said = words("se")
    assert said.weekdays == DAYS
    assert said.day(DAY) == "maŋŋebárga, juovlamánu 8. b. 2020"
    assert said.span(DAY, date(2020, 12, 9)) == "juovlamánu 8.–9. b. 2020"  # noqa: RUF001
    assert said.span(date(2020, 11, 30), DAY) == "skábmamánu 30. b. – juovlamánu 8. b. 2020"  # noqa: RUF001
    assert said.moment(said.short_day(DAY), "13.00") == "maŋŋebárga, juovlamánu 8. b. dii.\N{NO-BREAK SPACE}13.00"


def test_a_word_that_the_locale_file_lacks_is_in_the_main_language() -> None:
    said = words("se")
    assert (said.said_in, said.kinds[Kind.LUNCH]) == ("se", "Gaskabeaiborran")
    assert said.roles == words("sv").roles
    assert words("sv").day(DAY) == "tisdag 8 december 2020"


def test_languages_have_names() -> None:
    assert words("se").languages[SpokenLanguage.LULE_SAMI] == "julevsámegiella"
    assert words("sv").languages["se"] == "Nordsamiska"
    assert (own_name("se"), is_right_to_left("se"), own_name("smj")) == ("Davvisámegiella", False, "smj")


def test_settings_say_what_is_written_from_right_to_left(settings: object) -> None:
    settings.LANGUAGES_BIDI = ["xx"]
    assert (is_right_to_left("xx"), is_right_to_left("se")) == (True, False)


def test_a_page(client: Client, conference: Callable[[], ConferencePage]) -> None:
    page = make.make_translation(conference(), "se", title="DV jagis 2020")
    document = read(client, f"{page.url}program/")
    switch = document.cssselect(".dvb-site-languages a")

    assert (page.url.startswith("/se/"), document.get("lang")) == (True, "se")
    assert {link.get("hreflang"): text(link) for link in switch} == {"sv": "Svenska", "se": "Davvisámegiella"}
    assert text(only(document, ".dvb-lead")) == "juovlamánu 8.–9. b. 2020"  # noqa: RUF001
    assert [text(day) for day in document.cssselect("ul[aria-labelledby=filter-day] a")] == [
        "Maŋŋebárga, juovlamánu 8. b.",
        "Gaskavahkku, juovlamánu 9. b.",
    ]


def test_no_date_in_any_document_is_in_another_language(
    client: Client, conference: Callable[[], ConferencePage]
) -> None:
    """Of the schedules for apps, nothing: the dates in them are numbers."""
    make.make_translation(conference(), "se", title="DV jagis 2020")
    key = "nyheter"
    addresses = [*of_an_edition("dv2020", "se", ("", "?day=2020-12-08")), *of_sessions("se")]
    addresses += [address for address in frames("dv2020", key, "se") if "/news/" not in address]
    responses = {address: client.get(f"/dvb/v1/{address}") for address in addresses}
    shown = {address: strip_tags(response.content.decode()) for address, response in responses.items()}

    assert {(response.status_code, response["Content-Language"]) for response in responses.values()} == {(200, "se")}
    assert {address: found for address, said in shown.items() if (found := ENGLISH.findall(said))} == {}
    assert {address: found for address, said in shown.items() if (found := SWEDISH.findall(said))} == {}
    said = [address for address, body in shown.items() if any(day in body.lower() for day in DAYS)]
    assert {re.sub(r".*/|\?.*", "", address) for address in said} >= {"programme.json", "programme.rss"}
