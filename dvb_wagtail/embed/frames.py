"""The addresses of frames: who may ask what. As strict as documents are, and as anonymous."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest

from dvb_wagtail.core.frames import FrameKind, FrameOptions, parse_options
from dvb_wagtail.core.scope import Scope, ScopeError
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.queries import nothing_of, pairs, problem_of, scope_of, tag_of
from dvb_wagtail.delivery.views import channel, conference
from dvb_wagtail.embed import articles, editions
from dvb_wagtail.embed.frame import Frame, framed
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord


@framed
def programme(request: HttpRequest, acronym: str, language: str) -> Frame:
    """The programme of an edition, or the selection of it that the query asks for."""
    options, rest = _options(request, FrameKind.PROGRAMME)
    record = conference(request, acronym, days=True)
    return editions.programme(record, language, _scope(rest, record), options)


@framed
def session(request: HttpRequest, acronym: str, language: str, code: str) -> Frame:
    """One session."""
    options, rest = _options(request, FrameKind.SESSION)
    nothing_of(rest)
    record = conference(request, acronym, days=True)
    found = records.session(record, code)
    if not isinstance(found, SessionRecord):
        raise Problem
    return editions.session(record, found, language, options)


@framed
def subscribe(request: HttpRequest, acronym: str, language: str) -> Frame:
    """The ways to subscribe to a programme or a selection of it."""
    options, rest = _options(request, FrameKind.SUBSCRIBE)
    record = conference(request, acronym)
    return editions.subscribe(record, language, _scope(rest, record), options)


@framed
def news(request: HttpRequest, key: str, language: str) -> Frame:
    """The newest articles of a channel, or of those that have a tag."""
    options, rest = _options(request, FrameKind.NEWS)
    record = channel(request, key)
    tag = tag_of(rest, partial(records.tag_known, record))
    return articles.news(record, language, tag, options)


def _options(request: HttpRequest, kind: FrameKind) -> tuple[FrameOptions, list[tuple[str, str]]]:
    try:
        return parse_options(pairs(request), kind)
    except ScopeError as error:
        raise problem_of(error) from error


def _scope(rest: list[tuple[str, str]], record: ConferenceRecord) -> Scope:
    return scope_of(rest, partial(records.ever_public, record))
