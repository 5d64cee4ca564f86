"""Erasing a person on a site with page types and an image model of its own, and without Wagtail's redirects."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_people_are_found_by_mixin_and_never_by_class() -> None:
    """In a process of its own: which page types a project has is settled when it starts."""
    finished = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ds=tests.settings.own_pages_plain"),
            "tests/apps/own_pages/erasing.py",
        ],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_", "COV_"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "1 passed" in finished.stdout
