"""What stands in a frame whose address nobody has, or nobody has any more: a page for visitors of the host."""

from __future__ import annotations

import pytest

from tests.delivery.editing import make_private
from tests.embed.reading import NEWS, PROGRAMME, SUBSCRIBE, links, page, texts

pytestmark = pytest.mark.usefixtures("sessions", "news")

ROOT = "http://dvb.example"


@pytest.fixture(autouse=True)
def _before(settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-01T12:00"


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        (f"{PROGRAMME}?room=sal-x", "”sal-x” är inget känt värde för ”room”."),
        (f"{PROGRAMME}?look=purple", "”purple” är inget känt värde för ”look”."),
        (f"{PROGRAMME}?css=//evil.example/x.css", "Här finns ingen parameter ”css”."),
        (f"{PROGRAMME}?limit=5", "Här finns ingen parameter ”limit”."),
        (f"{SUBSCRIBE}?filters=hidden", "Här finns ingen parameter ”filters”."),
        (f"{NEWS}?tag=okänd", "”okänd” är inget känt värde för ”tag”."),
        (f"{NEWS}?limit=0", "”0” är inget känt värde för ”limit”."),
        ("embed/conferences/none/sv/programme/", "Det finns inget offentligt dokument på den här adressen."),
        ("embed/news/none/sv/", "Det finns inget offentligt dokument på den här adressen."),
        ("embed/conferences/dv2020/sv/sessions/AAAAAA/", "Det finns inget offentligt dokument på den här adressen."),
    ],
)
def test_what_is_wrong_is_said_in_a_page_that_can_be_framed(get, address, detail):
    response = get(address)
    assert (response.status_code, response["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert texts(page(response), ".dvb-small") == [detail]
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response


def test_what_never_was_is_not_said_to_be_gone(get):
    gone, mistaken = "Det som skulle visas här finns inte.", "Det är något fel i den här ramens adress."
    headings = {
        "embed/conferences/none/sv/programme/": gone,
        f"{PROGRAMME}?track=nope": mistaken,
        f"{PROGRAMME}?css=x": mistaken,
        f"{PROGRAMME}?{'&'.join(f'kind=panel&n{number}=1' for number in range(200))}": mistaken,
    }
    for address, heading in headings.items():
        response = get(address)
        assert response.status_code in (404, 400)
        assert texts(page(response), "title, h1") == [heading, heading], address


@pytest.mark.parametrize("query", ["track=nope", "css=x", "day=igår"])
def test_from_a_mistake_one_gets_to_everything(get, query):
    assert links(page(get(f"{PROGRAMME}?{query}"))) == {"Visa allt": f"/dvb/v1/{PROGRAMME}"}
    assert links(page(get(f"embed/conferences/none/sv/programme/?{query}"))) == {}


def test_a_hostile_value_is_text(get):
    response = get(f"{PROGRAMME}?look=<script>alert(1)</script>")
    assert page(response).cssselect("main script") == []


def test_an_unknown_language_is_answered_in_the_sites_own(get):
    response = get("embed/conferences/dv2020/fi/programme/")
    assert (response.status_code, response["Content-Language"]) == (404, "sv")


def test_a_private_conference_is_not_there(get, conference):
    make_private(conference)
    for address in (PROGRAMME, SUBSCRIBE):
        assert get(address).status_code == 404, address
