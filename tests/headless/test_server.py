"""The small server of the example's client: files of its folder alone, and a build for who has the key."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from example_project import gallery, webhook
from example_project.headless import preview
from example_project.headless.server import application

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "only for this test"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("not to be served")
    site = tmp_path / "site"
    for name, text in {
        "index.html": "front",
        "404.html": "missing",
        "en/2026/index.html": "edition",
        "dvb/programme.ics": "calendar",
        "preview/sv.html": "[[title]]",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


def ask(folder: Path, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> tuple[int, str, str, int]:
    """Return status, type and text of an answer, and how often a build was asked for."""
    builds: list[None] = []
    site = application(folder, "http://127.0.0.1:1", SECRET, lambda: builds.append(None))
    with gallery.serve(site, "127.0.0.1") as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
    return answer.status, answer.headers.get("Content-Type", ""), text, len(builds)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", (200, "text/html; charset=utf-8", "front")),
        ("/en/2026/", (200, "text/html; charset=utf-8", "edition")),
        ("/dvb/programme.ics", (200, "text/calendar; charset=utf-8", "calendar")),
        ("/nowhere/", (404, "text/html; charset=utf-8", "missing")),
        ("/../secret.txt", (404, "text/html; charset=utf-8", "missing")),
        ("/%2e%2e/secret.txt", (404, "text/html; charset=utf-8", "missing")),
        ("/%252e%252e/secret.txt", (404, "text/html; charset=utf-8", "missing")),
        ("//etc/hostname", (404, "text/html; charset=utf-8", "missing")),
        ("/a%00b", (404, "text/html; charset=utf-8", "missing")),
        (f"/{'a' * 300}/", (404, "text/html; charset=utf-8", "missing")),
        ("/preview/sv.html", (404, "text/html; charset=utf-8", "missing")),
        ("/preview/?content_type=a.b&token=c", (404, "text/html; charset=utf-8", "missing")),
    ],
)
def test_what_is_served(folder: Path, path: str, expected: tuple[int, str, str]) -> None:
    assert ask(folder, path)[:3] == expected


def test_a_cms_that_stops_in_the_middle_of_its_answer_has_no_draft(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the connection, and says nothing
        site = application(folder, f"http://127.0.0.1:{silent.getsockname()[1]}", SECRET, lambda: None)
        with gallery.serve(site, "127.0.0.1") as address, pytest.raises(HTTPError) as raised:
            urlopen(f"{address}/preview/?content_type=a.b&token=c", timeout=20)  # noqa: S310

    assert raised.value.code == 404
    raised.value.close()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/en/2026", "/en/2026/"),
        ("/en/x/../2026", "/en/2026/"),
        ("/%5Cevil.example%2F..", "/"),  # to a browser, /\\evil.example is another host
        ("/x%0d%0aSet-Cookie:%20a=1%0d%0aX:%2F..%2Fen%2F2026", "/en/2026/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_what_is_there(folder: Path, path: str, target: str) -> None:
    site = application(folder, "http://127.0.0.1:1", SECRET, lambda: None)
    with gallery.serve(site, "127.0.0.1") as address, closing(HTTPConnection(urlsplit(address).netloc)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()

    assert (answer.status, answer.headers["Location"], answer.headers["Set-Cookie"]) == (301, target, None)


@pytest.mark.parametrize("said", ["https://www.example", "https://www.example/"])
def test_the_preview_is_on_the_host_of_the_client(said: str) -> None:
    show = "from example_project.settings_headless import *; print(WAGTAIL_HEADLESS_PREVIEW['CLIENT_URLS']['default'])"
    done = subprocess.run(
        [sys.executable, "-c", show],
        cwd=ROOT,
        env=os.environ | {"DVB_CLIENT_URL": said},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "https://www.example/preview/"


def hook(age: float) -> bytes:
    return json.dumps({"event": "public_content_changed", "time": int(time.time() - age)}).encode()


def post(folder: Path, body: bytes) -> tuple[int, int]:
    """Return the status of a signed request, and how often a build was asked for."""
    return ask(folder, "/rebuild", "POST", body, **{webhook.SIGNATURE: webhook.signature(body, SECRET)})[::3]


@pytest.mark.parametrize(("age", "expected"), [(60, (202, 1)), (3600, (403, 0)), (-3600, (403, 0))])
def test_an_old_request_has_nothing_built(folder: Path, age: int, expected: tuple[int, int]) -> None:
    assert post(folder, hook(age)) == expected


@pytest.mark.parametrize("body", [b'{"event": "public_content_changed"}', b'{"time": null}', b"[]", b"\xff"])
def test_a_request_that_does_not_say_its_time_has_nothing_built(folder: Path, body: bytes) -> None:
    assert post(folder, body) == (403, 0)


def test_only_a_signed_request_has_it_built(folder: Path) -> None:
    body = hook(0)
    right = webhook.signature(body, SECRET)

    assert ask(folder, "/rebuild", "POST", body, **{webhook.SIGNATURE: right})[::3] == (202, 1)
    assert ask(folder, "/rebuild", "POST", body + b" ", **{webhook.SIGNATURE: right})[::3] == (403, 0)
    assert ask(folder, "/rebuild", "POST", body)[::3] == (403, 0)
    assert ask(folder, "/rebuild", "POST", body, **{webhook.SIGNATURE: f"{right[:-1]}å"})[::3] == (403, 0)
    assert ask(folder, "/rebuild")[::3] == (404, 0)
    assert ask(folder, "/", "POST", body)[::3] == (405, 0)
