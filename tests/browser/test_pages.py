"""Pages in a real browser: what assistive technology, small windows and careful visitors meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, Route
from wagtail.models import Site

from dvb_wagtail.pages.models import ConferencePage
from tests.browser.conftest import DESKTOP, PHONE
from tests.front.whole_site import WholeSite

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"
TOO_WIDE = """[...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.dvb-hidden'))
    .map(element => element.outerHTML.slice(0, 120))"""


def addresses(site: WholeSite, live_server: Any) -> list[str]:
    return [live_server.url + address for address in site.addresses]


@pytest.mark.parametrize(
    ("size", "options"),
    [
        (DESKTOP, {}),
        (PHONE, {"color_scheme": "dark"}),
        (PHONE, {"forced_colors": "active"}),
    ],
    ids=["desktop", "dark phone", "forced colours"],
)
def test_axe_finds_nothing(
    site: WholeSite, live_server: Any, visit: Visit, axe: Any, size: tuple[int, int], options: dict[str, Any]
) -> None:
    page = visit(size, **options)
    found = {}
    for address in addresses(site, live_server):
        page.goto(address)
        page.evaluate(OPEN_ALL)
        found[address] = axe(page)

    assert {address: violations for address, violations in found.items() if violations} == {}


@pytest.mark.parametrize(
    ("width", "text"), [(320, "100%"), (640, "200%")], ids=["320 pixels", "text of twice the size"]
)
def test_everything_fits_in_width(site: WholeSite, live_server: Any, visit: Visit, width: int, text: str) -> None:
    page = visit((width, 640))
    found = {}
    for address in addresses(site, live_server):
        page.goto(address)
        page.evaluate(OPEN_ALL)
        page.evaluate("size => document.documentElement.style.fontSize = size", text)
        found[address] = page.evaluate(TOO_WIDE)

    assert {address: elements for address, elements in found.items() if elements} == {}


def test_nobody_else_hears_of_a_visit_and_nothing_is_left_behind(
    site: WholeSite, live_server: Any, visit: Visit
) -> None:
    page = visit()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(error.message))
    page.on("response", lambda response: wrong.append(response.url) if _failed(response) else None)
    for address in addresses(site, live_server):
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    assert {urlsplit(address).netloc for address in asked} == {urlsplit(live_server.url).netloc}
    assert page.context.cookies() == []
    assert wrong == []
    assert not any(address.endswith(".js") for address in asked)


def _failed(response: Response) -> bool:
    """Tell whether something is missing; the icon that browsers ask any site for is the site's own concern."""
    return response.status >= 400 and not response.url.endswith("/favicon.ico")


def test_all_works_without_script(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto(f"{live_server.url}{site.conference.url}program/")
    sessions = page.locator(".dvb-day .dvb-session")
    whole = sessions.count()
    page.locator(".dvb-filters summary").focus()
    page.keyboard.press("Enter")
    page.locator("[aria-labelledby=filter-kind] a").first.click()

    assert 0 < sessions.count() < whole
    address = page.locator(".dvb-address").last
    assert not address.is_visible()
    page.locator(".dvb-subscribe summary").focus()
    page.keyboard.press("Enter")
    assert address.is_visible()
    assert "programme.ics?kind=" in address.inner_text()
    page.locator(".dvb-count a").click()
    assert sessions.count() == whole


def test_on_a_phone_the_programme_is_in_sight_after_a_choice(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit(PHONE)
    page.goto(f"{live_server.url}{site.conference.url}program/")
    page.locator(".dvb-filters summary").click()
    page.locator("[aria-labelledby=filter-kind] a").first.click()
    chosen = page.locator(".dvb-chosen a")

    assert not page.locator("[aria-labelledby=filter-kind]").is_visible()
    assert chosen.is_visible()
    assert page.locator(".dvb-day").first.evaluate("day => day.getBoundingClientRect().top") < PHONE[1]
    chosen.click()
    assert page.locator(".dvb-chosen").count() == 0


def test_the_way_from_a_session_to_a_subscription_opens_the_menu(
    site: WholeSite, live_server: Any, visit: Visit
) -> None:
    page = visit(PHONE)
    page.goto(live_server.url + site.session.url)
    page.locator(".dvb-file-note a").click()

    assert page.locator(".dvb-address").first.is_visible()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_on_a_phone_name_and_languages_share_a_line_above_the_menu(
    site: WholeSite, live_server: Any, visit: Visit, width: int
) -> None:
    served = Site.objects.get()
    served.root_page = site.series
    served.save()
    page = visit((width, 700))
    page.goto(live_server.url + ConferencePage.objects.get(pk=site.conference.pk).url)
    name, languages, menu = (
        page.locator(f".dvb-site-{part}").bounding_box() or {} for part in ("name", "languages", "menu")
    )

    assert name["x"] + name["width"] <= languages["x"]
    assert name["y"] <= languages["y"] + languages["height"] / 2 <= name["y"] + name["height"]
    assert max(each["y"] + each["height"] for each in (name, languages)) <= menu["y"]


def test_whoever_uses_the_keyboard_sees_where_they_are(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit()
    page.goto(f"{live_server.url}{site.conference.url}program/")
    focused = """() => {
        const element = document.activeElement, style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const isSeen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return [element.outerHTML.slice(0, 80), style.outlineStyle, parseFloat(style.outlineWidth), isSeen];
    }"""
    seen = []
    while not (page.keyboard.press("Tab") or page.evaluate("document.activeElement === document.body")):
        seen.append(page.evaluate(focused))

    assert len(seen) > 20
    assert [each for each in seen if each[1] == "none" or each[2] < 2 or not each[3]] == []


def test_the_programme_prints_without_what_paper_cannot_do(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit()
    page.goto(f"{live_server.url}{site.conference.url}program/")
    page.emulate_media(media="print")
    hidden = (".dvb-filters", ".dvb-subscribe", ".dvb-share", ".dvb-session-calendar", ".dvb-now", "nav", ".dvb-skip")

    assert [name for name in hidden if page.locator(name).first.is_visible()] == []
    assert page.locator(".dvb-day .dvb-session-title").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_whoever_wants_less_motion_gets_none(site: WholeSite, live_server: Any, visit: Visit) -> None:
    moving = (
        "[...document.querySelectorAll('*')].some(element => getComputedStyle(element).transitionDuration !== '0s')"
    )
    found = {}
    for wish in ("reduce", "no-preference"):
        page = visit(reduced_motion=wish)
        page.goto(live_server.url + site.series.url)
        found[wish] = page.evaluate(moving)

    assert found == {"reduce": False, "no-preference": True}


def test_pages_take_font_and_colours_from_the_site_round_them(site: WholeSite, live_server: Any, visit: Visit) -> None:
    page = visit(color_scheme="dark")
    page.goto(live_server.url + site.article.url)
    page.add_style_tag(
        content="""
        :root { color-scheme: light; }
        body.dvb-site { background: rgb(255, 250, 240); color: rgb(60, 20, 20); font-family: Georgia; }
        body.dvb-site { --dvb-accent: rgb(120, 0, 60); --dvb-link: rgb(0, 60, 120); --dvb-heading-font: Courier; }
        """
    )
    look = page.evaluate(
        """() => {
            const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
            return [of('.dvb-prose p', 'color'), of('.dvb-prose p', 'fontFamily'), of('.dvb h1', 'fontFamily'),
                    of('.dvb-choices a', 'color'), of('.dvb', 'backgroundColor')];
        }"""
    )

    assert look == ["rgb(60, 20, 20)", "Georgia", "Courier", "rgb(0, 60, 120)", "rgba(0, 0, 0, 0)"]


STRICT = "default-src 'none'; style-src 'self'; img-src 'self'"
BROKEN = "addEventListener('securitypolicyviolation', event => (window.broken ??= []).push(event.effectiveDirective))"


@pytest.mark.parametrize(("added", "broken"), [("", []), ("<script>1</script>", ["script-src-elem"])])
def test_what_search_engines_read_breaks_no_policy(
    site: WholeSite, live_server: Any, visit: Visit, added: str, broken: list[str]
) -> None:
    page = visit(DESKTOP)

    def strictly(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": STRICT}
        route.fulfill(response=answer, headers=headers, body=answer.text().replace("</body>", f"{added}</body>"))

    page.add_init_script(BROKEN)
    for shown in (site.conference, site.session, site.article):
        address = live_server.url + shown.url
        page.route(address, strictly)
        page.goto(address)
        said = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
        assert said["url"] == address
        assert page.evaluate("window.broken ?? []") == broken
