"""The addresses under `v1/`: who may ask what, and which document it is.

Nothing here reads a session, a user, a cookie, Accept or Accept-Language: an address has one answer for everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import datetime
from functools import partial, wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.views.decorators.csrf import csrf_exempt
from wagtail.coreutils import get_content_languages

from dvb_wagtail.conf import conf
from dvb_wagtail.delivery.documents import changes as programme_changes
from dvb_wagtail.delivery.documents import news
from dvb_wagtail.delivery.documents import programme as programmes
from dvb_wagtail.delivery.documents import recordings as all_recordings
from dvb_wagtail.delivery.documents import series as all_editions
from dvb_wagtail.delivery.documents.document import Document
from dvb_wagtail.delivery.headers import PREFLIGHT, PublicResponse
from dvb_wagtail.delivery.offered import offered
from dvb_wagtail.delivery.problems import Problem, problem_response
from dvb_wagtail.delivery.queries import ProgrammeQuery, no_query, options_query, pairs, programme_query, tag_of
from dvb_wagtail.delivery.responses import respond
from dvb_wagtail.formats.registry import Format, Subject
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, Host, NewsRecord

View = Callable[..., PublicResponse]

_OF_AN_EDITION: Mapping[Subject, Callable[[ConferenceRecord, Format[Any], str, ProgrammeQuery], Document]] = {
    Subject.PROGRAMME: programmes.programme,
    Subject.CHANGES: programme_changes.changes,
    Subject.RECORDINGS: all_recordings.recordings,
}
"""Who makes a document of an edition's address, by its subject."""


def public(view: View, languages: Callable[[], Container[str]] = get_content_languages) -> View:
    """Make a view of one that returns a document or raises Problem: preflight, methods and problem documents.

    `languages` are those that the address exists in, the site's unless told otherwise.
    Free of CSRF protection, since it would answer a POST in HTML before it is told that only GET is answered.
    """

    @wraps(view)
    def answer(request: HttpRequest, language: str = "", **address: str) -> PublicResponse:
        def in_known_language(request: HttpRequest) -> PublicResponse:
            if not known:
                raise Problem
            return view(request, language=language, **address)

        known = language in languages()
        return _answered(request, in_known_language, language if known else settings.LANGUAGE_CODE)

    return csrf_exempt(answer)


def public_of_site(view: View) -> View:
    """The same for an address without a language: it answers in the site's main one."""

    @wraps(view)
    def answer(request: HttpRequest, **address: str) -> PublicResponse:
        return _answered(request, partial(view, **address), settings.LANGUAGE_CODE)

    return csrf_exempt(answer)


def _answered(request: HttpRequest, view: View, language: str) -> PublicResponse:
    if request.method == "OPTIONS":
        return PublicResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
    try:
        if request.method not in ("GET", "HEAD"):
            raise Problem(HTTPStatus.METHOD_NOT_ALLOWED)
        return view(request)
    except Problem as problem:
        return problem_response(problem, language)


@public
def programme(request: HttpRequest, acronym: str, language: str, name: str, extension: str) -> PublicResponse:
    """What is said of an edition in one format, or of the selection of its programme that the query asks for."""
    written_as = _format(tuple(_OF_AN_EDITION), name, extension)
    record = conference(request, acronym, conf.now() if written_as.subject is Subject.CHANGES else None)
    query = programme_query(request, partial(records.ever_public, record), written_as.options)
    return respond(request, _OF_AN_EDITION[written_as.subject](record, written_as, language, query))


@public
def session(request: HttpRequest, acronym: str, language: str, code: str) -> PublicResponse:
    """One session as a calendar file."""
    written_as = _format((Subject.PROGRAMME,), "programme", "ics")
    no_query(request)
    record = conference(request, acronym)
    found = records.session(record, code)
    if found is None:
        raise Problem
    return respond(request, programmes.session(record, found, code, written_as, language))


@public
def series(request: HttpRequest, key: str, language: str, name: str, extension: str) -> PublicResponse:
    """All editions of a series in one format."""
    written_as = _format((Subject.SERIES,), name, extension)
    options = options_query(request, written_as.options)
    record = records.series(key, host(request))
    if record is None:
        raise Problem
    return respond(request, all_editions.series(record, written_as, language, options))


@public
def articles(request: HttpRequest, key: str, language: str, name: str, extension: str) -> PublicResponse:
    """A news channel in one format, or those of its articles that have a tag."""
    written_as = _format((Subject.NEWS,), name, extension)
    record = channel(request, key)
    tag = tag_of(pairs(request), partial(records.tag_known, record))
    return respond(request, news.articles(record, written_as, language, tag))


@public
def unknown(request: HttpRequest, language: str) -> PublicResponse:
    """Every other address under `v1/`."""
    raise Problem


def _format(subjects: Iterable[Subject], name: str, extension: str) -> Format[Any]:
    found = offered(subjects, name, extension)
    if found is None:
        raise Problem
    return found


def conference(
    request: HttpRequest, acronym: str, now: datetime | None = None, *, days: bool = False
) -> ConferenceRecord:
    """Return the edition that a request is for, as `records.conference` does. Raises Problem where there is none."""
    found = records.conference(acronym, host(request), now, days=days)
    if found is None:
        raise Problem
    return found


def channel(request: HttpRequest, key: str) -> NewsRecord:
    """Return the news channel that a request is for. Raises Problem where there is none."""
    found = records.news(key, host(request))
    if found is None:
        raise Problem
    return found


def host(request: HttpRequest) -> Host:
    """Return host name and port of the request, as Wagtail tells sites apart."""
    return split_domain_port(request.get_host())[0], int(request.get_port())
