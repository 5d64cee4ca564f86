"""The page for web teams in a real browser, and what it promises of sandboxes and of its listener, tried on a host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page

from dvb_wagtail.delivery import addresses
from dvb_wagtail.embed.host_facts import SANDBOXES, Sandbox
from dvb_wagtail.formats.host_snippets import height_listener
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.embedding import SOON, Visit, comes_true, happens
from tests.front.whole_site import WholeSite

pytestmark = pytest.mark.browser

TOO_WIDE = """[...document.querySelectorAll('body *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.scroll, pre'))
    .map(each => each.outerHTML.slice(0, 120))"""

FOCUSED = "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"


def host_pages(live_server: Any) -> list[str]:
    return [addresses.host_page(language, root_url=live_server.url) for language in ("", "sv", "en")]


@pytest.mark.parametrize(
    ("size", "options"),
    [(DESKTOP, {}), (PHONE, {"color_scheme": "dark"}), (PHONE, {"forced_colors": "active"})],
    ids=["desktop", "dark phone", "forced colours"],
)
def test_axe_finds_nothing(
    site: WholeSite, live_server: Any, visit: Visit, axe: Any, size: tuple[int, int], options: dict[str, Any]
) -> None:
    page = visit(size, bypass_csp=True, **options)
    found = {}
    for address in host_pages(live_server):
        page.goto(address)
        found[address] = axe(page)

    assert {address: violations for address, violations in found.items() if violations} == {}


@pytest.mark.parametrize(
    ("width", "text"), [(320, "100%"), (640, "200%")], ids=["320 pixels", "text of twice the size"]
)
def test_all_but_tables_and_code_fits_in_width(
    site: WholeSite, live_server: Any, visit: Visit, width: int, text: str
) -> None:
    page = visit((width, 640))
    for address in host_pages(live_server):
        page.goto(address)
        page.evaluate("size => document.documentElement.style.fontSize = size", text)
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_loads_one_style_sheet_and_nothing_else(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.on("console", lambda message: wrong.append(message.text) if "Content Security" in message.text else None)
    page.goto(host_pages(live_server)[1], wait_until="networkidle")

    assert asked[:2] == ["/dvb/v1/embed/sv/", "/static/dvb_wagtail/embed/host.css"]
    assert set(asked[2:]) <= {"/favicon.ico"}
    assert (wrong, page.context.cookies()) == ([], [])


def test_it_is_read_by_keyboard(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit()
    page.goto(host_pages(live_server)[2])
    seen = []
    while not (page.keyboard.press("Tab") or page.evaluate("document.activeElement === document.body")):
        seen.append(
            page.evaluate("[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]")
        )

    assert seen[0][0] == "A"
    assert {tag for tag, _style in seen} == {"A", "CODE", "DIV"}
    assert {style for _tag, style in seen} == {"solid"}


def test_what_scrolls_on_the_screen_is_whole_on_paper(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit()
    page.goto(host_pages(live_server)[2])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    cut = page.evaluate(
        """[...document.querySelectorAll('pre code, .scroll')].filter(each => each.scrollWidth > each.clientWidth + 1)
            .map(each => each.textContent.slice(0, 40))"""
    )

    assert cut == []
    assert not page.locator(".contents").is_visible()


# ---- a host that does what the page says


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """Return a function that publishes a page at another origin, and gives its address."""
    pages: dict[str, bytes] = {}

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    def publish(text: str) -> str:
        path = f"/{len(pages)}"
        pages[path] = text.encode()
        return f"http://127.0.0.1:{server.server_port}{path}"

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield publish
        server.shutdown()


@pytest.fixture
def host(elsewhere: Callable[[str], str], visit: Visit) -> Callable[..., Page]:
    """Return a function that shows a frame on a page of another site, with this attribute and script.

    The page counts height messages in `told`.
    """

    def show(address: str, sandbox: str | None = None, script: str = "") -> Page:
        attribute = "" if sandbox is None else f' sandbox="{sandbox}"'
        page = visit(DESKTOP)
        page.goto(
            elsewhere(
                f"""<!doctype html><title>Host</title>
                <script>var told = 0; addEventListener("message", (event) => told += event.data?.message === "height");
                {script}</script>
                <iframe src="{address}" title="Program" width="600" height="150"{attribute}></iframe>"""
            )
        )
        frame(page).locator("h1").wait_for()
        return page

    return show


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def subscribe(site: WholeSite, live_server: Any) -> str:
    return addresses.subscribe_frame(site.conference.acronym, "sv", root_url=live_server.url)


def opens(context: BrowserContext, page: Page, *, expected: bool) -> bool:
    """Tell whether a link of the frame opens in a tab."""

    def follow(timeout: float) -> None:
        with context.expect_page(timeout=timeout):
            frame(page).locator("footer a[target=_blank]").first.click()

    return happens(follow, expected=expected)


def saves(page: Page, *, expected: bool) -> bool:
    """Tell whether the frame hands out a calendar file."""

    def save(timeout: float) -> None:
        with page.expect_download(timeout=timeout):
            frame(page).locator("a[download]").first.click()

    return happens(save, expected=expected)


@pytest.mark.parametrize("sandbox", SANDBOXES, ids=lambda each: repr(each.value))
def test_what_works_in_a_sandbox_is_what_the_page_says(
    site: WholeSite, live_server: Any, host: Callable[..., Page], sandbox: Sandbox
) -> None:
    page = host(subscribe(site, live_server), sandbox.value)
    if sandbox.height:
        page.wait_for_function("told > 0")
    else:
        page.wait_for_timeout(SOON)
        assert page.evaluate("told") == 0
    assert saves(page, expected=sandbox.files) is sandbox.files
    assert opens(page.context, page, expected=sandbox.links) is sandbox.links
    assert frame(page).locator("body").evaluate("body => getComputedStyle(body).marginTop") == "0px"


def test_filters_work_in_the_strictest_sandbox(site: WholeSite, live_server: Any, host: Callable[..., Page]) -> None:
    page = host(addresses.programme_frame(site.conference.acronym, "sv", root_url=live_server.url), "")
    shown = frame(page).locator(".dvb-session-title")
    before = shown.count()
    frame(page).locator(".dvb-filters summary").first.click()
    frame(page).locator("[aria-labelledby=filter-kind] a").first.click()
    frame(page).locator(".dvb-chosen").wait_for()

    assert 0 < shown.count() < before


def test_with_the_listener_a_frame_is_as_high_as_what_it_shows(
    site: WholeSite, live_server: Any, host: Callable[..., Page]
) -> None:
    page = host(subscribe(site, live_server), script=height_listener(live_server.url))
    page.wait_for_function("document.querySelector('iframe').height !== '150'")
    inside = frame(page).locator("html")

    def height() -> int:
        return int(page.locator("iframe").get_attribute("height") or 0)

    content = "html => Math.ceil(html.getBoundingClientRect().height) + 4"
    assert comes_true(page, lambda: height() == inside.evaluate(content) > 150)
    closed = height()
    frame(page).locator("summary").first.click()
    page.wait_for_function(f"document.querySelector('iframe').height > {closed}")


def test_the_listener_heeds_nobody_else(site: WholeSite, live_server: Any, host: Callable[..., Page]) -> None:
    page = host(subscribe(site, live_server), script=height_listener("https://annan.example/"))
    page.wait_for_function("told > 0")
    page.evaluate("for (const data of [null, 'x', 7, {message: 'height', height: 9}]) postMessage(data, '*')")
    page.wait_for_timeout(200)

    assert page.locator("iframe").get_attribute("height") == "150"
