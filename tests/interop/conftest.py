"""ical.js, for the tests that read calendars with it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

ReadByIcalJs = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def ical_js() -> ReadByIcalJs:
    """Return a function that reads calendars as ical_js.mjs says; skip where node or ical.js is not here."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (HERE / "node_modules" / "ical.js").is_dir():
        pytest.skip("ical.js is not installed: npm install --prefix tests/interop")

    def read(calendars: list[dict[str, Any]]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, HERE / "ical_js.mjs"],
            input=json.dumps(calendars),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        found = json.loads(done.stdout)
        assert isinstance(found, list)
        return found

    return read
