"""The package on a site with an `ArticlePage`, an image model and session pages of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_it_runs_beside_page_types_of_the_same_name() -> None:
    """In a process of its own: which page types a project has is settled when it starts."""
    finished = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ds=tests.settings.own_pages"),
            "tests/apps/own_pages/on_this_site.py",
        ],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_", "COV_"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "6 passed" in finished.stdout


def test_its_tables_are_made_on_a_site_whose_image_model_came_late() -> None:
    """As the guide to installing has it: the migration that made the model says that ours come after it."""
    finished = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--settings=tests.settings.late_images", "--verbosity=0"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
