"""What the description's addresses have in common: parameters, headers, answers, schemas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.codes import ACRONYM, ALPHABET, KEY, LENGTH
from dvb_wagtail.core.scope import WORDS, Facet
from dvb_wagtail.delivery import problems
from dvb_wagtail.delivery.openapi_addresses import OEMBED, SELECTION
from dvb_wagtail.delivery.queries import TAG

_PATH: Final[Mapping[str, dict[str, Any]]] = {
    "acronym": {
        "description": "The conference's acronym.",
        "schema": {"type": "string", "pattern": f"^{ACRONYM.pattern}$"},
        "example": "dv2020",
    },
    "key": {
        "description": "The key of the series or of the news channel.",
        "schema": {"type": "string", "pattern": f"^{KEY.pattern}$"},
        "example": "nyheter",
    },
    "code": {
        "description": "The session's permanent code.",
        "schema": {"type": "string", "pattern": f"^[{ALPHABET}]{{{LENGTH}}}$"},
        "example": "K7MPQ2",
    },
}

_FACETS: Final[Mapping[Facet, str]] = {
    Facet.DAY: "A day of the programme.",
    Facet.TRACK: "Permanent code of a track.",
    Facet.THEME: "Permanent code of a theme.",
    Facet.ROOM: "Permanent code of a room. What is for everyone is in no room.",
    Facet.KIND: "Kind of session.",
    Facet.SPEAKER: "Permanent code of a person's page.",
    Facet.LANGUAGE: "Language that a session is held in (ISO 639).",
    Facet.PLACE: "How one takes part; what is both is found by either.",
}

_OPTIONS: Final[Mapping[Option, str]] = {
    Option.KEEP_CANCELLED: "Write what is cancelled as confirmed, with the word before its title.",
    Option.RICH: "Write also what most clients do not know.",
}


def path_parameter(name: str, languages: Mapping[str, Any]) -> dict[str, Any]:
    """Return a part of an address."""
    if name == "language":
        said = {
            "description": "Language of the document.",
            "schema": {"type": "string", "enum": list(languages)},
            "example": next(iter(languages)),
        }
    else:
        said = _PATH[name]
    return {"name": name, "in": "path", "required": True, **said}


def query_parameters(query: str, options: Iterable[Option]) -> list[dict[str, Any]]:
    """Return what an address takes: a selection, or a tag, and the options of its format."""
    found = []
    if query == SELECTION:
        found += [_query(facet.value, _FACETS[facet], _values(facet), several=True) for facet in Facet]
    if query == OEMBED:
        found += _OEMBED
    if query == TAG:
        found.append(_query(TAG, "Code of a tag that the articles have.", {"type": "string"}))
    found += [
        _query(option.parameter, _OPTIONS[option], {"type": "string", "enum": [option.asked]}) for option in options
    ]
    return found


def _values(facet: Facet) -> dict[str, Any]:
    if facet is Facet.DAY:
        return {"type": "string", "format": "date"}
    return {"type": "string", "enum": sorted(WORDS[facet])} if facet in WORDS else {"type": "string"}


def _query(name: str, description: str, value: dict[str, Any], *, several: bool = False) -> dict[str, Any]:
    schema = {"type": "array", "items": value, "uniqueItems": True} if several else value
    shape = {"style": "form", "explode": True} if several else {}
    return {"name": name, "in": "query", "description": description, "schema": schema, **shape}


_OEMBED: Final = [
    _query("url", "Absolute address of a page of this site, or of one of its frames.", {"type": "string"})
    | {"required": True},
    _query("format", "How the answer is written.", {"type": "string", "enum": ["json", "xml"]}),
    _query("maxwidth", "CSS pixels that there are at most.", {"type": "integer", "minimum": 1}),
    _query("maxheight", "CSS pixels that there are at most.", {"type": "integer", "minimum": 1}),
]


def lifted(schema: str, name: str) -> dict[str, Any]:
    """Return a JSON Schema as components of its own: `name`, and one that begins so for each of its definitions."""
    whole = json.loads(schema)
    definitions = {each: f"{name}{each.capitalize()}" for each in whole.get("$defs", {})}
    parts = {name: {each: said for each, said in whole.items() if each not in ("$schema", "$defs")}}
    parts |= {definitions[each]: said for each, said in whole.get("$defs", {}).items()}
    return {each: _pointed(said, definitions) for each, said in parts.items()}


def _pointed(value: Any, definitions: Mapping[str, str]) -> Any:
    """Return a schema whose references lead to components."""
    if isinstance(value, list):
        return [_pointed(each, definitions) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: f"#/components/schemas/{definitions[said.removeprefix('#/$defs/')]}"
        if name == "$ref"
        else said
        if name == "examples"
        else _pointed(said, definitions)
        for name, said in value.items()
    }


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string", **more}}


_HEADERS: Final[Mapping[str, dict[str, Any]]] = {
    "ETag": _text("Strong validator (RFC 9110 §8.8.3): send it back as If-None-Match."),
    "Last-Modified": _text("When the content last changed, where that is known; also when something was withdrawn."),
    "Cache-Control": _text("For how long an answer may be shown: fresh, while a new one is fetched, after a failure."),
    "Content-Language": _text("Language of the document."),
    "Content-Disposition": _text("A file name to save it by."),
    "Content-Encoding": _text("gzip, if Accept-Encoding asked for it.", const="gzip"),
    "Vary": _text("What else than the address decides the answer.", const="Accept-Encoding"),
    "Access-Control-Allow-Origin": _text("Scripts of every site may read it.", const="*"),
}

_PROBLEM: Final = {
    "description": "What was wrong with a request (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"description": "No type of its own: the status says it.", "type": "string"},
        "title": {"description": "The status in words.", "type": "string"},
        "status": {"description": "The status.", "type": "integer"},
        "detail": {"description": "What was wrong, in the language of the address.", "type": "string"},
        "parameter": {"description": "The parameter that was wrong.", "type": "string"},
    },
    "examples": [
        {
            "type": "about:blank",
            "title": "Not found",
            "status": 404,
            "detail": "“sal-x” is not known as a value of “room”.",
            "parameter": "room",
        }
    ],
}

_API_INFO: Final = {
    "description": "What an API is, in the form of the Swedish REST API profile.",
    "type": "object",
    "required": ["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"],
    "properties": {
        "apiName": {"description": "What it is called.", "type": "string"},
        "apiVersion": {"description": "Its version (semantic versioning).", "type": "string"},
        "apiReleased": {"description": "The day of this version.", "type": "string", "format": "date"},
        "apiDocumentation": {"description": "Its description.", "type": "string", "format": "uri"},
        "apiStatus": {"description": "Where it is in its life.", "type": "string", "examples": ["active"]},
    },
}


def _problem(description: str) -> dict[str, Any]:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in ("Access-Control-Allow-Origin",)}
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": description, "headers": headers, "content": content}


_PROBLEMS: Final = {
    "400": ("TooManyParameters", "The address has too many parameters."),
    "404": ("NotFound", "There is no public document at this address, or no such parameter or value."),
    "405": ("MethodNotAllowed", "Documents can only be read."),
    "412": ("PreconditionFailed", "The document is another than If-Match or If-Unmodified-Since asked for."),
}

RESPONSES: Final[Mapping[str, dict[str, str]]] = {
    "304": {"$ref": "#/components/responses/NotModified"},
    **{status: {"$ref": f"#/components/responses/{name}"} for status, (name, _) in _PROBLEMS.items()},
}
"""Answers other than the document, by status."""

COMPONENTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "headers": _HEADERS,
    "parameters": {
        "IfNoneMatch": {"name": "If-None-Match", "in": "header", **_text("The ETag of what is there already.")},
        "IfModifiedSince": {
            "name": "If-Modified-Since",
            "in": "header",
            **_text("The Last-Modified of what is there already; If-None-Match comes first."),
        },
    },
    "responses": {
        "NotModified": {"description": "What is there already is still right."},
        **{name: _problem(description) for name, description in _PROBLEMS.values()},
    },
    "schemas": {"Problem": _PROBLEM, "ApiInfo": _API_INFO},
}


REQUEST_HEADERS: Final = [{"$ref": f"#/components/parameters/{name}"} for name in COMPONENTS["parameters"]]
ANSWER_HEADERS: Final = {name: {"$ref": f"#/components/headers/{name}"} for name in COMPONENTS["headers"]}
