"""Frames on pages of another site, and what is left of them under its policy, in its sandbox, with its scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response

from example_project.gallery.contents import PAGES
from tests.browser.embedding import (
    NEWS,
    PROGRAMME,
    SESSION,
    SUBSCRIBE,
    TALL,
    Visit,
    choose,
    comes_true,
    frame,
    happens,
    open_page,
    titles,
    wait_for_frames,
)

pytestmark = pytest.mark.browser

NEEDED = "html => Math.ceil(html.getBoundingClientRect().height) + 4"
SHIFTED = """new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 300);
})"""

ALL, EMPTY, SCRIPTS = "sandbox/none/", "sandbox/empty/", "sandbox/scripts/"
POPUPS, RECOMMENDED = "sandbox/scripts-popups/", "sandbox/recommended/"


# ---- policies


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        ("none", True),
        ("default-self", False),
        ("frame-src", True),
        ("script-src", False),
        ("strict-dynamic", False),
        ("trusted-types", False),
        ("strictest", True),
        ("derived", True),
    ],
)
def test_a_policy_shows_the_frames_or_leaves_the_links(show: Callable[..., Page], *, policy: str, shown: bool) -> None:
    page = show(f"policy/{policy}/")
    named = page.locator("iframe").evaluate_all("frames => frames.map(frame => frame.title)")
    links = page.locator("iframe + p > a")

    assert len(set(named)) == NEWS + 1
    assert titles(page) == (named if shown else [""] * len(named))
    assert links.all_inner_texts() == named
    assert [link.is_visible() for link in links.all()] == [True] * len(named)
    assert page.request.get(links.first.get_attribute("href") or "").ok
    if not shown:
        page.locator(".report li").first.wait_for()
    stopped = [text.partition(":")[0] for text in page.locator(".report li").all_inner_texts()]
    assert set(stopped) == (set() if shown else {"frame-src"})


# ---- sandboxes


@pytest.mark.parametrize("path", [ALL, EMPTY, SCRIPTS, POPUPS, RECOMMENDED])
def test_text_style_and_filters_are_there_in_every_sandbox(show: Callable[..., Page], path: str) -> None:
    page = show(path)
    sessions = frame(page, PROGRAMME).locator(".dvb-session-title")
    whole = sessions.count()

    assert "" not in titles(page)
    for number in (PROGRAMME, SESSION, SUBSCRIBE, NEWS):
        body = frame(page, number).locator("body")
        assert body.evaluate("body => getComputedStyle(body).marginTop") == "0px"
    choose(page)
    assert 0 < sessions.count() < whole


@pytest.mark.parametrize(
    ("path", "origin", "files", "links"),
    [
        (ALL, "own", True, True),
        (EMPTY, None, False, False),
        (SCRIPTS, "null", False, False),
        (POPUPS, "null", False, True),
        (RECOMMENDED, "own", True, True),
    ],
)
def test_what_a_sandbox_lets_through(
    live_server: Any, show: Callable[..., Page], *, path: str, origin: str | None, files: bool, links: bool
) -> None:
    page = show(path)
    inside = frame(page, SUBSCRIBE)
    opened: list[Page] = []
    page.context.on("page", lambda each: opened.append(each))

    def save(timeout: float) -> None:
        with page.expect_download(timeout=timeout) as download:
            inside.locator("a[download]").first.click()
        assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")

    def follow(timeout: float) -> None:
        with page.context.expect_page(timeout=timeout):
            inside.locator("footer a[target=_blank]").first.click()

    assert happens(save, expected=files) is files
    assert happens(follow, expected=links) is links
    heard = {live_server.url if origin == "own" else origin} if origin else set()
    assert comes_true(page, lambda: set(page.evaluate("told")) == heard)
    if links:
        opened[0].wait_for_load_state()
        assert (opened[0].evaluate("self.origin") == "null") is (path == POPUPS)


# ---- listeners


def test_in_wordpress_frames_take_the_place_of_links_and_get_their_height(show: Callable[..., Page]) -> None:
    page = show("listener/wordpress/")

    def heights() -> list[int]:
        return [int(each.get_attribute("height") or 0) for each in page.locator("iframe").all()]

    def wanted() -> list[int]:
        inside = [frame(page, number).locator("html").evaluate(NEEDED) for number in range(NEWS + 1)]
        return [min(1000, max(200, height)) for height in inside]

    assert comes_true(page, lambda: [each.is_visible() for each in page.locator("blockquote").all()] == [False] * 4)
    assert [each.is_visible() for each in page.locator("iframe").all()] == [True] * 4
    assert comes_true(page, lambda: heights() == wanted())
    before = heights()
    choose(page)
    assert comes_true(page, lambda: heights() == wanted() != before)
    assert page.locator("iframe").first.is_visible()


def test_wordpress_without_script_leaves_the_links(show: Callable[..., Page]) -> None:
    page = show("listener/wordpress/", java_script_enabled=False)

    assert [each.is_visible() for each in page.locator("blockquote a").all()] == [True] * 4


def test_in_municipio_a_frame_is_as_high_as_what_it_shows(show: Callable[..., Page]) -> None:
    page = show("listener/municipio/")
    inside = frame(page, PROGRAMME).locator("html")

    def height() -> int:
        return int(page.locator("iframe").get_attribute("height") or 0)

    assert comes_true(page, lambda: height() == inside.evaluate(NEEDED))
    whole = height()
    choose(page)
    assert comes_true(page, lambda: whole != height() == inside.evaluate(NEEDED))


def test_in_municipio_several_frames_are_as_high_as_one_of_them(show: Callable[..., Page]) -> None:
    page = show("listener/municipio-several/")
    wanted = {frame(page, number).locator("html").evaluate(NEEDED) for number in range(NEWS + 1)}

    def heights() -> set[int]:
        return {int(each.get_attribute("height") or 0) for each in page.locator("iframe").all()}

    assert "" not in titles(page)
    assert comes_true(page, lambda: len(heights()) == 1 and heights() <= wanted)


@pytest.mark.parametrize(("path", "moves"), [("policy/none/", False), ("listener/municipio/", True)])
def test_nothing_moves_where_a_height_is_given_and_nobody_listens(
    show: Callable[..., Page], *, path: str, moves: bool
) -> None:
    assert (show(path).evaluate(SHIFTED) > 0) is moves


# ---- consent and privacy


def test_nothing_is_asked_of_the_conference_before_the_visitor_agrees(
    live_server: Any, gallery: str, visit: Visit
) -> None:
    page = visit(TALL)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    page.goto(f"{gallery}/consent/asked/", wait_until="networkidle")
    assert set(asked) == {urlsplit(gallery).netloc}
    page.locator(".gate-notice button").first.click()
    wait_for_frames(page)

    assert set(asked) == {urlsplit(gallery).netloc, urlsplit(live_server.url).netloc}
    assert "" not in titles(page)


def test_frames_leave_nothing_behind_and_tell_nobody_else(live_server: Any, gallery: str, visit: Visit) -> None:
    page = visit(TALL)
    asked: list[Request] = []
    answers: list[Response] = []
    wrong: list[str] = []
    page.context.on("request", lambda request: asked.append(request))
    page.context.on("response", lambda answer: answers.append(answer))
    page.context.on("weberror", lambda error: wrong.append(error.error.message))
    for path in PAGES:
        open_page(page, f"{gallery}/{path}")
        if path.startswith(("sandbox/", "listener/", "plain/", "consent/exempt")):
            choose(page)

    ours = urlsplit(live_server.url).netloc
    assert {urlsplit(request.url).netloc for request in asked} == {ours, urlsplit(gallery).netloc}
    of_frames = {request.resource_type for request in asked if urlsplit(request.url).netloc == ours}
    assert of_frames == {"document", "stylesheet", "script"}
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert [answer.url for answer in answers if "set-cookie" in answer.all_headers()] == []
    assert [answer.url for answer in answers if answer.status >= 400] == []
    assert wrong == []
