"""What there is no document for: one problem document, readable from anywhere, that says nothing of what is hidden."""

from __future__ import annotations

import json

import pytest
from django.conf import settings as project
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls

from dvb_wagtail.core.scope import Facet
from tests import pages_factory as make
from tests.delivery.editing import code_of, delete, make_private, unpublish
from tests.delivery.reading import NEWS, PROGRAMME

pytestmark = pytest.mark.usefixtures("sessions", "news")


def problem(response):
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=60"
    return json.loads(response.content)


NOWHERE = {
    "type": "about:blank",
    "title": "Not found",
    "status": 404,
    "detail": "There is no public document at this address.",
}


@pytest.mark.parametrize(
    "address",
    [
        "conferences/none/en/programme.ics",
        "conferences/DV2020/en/programme.ics",
        "conferences/dv2020/en/programme.xyz",
        "conferences/dv2020/en/programme",
        "conferences/dv2020/en/articles.rss",
        "conferences/dv2020/en/",
        "conferences/dv2020/en/sessions/ZZZZZZ.ics",
        "conferences/dv2020/en/sessions/zzzzzz.ics",
        "conferences/dv2020/en/sessions/ZZZZZZ.rss",
        "news/none/en/articles.rss",
        "news/nyheter/en/articles.csv",
        "news/nyheter/en/programme.ics",
        "news/nyheter/en/articles.rss/",
        "news/nyheter/en/..%2Farticles.rss",
        "news/nyheter/en/articles%0A.rss",
    ],
)
def test_an_address_that_is_none(get, address):
    response = get(address)
    assert (response.status_code, problem(response)) == (404, NOWHERE)
    assert response["Content-Language"] == "en"


@pytest.mark.parametrize(
    "address", ["", "index.xml", "schemas/none.json", "conferences", "conferences/dv2020/fi/programme.ics"]
)
def test_without_a_language_of_the_site_a_problem_is_in_its_main_one(get, address):
    response = get(address)
    assert (problem(response)["status"], response["Content-Language"]) == (404, project.LANGUAGE_CODE)


def test_a_problem_is_in_the_language_of_the_address(get):
    swedish, english = (problem(get(f"conferences/none/{language}/programme.ics")) for language in ("sv", "en"))
    assert english == NOWHERE
    assert {name for name, text in swedish.items() if text != english[name]} == {"title", "detail"}


@pytest.mark.parametrize("language", dict(project.LANGUAGES))
def test_a_problem_names_what_was_wrong_in_every_language(get, language):
    value, parameter = (
        problem(get(f"conferences/dv2020/{language}/programme.ics?{query}"))["detail"]
        for query in ("room=sal-x", "rooms=sal-a")
    )
    assert ["sal-x" in value, "room" in value, "rooms" in parameter] == [True] * 3


@pytest.mark.parametrize(
    ("query", "parameter", "detail"),
    [
        ("room=sal-x", "room", "“sal-x” is not known as a value of “room”."),
        ("room=", "room", "“” is not known as a value of “room”."),
        ("kind=tango", "kind", "“tango” is not known as a value of “kind”."),
        ("day=i+dag", "day", "“i dag” is not known as a value of “day”."),
        ("speaker=ABC234", "speaker", "“ABC234” is not known as a value of “speaker”."),
        ("cancelled=drop", "cancelled", "“drop” is not known as a value of “cancelled”."),
        ("cancelled=keep&cancelled=drop", "cancelled", "“drop” is not known as a value of “cancelled”."),
        ("rooms=sal-a", "rooms", "There is no parameter “rooms” here."),
        ("Room=sal-a", "Room", "There is no parameter “Room” here."),
        ("tag=program", "tag", "There is no parameter “tag” here."),
        ("room=sal-a&x", "x", "There is no parameter “x” here."),
    ],
)
def test_what_a_programme_was_wrongly_asked_for(get, query, parameter, detail):
    response = get(f"{PROGRAMME.replace('/sv/', '/en/')}?{query}")
    assert (response.status_code, problem(response)) == (404, NOWHERE | {"detail": detail, "parameter": parameter})


@pytest.mark.parametrize(
    ("query", "parameter", "detail"),
    [
        ("tag=ai", "tag", "“ai” is not known as a value of “tag”."),
        ("tag=", "tag", "“” is not known as a value of “tag”."),
        ("tag=program&tag=ai", "tag", "“program” is not known as a value of “tag”."),
        ("room=sal-a", "room", "There is no parameter “room” here."),
        ("cancelled=keep", "cancelled", "There is no parameter “cancelled” here."),
    ],
)
def test_what_news_was_wrongly_asked_for(get, query, parameter, detail):
    response = get(f"{NEWS.replace('/sv/', '/en/')}?{query}")
    assert (response.status_code, problem(response)) == (404, NOWHERE | {"detail": detail, "parameter": parameter})


def test_one_session_is_asked_for_nothing_more(get, sessions):
    address = f"conferences/dv2020/en/sessions/{code_of(sessions['Keynote'])}.ics"
    assert problem(get(f"{address}?kind=keynote"))["detail"] == "There is no parameter “kind” here."
    assert get(f"{address}?utm_source=brev&_=1").status_code == 200


STRANGE = [
    "%00",
    "%ED%A0%80",
    "%FF%FE",
    "%0d%0aSet-Cookie:x",
    "x" * 5000,
    "9999-99-99",
    "2020-12-08T10:00",
    "٢٠٢٠-١٢-٠٨",
    "' OR 1=1 --",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
]


@pytest.mark.parametrize("value", STRANGE, ids=lambda value: ascii(value[:20]))
@pytest.mark.parametrize("name", [*Facet, "cancelled", "tag", ""])
def test_no_value_is_too_strange(get, name, value):
    responses = [get(f"{address}?{name}={value}") for address in (PROGRAMME, NEWS)]
    assert [problem(response)["status"] for response in responses] == [404, 404]


def test_too_many_parameters_are_a_bad_request(get):
    for address in (PROGRAMME, NEWS):
        response = get(f"{address}?{'&'.join(['room=sal-a'] * 1001)}")
        assert (response.status_code, problem(response)["status"]) == (400, 400)


@pytest.mark.parametrize("address", [PROGRAMME, "embed/conferences/dv2020/sv/programme/"])
def test_a_selection_that_nobody_can_have_made_is_a_bad_request(get, address):
    """What is drawn for one grows with the square of its values."""
    days = [f"day=2020-{month:02}-{day:02}" for month in range(1, 4) for day in range(1, 29)]
    assert get(f"{address}?{'&'.join(days[:60])}").status_code == 200
    response = get(f"{address}?{'&'.join(days)}")
    assert response.status_code == 400
    assert "för många parametrar" in response.content.decode()
    assert len(response.content) < 5_000


def test_a_problem_of_a_wrong_method(get):
    assert problem(get(PROGRAMME.replace("/sv/", "/en/"), method="POST")) == {
        "type": "about:blank",
        "title": "Method not allowed",
        "status": 405,
        "detail": "Documents can only be read here.",
    }


def hide_privately(conference, news):
    make_private(conference)
    make_private(news)


def hide_by_an_ancestor(conference, news):
    make_private(conference.get_parent())


def hide_by_unpublishing(conference, news):
    unpublish(conference)
    unpublish(news)


def hide_by_deleting(conference, news):
    delete(conference)
    delete(news)


@pytest.mark.parametrize("hide", [hide_privately, hide_by_an_ancestor, hide_by_unpublishing, hide_by_deleting])
def test_what_is_hidden_is_what_never_was(get, conference, sessions, news, hide):
    session = f"conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}.ics"
    hide(conference, news)
    selections = f"{PROGRAMME}?room=sal-a", f"{PROGRAMME}?room=none", f"{NEWS}?tag=program"
    for address in (PROGRAMME, NEWS, session, *selections):
        hidden, never = get(address), get("conferences/none/sv/programme.ics")
        assert (hidden.status_code, hidden.content) == (404, never.content)
        assert dict(hidden.items()) == dict(never.items())


def test_another_sites_documents_are_not_here(get, conference, news):
    other = make.make_site("annan.example", is_default_site=False)
    make.make_conference(other.root_page, "annan20", title="Hemlig annanstans")
    make.make_news(other.root_page, "annat")
    addresses = ["conferences/annan20/sv/programme.ics", "news/annat/sv/articles.rss"]
    assert [get(address).content for address in addresses] == [get("conferences/none/sv/programme.ics").content] * 2
    assert [get(address, Host="annan.example").status_code for address in addresses] == [200, 200]
    assert [get(address, Host="annan.example").status_code for address in (PROGRAMME, NEWS)] == [404, 404]


def test_a_site_that_prefixes_every_language_does_not_take_our_404(settings, get):
    patterns = [path("dvb/", include("dvb_wagtail.urls")), *i18n_patterns(path("", include(wagtail_urls)))]
    settings.ROOT_URLCONF = type("Urls", (), {"urlpatterns": patterns})
    assert get("conferences/dv2020/en/programme.ics").status_code == 200
    assert problem(get("conferences/none/en/programme.ics")) == NOWHERE
