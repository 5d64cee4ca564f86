"""What the sites of the set-up serve, asked for as a stranger would ask, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import feedparser
import icalendar
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.delivery import every_address
from tests.setups.build import LANGUAGES

Titles = dict[str, frozenset[str]]


def roots() -> dict[str, str]:
    """Return where each site begins, by what its keys begin with (see `build.NAMES`)."""
    return {
        host.partition(".")[0]: f"http://{host}" + (f":{port}" if port != 80 else "")
        for host, port in settings.TEST_SITES
    }


def get(address: str, method: str = "GET", **headers: str) -> HttpResponse:
    """Ask for an absolute address, without a session; headers by name with underscores for hyphens."""
    parts = urlsplit(address)
    named = {name.replace("_", "-"): value for name, value in headers.items()} | {"host": parts.netloc}
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return Client().generic(method, path, headers=named, SERVER_PORT=str(parts.port or 80))


def documents(name: str) -> dict[str, HttpResponse]:
    """Return the answers of every address of a site, by address: of its editions, series, channel and the site."""
    return {address: get(address) for address in addresses(name)}


def addresses(name: str) -> Iterator[str]:
    """Yield every address of a site, in every language, frames and the files of sessions included."""
    start = mount(name)
    for language in LANGUAGES:
        for acronym in (f"{name}2020", f"{name}2021"):
            for each in every_address.of_an_edition(acronym, language, ("", "?cancelled=keep&detail=rich")):
                yield start + each
            for each in every_address.frames(acronym, f"{name}-news", language):
                yield start + each
        for each in (
            *every_address.of_a_series(name, language),
            *every_address.of_news(f"{name}-news", language),
            *every_address.of_sessions(language),
            *every_address.frames_of_sessions(language),
        ):
            if f"{name}20" in each or "/sessions/" not in each:
                yield start + each
    for each in every_address.of_the_site():
        yield start + each


def mount(name: str) -> str:
    """Return the absolute address of `v1/` on a site, wherever the set-up has mounted the package."""
    return roots()[name] + reverse("dvb_wagtail:index").removesuffix("index.json")


def titles() -> Titles:
    """Return what stands in the calendars and feeds of all sites: titles by the end of the document's address."""
    found: Titles = {}
    for name in roots():
        for language in LANGUAGES:
            for acronym in (f"{name}2020", f"{name}2021"):
                found |= _calendar(name, f"conferences/{acronym}/{language}/programme.ics")
            found |= _calendar(name, f"series/{name}/{language}/conferences.ics")
            found |= _feed(name, f"news/{name}-news/{language}/articles.rss")
    return found


def _calendar(name: str, end: str) -> Titles:
    answer = get(mount(name) + end)
    if answer.status_code != 200:
        return {}
    events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    return {end: frozenset(str(event["SUMMARY"]) for event in events)}


def _feed(name: str, end: str) -> Titles:
    answer = get(mount(name) + end)
    if answer.status_code != 200:
        return {}
    return {end: frozenset(entry.title for entry in feedparser.parse(answer.content).entries)}


def text_of(answer: Any) -> str:
    """Return an answer's text, the folded lines of a calendar whole."""
    content = b"".join(answer).decode()
    return content.replace("\r\n ", "")
