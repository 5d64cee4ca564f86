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

from dvb_wagtail.pages.models import ConferencePage
from tests.browser.embedding import TALL, Visit, open_page, other_site
from tests.front.conftest import ROOMS, coded
from tests.front.whole_site import WholeSite, fill, show_in_menu
from tests.pages_factory import make_conference, make_series, make_site, make_translation
from tests.stored import put_back_result

HERE = Path(__file__).parent
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
DESKTOP, PHONE = (1280, 900), (390, 844)

LISTEN = """if (self === top) {
    window.told = [];
    addEventListener("message", ({origin, data}) => {
        if (data.type === "dvb-embed" && data.message === "height") told.push(origin);
    });
}"""

# Playwright's loop runs in the thread of the test, where Django would otherwise refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, which asks nobody for anything of its own; skip where it is not installed."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
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
    settings.DVB_WAGTAIL_NOW = "2020-12-08T13:30"
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    address = (live_server.thread.host, live_server.thread.port)
    return put_back_result(("whole site", address), lambda: build_site(*address))


def build_site(host: str, port: int) -> WholeSite:
    series = make_series(make_site(host, port).root_page)
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


@pytest.fixture
def gallery(site: WholeSite, live_server: Any) -> Iterator[str]:
    with other_site(live_server) as address:
        yield address


@pytest.fixture
def show(gallery: str, visit: Visit) -> Callable[..., Page]:
    """Return a function that opens a page of the gallery, in which `told` are the origins that said a height."""

    def open_one(path: str, **options: Any) -> Page:
        page = visit(TALL, **options)
        page.add_init_script(LISTEN)
        open_page(page, f"{gallery}/{path}")
        return page

    return open_one


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """Return a function that says what axe-core finds wrong with a page, or with a part of it by its selector.

    Skip where axe-core is not installed.
    """
    source = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not source.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix tests/browser")
    code = source.read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def violations(page: Page, within: str = "html") -> list[str]:
        page.evaluate(code)
        found = page.evaluate(f"axe.run({json.dumps(within)}, {{runOnly: {json.dumps(tags)}}})")
        return [
            f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]

    return violations
