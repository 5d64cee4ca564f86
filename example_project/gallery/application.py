"""The gallery as a WSGI application."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.formats.host_snippets import Embed, height_listener
from example_project.gallery import drawing
from example_project.gallery.contents import CONTENTS, PAGES
from example_project.gallery.page import AS_USUAL, Draft, Page
from example_project.gallery.plain import LISTENER

STATIC = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
HTML = "text/html"
METHODS = ("GET", "HEAD")

Embeds = Callable[[FrameOptions], Sequence[Embed]]
"""Returns what the gallery shows, all of one site, in frames with the options that a page's editor has chosen."""


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes
    media_type: str = HTML
    status: HTTPStatus = HTTPStatus.OK
    policy: str = ""

    @property
    def headers(self) -> list[tuple[str, str]]:
        headers = [
            ("Content-Type", f"{self.media_type}; charset=utf-8"),
            ("Content-Length", str(len(self.body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        if self.policy:
            headers.append(("Content-Security-Policy", self.policy))
        if self.status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append(("Allow", ", ".join(METHODS)))
        return headers


FILES = {f"/static/{file.name}": Answer(file.read_bytes(), TYPES[file.suffix]) for file in sorted(STATIC.iterdir())}
"""Everything in `static`, by its path."""


def application(embeds: Embeds) -> WSGIApplication:
    """Return the gallery that shows what `embeds` returns, which is asked anew for each page."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        found = _answer(environ.get("PATH_INFO", "/"), embeds) if method in METHODS else _refusal()
        start_response(f"{found.status.value} {found.status.phrase}", found.headers)
        return [found.body if method != "HEAD" else b""]

    return answer


def _answer(path: str, embeds: Embeds) -> Answer:
    if path == "/":
        return _html(drawing.index(CONTENTS))
    if page := PAGES.get(path.removeprefix("/")):
        return _page(page, embeds(page.options))
    if file := FILES.get(path):
        return file
    if path == f"/static/{LISTENER}" and (shown := embeds(AS_USUAL)):
        return Answer(height_listener(shown[0].address).encode(), TYPES[".js"])
    return _html(drawing.notice("Sidan finns inte", "Kontrollera adressen."), HTTPStatus.NOT_FOUND)


def _page(page: Page, embeds: Sequence[Embed]) -> Answer:
    if not embeds:
        text = "Webbplatsen som ramarna kommer från har just nu inget som är offentligt."
        return _html(drawing.notice("Inget att visa", text), HTTPStatus.SERVICE_UNAVAILABLE)
    nonce = secrets.token_urlsafe(16)
    # Drawn twice: some policies are made of what is on the page, and the page says which policy it has.
    policy = page.policy(Draft(drawing.page(page, embeds), embeds, nonce))
    return _html(drawing.page(page, embeds, policy, nonce), policy=policy)


def _refusal() -> Answer:
    return _html(drawing.notice("Det går inte", "Sidorna kan bara läsas."), HTTPStatus.METHOD_NOT_ALLOWED)


def _html(text: str, status: HTTPStatus = HTTPStatus.OK, policy: str = "") -> Answer:
    return Answer(text.encode(), status=status, policy=policy)
