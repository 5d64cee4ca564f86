"""`make demo-headless` in a folder of its own, and what a reader of the client sees of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.headless.built_site import BuiltSite

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 240
"""Nothing may take longer, on a busy machine either."""


@dataclass(frozen=True)
class Running:
    """A CMS and its client. `environment` is that of every process of the site."""

    cms: str
    client: str
    folder: Path
    environment: dict[str, str]

    @property
    def site(self) -> BuiltSite:
        """The client as it is built now."""
        return BuiltSite(self.folder, self.client, (self.cms.partition("://")[2], "127.0.0.1"))

    def programme(self, acronym: str, language: str = "sv") -> dict[str, Any]:
        with urlopen(f"{self.cms}/dvb/v1/conferences/{acronym}/{language}/programme.json") as answer:  # noqa: S310
            found: dict[str, Any] = json.load(answer)
            return found

    def edit(self, **wanted: Any) -> Any:
        """Have something done by a process beside the CMS, as by another worker of it."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.headless.editing"],
            cwd=ROOT,
            env=self.environment,
            input=json.dumps(wanted),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def wait_for(self, seen: Callable[[], bool]) -> None:
        """Wait until the site is built as it should be. Between two builds a file may not be there."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                if seen():
                    return
            except FileNotFoundError:
                pass
            time.sleep(0.5)
        raise AssertionError("the client was not built anew")


@contextmanager
def running(data: Path) -> Iterator[Running]:
    """Make and serve the site, with its data in a folder, until the end."""
    ports = free_ports()
    cms, client = f"http://127.0.0.1:{ports[0]}", f"http://localhost:{ports[1]}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "example_project.settings_headless",
        "DVB_DATA": str(data),
        "DVB_CLIENT_URL": f"{client}/",
        "DVB_REBUILD_URL": f"{client}/rebuild",
        "DVB_REBUILD_SECRET": "only for this test",
    }
    command = [sys.executable, "example_project/manage.py", "demo_headless", "--port", str(ports[0])]
    with (data / "said.txt").open("w+") as said:
        with heeding_interrupts():
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
        try:
            wait_until_served(process, data / "said.txt")
            yield Running(cms, client, data / "headless_client", environment)
            assert process.poll() is None
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(SECONDS)
    assert process.returncode == 0, (data / "said.txt").read_text()


@contextmanager
def heeding_interrupts() -> Iterator[None]:
    """Let what is started meanwhile heed Ctrl-C: a shell has what it starts in the background ignore it, and so on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def wait_until_served(process: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + SECONDS
    while "Ctrl-C" not in said.read_text():
        assert process.poll() is None and time.monotonic() < end, said.read_text()  # noqa: PT018
        time.sleep(0.2)


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def what_is_missing() -> str:
    """Return which program or package the client cannot be built without; "" where all is there."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            return program
    packages = ROOT / "example_project/client/node_modules/@11ty/eleventy"
    return "" if packages.is_dir() else "Eleventy (npm install --prefix example_project/client)"
