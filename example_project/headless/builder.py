"""Builds the client site by its own program, one build at a time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

CLIENT = Path(__file__).resolve().parent.parent / "client"
NEEDED = 20
"""The lowest Node that the client is built with."""
PATIENCE = 300
"""Seconds."""


class BuildError(Exception):
    """Says in one line why there is no new site."""


def install() -> None:
    """Install the client's packages where they are not, or are others than it asks for. Raises BuildError."""
    wanted = json.loads((CLIENT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    _require_node()
    if all(_installed(name) == version for name, version in wanted.items()):
        return
    done = subprocess.run(  # noqa: S603
        [str(shutil.which("npm")), "install", "--silent", "--no-package-lock"],
        cwd=CLIENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(f"The client's packages could not be installed: {_last_line(done.stderr or done.stdout)}")


def _require_node() -> None:
    missing = [program for program in ("node", "npm") if not shutil.which(program)]
    advice = f"the client is built by Node {NEEDED} or newer with npm (nodejs.org; on Debian: apt install nodejs npm)."
    if missing:
        raise BuildError(f"Missing: {' and '.join(missing)}; {advice}")
    said = subprocess.run([str(shutil.which("node")), "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    if int(said.strip().lstrip("v").partition(".")[0]) < NEEDED:
        raise BuildError(f"Node here is {said.strip()}; {advice}")


def _installed(name: str) -> str:
    manifest = CLIENT / "node_modules" / name / "package.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if manifest.is_file() else ""


class Builder:
    """Builds the client of the CMS at an address into a folder."""

    def __init__(self, cms: str, folder: Path) -> None:
        self.cms = cms
        self.folder = folder
        self._wanted = Event()
        self._ends = False
        self._thread = Thread(target=self._work, name="builder")

    def __enter__(self) -> Builder:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._ends = True
        self._wanted.set()
        self._thread.join()

    def ask(self) -> None:
        """Have it built soon; what is asked for during a build is one more after it."""
        self._wanted.set()

    def build(self) -> str:
        """Build it and return what was built, in words. Raises BuildError, and leaves the site as it was."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            done = subprocess.run(  # noqa: S603
                [str(shutil.which("node")), "build.js", str(self.folder)],
                cwd=CLIENT,
                env=os.environ | {"DVB_CMS": self.cms, "DVB_PREVIEW": "1"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise BuildError(f"The client was not built within {PATIENCE} seconds.") from error
        if done.returncode:
            raise BuildError(_last_line(done.stderr or done.stdout))
        return _last_line(done.stdout)

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._ends:
                return
            try:
                self.build()
            except BuildError as error:
                print(error, file=sys.stderr)


def _last_line(text: str) -> str:
    return next(reversed(text.strip().splitlines()), "nothing was said")
