"""Frames that are as high as what they show have no bar to scroll by: in a Chromium that shows its bars."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import QUIET
from tests.browser.embedding import PROGRAMME, SUBSCRIBE, comes_true, open_page

pytestmark = pytest.mark.browser

FITS = "innerHeight >= document.documentElement.scrollHeight && innerWidth === document.documentElement.clientWidth"


@pytest.fixture
def window(chromium: Browser) -> Iterator[Page]:
    """A window as high as the page, of a visitor whose scroll bars take room."""
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"), args=QUIET, ignore_default_args=["--hide-scrollbars"]
    )
    yield browser.new_page(viewport={"width": 1280, "height": 5000})
    browser.close()


@pytest.mark.parametrize("path", ["plain/listener/", "listener/municipio/"])
@pytest.mark.parametrize("border", ["", "1px solid", "2px inset"])
def test_a_frame_with_a_border_shows_all_of_it(gallery: str, window: Page, path: str, border: str) -> None:
    open_page(window, f"{gallery}/{path}")
    if border:
        window.locator("iframe").evaluate_all(
            "(all, border) => all.forEach(each => each.style.border = border)", border
        )
    inside = window.frames[1:]
    fit = [each for number, each in enumerate(inside) if number in (PROGRAMME, SUBSCRIBE)]
    assert window.locator("iframe").first.evaluate("frame => getComputedStyle(frame).boxSizing") == "border-box"
    assert comes_true(window, lambda: all(each.evaluate(FITS) for each in fit))
    fit[0].locator("details.dvb-abstract > summary").first.click()
    assert comes_true(window, lambda: all(each.evaluate(FITS) for each in fit))
    window.wait_for_timeout(500)
    assert [each.url for each in fit if not each.evaluate(FITS)] == []
