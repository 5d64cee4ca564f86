"""From a document to a response: not modified, or its bytes."""

from __future__ import annotations

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
from dvb_wagtail.delivery.validators import etag


def respond(request: HttpRequest, document: Document) -> PublicResponse:
    """Return 304 if the client has the document, else the document. Raises Problem if it was to have another."""
    encoding = _encoding(request, document)
    validator = etag(
        address=document.address,
        token=document.token,
        revision=document.format.revision,
        words=words.digest(document.options.language),
        encoding=encoding,
        boundary=document.boundary,
    )
    changed = int(max(document.changed, document.boundary or document.changed).timestamp())
    headers = {
        "ETag": validator,
        "Last-Modified": http_date(changed),
        "Cache-Control": cache_control(document.max_age),
        "Content-Language": document.options.language,
    }
    conditional = get_conditional_response(request, etag=validator, last_modified=changed)
    if conditional is not None:
        if conditional.status_code == HTTPStatus.PRECONDITION_FAILED:
            raise Problem(HTTPStatus.PRECONDITION_FAILED)
        return PublicResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    body = render(document)
    headers["Content-Disposition"] = f'inline; filename="{document.file_name}"'
    if encoding:
        headers["Content-Encoding"] = encoding
        body = encodings.compress(body)
    return PublicResponse(body, content_type=document.format.media_type, headers=headers)


def _encoding(request: HttpRequest, document: Document) -> str:
    if is_calendar(document.format) and not conf.gzip_ics:
        return encodings.IDENTITY
    return encodings.GZIP if encodings.accepts_gzip(request.headers.get("Accept-Encoding", "")) else encodings.IDENTITY
