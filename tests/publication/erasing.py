"""Runs `dvb_publication erase` as an operator does."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from dvb_wagtail.publication.tables import PublishedSpeaker
from tests.publication.site import page

NOT_WRITTEN = "Nothing was written: this is what would be done."
NOTHING_LEFT = "There is nothing left to erase."


def erase(*arguments: Any) -> list[str]:
    """Return what the command prints, in English, line by line. What it does is the same in a dry run before it."""
    planned = _run(*arguments, "--dry-run")
    done = _run(*arguments)
    assert _rows(planned) == _rows(done)
    return done


def plan(*arguments: Any) -> list[str]:
    return _run(*arguments, "--dry-run")


def refusal(*arguments: Any) -> str:
    """Return the error that the command ends with."""
    with pytest.raises(CommandError) as error:
        _run(*arguments)
    return str(error.value)


def code_of(title: str) -> str:
    return PublishedSpeaker.objects.get(identity=page(title).translation_key).code


def done(lines: list[str], *starts: str) -> set[str]:
    """Return the lines that begin with one of these words."""
    return {line for line in lines if line.startswith(tuple(f"{start} " for start in starts))}


def left(lines: list[str]) -> set[str]:
    return done(lines, "keep", "same-name", "mention")


def _run(*arguments: Any) -> list[str]:
    out = StringIO()
    with translation.override("en"):
        call_command("dvb_publication", "erase", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def _rows(lines: list[str]) -> list[str]:
    return [line for line in lines if line.split()[0].islower()]
