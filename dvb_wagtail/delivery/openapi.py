"""`v1/openapi.json`: every address described as OpenAPI 3.1, from the URL patterns and the registered formats.

So a format that a site adds is described as ours are. In English; what the whole is for also in the site's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from wagtail.coreutils import get_content_languages

from dvb_wagtail.delivery import addresses, api, contracts
from dvb_wagtail.delivery.offered import all_of
from dvb_wagtail.delivery.openapi_addresses import ADDRESSES, Address
from dvb_wagtail.delivery.openapi_parts import (
    ANSWER_HEADERS,
    COMPONENTS,
    REQUEST_HEADERS,
    RESPONSES,
    lifted,
    path_parameter,
    query_parameters,
)
from dvb_wagtail.formats.json_parts import written
from dvb_wagtail.formats.registry import Format

DESCRIPTION = gettext_noop(
    "Conference programmes and news that anybody may read, show and subscribe to. Everything is answered to GET, HEAD "
    "and OPTIONS, to everyone alike, without a key or a cookie, and to scripts of any other site. The start is "
    "index.json, which names every address of every conference and news channel. Within v1, addresses, parameters and "
    "properties are added and never changed. Limits: feeds hold the newest 50 items; answers may be "
    "shown for five minutes, on conference days for one."
)

_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


def description(root_url: str) -> bytes:
    """Return the description of the addresses of the site at `root_url`."""
    schemas, names = _schemas()
    document = {
        "openapi": "3.1.0",
        "info": {"title": api.NAME, "version": api.VERSION, "description": _in_both_languages(DESCRIPTION)},
        "servers": [{"url": addresses.index(root_url=root_url).removesuffix("/index.json")}],
        "tags": [{"name": tag} for tag in dict.fromkeys(each.tag for each in ADDRESSES.values())],
        "paths": {path: {"get": operation} for path, operation in _operations(names)},
        "components": {**COMPONENTS, "schemas": schemas},
    }
    return written(document)


def _in_both_languages(text: str) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        translated = gettext(text)
    return text if translated == text else f"{text}\n\n{translated}"


def _schemas() -> tuple[dict[str, Any], dict[str, str]]:
    """Return the schemas of all documents that have one, and by the documents' file names what those are called."""
    found: dict[str, Any] = dict(COMPONENTS["schemas"])
    names = {"api-info": "ApiInfo"}
    for file_name, schema in contracts.schemas().items():
        names[file_name] = "".join(word.capitalize() for word in re.findall(r"[a-z0-9]+", file_name)[:-1])
        found |= lifted(schema, names[file_name])
    return found, names


def _operations(schemas: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every address, below the server's, with what is said of it."""
    # Not before: the patterns lead to the views, and those here.
    for pattern in import_module("dvb_wagtail.urls").urlpatterns:
        if pattern.name not in ADDRESSES:
            continue
        address = ADDRESSES[pattern.name]
        path = "/" + _PLACE.sub(r"{\1}", str(pattern.pattern)).removeprefix("v1/")
        places = [name for name in _PLACE.findall(str(pattern.pattern)) if name not in ("name", "extension")]
        for file_name, media_type, written_as in _documents(address, path):
            one = path.replace("{name}.{extension}", file_name)
            schema = None if address.schemas else schemas.get(file_name)
            yield (
                one,
                {
                    "operationId": f"{pattern.name}_{re.sub(r'[^a-z0-9]+', '_', file_name)}",
                    "tags": [address.tag],
                    "summary": address.summary_of(written_as),
                    "description": address.description_of(written_as),
                    "parameters": [
                        *(path_parameter(place, get_content_languages()) for place in places),
                        *query_parameters(address.query, written_as.options if written_as else ()),
                        *REQUEST_HEADERS,
                    ],
                    "responses": {"200": _answer(media_type, schema), **RESPONSES},
                },
            )


def _documents(address: Address, path: str) -> Iterator[tuple[str, str, Format[Any] | None]]:
    """Yield the file name, media type and format of every document at an address."""
    for subject in address.subjects:
        for each in all_of(subject):
            yield each.file_name, each.media_type, each
    if address.schemas:
        for file_name in contracts.schemas():
            yield file_name, address.media_type, None
    elif not address.subjects:
        yield path.rpartition("/")[2].replace("{code}", "session"), address.media_type, None


def _answer(media_type: str, schema: str | None) -> dict[str, Any]:
    """Return the answer with the document. Of what others have defined no more is said than its media type."""
    if schema:
        content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    else:
        content = {} if "json" in media_type else {"schema": {"type": "string"}}
    return {
        "description": "The document.",
        "headers": ANSWER_HEADERS,
        "content": {media_type: content},
    }
