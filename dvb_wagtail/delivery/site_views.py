"""The addresses of a whole site, without a language: its catalogue, and what describes the addresses themselves."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from dvb_wagtail.delivery import api, catalogue, contracts
from dvb_wagtail.delivery.headers import PublicResponse
from dvb_wagtail.delivery.openapi import description
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.queries import no_query
from dvb_wagtail.delivery.responses import respond_with
from dvb_wagtail.delivery.views import host, public_of_site
from dvb_wagtail.publication import records

JSON = "application/json"
ENGLISH = "en"


@public_of_site
def index(request: HttpRequest) -> PublicResponse:
    """Every series, conference and news channel of the site, with every address of each."""
    no_query(request)
    found = records.catalogue(host(request))
    if found is None:
        raise Problem
    return respond_with(
        request,
        catalogue.index(found),
        media_type=JSON,
        language=settings.LANGUAGE_CODE,
        file_name="index.json",
        changed=found.changed,
    )


@public_of_site
def api_info(request: HttpRequest) -> PublicResponse:
    """What these addresses are together."""
    body = api.api_info(_root_url(request))
    return respond_with(request, body, media_type=JSON, language=ENGLISH, file_name="api-info.json")


@public_of_site
def openapi(request: HttpRequest) -> PublicResponse:
    """Every address, described."""
    body = description(_root_url(request))
    return respond_with(request, body, media_type=JSON, language=ENGLISH, file_name="openapi.json")


@public_of_site
def schema(request: HttpRequest, name: str, extension: str) -> PublicResponse:
    """The JSON Schema of the documents whose addresses end so."""
    no_query(request)
    file_name = f"{name}.{extension}"
    found = contracts.schemas().get(file_name)
    if found is None:
        raise Problem
    return respond_with(request, found.encode(), media_type=contracts.MEDIA_TYPE, language=ENGLISH, file_name=file_name)


def _root_url(request: HttpRequest) -> str:
    no_query(request)
    found = records.root_url(host(request))
    if found is None:
        raise Problem
    return found
