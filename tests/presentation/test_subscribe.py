"""The subscribe menu hands out one document's address in the forms that each calendar takes."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.presentation.subscribe import subscription

ROOT = "https://dvb.example"
PATH = "/dvb/v1/conferences/dv2020/sv/programme.ics"
KEYNOTES = Scope.of({Facet.KIND: ["keynote"]})


def test_the_whole_programme() -> None:
    found = subscription("Digitala Västerbotten", "dv2020", "sv", Scope(), ROOT)

    assert (found.address, found.webcal, found.file, found.google_address, found.too_long) == (
        ROOT + PATH,
        "webcal://dvb.example" + PATH,
        PATH,
        ROOT + PATH + "?cancelled=keep",
        False,
    )


def test_a_selection_is_the_same_in_each_form() -> None:
    found = subscription("Keynotes", "dv2020", "sv", KEYNOTES, ROOT)

    assert found.address == f"{ROOT}{PATH}?kind=keynote"
    assert found.google_address == f"{ROOT}{PATH}?kind=keynote&cancelled=keep"


def test_outlook_on_the_web_gets_the_address_with_its_query_and_a_name() -> None:
    found = subscription("Talare & värdar", "dv2020", "sv", KEYNOTES, ROOT)

    for address, host in ((found.outlook_work, "outlook.office.com"), (found.outlook_com, "outlook.live.com")):
        parts = urlsplit(address)
        assert (parts.scheme, parts.hostname) == ("https", host)
        assert parse_qs(parts.query) == {"url": [found.address], "name": ["Talare & värdar"]}


def test_an_address_that_google_would_refuse_is_not_handed_out() -> None:
    scope = Scope.of({Facet.TRACK: [f"ett-langt-spar-{number}" for number in range(10)]})
    found = subscription("För mycket", "dv2020", "sv", scope, ROOT)

    assert found.too_long
    assert (found.address, found.webcal, found.google_address, found.outlook_com, found.file) == ("", "", "", "", "")
