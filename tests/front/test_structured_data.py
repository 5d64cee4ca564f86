"""What pages say of themselves to search engines: of public pages alone, in their language, for no query more."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.testing import publish
from tests.front.reading import Document, parse, preview, read
from tests.front.rules import DATA
from tests.front.whole_site import fill
from tests.pages_factory import make_article, make_news, make_session, make_translation

ROOT = "http://testserver"


def about(document: Document) -> Any:
    """Return what a page says it is about, or None."""
    scripts = document.cssselect(f'script[type="{DATA}"]')
    assert len(scripts) <= 1
    return json.loads(scripts[0].text) if scripts else None


def test_each_page_that_is_about_one_thing_says_so(client: Client, conference: ConferencePage) -> None:
    site = fill(conference)
    found = {address: about(read(client, address)) for address in site.addresses}
    types = {address: each and each["@type"] for address, each in found.items()}

    assert {address: each for address, each in types.items() if each} == {
        site.conference.url: "Event",
        site.session.url: "Event",
        site.article.url: "NewsArticle",
    }
    for page in (site.conference, site.session, site.article):
        assert urlsplit(found[page.url]["url"]).path == page.url
        assert found[page.url]["image"][0]["url"].startswith(f"{ROOT}/")


def test_an_edition_and_its_sessions_name_each_other(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, "Öppning")
    above, within = about(read(client, conference.url)), about(read(client, session.url))

    assert [each["@id"] for each in above["subEvent"]] == [within["@id"]]
    assert within["superEvent"]["@id"] == above["@id"] == f"urn:uuid:{conference.translation_key}"
    assert [each["url"] for each in above["subEvent"]] == [within["url"]] == [ROOT + session.url]


def test_an_edition_says_what_its_tickets_cost(client: Client, conference: ConferencePage) -> None:
    (offer,) = about(read(client, conference.url))["offers"]
    assert (offer["name"], offer["price"], offer["priceCurrency"]) == ("Guldbiljett", 1000, "SEK")


def test_a_page_is_told_in_its_own_language(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, "Öppning")
    make_session(conference, "Bara svenska")
    english, opening = make_translation(conference, title="DV in English"), make_translation(session, title="Opening")
    above, within = about(read(client, english.url)), about(read(client, opening.url))

    assert (above["name"], within["name"], within["superEvent"]["name"]) == (
        "DV in English",
        "Opening",
        "DV in English",
    )
    assert {each["name"] for each in above["subEvent"]} == {"Opening", "Bara svenska"}
    assert about(read(client, session.url))["@id"] == within["@id"]


def test_a_session_whose_day_is_open_is_no_event_yet(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, "Någon gång", day=None, start=None, end=None)

    assert about(read(client, session.url)) is None
    assert "subEvent" not in about(read(client, conference.url))


def test_a_draft_says_nothing(conference: ConferencePage, series: SeriesPage) -> None:
    session, article = make_session(conference), make_article(make_news(series))

    assert [about(preview(page)) for page in (conference, session, article)] == [None, None, None]


def test_what_is_not_public_is_told_nowhere(client: Client, admin_client: Client, conference: ConferencePage) -> None:
    shown, hidden, gone = (make_session(conference, title) for title in ("Synlig", "Hemlig", "Borta"))
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    gone.unpublish()
    draft = shown.specific
    draft.title = "Ändrat utkast"
    draft.save_revision()
    flush()

    assert [each["name"] for each in about(read(client, conference.url))["subEvent"]] == ["Synlig"]
    assert about(read(admin_client, hidden.url)) is None
    assert about(read(client, shown.url))["name"] == "Synlig"


def test_a_stream_for_the_registered_is_not_told(client: Client, conference: ConferencePage) -> None:
    secret = "https://stream.example/hemlig"
    session = make_session(conference, attendance="online", stream=secret, stream_access="registered")
    (place,) = about(read(client, session.url))["location"]

    assert place == {"@type": "VirtualLocation", "url": ROOT + session.url}
    assert secret.encode() not in client.get(session.url).content


HOSTILE = '</script><script>alert(1)</script><!-- <script> --> ]]> & "fet" \N{LINE SEPARATOR}'


def test_hostile_text_is_told_as_it_was_written(client: Client, conference: ConferencePage) -> None:
    site = fill(conference, HOSTILE)
    written = " ".join(HOSTILE.split())
    names = {"Event": "name", "NewsArticle": "headline"}

    for page in (site.conference, site.session, site.article):
        found = about(read(client, page.url))
        assert found[names[found["@type"]]] == written


def drawn(page: Page, *, silent: bool) -> tuple[Any, int]:
    """Return what a page says it is about when it is drawn for a visitor, and the queries that took."""
    page = Page.objects.get(pk=page.pk).specific
    request = RequestFactory().get(page.url)
    left_out = "{% block dvb_structured_data %}{% endblock %}" if silent else ""
    template = Template(f'{{% extends "{page.dvb_template}" %}}{left_out}')
    with CaptureQueriesContext(connection) as captured:
        html = template.render(Context({"page": page, "request": request}))
    return about(parse(html.encode())), len(captured)


@pytest.mark.parametrize("sessions", [1, 20])
def test_it_costs_no_query_and_a_site_can_leave_it_out(
    conference: ConferencePage, series: SeriesPage, sessions: int
) -> None:
    for number in range(sessions):
        session = make_session(conference, f"Punkt {number}")
    for page in (conference, session, make_article(make_news(series))):
        drawn(page, silent=False)
        told, queries = drawn(page, silent=False)
        assert told is not None
        assert drawn(page, silent=True) == (None, queries)


def test_pages_of_the_project_itself_say_nothing(home: Page) -> None:
    assert Template("{% load dvb_wagtail %}{% dvb_structured_data %}").render(Context({"page": home})) == ""
    assert Template("{% load dvb_wagtail %}{% dvb_structured_data %}").render(Context()) == ""


def test_a_published_change_is_told_at_once(client: Client, conference: ConferencePage) -> None:
    conference.status, conference.status_reason = "cancelled", "Storm"
    publish(conference)

    found = about(read(client, conference.url))
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["description"] == "Konferensen är inställd. Orsak: Storm"
