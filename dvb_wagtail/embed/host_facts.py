"""What the page for web teams says of one site, as data: what can be shown, what is loaded, what must be allowed."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.translation import ngettext

from dvb_wagtail import __version__
from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import HEIGHTS
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.words import words
from dvb_wagtail.embed.contract_changes import ASSESSED, CONTRACT_CHANGES
from dvb_wagtail.embed.headers import frame_headers
from dvb_wagtail.embed.host_options import KINDS, options, selections
from dvb_wagtail.embed.host_shown import Shown, shown
from dvb_wagtail.embed.revision import AT_MOST, SCRIPT, STYLE
from dvb_wagtail.formats.host_snippets import (
    SANDBOX,
    frame_policy,
    height_listener,
    height_message,
    iframe,
    origin,
    wagtail_finders,
)
from dvb_wagtail.publication.records import Catalogue


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that every frame loads: where from, and how many kilobytes it has at most, compressed."""

    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A value of an iframe's attribute `sandbox` (None: it has none), and what works under it."""

    value: str | None
    height: bool
    links: bool
    files: bool
    recommended: bool = False


SANDBOXES: Final = (
    Sandbox(None, height=True, links=True, files=True),
    Sandbox(SANDBOX, height=True, links=True, files=True, recommended=True),
    Sandbox("allow-scripts allow-popups", height=True, links=True, files=False),
    Sandbox("allow-scripts", height=True, links=False, files=False),
    Sandbox("", height=False, links=False, files=False),
)
"""Those that content management systems put on frames, as tried in Chromium; text and filters work in every one."""

EXAMPLE: Final = height_message(840, "a1b2c3d4e5")


def facts(catalogue: Catalogue, language: str) -> dict[str, Any]:
    """Return what the templates of the page say, in the language that is active.

    `language` is the one asked for: what is listed is in it where the site has it.
    """
    root_url = catalogue.root_url
    listed = shown(catalogue, language, conf.now())
    style, script = (_loaded(name, root_url) for name in (STYLE, SCRIPT))
    page_words = words(language)
    endpoint = addresses.oembed(root_url=root_url)
    return {
        "name": catalogue.name or urlsplit(root_url).netloc,
        "root_url": root_url,
        "origin": origin(root_url),
        "host": urlsplit(root_url).netloc,
        "listed": listed,
        "index": addresses.index(root_url=root_url),
        "snippet": _snippet(listed),
        "heights": [(KINDS[kind], height) for kind, height in HEIGHTS.items()],
        "style": style,
        "script": script,
        "static_origin": origin(style.address),
        "servers": ", ".join(dict.fromkeys([urlsplit(root_url).netloc, urlsplit(style.address).netloc])),
        "frame_policy": frame_policy(root_url),
        "own_policy": frame_headers()["Content-Security-Policy"],
        "ancestors": () if "*" in conf.frame_ancestors else conf.frame_ancestors,
        "sandboxes": SANDBOXES,
        "message": json.dumps(EXAMPLE),
        "listener": height_listener(root_url),
        "oembed": endpoint,
        "oembed_example": addresses.oembed(listed.page, "json", root_url=root_url) if listed.page else "",
        "finders": wagtail_finders(endpoint, root_url),
        "options": options(),
        "selections": selections(page_words),
        "delay": duration(conf.max_age),
        "delay_on_conference_days": duration(conf.max_age_on_conference_days),
        "changes": [(page_words.plain_day(each.day), each) for each in CONTRACT_CHANGES],
        "contacts": listed.contacts,
        "assessed": page_words.plain_day(ASSESSED),
        "version": __version__,
    }


def duration(seconds: int) -> str:
    """Return a time in words: in minutes if it is whole ones."""
    if seconds and seconds % 60 == 0:
        count = seconds // 60
        return ngettext("{count} minute", "{count} minutes", count).format(count=count)
    return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)


def _snippet(listed: Shown) -> str:
    return iframe(listed.first.embed()) if listed.first else ""


def _loaded(name: str, root_url: str) -> Loaded:
    return Loaded(urljoin(f"{root_url}/", static(name)), max(AT_MOST[name], _compressed_size(name)))


@cache
def _compressed_size(name: str) -> int:
    """Return the kilobytes of a static file as it travels: a site's own may be larger than ours.

    Nothing where only another server has it.
    """
    found = finders.find(name)
    return ceil(len(gzip.compress(Path(found).read_bytes())) / 1000) if isinstance(found, str) else 0
