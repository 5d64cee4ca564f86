"""How documents behave over HTTP: the contract line by line, by real requests for what was really published."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

import pytest
from django.test import Client

from dvb_wagtail.pages.models import ArticlePage
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews
from tests import pages_factory as make
from tests.delivery import every_address
from tests.delivery.editing import code_of, republish, save_draft, unpublish
from tests.delivery.reading import NEWS, PROGRAMME

pytestmark = pytest.mark.usefixtures("sessions", "news")

DOCUMENTS = [
    *every_address.of_an_edition("dv2020", "sv"),
    f"{PROGRAMME}?kind=keynote&room=sal-a",
    *every_address.of_news("nyheter", "sv"),
    f"{NEWS}?tag=program",
    *every_address.frames("dv2020", "nyheter", "sv"),
]


@pytest.fixture(params=[*DOCUMENTS, "session", "frame of a session"])
def address(request, sessions):
    """Each kind of document in turn."""
    code = code_of(sessions["Keynote"])
    if request.param == "session":
        return f"conferences/dv2020/sv/sessions/{code}.ics"
    if request.param == "frame of a session":
        return f"embed/conferences/dv2020/sv/sessions/{code}/"
    return request.param


def problem_type(address: str) -> str:
    """Return how a problem is told: in a frame people read it."""
    return "text/html; charset=utf-8" if address.startswith("embed/") else "application/problem+json"


# ---- methods


def test_get_answers_anyone(get, address):
    response = get(address)
    assert (response.status_code, bool(response.content)) == (200, True)


def test_head_has_the_headers_of_get(get, address):
    got, asked = get(address), get(address, method="HEAD")
    assert (asked.status_code, asked.content) == (200, b"")
    assert dict(asked.items()) == dict(got.items())


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_other_methods_are_told_which_there_are(address, method):
    response = Client(enforce_csrf_checks=True).generic(method, f"/dvb/v1/{address}", data="x")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"] == problem_type(address)


def test_preflight_is_answered_without_looking(get, address, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = get(
            address,
            method="OPTIONS",
            Origin="https://kommun.example",
            Access_Control_Request_Method="GET",
            Access_Control_Request_Headers="if-none-match",
        )
    assert (response.status_code, response.content) == (204, b"")
    assert {name: response[name] for name in response.headers if name.startswith(("Access", "Allow"))} == {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Content-Disposition",
        "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Headers": "*",
        "Access-Control-Max-Age": "86400",
        "Allow": "GET, HEAD, OPTIONS",
    }


# ---- anonymous


class Untouchable:
    """Fails the test when anything is asked of it."""

    def __getattribute__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")

    def __getitem__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")

    def __contains__(self, name: str) -> bool:
        raise AssertionError(f"{name} was asked for")


def hands_off(get_response):
    """Middleware that makes session, user and cookies untouchable."""

    def answer(request):
        request.session = request.user = request.COOKIES = Untouchable()
        return get_response(request)

    return answer


def test_session_user_and_cookies_are_never_touched(settings, get, address):
    settings.MIDDLEWARE = [f"{__name__}.hands_off"]
    assert get(address).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "text/html"},
        {"Accept": "application/json;q=0.9"},
        {"Accept": ""},
        {"Accept_Language": "en"},
        {"Cookie": "django_language=en; sessionid=x"},
        {"User_Agent": "Google-Calendar-Importer"},
        {"Origin": "https://kommun.example"},
    ],
    ids=str,
)
def test_the_answer_is_the_same_for_everyone(get, address, headers):
    plain, other = get(address), get(address, **headers)
    assert other.content == plain.content
    assert dict(other.items()) == dict(plain.items())
    assert (other["Vary"], other.cookies) == ("Accept-Encoding", {})


# ---- validators


def test_a_304_for_exactly_the_header_that_was_sent(get, address):
    etag = get(address)["ETag"]
    assert etag.startswith('"')
    assert etag.endswith('"')
    response = get(address, If_None_Match=etag)
    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("pattern", ["W/{}", '"other", {}', '{} , W/"x"', "*"])
def test_a_304_for_the_forms_that_caches_send(get, address, pattern):
    etag = get(address)["ETag"]
    assert get(address, If_None_Match=pattern.format(etag)).status_code == 304


def test_a_304_says_what_the_200_said(get, address):
    full = get(address)
    response = get(address, If_None_Match=full["ETag"])
    kept = {"ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Language"}
    assert {name: response[name] for name in kept} == {name: full[name] for name in kept}
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not {"Content-Type", "Content-Length", "Content-Disposition"} & set(response.headers)


def test_if_none_match_comes_before_if_modified_since(get, address):
    modified = get(address)["Last-Modified"]
    response = get(address, If_None_Match='"something else"', If_Modified_Since=modified)
    assert response.status_code == 200


def test_if_modified_since_alone(get, address):
    modified = get(address)["Last-Modified"]
    before = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)
    assert get(address, If_Modified_Since=modified).status_code == 304
    assert get(address, If_Modified_Since=before).status_code == 200


def test_a_broken_condition_is_no_condition(get, address):
    assert get(address, If_None_Match="no quotes", If_Modified_Since="yesterday").status_code == 200


def test_a_precondition_on_another_document_fails_as_a_problem(get, address):
    response = get(address, If_Match='"something else"')
    assert (response.status_code, response["Content-Type"]) == (412, problem_type(address))
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("document", "queries"),
    [
        (PROGRAMME, 1),
        (f"{PROGRAMME}?cancelled=keep", 1),
        (f"{PROGRAMME}?day=2020-12-08&kind=panel&language=sv&place=online", 1),
        (f"{PROGRAMME}?room=sal-a&track=politiskt-ledarskap&theme=ai-och-etik", 2),
        (NEWS, 1),
        (f"{NEWS}?tag=program", 2),
    ],
)
def test_queries_of_a_304(get, django_assert_num_queries, document, queries):
    etag = get(document)["ETag"]
    with django_assert_num_queries(queries):
        assert get(document, If_None_Match=etag).status_code == 304


def test_queries_of_a_304_for_one_session(get, sessions, django_assert_num_queries):
    document = f"conferences/dv2020/sv/sessions/{code_of(sessions['Panel'])}.ics"
    etag = get(document)["ETag"]
    with django_assert_num_queries(2):
        assert get(document, If_None_Match=etag).status_code == 304


@pytest.mark.parametrize(("document", "queries"), [(PROGRAMME, 2), (f"{PROGRAMME}?room=sal-a", 3), (NEWS, 2)])
def test_queries_do_not_grow_with_the_number_of_items(
    get, conference, news, django_assert_num_queries, document, queries
):
    with django_assert_num_queries(queries):
        few = get(document)
    for number in range(3):
        make.make_appearance(make.make_session(conference, f"Mer {number}", room="sal-a"), name="Anna Andersson")
        make.make_article(news, f"Mer {number}", tags=("Program", "AI"))
    with django_assert_num_queries(queries):
        many = get(document)
    assert (few.content.count(b"Mer "), many.content.count(b"Mer ")) == (0, 3)


def test_last_modified_is_when_the_public_content_last_changed(get, settings, address):
    settings.DVB_WAGTAIL_NOW = "2020-01-03T12:00"  # before the edition: in its days frames change with the time
    for table in (PublishedConference, PublishedNews):
        table.objects.update(updated=datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert get(address)["Last-Modified"] == "Thu, 02 Jan 2020 03:04:05 GMT"


def test_validators_change_when_the_content_does(get, conference, sessions, news, address):
    PublishedConference.objects.update(updated=datetime(2020, 1, 1, tzinfo=UTC))
    PublishedNews.objects.update(updated=datetime(2020, 1, 1, tzinfo=UTC))
    before = get(address)
    republish(conference, title="Digitala Västerbotten: en ny rubrik")
    republish(sessions["Keynote"], title="Keynote: en ny rubrik")
    make.make_article(news, "Ännu en", tags=("Program",))
    after = get(address, If_None_Match=before["ETag"])
    assert after.status_code == 200
    assert after.content != before.content
    assert parsedate_to_datetime(after["Last-Modified"]) > parsedate_to_datetime(before["Last-Modified"])


def test_last_modified_moves_forward_when_something_is_withdrawn(get, sessions):
    PublishedConference.objects.update(updated=datetime(2020, 1, 1, tzinfo=UTC))
    before = get(PROGRAMME)
    unpublish(sessions["Keynote"])
    after = get(PROGRAMME, If_Modified_Since=before["Last-Modified"])
    assert after.status_code == 200
    assert parsedate_to_datetime(after["Last-Modified"]) > parsedate_to_datetime(before["Last-Modified"])


def test_saving_a_draft_changes_no_byte(get, sessions, news, address):
    before = get(address)
    for page in (sessions["Keynote"], news, ArticlePage.objects.last()):
        save_draft(page, title="Bara ett utkast")
    after = get(address)
    assert (after.content, dict(after.items())) == (before.content, dict(before.items()))


def test_publishing_the_same_again_changes_no_byte(get, sessions, address):
    before = get(address)
    republish(sessions["Keynote"])
    after = get(address)
    assert (after.content, dict(after.items())) == (before.content, dict(before.items()))


# ---- freshness


@pytest.mark.parametrize(
    ("now", "max_age"),
    [
        ("2020-12-07T23:59:59+01:00", 300),
        ("2020-12-07T23:00:00Z", 60),
        ("2020-12-08T12:00:00+01:00", 60),
        ("2020-12-09T23:59:59+01:00", 60),
        ("2020-12-10T00:00:00+01:00", 300),
    ],
    ids=["the evening before", "midnight where it is held", "at noon", "the last second", "the day after"],
)
def test_a_programme_is_fresh_for_a_shorter_time_on_its_days(settings, get, now, max_age):
    settings.DVB_WAGTAIL_NOW = now
    expected = f"public, max-age={max_age}, stale-while-revalidate={max_age}, stale-if-error=86400"
    assert get(PROGRAMME)["Cache-Control"] == expected


def test_how_long_is_the_sites_to_say(settings, get):
    settings.DVB_WAGTAIL_MAX_AGE = 900
    settings.DVB_WAGTAIL_NOW = "2020-12-08T12:00:00+01:00"
    ages = [get(address)["Cache-Control"].split(", ")[1] for address in (PROGRAMME, NEWS)]
    assert ages == ["max-age=60", "max-age=900"]


# ---- compression


def test_gzip_where_it_is_asked_for(get, address):
    plain, compressed = get(address), get(address, Accept_Encoding="gzip, deflate, br")
    assert "Content-Encoding" not in plain.headers
    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert len(compressed.content) < len(plain.content)


def test_each_encoding_has_an_etag_of_its_own(get, address):
    plain, compressed = get(address), get(address, Accept_Encoding="gzip")
    assert plain["ETag"] != compressed["ETag"]
    assert get(address, Accept_Encoding="gzip", If_None_Match=compressed["ETag"]).status_code == 304
    assert get(address, Accept_Encoding="gzip", If_None_Match=plain["ETag"]).status_code == 200
    assert get(address, If_None_Match=compressed["ETag"]).status_code == 200


def test_compressed_bytes_are_the_same_each_time(get, address):
    assert get(address, Accept_Encoding="gzip").content == get(address, Accept_Encoding="gzip").content


def test_calendars_can_be_sent_plain(settings, get, address):
    settings.DVB_WAGTAIL_GZIP_ICS = False
    encoding = get(address, Accept_Encoding="gzip").headers.get("Content-Encoding")
    assert encoding == (None if ".ics" in address else "gzip")


# ---- what a browser elsewhere needs


def test_the_headers_of_an_answer(get, conference, sessions):
    code = code_of(sessions["Keynote"])
    documents = [PROGRAMME, f"conferences/dv2020/en/sessions/{code}.ics", NEWS, "news/nyheter/en/articles.atom"]
    names = ["Content-Type", "Content-Disposition", "Content-Language"]
    assert [[response[name] for name in names] for response in map(get, documents)] == [
        ["text/calendar; charset=utf-8", 'inline; filename="dv2020-programme.ics"', "sv"],
        ["text/calendar; charset=utf-8", f'inline; filename="dv2020-{code}.ics"', "en"],
        ["application/rss+xml", 'inline; filename="nyheter-articles.rss"', "sv"],
        ["application/atom+xml", 'inline; filename="nyheter-articles.atom"', "en"],
    ]


@pytest.mark.parametrize("status", [200, 204, 304, 404, 405, 412])
def test_every_answer_can_be_read_from_anywhere(get, status):
    response = {
        200: lambda: get(PROGRAMME),
        204: lambda: get(PROGRAMME, method="OPTIONS"),
        304: lambda: get(PROGRAMME, If_None_Match="*"),
        404: lambda: get("conferences/none/sv/programme.ics"),
        405: lambda: get(PROGRAMME, method="POST"),
        412: lambda: get(PROGRAMME, If_Match='"x"'),
    }[status]()
    assert response.status_code == status
    names = [
        "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers",
        "Cross-Origin-Resource-Policy",
        "X-Content-Type-Options",
        "Vary",
    ]
    assert [response[name] for name in names] == [
        "*",
        "ETag, Last-Modified, Link, Content-Disposition",
        "cross-origin",
        "nosniff",
        "Accept-Encoding",
    ]
