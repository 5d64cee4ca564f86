"""Programs in JavaScript, for the tests that hand documents to them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

ReadByIcalJs = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


ValidateByAjv = Callable[[dict[str, Any], list[bytes]], list[list[str]]]


@pytest.fixture(scope="session")
def ical_js() -> ReadByIcalJs:
    """Return a function that reads calendars as ical_js.mjs says; skip where node or ical.js is not here."""
    return partial(_run, _node("ical.js"), "ical_js.mjs")


@pytest.fixture(scope="session")
def ajv() -> ValidateByAjv:
    """Return a function that says what is wrong with documents by a schema; skip where node or Ajv is not here."""
    node = _node("ajv")

    def validate(schema: dict[str, Any], documents: list[bytes]) -> list[list[str]]:
        return _run(node, "ajv.mjs", {"schema": schema, "documents": [each.decode() for each in documents]})

    return validate


def _node(package: str) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (HERE / "node_modules" / package).is_dir():
        pytest.skip(f"{package} is not installed: npm install --prefix tests/interop")
    return node


def _run(node: str, script: str, handed: Any) -> list[Any]:
    """Return the list that a script prints of what it is handed."""
    done = subprocess.run(
        [node, HERE / script], input=json.dumps(handed), capture_output=True, text=True, encoding="utf-8", check=True
    )
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found
