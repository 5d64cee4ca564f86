"""What the live server hands out to other sites, and the gallery as another site that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import FrameLocator, Page
from playwright.sync_api import TimeoutError as NothingHappened

from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.host_snippets import Embed
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.publication import records
from example_project.gallery import application, serve
from example_project.gallery.contents import PAGES

Visit = Callable[..., Page]

TALL = (1280, 5000)
"""A window in which no frame waits to be scrolled to."""

SOON, AT_LAST = 1_500, 30_000
"""Milliseconds after which what is forbidden has not happened, and in which what is allowed has, on a busy machine."""

PROGRAMME, SESSION, SUBSCRIBE, NEWS = range(4)
"""The frames of a page of the gallery, in their order."""

SHOWS_SOMETHING = re.compile(r"(?!about:blank$).")
"""The address of a frame that has begun, also where it shows only why it may not be shown."""

FILTERED = "[aria-labelledby=filter-kind] a"


def embeds(live_server: Any, language: str, options: FrameOptions) -> list[Embed]:
    """Return a frame of every kind."""
    found = records.catalogue((live_server.thread.host, live_server.thread.port))
    assert found is not None
    edition, channel, said = found.editions[0], found.news[0], words(language)
    session = next(each for each in records.sessions(edition) if each.session.appearances)
    shown = (
        embeddable.programme(edition, said, options=options),
        embeddable.session(edition, session, said, options),
        embeddable.subscribe(edition, said, options=options),
        embeddable.news(channel, said, options=options),
    )
    return [each.embed() for each in shown]


@contextmanager
def other_site(live_server: Any, language: str = "sv") -> Iterator[str]:
    """Serve the gallery at another host than the live server's; yield its address, without a slash at its end.

    To a browser, the two names of this machine are two sites, whatever their ports.
    """
    host = "127.0.0.1" if live_server.thread.host == "localhost" else "localhost"
    options = {page.options for page in PAGES.values()}
    known = {each: embeds(live_server, language, each) for each in options}
    with serve(application(known.__getitem__), host=host, port=0) as address:
        yield address


def open_page(page: Page, address: str) -> None:
    """Open a page with frames, and wait until they show what they will."""
    page.goto(address)
    wait_for_frames(page)


def wait_for_frames(page: Page) -> None:
    """Wait until every frame has loaded: lazy ones begin at their leisure, when page and network may long be idle."""
    for each in page.locator("iframe").element_handles():
        inside = each.content_frame()
        assert inside is not None
        inside.wait_for_url(SHOWS_SOMETHING, timeout=AT_LAST)


def frame(page: Page, number: int) -> FrameLocator:
    return page.frame_locator("iframe").nth(number)


def titles(page: Page) -> list[str]:
    """Return what stands over what the frames show, "" for a frame that shows nothing."""
    count = page.locator("iframe").count()
    heads = [frame(page, number).locator(".dvb-title") for number in range(count)]
    return [head.inner_text() if head.count() else "" for head in heads]


def choose(page: Page) -> None:
    """Follow a filter in the frame of the programme, and wait until it is chosen."""
    inside = frame(page, PROGRAMME)
    inside.locator(".dvb-filters summary").first.click()
    inside.locator(FILTERED).first.click()
    inside.locator(".dvb-chosen").wait_for()
    wait_for_frames(page)


def happens(wait: Callable[[float], object], *, expected: bool) -> bool:
    """Tell whether something happens within the milliseconds that `wait` is called with: few for what should not."""
    try:
        wait(AT_LAST if expected else SOON)
    except NothingHappened:
        return False
    return True


def comes_true(page: Page, seen: Callable[[], bool]) -> bool:
    """Tell whether something is seen at last."""
    for _ in range(AT_LAST // 100):
        if seen():
            return True
        page.wait_for_timeout(100)
    return False
