"""Whoever subscribes in a frame still sees the programme, whatever the host's policy and sandbox."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.embedding import PROGRAMME, SUBSCRIBE, frame, titles

pytestmark = pytest.mark.browser

HOSTS = [
    *("policy/none/", "policy/frame-src/", "policy/strictest/", "policy/derived/"),
    *("sandbox/none/", "sandbox/empty/", "sandbox/scripts/", "sandbox/scripts-popups/", "sandbox/recommended/"),
    *("listener/municipio/", "listener/wordpress/", "consent/exempt/", "plain/listener/"),
]
AWHILE = 400
"""Milliseconds in which Chromium has put its error into a frame that was led astray."""


@pytest.mark.parametrize("path", HOSTS)
def test_subscribing_leaves_the_frame_as_it_is(show: Callable[..., Page], path: str) -> None:
    page = show(path)
    address, before = page.url, titles(page)
    assert "" not in before
    for number in (PROGRAMME, SUBSCRIBE)[: len(before)]:
        inside = frame(page, number)
        found = inside.locator("a[href^='webcal:']")
        ways = found.count()
        assert ways > 0
        for way in range(ways):
            found.nth(way).click()
            page.wait_for_timeout(AWHILE)
            assert titles(page) == before, (number, way)
        # Where nothing happened, the address can be copied all the same.
        assert inside.locator(".dvb-address", has_text="programme.ics").last.is_visible()
    assert page.url == address
    assert [each.url for each in page.context.pages] == [address]
