"""The same content gives the same bytes in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.formats.documents import every_document

RAW_LINE_ENDS = """
from icalendar import Event, vUnknown
from dvb_wagtail.formats.ical_lines import serialise

assert False, "assertions are on"
for end in ("\\n", "\\r", "\\r\\n"):
    event = Event()
    event["X-NOTE"] = vUnknown(f"a{end}BEGIN:VEVENT")
    try:
        serialise(event)
    except ValueError as error:
        print(error)
"""


def python(*arguments: str, **environment: str) -> str:
    """Return what another Python prints, in the directory of this one and with nothing in its locale."""
    environment = {"LC_ALL": "C", "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_no_hash_seed_changes_a_byte(seed):
    there = json.loads(python("-m", "tests.formats.documents", PYTHONHASHSEED=seed, TZ="Asia/Tokyo"))
    assert there == {name: written.decode() for name, written in every_document().items()}


def test_a_python_without_assertions_writes_the_same():
    there = json.loads(python("-O", "-m", "tests.formats.documents"))
    assert there == {name: written.decode() for name, written in every_document().items()}


def test_a_python_without_assertions_refuses_a_bare_line_end():
    assert python("-O", "-c", RAW_LINE_ENDS).splitlines() == ["X-NOTE has a bare line end"] * 3
