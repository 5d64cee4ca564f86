"""Frames themselves in a real browser: what readers, their devices and their settings make of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from dvb_wagtail.core.frames import FrameOptions, Look
from tests.browser.conftest import DESKTOP, HERE, PHONE
from tests.browser.embedding import (
    FILTERED,
    NEWS,
    PROGRAMME,
    SESSION,
    SUBSCRIBE,
    TALL,
    Visit,
    embeds,
    open_page,
    other_site,
)
from tests.front.whole_site import WholeSite

pytestmark = pytest.mark.browser

OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"
CUT = """[...document.querySelectorAll('body *')].filter(element => !element.closest('.dvb-hidden, svg'))
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1
        || getComputedStyle(element).overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1)
    .map(element => element.outerHTML.slice(0, 120))"""
WITHIN_OTHER_SITES = ";axe.configure({allowedOrigins: ['<unsafe_all_origins>']})"

Addresses = Callable[..., list[str]]


@pytest.fixture
def addresses(site: WholeSite, live_server: Any) -> Addresses:
    """Return a function that gives the address of a frame of every kind, and of a programme with a filter chosen."""

    def of(language: str = "sv", look: Look = Look.LIGHT) -> list[str]:
        found = [embed.address for embed in embeds(live_server, language, FrameOptions(look=look))]
        return [*found, f"{found[PROGRAMME]}{'&' if '?' in found[PROGRAMME] else '?'}kind=keynote"]

    return of


@pytest.mark.parametrize(
    ("size", "look", "options"),
    [
        (DESKTOP, Look.LIGHT, {}),
        (DESKTOP, Look.DARK, {}),
        (PHONE, Look.AUTO, {"color_scheme": "dark"}),
        (PHONE, Look.LIGHT, {"forced_colors": "active"}),
        (PHONE, Look.DARK, {"forced_colors": "active", "color_scheme": "dark"}),
    ],
    ids=["light", "dark", "dark device", "forced colours", "forced dark colours"],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing(
    addresses: Addresses, visit: Visit, axe: Any, language: str, size: Any, look: Look, options: dict[str, Any]
) -> None:
    page = visit(size, bypass_csp=True, **options)
    found = {}
    for address in addresses(language, look):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        page.evaluate(OPEN_ALL)
        found[address] = axe(page)

    assert {address: violations for address, violations in found.items() if violations} == {}


@pytest.mark.parametrize("path", ["policy/none/", "plain/dark/", "sandbox/recommended/"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_in_frames_and_the_page_round_them(
    site: WholeSite, live_server: Any, visit: Visit, axe: Any, language: str, path: str
) -> None:
    code = (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + WITHIN_OTHER_SITES
    page = visit(TALL, bypass_csp=True)
    with other_site(live_server, language) as gallery:
        open_page(page, f"{gallery}/{path}")
        for each in page.frames:
            each.evaluate(OPEN_ALL)
            each.evaluate(code)
        found = page.evaluate("axe.run().then(found => [found.violations, found.passes])")

    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found[0]] == []
    looked_at = {node["target"][0] for rule in found[1] for node in rule["nodes"] if len(node["target"]) == 2}
    assert len(looked_at) == NEWS + 1


def test_a_frame_loads_a_style_sheet_and_a_script_and_nothing_else(
    addresses: Addresses, live_server: Any, visit: Visit
) -> None:
    def read(address: str) -> None:
        page = visit()
        asked: list[str] = []
        wrong: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(address, wait_until="networkidle")
        ours = [url for url in asked if not url.endswith("/favicon.ico")]

        assert [Path(urlsplit(url).path).suffix for url in ours] == ["", ".css", ".js"]
        assert {urlsplit(url).netloc for url in asked} == {urlsplit(live_server.url).netloc}
        assert [text for text in wrong if "404" not in text] == []
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0

    for address in addresses():
        read(address)


# ---- without script


def test_all_is_read_without_script(addresses: Addresses, site: WholeSite, visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    shown = addresses()
    page.goto(shown[PROGRAMME])
    abstract = page.locator("details.dvb-abstract > div").first
    assert not abstract.is_visible()
    page.locator("details.dvb-abstract > summary").first.click()
    assert abstract.is_visible()
    assert "programme.ics" in page.locator("footer .dvb-address").last.inner_text()

    sessions = page.locator(".dvb-session-title")
    whole = sessions.count()
    page.locator(".dvb-filters summary").first.click()
    page.locator(FILTERED).first.click()
    assert 0 < sessions.count() < whole
    page.locator(".dvb-count a").click()
    assert sessions.count() == whole

    page.goto(shown[SESSION])
    assert page.locator(".dvb-abstract").is_visible()
    page.goto(shown[SUBSCRIBE])
    assert "programme.ics" in page.locator(".dvb-address").nth(1).inner_text()
    page.goto(shown[NEWS])
    assert page.locator(".dvb-articles a").first.is_visible()


# ---- small windows, large text, few colours, paper


@pytest.mark.parametrize(
    ("width", "text"), [(320, "100%"), (640, "200%"), (320, "200%")], ids=["320 pixels", "large text", "both"]
)
def test_nothing_is_cut_and_nothing_scrolls_sideways(addresses: Addresses, visit: Visit, width: int, text: str) -> None:
    page = visit((width, 640))
    found = {}
    for address in addresses():
        page.goto(address)
        page.evaluate(OPEN_ALL)
        page.evaluate("size => document.documentElement.style.fontSize = size", text)
        found[address] = page.evaluate(CUT)
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    assert {address: elements for address, elements in found.items() if elements} == {}


def test_frames_fit_in_a_narrow_column(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit((320, 5000))
    with other_site(live_server) as gallery:
        open_page(page, f"{gallery}/plain/dark/")
        inside = page.frames[1:]

        assert len(inside) == NEWS + 1
        assert [each.url for each in inside if each.evaluate("document.documentElement.scrollWidth > innerWidth")] == []
        assert {each.evaluate("getComputedStyle(document.documentElement).colorScheme") for each in inside} == {"dark"}
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_large_text_fits_in_a_narrow_column(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit((300, 5000))
    with other_site(live_server) as gallery:
        open_page(page, f"{gallery}/plain/dark/")
        inside = page.frames[1:]
        for each in inside:
            each.evaluate("document.documentElement.style.fontSize = '200%'")

        assert "Teckenspråkstolkad" in inside[PROGRAMME].locator("body").inner_text()
        assert [each.url for each in inside if each.evaluate("document.documentElement.scrollWidth > innerWidth")] == []


def test_what_is_chosen_is_as_high_as_what_is_not(addresses: Addresses, visit: Visit) -> None:
    page = visit()
    page.goto(f"{addresses()[PROGRAMME]}?kind=keynote")
    page.evaluate(OPEN_ALL)
    heights = page.locator(FILTERED).evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")

    assert page.locator(f"{FILTERED}[aria-current]").count() == 1
    assert len(heights) > 1
    assert len(set(heights)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_chosen_is_seen_in_forced_colours(addresses: Addresses, visit: Visit, scheme: str) -> None:
    page = visit(forced_colors="active", color_scheme=scheme)
    page.goto(addresses()[PROGRAMME] + "?kind=keynote")

    def colours(selector: str) -> tuple[str, str]:
        found: list[str] = page.locator(selector).first.evaluate(
            "link => [getComputedStyle(link).backgroundColor, getComputedStyle(link).color]"
        )
        return found[0], found[1]

    kinds = "[aria-labelledby=filter-kind]"
    chosen, other = colours(f"{kinds} a[aria-current]"), colours(f"{kinds} a:not([aria-current])")
    assert chosen[0] != other[0]
    assert len({*chosen}) == len({*other}) == 2


def test_what_is_folded_on_the_screen_stands_on_paper(addresses: Addresses, visit: Visit) -> None:
    page = visit()
    shown = addresses()
    for number, folded in (
        (PROGRAMME, "details.dvb-abstract > div"),
        (SUBSCRIBE, "details .dvb-address"),
    ):
        page.emulate_media(media="screen")
        page.goto(shown[number])
        text = page.locator(folded).first
        assert not text.is_visible()
        page.emulate_media(media="print")
        assert text.is_visible()
        assert text.evaluate("element => element.getBoundingClientRect().height") > 0
        summary = page.locator("details:has(> div, > .dvb-address) > summary").first
        assert summary.evaluate("element => getComputedStyle(element).listStyleType") == "none"


def test_a_dark_frame_is_dark_text_on_light_paper(addresses: Addresses, visit: Visit) -> None:
    page = visit()
    page.goto(addresses(look=Look.DARK)[PROGRAMME])
    look = "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    assert page.evaluate(look) == ["rgb(15, 26, 30)", "rgb(238, 244, 245)"]
    page.emulate_media(media="print")

    assert page.evaluate(look) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert not page.locator(".dvb-filters details").first.is_visible()


def test_whoever_uses_the_keyboard_sees_where_they_are(addresses: Addresses, visit: Visit) -> None:
    page: Page = visit()
    page.goto(addresses()[PROGRAMME])
    seen = []
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body"):
        seen.append(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        page.keyboard.press("Tab")

    assert len(seen) > 10
    assert set(seen) == {"solid"}
