"""What each picture of the documentation shows. A function that is marked with `@picture` names its file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

from docs.screenshots.drawing import around, shot, side_by_side
from docs.screenshots.studio import Studio, headless_site

EDITION = "/digitala-vasterbotten/2026/"
NEWS = "/digitala-vasterbotten/nyheter/"

Draw = Callable[[Studio], Image.Image]
PICTURES: dict[str, Draw] = {}


def picture(draw: Draw) -> Draw:
    """Register a picture under the name of its function."""
    PICTURES[draw.__name__] = draw
    return draw


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


@picture
def client(studio: Studio) -> Image.Image:
    """The client site: an edition on a desk, and its programme on a phone."""
    with tempfile.TemporaryDirectory() as data, headless_site(Path(data)) as address:
        desk = studio.browser.new_page(viewport={"width": 1120, "height": 800}, device_scale_factor=1.5)
        desk.goto(f"{address}/2026/")
        phone = studio.browser.new_page(viewport={"width": 390, "height": 800}, device_scale_factor=1.5)
        phone.goto(f"{address}/2026/#programme")
        return side_by_side(shot(desk), shot(phone))


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


@picture
def builder(studio: Studio) -> Image.Image:
    """What one copies into Municipio of an edition, at the end of the builder."""
    page = studio.editor
    page.goto(f"{studio.root}/admin/dvb/embed/{studio.number(EDITION)}/?system=municipio")
    page.set_viewport_size({"width": 1000, "height": 3000})
    page.wait_for_timeout(500)
    # The port is another one each time, and would make each time another picture.
    rewrite = "(field, root) => { field.value = field.value.replace(root, 'https://dvb.example') }"
    for field in page.locator(".dvb-answer :is(input, textarea)").all():
        field.evaluate(rewrite, studio.root)
    frame = page.locator(".dvb-answer iframe")
    frame.evaluate("frame => { frame.height = 330 }")  # what a programme looks like is seen in other pictures
    return around(page, page.locator("#answer"), frame)


# ---- what visitors of other sites see


@picture
def gallery_wordpress(studio: Studio) -> Image.Image:
    """What a page that does as WordPress makes of the address of an edition."""
    return on_host(studio, "listener/wordpress/")


@picture
def gallery_plain(studio: Studio) -> Image.Image:
    """A dark page with a narrow column, into which our HTML was pasted."""
    return on_host(studio, "plain/dark/")


def on_host(studio: Studio, path: str) -> Image.Image:
    """Return the top of a page of the municipality's site, with its frames."""
    page = studio.browser.new_page(viewport={"width": 1000, "height": 900}, device_scale_factor=1.5, locale="sv-SE")
    page.goto(f"{studio.other}/{path}")
    page.frame_locator("iframe").first.locator("h1, h2, h3").first.wait_for()
    page.wait_for_timeout(1000)
    return shot(page)


def panels(page: Page, first: str, last: str = "") -> Image.Image:
    """Return the part of a form from the panel with one heading to that with another, or the one alone."""
    page.set_viewport_size({"width": 1000, "height": 3000})  # so that all of it is drawn
    page.wait_for_timeout(500)
    return around(page, *(panel(page, heading) for heading in (first, last) if heading))


def panel(page: Page, heading: str) -> Locator:
    named = page.locator("[data-panel-heading]", has_text=re.compile(rf"^\s*{heading}\s*$"))
    return page.locator("section.w-panel", has=named).last
