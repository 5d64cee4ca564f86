"""The builder "Share and embed" as an editor uses it: what is copied, what is said, what is previewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page as Window
from playwright.sync_api import expect
from pytest_django import Settings

from dvb_wagtail.formats.host_snippets import Embed, iframe
from tests.browser.admin import Admin, make_editor
from tests.browser.public import Edition, put_back_edition
from tests.pages_factory import make_session

pytestmark = pytest.mark.browser

PHONE = (320, 800)
"""CSS pixels: the narrowest that WCAG 2.2 (1.4.10) asks to be usable."""

TITLE = "Digitala Västerbotten 2020"


@pytest.fixture
def edition(transactional_db: None, live_server: Any, settings: Settings) -> Edition:
    """A published edition, served."""
    settings.DVB_WAGTAIL_NOW = "2020-11-02T09:00"
    edition = put_back_edition(live_server.thread.host, live_server.thread.port)
    make_session(edition.conference, "Ett samtal", kind="panel", room="sal-b")
    return edition


@pytest.fixture
def open_builder(
    edition: Edition, visit: Callable[..., Window], live_server: Any, django_user_model: Any, tmp_path: Path
) -> Callable[..., Window]:
    """Return a function that opens the builder of the edition, in a window of somebody who has logged in."""
    make_editor(django_user_model)

    def open_window(query: str = "", size: tuple[int, int] = (1280, 1400), **options: Any) -> Window:
        window = visit(size, **options)
        window.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        Admin(window, live_server.url, tmp_path).log_in()
        address = reverse("dvb_embed", args=[edition.conference.pk])
        window.goto(f"{live_server.url}{address}{query}", wait_until="networkidle")
        return window

    return open_window


@pytest.fixture
def snippet(live_server: Any) -> str:
    """The HTML of the whole programme."""
    root = live_server.url
    return iframe(
        Embed(
            f"{root}/dvb/v1/embed/conferences/dv2020/sv/programme/",
            f"{TITLE}: program",
            700,
            f"{root}/digitala-v%C3%A4sterbotten-2020/program/",
            "sv",
        )
    )


def unfold(window: Window) -> None:
    window.evaluate("document.querySelectorAll('.dvb-sharing details').forEach((each) => { each.open = true; })")


def answer(window: Window) -> None:
    with window.expect_navigation():
        window.locator("form.dvb-questions button[type=submit]").click()


def test_questions_lead_to_an_answer_that_is_copied(
    open_builder: Callable[..., Window], snippet: str, live_server: Any
) -> None:
    window = open_builder(permissions=["clipboard-read", "clipboard-write"])
    expect(window.locator("#answer")).to_have_count(0)
    window.locator("input[name=system][value=html]").check()
    answer(window)
    expect(window.get_by_role("heading", name="3. Klistra in")).to_be_focused()

    field = window.locator("[data-dvb-copy]").filter(has=window.locator("#copy-html"))
    said = field.get_by_role("status")
    expect(said).to_be_empty()
    field.get_by_role("button").click()
    expect(said).to_have_text(said.get_attribute("data-copied") or "")
    expect(said).to_contain_text("HTML")
    assert window.evaluate("navigator.clipboard.readText()") == snippet


def test_every_field_has_a_button_of_its_own(open_builder: Callable[..., Window]) -> None:
    window = open_builder("?system=municipio", permissions=["clipboard-read", "clipboard-write"])
    fields = window.locator("[data-dvb-copy]").all()
    assert len(fields) == 8
    names = set()
    for field in fields:
        button = field.get_by_role("button")
        names.add(button.inner_text())
        button.click()
        expect(field.get_by_role("status")).not_to_be_empty()
        copied = window.evaluate("navigator.clipboard.readText()")
        assert copied == field.locator("input, textarea").input_value()
    assert len(names) == 8


def test_a_button_stands_level_with_its_field(open_builder: Callable[..., Window]) -> None:
    window = open_builder("?system=municipio")
    middle = "each => { const box = each.getBoundingClientRect(); return box.top + box.height / 2; }"
    for field in window.locator("[data-dvb-copy]:has(input)").all():
        heights = [field.locator(each).evaluate(middle) for each in ("input", "button")]
        assert abs(heights[0] - heights[1]) < 1


def test_where_there_is_no_clipboard_the_text_is_selected(open_builder: Callable[..., Window], snippet: str) -> None:
    window = open_builder("?system=html")
    window.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    field = window.locator("[data-dvb-copy]").filter(has=window.locator("#copy-html"))
    field.get_by_role("button").click()
    said = field.get_by_role("status")
    expect(said).to_have_text(said.get_attribute("data-selected") or "")
    expect(window.locator("#copy-html")).to_be_focused()
    selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert window.locator("#copy-html").evaluate(selected) == snippet


def test_a_browser_that_refuses_the_clipboard_selects_it_too(open_builder: Callable[..., Window]) -> None:
    window = open_builder("?system=html")
    window.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    field = window.locator("[data-dvb-copy]").filter(has=window.locator("#copy-policy"))
    field.get_by_role("button").click()
    said = field.get_by_role("status")
    expect(said).to_have_text(said.get_attribute("data-selected") or "")


def test_the_preview_is_the_programme_as_a_stranger_shows_it(open_builder: Callable[..., Window]) -> None:
    window = open_builder("?system=html&look=dark&height=900")
    shown = window.frame_locator(".dvb-preview iframe")
    expect(shown.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(shown.get_by_text("Ledarskap i förändring")).to_be_visible()
    box = window.locator(".dvb-preview iframe").bounding_box()
    assert box is not None
    assert box["height"] == 900
    frame = next(each for each in window.frames if "/dvb/v1/embed/" in each.url)
    assert frame.evaluate("self.origin") == "null"
    reach = "(() => { try { return parent.document.title; } catch (error) { return error.name; } })()"
    assert frame.evaluate(reach) == "SecurityError"


def test_without_a_script_all_of_it_is_there(open_builder: Callable[..., Window], snippet: str) -> None:
    window = open_builder(java_script_enabled=False)
    window.locator("input[name=system][value=html]").check()
    window.locator("summary").last.click()
    window.locator("select[name=look]").select_option("dark")
    answer(window)
    assert window.url.endswith("#answer")
    field = window.locator("[data-dvb-copy]").filter(has=window.locator("#copy-html"))
    expect(field.locator("textarea")).to_have_value(snippet.replace("/programme/", "/programme/?look=dark"))
    expect(field.locator("button")).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?system=municipio", "?system=calendar", "?system=html&height=abc&track=nope"])
def test_axe_finds_nothing(open_builder: Callable[..., Window], axe: Callable[..., list[str]], query: str) -> None:
    for size in ((1280, 1400), PHONE):
        window = open_builder(query, size)
        unfold(window)
        assert axe(window, ".dvb-sharing") == []


@pytest.mark.parametrize("query", ["", "?system=wordpress&look=dark", "?system=calendar", "?system=feeds"])
def test_on_the_narrowest_screen_nothing_is_scrolled_to_sideways(
    open_builder: Callable[..., Window], query: str
) -> None:
    window = open_builder(query, PHONE)
    unfold(window)
    outside = """() => [...document.querySelectorAll(".dvb-sharing, .dvb-sharing *")]
        .filter((each) => !each.closest(".w-sr-only, svg") && each.getBoundingClientRect().right > innerWidth)
        .map((each) => each.outerHTML.slice(0, 120))"""
    assert window.evaluate(outside) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_focus_is_seen(open_builder: Callable[..., Window]) -> None:
    window = open_builder("?system=html")
    for target in ("input[name=system][value=html]", "summary", "#copy-html", "[data-dvb-copy] button", "figure a"):
        at = window.locator(target).first
        at.focus()
        window.keyboard.press("Shift+Tab")
        window.keyboard.press("Tab")
        style = at.evaluate("each => [getComputedStyle(each).outlineStyle, getComputedStyle(each).outlineWidth]")
        assert (target, style[0]) != (target, "none")
        assert style[1] != "0px"
