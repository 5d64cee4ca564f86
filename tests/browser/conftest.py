"""A filled site on a live server, and Chromium to look at it with."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from wagtail.models import Collection

from dvb_wagtail.pages.models import ConferencePage
from tests.front.conftest import ROOMS, coded
from tests.front.whole_site import WholeSite, fill, show_in_menu
from tests.pages_factory import make_conference, make_series, make_site, make_translation

HERE = Path(__file__).parent
DESKTOP, PHONE = (1280, 900), (390, 844)

# Playwright's loop runs in the thread of the test, where Django would otherwise refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, which asks nobody for anything of its own; skip where it is not installed."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("chromium is not installed")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*quiet, "--disable-sync"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a window of a visitor who has been nowhere before."""
    contexts: list[BrowserContext] = []

    def open_window(size: tuple[int, int] = DESKTOP, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, locale="sv-SE", **options)
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def site(transactional_db: None, live_server: Any, settings: Settings, tmp_path: Path) -> WholeSite:
    """A page of every type, in Swedish and partly in English, on the first day of the conference."""
    cache.clear()
    if Collection.get_first_root_node() is None:  # gone with a test before, and only migrations make it
        Collection.add_root(name="Root")
    settings.DVB_WAGTAIL_NOW = "2020-12-08T13:30"
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    home = make_site(live_server.thread.host, live_server.thread.port).root_page
    series = make_series(home)
    conference = make_conference(
        series,
        title="Digitala Västerbotten 2020",
        attendance="mixed",
        themes=[("theme", coded("Hållbarhet")), ("theme", coded("Etik"))],
        tracks=[("track", coded("Politik")), ("track", coded("Praktik"))],
        venues=[("venue", coded("Kulturhuset") | {"address": "Storgatan 1", "rooms": [coded(name) for name in ROOMS]})],
        tickets=[
            ("ticket", coded("Guldbiljett") | {"price": "1000", "currency": "SEK", "address": "https://a.example/"})
        ],
    )
    found = fill(conference)
    for page in (found.conference, found.speakers, found.news):
        show_in_menu(page)
    make_translation(ConferencePage.objects.get(pk=conference.pk), title="Digital Västerbotten 2020")
    return found


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return a function that says what axe-core finds wrong with a page; skip where axe-core is not installed."""
    source = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not source.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix tests/browser")
    code = source.read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def violations(page: Page) -> list[str]:
        page.evaluate(code)
        found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(tags)}}})")
        return [
            f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations
