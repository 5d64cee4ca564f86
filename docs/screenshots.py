"""Makes the pictures of the documentation anew, from an example site of its own: `python docs/screenshots.py`.

All of them, or those that are named: `python docs/screenshots.py programme clash`. Needs Chromium and the groups
`example` and `browser`; takes some minutes. Nothing but the pictures is changed.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Locator, Page, sync_playwright

HERE = Path(__file__).resolve().parent
IMAGES = HERE / "images"
NOW = "2026-10-01T09:00"
"""When it is on the site: two months before the next edition, which is then always the same."""
EDITION = "/digitala-vasterbotten/2026/"
NEWS = "/digitala-vasterbotten/nyheter/"
LIMITS = {"programme": 400_000}
"""Bytes that a picture may have, where it is not `LIMIT`."""
LIMIT = 150_000

Draw = Callable[["Studio"], Image.Image]
PICTURES: dict[str, Draw] = {}


def picture(draw: Draw) -> Draw:
    """Register a picture under the name of its function."""
    PICTURES[draw.__name__] = draw
    return draw


@dataclass(frozen=True)
class Studio:
    """A browser, an editor's window in it, and the site that both look at."""

    browser: Browser
    editor: Page
    root: str
    database: Path

    def visit(self, path: str, *, width: int, height: int, scale: float = 2) -> Page:
        """Open a page of the site as a visitor's window of this size, in CSS pixels."""
        page = self.browser.new_page(
            viewport={"width": width, "height": height}, device_scale_factor=scale, locale="sv-SE"
        )
        page.goto(self.root + path)
        return page

    def edit(self, url_path: str, *, height: int = 640) -> Page:
        """Open the form of the page at this path of the page tree."""
        self.editor.set_viewport_size({"width": 1000, "height": height})
        self.editor.goto(f"{self.root}/admin/pages/{self.number(url_path)}/edit/")
        return self.editor

    def copy(self, url_path: str) -> Page:
        """Open the form that the page at this path of the page tree is copied by."""
        self.editor.goto(f"{self.root}/admin/pages/{self.number(url_path)}/copy/")
        return self.editor

    def number(self, url_path: str) -> int:
        """Return the id of the page at this path of the page tree. Raises TypeError if there is none."""
        with closing(sqlite3.connect(self.database)) as database:
            found = database.execute("SELECT id FROM wagtailcore_page WHERE url_path = ?", [url_path])
            return int(found.fetchone()[0])


# ---- what visitors see


@picture
def programme(studio: Studio) -> Image.Image:
    """The programme on a desk, where several sessions go on at once, and on a phone, from its top."""
    desk = studio.visit("/2026/program/", width=1120, height=960)
    desk.locator(".dvb-slot", has_text="Närhet är ingen plats").evaluate("slot => slot.scrollIntoView()")
    phone = studio.visit("/2026/program/", width=390, height=960)
    return side_by_side(shot(desk), shot(phone))


@picture
def cancelled(studio: Studio) -> Image.Image:
    """A cancelled session in the programme."""
    page = studio.visit("/2026/program/", width=420, height=800, scale=1.5)
    return around(page, page.locator(".dvb-session-cancelled").first)


@picture
def subscribe(studio: Studio) -> Image.Image:
    """The menu of ways into a calendar."""
    page = studio.visit("/2026/program/", width=760, height=800, scale=1.5)
    page.locator(".dvb-subscribe summary").click()
    # The port is another one each time, and would make each time another picture.
    rewrite = "(code, root) => { code.textContent = code.textContent.replace(root, 'https://dvb.example') }"
    for address in page.locator(".dvb-address").all():
        address.evaluate(rewrite, studio.root)
    return around(page, page.locator(".dvb-subscribe"))


# ---- what editors see


@picture
def conference(studio: Studio) -> Image.Image:
    """Days, times and acronym of an edition."""
    page = studio.edit(EDITION)
    return panels(page, "När och hur", "Adresser")


@picture
def release(studio: Studio) -> Image.Image:
    """The top of the tab of an edition's programme."""
    page = studio.edit(EDITION, height=900)
    page.get_by_role("tab", name="Program").click()
    return shot(page)


@picture
def session(studio: Studio) -> Image.Image:
    """Day, times and room of a session."""
    return panels(studio.edit(f"{EDITION}narhet-ar-ingen-plats/"), "När och var")


@picture
def people(studio: Studio) -> Image.Image:
    """Who takes part in a session."""
    return panels(studio.edit(f"{EDITION}narhet-ar-ingen-plats/"), "Person 1")


@picture
def clash(studio: Studio) -> Image.Image:
    """What the form says of a draft in a room that is taken."""
    page = studio.edit(f"{EDITION}hembesok-pa-tolv-mil/", height=640)
    page.select_option("#id_room", label="Sal Norrsken")
    page.get_by_role("button", name="Spara utkast").click()
    page.wait_for_load_state()
    return shot(page)


@picture
def publish(studio: Studio) -> Image.Image:
    """The menu that a page is saved and published by."""
    page = studio.edit(f"{EDITION}narhet-ar-ingen-plats/", height=520)
    page.locator("footer .w-dropdown__toggle").click()
    page.wait_for_timeout(500)
    return shot(page)


@picture
def status(studio: Studio) -> Image.Image:
    """The panel with schedule, language and privacy of a page."""
    page = studio.edit(f"{EDITION}narhet-ar-ingen-plats/", height=820)
    toggle, panel = page.locator("[data-side-panel-toggle='status']"), page.locator("[data-side-panel='status']")
    toggle.click()
    page.wait_for_timeout(500)
    drawn = shot(panel)
    toggle.click()  # Wagtail remembers what is open
    return drawn


@picture
def changes(studio: Studio) -> Image.Image:
    """The list of programme changes, one of which waits."""
    page = studio.editor
    page.set_viewport_size({"width": 1180, "height": 760})
    page.goto(f"{studio.root}/admin/reports/dvb-changes/")
    page.wait_for_timeout(500)
    return shot(page)


@picture
def article(studio: Studio) -> Image.Image:
    """Byline, date and main image of an article."""
    return panels(studio.edit(f"{NEWS}programmet-2026-slappt/"), "Vem och när", "Huvudbild")


@picture
def copy(studio: Studio) -> Image.Image:
    """The form that an edition is copied by."""
    page = studio.copy(EDITION)
    page.set_viewport_size({"width": 1000, "height": 800})
    return shot(page)


@picture
def report(studio: Studio) -> Image.Image:
    """The report of an edition that was published without an acronym. The last picture: the page stays."""
    page = studio.copy("/digitala-vasterbotten/2021/")
    page.fill("#id_new_title", "Digitala Västerbotten 2028")
    page.fill("#id_new_slug", "2028")
    page.check("#id_publish_copies")
    page.get_by_role("button", name="Kopiera denna sida").click()
    page.wait_for_load_state()
    page.set_viewport_size({"width": 1000, "height": 460})
    page.goto(f"{studio.root}/admin/reports/dvb-publication/")
    return shot(page)


def panels(page: Page, first: str, last: str = "") -> Image.Image:
    """Return the part of a form from the panel with one heading to that with another, or the one alone."""
    page.set_viewport_size({"width": 1000, "height": 3000})  # so that all of it is drawn
    page.wait_for_timeout(500)
    return around(page, *(panel(page, heading) for heading in (first, last) if heading))


def panel(page: Page, heading: str) -> Locator:
    named = page.locator("[data-panel-heading]", has_text=re.compile(rf"^\s*{heading}\s*$"))
    return page.locator("section.w-panel", has=named).last


# ---- from a window to a file


def shot(of: Page | Locator, **options: Any) -> Image.Image:
    return Image.open(BytesIO(of.screenshot(animations="disabled", **options))).convert("RGB")


def around(page: Page, *parts: Locator) -> Image.Image:
    """Return the part of a window that holds these, with a margin. The first one is at the top."""
    boxes = [box for part in parts if (box := part.bounding_box())]
    top, left = boxes[0]["y"] - 8, boxes[0]["x"] - 56
    bottom, right = boxes[-1]["y"] + boxes[-1]["height"] + 12, boxes[0]["x"] + boxes[0]["width"] + 16
    clip = {"x": max(left, 0), "y": top, "width": right - max(left, 0), "height": bottom - top}
    return shot(page, clip=clip, full_page=True, style="footer, [data-minimap-container] { visibility: hidden }")


def side_by_side(*images: Image.Image) -> Image.Image:
    """Return windows of one height beside each other, on a ground that shows their edges."""
    gap = 48
    whole = Image.new("RGB", (sum(each.width + gap for each in images) + gap, images[0].height + 2 * gap), "#e3eaec")
    left = gap
    for each in images:
        whole.paste(each, (left, gap), rounded(each.size, 24))
        left += each.width + gap
    return whole.resize((whole.width * 5 // 8, whole.height * 5 // 8), Image.Resampling.LANCZOS)


def rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """Return a mask with rounded corners."""
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, *size), radius, fill=255)
    return mask


def save(name: str, image: Image.Image) -> None:
    """Write a picture with a palette, which is a third of the size. Raises ValueError if it is still too large."""
    file = IMAGES / f"{name}.png"
    image.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
    size, limit = file.stat().st_size, LIMITS.get(name, LIMIT)
    if size > limit:
        raise ValueError(f"{file.name} has {size} bytes and may have {limit}: show less of the page.")
    print(f"{file.name}: {image.width} x {image.height}, {size // 1000} kB")


# ---- the site and the browser


@contextmanager
def example_site(data: Path) -> Iterator[str]:
    """Serve an example site that is kept in the folder `data`; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(HERE.parent / "example_project/manage.py"), "demo", "--port", str(port)]
    environment = os.environ | {"DVB_DATA": str(data), "DVB_NOW": NOW, "DATABASE_URL": ""}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers. Raises RuntimeError if it ends before that."""
    while server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(1)
    raise RuntimeError("The example site could not be served.")


@contextmanager
def chromium() -> Iterator[Browser]:
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=quiet)
        yield browser
        browser.close()


def log_in(browser: Browser, root: str) -> Page:
    """Return the window of the example's editor, whose admin is in Swedish, with a folded menu."""
    page = browser.new_page(device_scale_factor=1.5, locale="sv-SE")
    page.set_default_timeout(120_000)
    page.goto(f"{root}/admin/login/")
    page.context.add_cookies([{"name": "wagtail_sidebar_collapsed", "value": "1", "url": root}])
    page.fill("#id_username", "editor")
    page.fill("#id_password", "editor")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as data, example_site(Path(data)) as root, chromium() as browser:
        studio = Studio(browser, log_in(browser, root), root, Path(data) / "demo.sqlite3")
        for name in names or PICTURES:
            save(name, PICTURES[name](studio))


if __name__ == "__main__":
    main(sys.argv[1:])
