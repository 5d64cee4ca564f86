"""Headers that hold under a site's middleware: an answer is as it was made, whoever asks."""

from __future__ import annotations

import gzip
import pickle
from importlib.util import find_spec

import pytest
from django.test import Client

from dvb_wagtail.delivery.headers import PublicResponse, cache_control
from tests.delivery.reading import NEWS, PROGRAMME

SESSION = "django.contrib.sessions.middleware.SessionMiddleware"
LOCALE = "django.middleware.locale.LocaleMiddleware"
COMMON = "django.middleware.common.CommonMiddleware"
GZIP = "django.middleware.gzip.GZipMiddleware"
CONDITIONAL = "django.middleware.http.ConditionalGetMiddleware"
CSP = "django.middleware.csp.ContentSecurityPolicyMiddleware"  # since Django 6.0
CSRF = "django.middleware.csrf.CsrfViewMiddleware"
AUTHENTICATION = "django.contrib.auth.middleware.AuthenticationMiddleware"
MESSAGES = "django.contrib.messages.middleware.MessageMiddleware"
SECURITY = "django.middleware.security.SecurityMiddleware"
REDIRECT = "wagtail.contrib.redirects.middleware.RedirectMiddleware"

CONSTANT = "Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Content-Length"
"""What middleware may add: the same for everyone, and nothing of ours."""


def policy(get_response):
    """Middleware of a site's own, which allows itself scripts and varies by everything."""

    def answer(request):
        response = get_response(request)
        response["Content-Security-Policy"] = "default-src 'self'"
        response["Vary"] = "Cookie, Accept-Language, User-Agent"
        response["Content-Language"] = "tlh"
        response["Access-Control-Allow-Origin"] = "https://dvb.example"
        del response["Vary"]
        response.headers.setdefault("Content-Encoding", "br")
        response.set_cookie("seen", "1")
        return response

    return answer


STACKS = {
    "session": [SESSION],
    "locale": [LOCALE],
    "session and locale": [SESSION, LOCALE, COMMON],
    "gzip": [GZIP],
    "conditional get": [CONDITIONAL],
    "gzip within conditional get": [CONDITIONAL, GZIP],
    "policy": [f"{__name__}.policy"],
    "all": [
        SECURITY,
        GZIP,
        CONDITIONAL,
        SESSION,
        LOCALE,
        COMMON,
        CSRF,
        AUTHENTICATION,
        MESSAGES,
        f"{__name__}.policy",
        REDIRECT,
    ],
} | ({"csp": [CSP]} if find_spec("django.middleware.csp") else {})


@pytest.fixture
def visitor(db, django_user_model):
    """A browser of somebody who is logged in and reads English."""
    client = Client(headers={"Accept-Language": "en;q=0.9", "Accept-Encoding": "gzip", "Cookie": "django_language=en"})
    client.force_login(django_user_model.objects.create_user("editor"))
    return client


def ours(response):
    return {name: value for name, value in response.items() if name not in CONSTANT}


@pytest.mark.usefixtures("sessions", "news")
@pytest.mark.parametrize("stack", STACKS.values(), ids=STACKS.keys())
def test_no_middleware_changes_an_answer(settings, get, visitor, stack):
    settings.SESSION_SAVE_EVERY_REQUEST = True
    settings.MIDDLEWARE = []
    addresses = [PROGRAMME, f"{PROGRAMME}?room=sal-a", NEWS, "conferences/none/en/programme.ics"]
    bare = [get(address, Accept_Encoding="gzip") for address in addresses]
    settings.MIDDLEWARE = stack
    for address, expected in zip(addresses, bare, strict=True):
        response = visitor.get(f"/dvb/v1/{address}")
        assert (response.status_code, response.content) == (expected.status_code, expected.content)
        assert ours(response) == ours(expected)
        assert response.cookies == {}


@pytest.mark.usefixtures("sessions", "news")
@pytest.mark.parametrize("stack", STACKS.values(), ids=STACKS.keys())
def test_no_middleware_breaks_a_304(settings, visitor, stack):
    settings.MIDDLEWARE = stack
    for address in (PROGRAMME, f"{PROGRAMME}?room=sal-a", NEWS):
        etag = visitor.get(f"/dvb/v1/{address}")["ETag"]
        response = visitor.get(f"/dvb/v1/{address}", headers={"If-None-Match": etag})
        assert (response.status_code, response["ETag"], response["Vary"]) == (304, etag, "Accept-Encoding")
        assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("sessions")
def test_gzip_middleware_does_not_compress_what_is_to_be_sent_plain(settings, get):
    settings.MIDDLEWARE = [GZIP]
    settings.DVB_WAGTAIL_GZIP_ICS = False
    response = get(PROGRAMME, Accept_Encoding="gzip")
    assert "Content-Encoding" not in response.headers
    assert response.content.startswith(b"BEGIN:VCALENDAR")


# ---- the response itself


def test_pinned_headers_are_not_changed_added_or_taken_away():
    response = PublicResponse(b"x", content_type="text/plain", headers={"ETag": '"a"', "Content-Language": "sv"})
    for name in ("ETag", "Vary", "Content-Language", "Content-Encoding", "Access-Control-Allow-Origin"):
        before = response.headers.get(name)
        response[name] = response.headers[name.lower()] = "other"
        response.headers.setdefault(name, "other")
        del response[name]
        assert response.headers.pop(name, "none") == "none"
        assert response.headers.get(name) == before


def test_other_headers_are_the_sites_to_set():
    response = PublicResponse(b"x", content_type="text/plain", headers={"Cache-Control": cache_control(300)})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    del response["Access-Control-Expose-Headers"]
    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert "Access-Control-Expose-Headers" not in response.headers


def test_no_cookie_is_set_or_deleted():
    response = PublicResponse(headers={})
    response.set_cookie("a", "b")
    response.set_signed_cookie("c", "d")
    response.delete_cookie("a")
    assert response.cookies == {}


@pytest.mark.parametrize("status", [204, 304])
def test_an_answer_without_a_body_says_nothing_of_one(status):
    response = PublicResponse(status=status, headers={})
    response["Content-Length"] = "0"
    assert not {"Content-Type", "Content-Length"} & set(response.headers)


def test_an_answer_can_be_cached_by_the_site():
    response = PublicResponse(gzip.compress(b"x"), content_type="text/plain", headers={"ETag": '"a"'})
    copy = pickle.loads(pickle.dumps(response))  # noqa: S301
    copy["ETag"] = '"b"'
    assert (copy.content, dict(copy.items())) == (response.content, dict(response.items()))


def test_how_long_an_answer_is_fresh():
    assert cache_control(300) == "public, max-age=300, stale-while-revalidate=300, stale-if-error=86400"
