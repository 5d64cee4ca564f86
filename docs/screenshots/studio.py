"""An example site, the other site that shows it in frames, and a browser to look at both with."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

MANAGE = Path(__file__).resolve().parent.parent.parent / "example_project/manage.py"
NOW = "2026-10-01T09:00"
"""When it is on the site: two months before the next edition, which is then always the same."""


@dataclass(frozen=True)
class Studio:
    """A browser, an editor's window in it, the site that both look at, and the other site that shows it in frames."""

    browser: Browser
    editor: Page
    root: str
    other: str
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


@contextmanager
def example_site(data: Path) -> Iterator[tuple[str, str]]:
    """Serve an example site that is kept in the folder `data`; give its address and that of the other site."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(MANAGE), "demo", "--port", str(port)]
    environment = os.environ | {"DVB_DATA": str(data), "DVB_NOW": NOW, "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}
    said = data / "said.txt"
    with said.open("w") as output, subprocess.Popen(command, env=environment, stdout=output) as server:  # noqa: S603
        try:
            wait_for(port, server)
            (other,) = set(re.findall(r"http://localhost:\d+", said.read_text(encoding="utf-8")))
            yield f"http://127.0.0.1:{port}", other
        finally:
            server.terminate()


@contextmanager
def headless_site(data: Path) -> Iterator[str]:
    """Serve the example's client site, with everything kept in the folder `data`; give its address."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        port, client_port = one.getsockname()[1], other.getsockname()[1]
    command = [sys.executable, str(MANAGE), "demo_headless"]
    command += ["--port", str(port), "--client-port", str(client_port)]
    own = {"DVB_DATA": str(data), "DVB_NOW": NOW, "DATABASE_URL": ""}
    environment = os.environ | own | {"DJANGO_SETTINGS_MODULE": "example_project.settings_headless"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            wait_for(client_port, server)
            yield f"http://localhost:{client_port}"
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
