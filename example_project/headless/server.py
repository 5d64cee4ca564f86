"""Serves the built site, takes the webhook, and shows drafts to those who have their token."""

from __future__ import annotations

import hmac
import json
import mimetypes
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path, PurePath
from urllib.parse import parse_qs, quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from example_project.headless.preview import draft_page
from example_project.webhook import signature

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
}
LONGEST = 10_000
"""Bytes that a webhook may have."""
OLDEST = 300
"""Seconds: who has seen a webhook once may not send it again for ever."""

Headers = dict[str, str]


@dataclass(frozen=True)
class Answer:
    status: HTTPStatus
    body: bytes = b""
    headers: Headers = field(default_factory=dict)


def application(folder: Path, cms: str, secret: str, rebuild: Callable[[], None]) -> WSGIApplication:
    """Return the client's server. `cms` is the address of the CMS, `secret` what its webhook is signed with."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "/")
        if (method, path) == ("POST", "/rebuild"):
            found = _webhook(environ, secret, rebuild)
        elif method not in ("GET", "HEAD"):
            found = Answer(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"})
        elif path == "/preview/":
            query = {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
            found = _preview(folder, cms, query)
        else:
            found = _file(folder, path)
        headers = {"Content-Length": str(len(found.body)), "X-Content-Type-Options": "nosniff"} | found.headers
        start_response(f"{found.status.value} {found.status.phrase}", list(headers.items()))
        return [found.body if method != "HEAD" else b""]

    return answer


def _webhook(environ: WSGIEnvironment, secret: str, rebuild: Callable[[], None]) -> Answer:
    length = environ.get("CONTENT_LENGTH") or "0"
    body = environ["wsgi.input"].read(min(int(length), LONGEST)) if length.isdecimal() else b""
    # As bytes: a header may hold any letter of Latin-1 (PEP 3333), and as text only ASCII can be compared.
    given = environ.get("HTTP_X_SIGNATURE_SHA256", "").encode("latin-1")
    if not secret or not hmac.compare_digest(signature(body, secret).encode(), given):
        return Answer(HTTPStatus.FORBIDDEN)
    if not _is_recent(body):
        return Answer(HTTPStatus.FORBIDDEN)
    rebuild()
    return Answer(HTTPStatus.ACCEPTED)


def _is_recent(body: bytes) -> bool:
    try:
        return abs(time.time() - float(json.loads(body)["time"])) <= OLDEST
    except (ValueError, TypeError, KeyError):
        return False


def _preview(folder: Path, cms: str, query: dict[str, str]) -> Answer:
    page = draft_page(folder, cms, query.get("content_type", ""), query.get("token", ""))
    if page is None:
        return _missing(folder)
    headers = {
        "Content-Type": TYPES[".html"],
        # Who edits in the CMS sees it there in a frame; a new picture is nowhere else yet.
        "Content-Security-Policy": f"{POLICY.replace('img-src', f'img-src {cms}')}; frame-ancestors {cms}",
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "no-referrer",
    }
    return Answer(HTTPStatus.OK, page.encode(), headers)


def _file(folder: Path, path: str) -> Answer:
    # WSGI decodes a path as Latin-1 (PEP 3333).
    name = path.encode("latin-1").decode("utf-8", "replace").lstrip("/")
    try:
        root = folder.resolve()
        target = (root / name / "index.html" if path.endswith("/") else root / name).resolve()
        if not target.is_relative_to(root) or name.startswith("preview/"):
            return _missing(folder)
        if not target.is_file():
            return _redirect(target.relative_to(root)) if (target / "index.html").is_file() else _missing(folder)
        return Answer(HTTPStatus.OK, target.read_bytes(), _headers(target))
    except (OSError, ValueError):  # No file can have a name like that: too long, or with a zero in it.
        return _missing(folder)


def _headers(file: Path) -> Headers:
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return {
        "Content-Type": kind,
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
        "Cache-Control": "public, max-age=60",
    }


def _redirect(page: PurePath) -> Answer:
    """Lead to what was found: what was asked for may name another host (`/\\host/..`) or hold a header of its own."""
    folders = "".join(f"{quote(part)}/" for part in page.parts)
    return Answer(HTTPStatus.MOVED_PERMANENTLY, headers={"Location": f"/{folders}"})


def _missing(folder: Path) -> Answer:
    page = folder / "404.html"
    body = page.read_bytes() if page.is_file() else b""
    return Answer(HTTPStatus.NOT_FOUND, body, _headers(page) | {"Cache-Control": "no-store"})
