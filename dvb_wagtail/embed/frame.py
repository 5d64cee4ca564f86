"""From what a frame shows to a response: not modified, its HTML, or what is wrong, as a page that visitors can read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from wagtail.coreutils import get_content_languages

from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.delivery import addresses, words
from dvb_wagtail.delivery.headers import METHODS, PREFLIGHT, PublicResponse
from dvb_wagtail.delivery.problems import MAX_AGE, Problem, detail
from dvb_wagtail.delivery.responses import Answer, encoding_for, send
from dvb_wagtail.delivery.validators import etag
from dvb_wagtail.embed.headers import HTML, frame_headers
from dvb_wagtail.embed.revision import SCRIPT, STYLE, revision
from dvb_wagtail.formats.host_snippets import origin
from dvb_wagtail.presentation.languages import is_right_to_left


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame before it is drawn. `address` is its own, absolute and canonical; `page` that of the page it is about.

    `content` gives what its template shows; it is only called when the client does not have the frame already, with
    the language of its words active. The rest as for `Document`.
    """

    template: str
    address: str
    page: str
    language: str
    options: FrameOptions
    token: str
    changed: datetime
    max_age: int
    content: Callable[[], Mapping[str, Any]]
    boundary: datetime | None = None


View = Callable[..., Frame]


def framed(view: View) -> Callable[..., HttpResponse]:
    """Make a view of one that returns a Frame or raises Problem. As `delivery.views.public`, but for people to read."""

    @wraps(view)
    def answer(request: HttpRequest, language: str, **address: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return PublicResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
        known = language in get_content_languages()
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem(HTTPStatus.METHOD_NOT_ALLOWED)
            if not known:
                raise Problem
            return _respond(request, view(request, language=language, **address))
        except Problem as problem:
            return _missing(request, problem, language if known else settings.LANGUAGE_CODE)

    # Who may show it is said in its own policy, finer than Django's middleware does.
    return csrf_exempt(xframe_options_exempt(answer))


def boundary(days: Collection[date], time_zone: str, now: datetime) -> datetime | None:
    """Return when time alone last changed what a frame says that marks what goes on, UTC; None before the first day.

    From the first of these days to the last that is the minute. A day longer, for what goes on past midnight; after
    that it stands still.
    """
    zone = ZoneInfo(time_zone)
    begins = datetime.combine(min(days), time.min, zone)
    ends = datetime.combine(max(days) + timedelta(days=2), time.min, zone)
    if now < begins:
        return None
    return min(now, ends).astimezone(UTC).replace(second=0, microsecond=0)


def _respond(request: HttpRequest, frame: Frame) -> PublicResponse:
    encoding = encoding_for(request)
    answer = Answer(
        validator=etag(
            address=frame.address,
            token=frame.token,
            revision=revision(),
            words=words.digest(frame.language),
            encoding=encoding,
            boundary=frame.boundary,
        ),
        changed=max(frame.changed, frame.boundary or frame.changed),
        max_age=frame.max_age,
        language=frame.language,
        media_type=HTML,
        encoding=encoding,
        body=lambda: _draw(frame),
        headers=frame_headers(),
    )
    return send(request, answer)


def _draw(frame: Frame) -> bytes:
    with translation.override(words.spoken(frame.language)):
        # Who pastes the frame's own address, since the page's cannot say all its options, has it discovered there.
        oembed = addresses.oembed(frame.address, "json", root_url=origin(frame.address))
        context = {**frame.content(), "page_address": frame.page, "oembed": oembed}
        return _html(frame.template, frame.language, frame.options, context)


def _missing(request: HttpRequest, problem: Problem, language: str) -> PublicResponse:
    """Return what is wrong as a page: a problem document would be shown to visitors of the host as it is.

    From a wrong parameter one gets to the same frame without any.
    """
    said_in = words.spoken(language)
    with translation.override(said_in):
        whole = request.path if problem.parameter else ""
        said = {"title": _heading(problem), "detail": detail(problem), "whole": whole}
        body = _html("dvb_wagtail/embed/missing.html", said_in, FrameOptions(), said)
    headers = {**frame_headers(), "Cache-Control": f"public, max-age={MAX_AGE}", "Content-Language": said_in}
    if problem.status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = METHODS
    return PublicResponse(body, status=problem.status, content_type=HTML, headers=headers)


def _heading(problem: Problem) -> str:
    """Return what stands over it: an address that asks for what never was tells of nothing that is gone."""
    if problem.parameter or problem.status is HTTPStatus.BAD_REQUEST:
        return gettext("There is a mistake in the address of this frame.")
    return gettext("What was shown here is not there now.")


def _html(template: str, language: str, options: FrameOptions, context: Mapping[str, Any]) -> bytes:
    level = options.heading
    return render_to_string(
        template,
        {
            "language": language,
            "bidi": is_right_to_left(language),
            "options": options,
            "level": level,
            "day_level": level + 1,
            "session_level": level + 2,
            "style": STYLE,
            "script": SCRIPT,
            **context,
        },
    ).encode()
