"""From a document to a response: not modified, or its bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from dvb_wagtail.conf import conf
from dvb_wagtail.delivery import encodings, words
from dvb_wagtail.delivery.bodies import render
from dvb_wagtail.delivery.documents.document import Document
from dvb_wagtail.delivery.headers import PublicResponse, cache_control
from dvb_wagtail.delivery.offered import is_calendar
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.validators import content_etag, etag


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be sent. Only the bytes are made when it is known that they must be.

    `changed` is UTC, or None where nobody knows when the content last changed; `max_age` in seconds. `file_name` is
    what it is saved as, if it is to be saved; `headers` what it sends besides what every answer does.
    """

    validator: str
    changed: datetime | None
    max_age: int
    language: str
    media_type: str
    encoding: str
    body: Callable[[], bytes]
    file_name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def respond(request: HttpRequest, document: Document) -> PublicResponse:
    """Return 304 if the client has the document, else the document. Raises Problem if it was to have another."""
    compressible = conf.gzip_ics or not is_calendar(document.format)
    encoding = encoding_for(request) if compressible else encodings.IDENTITY
    answer = Answer(
        validator=etag(
            address=document.address,
            token=document.token,
            revision=document.format.revision,
            words=words.digest(document.options.language),
            encoding=encoding,
            boundary=document.boundary,
        ),
        changed=max(document.changed, document.boundary or document.changed),
        max_age=document.max_age,
        language=document.options.language,
        media_type=document.format.media_type,
        file_name=document.file_name,
        encoding=encoding,
        body=partial(render, document),
    )
    return send(request, answer)


def respond_with(
    request: HttpRequest,
    body: bytes,
    *,
    media_type: str,
    language: str,
    file_name: str = "",
    changed: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> PublicResponse:
    """Return bytes that are there already, as `respond` does: their own content is their validator."""
    encoding = encoding_for(request)
    answer = Answer(
        validator=content_etag(body, encoding),
        changed=changed,
        max_age=conf.max_age,
        language=language,
        media_type=media_type,
        file_name=file_name,
        encoding=encoding,
        body=lambda: body,
        headers=headers or {},
    )
    return send(request, answer)


def send(request: HttpRequest, answer: Answer) -> PublicResponse:
    """Return 304 if the client has what it asks for, else the bytes. Raises Problem if it was to have another."""
    changed = None if answer.changed is None else int(answer.changed.timestamp())
    headers = {
        **answer.headers,
        "ETag": answer.validator,
        "Cache-Control": cache_control(answer.max_age),
        "Content-Language": answer.language,
    }
    if changed is not None:
        headers["Last-Modified"] = http_date(changed)
    conditional = get_conditional_response(request, etag=answer.validator, last_modified=changed)
    if conditional is not None:
        if conditional.status_code == HTTPStatus.PRECONDITION_FAILED:
            raise Problem(HTTPStatus.PRECONDITION_FAILED)
        return PublicResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    body = answer.body()
    if answer.file_name:
        headers["Content-Disposition"] = f'inline; filename="{answer.file_name}"'
    if answer.encoding:
        headers["Content-Encoding"] = answer.encoding
        body = encodings.compress(body)
    return PublicResponse(body, content_type=answer.media_type, headers=headers)


def encoding_for(request: HttpRequest) -> str:
    """Return the content coding that the client asks for, "" for none."""
    return encodings.GZIP if encodings.accepts_gzip(request.headers.get("Accept-Encoding", "")) else encodings.IDENTITY
