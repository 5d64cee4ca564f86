"""What is wrong with a request, as a problem document (RFC 9457) in the language of the address."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final

from django.utils import translation
from django.utils.translation import gettext

from dvb_wagtail.delivery.headers import METHODS, PublicResponse
from dvb_wagtail.delivery.words import spoken

MEDIA_TYPE: Final = "application/problem+json"

MAX_AGE: Final = 60
"""Seconds: what is not there may be published any minute."""


class Problem(Exception):
    """A request that gets no document. `parameter` and `value` are what was wrong in the query, if that was it.

    It says nothing of why something is not public: what is private, unpublished or another site's is what never was.
    """

    def __init__(
        self, status: HTTPStatus = HTTPStatus.NOT_FOUND, parameter: str = "", value: str | None = None
    ) -> None:
        super().__init__(status, parameter, value)
        self.status = status
        self.parameter = parameter
        self.value = value


def problem_response(problem: Problem, language: str) -> PublicResponse:
    """Return the problem document, with the methods that are answered where another was used.

    It says which language it is in: the site's main one, if the package is not translated into `language`.
    """
    said_in = spoken(language)
    with translation.override(said_in):
        document: dict[str, object] = {
            "type": "about:blank",
            "title": _title(problem.status),
            "status": int(problem.status),
            "detail": detail(problem),
        }
    if problem.parameter:
        document["parameter"] = problem.parameter
    headers = {"Cache-Control": f"public, max-age={MAX_AGE}", "Content-Language": said_in}
    if problem.status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = METHODS
    return PublicResponse(
        json.dumps(document, ensure_ascii=False).encode(),
        status=problem.status,
        content_type=MEDIA_TYPE,
        headers=headers,
    )


def _title(status: HTTPStatus) -> str:
    return {
        HTTPStatus.NOT_FOUND: gettext("Not found"),
        HTTPStatus.METHOD_NOT_ALLOWED: gettext("Method not allowed"),
        HTTPStatus.PRECONDITION_FAILED: gettext("Precondition failed"),
        HTTPStatus.NOT_IMPLEMENTED: gettext("Not implemented"),
    }.get(status, gettext("Bad request"))


def detail(problem: Problem) -> str:
    """Return what is wrong, in a sentence in the active language."""
    if problem.status is HTTPStatus.METHOD_NOT_ALLOWED:
        return gettext("Documents can only be read here.")
    if problem.status is HTTPStatus.PRECONDITION_FAILED:
        return gettext("The document has changed since then.")
    if problem.status is HTTPStatus.BAD_REQUEST and problem.parameter:
        return gettext("The parameter “{parameter}” is missing.").format(parameter=problem.parameter)
    if problem.status is HTTPStatus.BAD_REQUEST:
        return gettext("The address has too many parameters.")
    if problem.value is not None:
        return gettext("“{value}” is not known as a value of “{parameter}”.").format(
            value=problem.value, parameter=problem.parameter
        )
    if problem.parameter:
        return gettext("There is no parameter “{parameter}” here.").format(parameter=problem.parameter)
    return gettext("There is no public document at this address.")
