"""The gallery as a visitor meets it: what is handed to it, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

from dvb_wagtail.formats.host_snippets import Embed, iframe
from example_project.gallery import application
from tests.front.reading import Document, only, parse

ROOT = "https://dvb.example:8443"
EMBEDS = [
    Embed(f"{ROOT}/dvb/v1/embed/a/?day=2026-12-08&track=etik", "Program", 700, f"{ROOT}/program/?day=1&track=a", "sv"),
    Embed(f"{ROOT}/dvb/v1/embed/b/", "Keynote", 400, f"{ROOT}/keynote/", "en"),
    Embed(f"{ROOT}/dvb/v1/embed/c/", "Prenumerera", 500, f"{ROOT}/program/", "sv"),
    Embed(f"{ROOT}/dvb/v1/embed/d/", "Nyheter", 1200, f"{ROOT}/nyheter/", "sv"),
]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def document(self) -> Document:
        return parse(self.body)

    @property
    def policy(self) -> str:
        return self.headers.get("Content-Security-Policy", "")

    @property
    def directives(self) -> dict[str, list[str]]:
        parts = [directive.split() for directive in self.policy.split(";")]
        return {name: values for name, *values in parts}


def ask(path: str, embeds: Sequence[Embed] = EMBEDS, method: str = "GET") -> Answer:
    """Return what the gallery answers, and hold it to the rules of WSGI on the way."""
    environ: dict[str, Any] = {"REQUEST_METHOD": method, "SCRIPT_NAME": "", "PATH_INFO": f"/{path}", "QUERY_STRING": ""}
    setup_testing_defaults(environ)
    started: list[Any] = []
    answer = validator(application(lambda _options: embeds))(environ, lambda *said: started.append(said))
    with closing(answer):  # type: ignore[type-var]
        body = b"".join(answer)
    status, headers = started[0]
    return Answer(int(status.split()[0]), dict(headers), body)


def frames(document: Document) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in document.iter("iframe")]


def handed_out(embed: Embed) -> dict[str, str]:
    """Return the attributes of the frame in our snippet."""
    return dict(only(parse(b"<!DOCTYPE html><title>-</title>" + iframe(embed).encode()), "iframe").attrib)
