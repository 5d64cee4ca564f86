"""The rules of the repository that no linter knows."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import polib
import pytest

import dvb_wagtail

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "dvb_wagtail"
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/django.po"))

# Folders of one machine, and hosts that a tool writes into lock files and logs.
FOREIGN = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w|files\.pythonhosted|pypi\.org/simple|registry\.npmjs")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file that git tracks, by its path."""
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("git, or the repository, is not here: it knows which files are ours")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    contents = {name: (ROOT / name).read_bytes() for name in listed.split("\0") if (ROOT / name).is_file()}
    return {name: content.decode() for name, content in contents.items() if b"\0" not in content}


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    """Every module of the package that was written by hand, by its path."""
    paths = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def _messages(catalogue: Any) -> dict[tuple[str | None, str], object]:
    return {(entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in catalogue}


def test_a_module_has_at_most_350_lines(modules):
    lengths = {path: len(text.splitlines()) for path, text in modules.items()}

    assert {path: length for path, length in lengths.items() if length > 350} == {}


def test_every_module_evaluates_its_annotations_lazily(modules):
    code = {path: text for path, text in modules.items() if not path.endswith("__init__.py")}

    assert [path for path, text in code.items() if "from __future__ import annotations\n" not in text] == []


def test_no_file_names_a_machine_or_a_registry(texts):
    assert [(path, found[0]) for path, text in texts.items() if (found := FOREIGN.search(text))] == []


def test_a_file_ends_with_one_line_end(texts):
    filled = {path: text for path, text in texts.items() if text}

    assert [path for path, text in filled.items() if not text.endswith("\n") or text.endswith("\n\n")] == []


def test_the_changelog_begins_with_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[?([\w.]+)", changelog, re.MULTILINE)

    assert headings[0] == dvb_wagtail.__version__


def test_swedish_is_translated():
    assert ROOT / "dvb_wagtail/locale/sv/LC_MESSAGES/django.po" in CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_message_has_a_translation(path):
    catalogue = polib.pofile(str(path))

    assert [entry.msgid for entry in catalogue if not entry.obsolete and not entry.translated()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_compiled_messages_are_those_of_the_source(path):
    assert _messages(polib.mofile(str(path.with_suffix(".mo")))) == _messages(polib.pofile(str(path)))
