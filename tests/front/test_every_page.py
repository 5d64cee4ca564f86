"""What holds for every page: valid, accessible in its structure, nothing foreign, nothing that a text can break."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.test import Client

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.testing import publish
from tests.front.reading import only, parse, read, text
from tests.front.rules import DATA, broken_rules
from tests.front.whole_site import fill
from tests.pages_factory import make_session

HOSTILE = "<script>alert(1)</script><b>\"fet\" & 'snett'</b> {{ 7 }} --> ]]> \N{SNOWMAN}"


def broken(client: Client, addresses: list[str]) -> dict[str, list[str]]:
    """Return the rules that pages break, by address."""
    found = {address: broken_rules(read(client, address)) for address in addresses}
    return {address: rules for address, rules in found.items() if rules}


def test_pages_keep_the_rules_before_during_and_after(client: Client, conference: ConferencePage, now: Any) -> None:
    site = fill(conference)

    for moment in ("2020-11-02T09:00", "2020-12-08T13:30", "2021-02-01T12:00"):
        now(moment)
        assert broken(client, site.addresses) == {}, moment


def test_pages_keep_the_rules_when_the_edition_is_not_as_planned(client: Client, conference: ConferencePage) -> None:
    site = fill(conference)

    for status in ("cancelled", "postponed", "moved_online"):
        changed = ConferencePage.objects.get(pk=conference.pk)
        changed.status = status
        publish(changed)
        assert broken(client, site.addresses) == {}, status


def test_hostile_text_is_shown_as_it_was_written(client: Client, conference: ConferencePage) -> None:
    site = fill(conference, HOSTILE)
    documents = {address: read(client, address) for address in site.addresses}

    scripts = [script.get("type") for document in documents.values() for script in document.iter("script")]
    assert set(scripts) == {DATA}
    for page in (site.series, site.conference, site.session, site.speaker, site.article):
        assert text(only(documents[page.url], "h1")) == HOSTILE


def test_visits_set_no_cookie_and_a_page_that_a_list_does_not_have_is_not_found(
    client: Client, conference: ConferencePage
) -> None:
    site = fill(conference)
    wrong = [f"{site.news.url}?{query}" for query in ("page=0", "page=2", "page=x", "page=" + "9" * 5000, "tag=okand")]
    responses = [client.get(address) for address in [*site.addresses, *wrong]]

    assert [response.cookies.output() for response in responses] == [""] * len(responses)
    assert [response.status_code for response in responses] == [200] * len(site.addresses) + [404] * len(wrong)


def test_a_page_is_drawn_without_a_request_too(conference: ConferencePage) -> None:
    session = make_session(conference, "Öppning")
    html = render_to_string("dvb_wagtail/session_page.html", {"page": session})

    assert text(only(parse(html.encode()), "h1")) == "Öppning"
