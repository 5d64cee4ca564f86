"""Around an operation: what it made public and what it hid, and that index and pages agree afterwards."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from dvb_wagtail.publication.reconcile import check
from dvb_wagtail.publication.tables import Pending
from tests.publication.oracle import expected, published, titles
from tests.stored import rows


@contextmanager
def changes(hides: Collection[str] = (), shows: Collection[str] = ()) -> Iterator[None]:
    """Require that what is done inside hides and shows exactly these (see `oracle.titles`), in pages and index."""
    before = titles(published())
    yield
    agree()
    after = titles(published())
    assert (before - after, after - before) == (set(hides), set(shows))


def agree() -> None:
    """Require that nothing is pending, and that the index says what the pages say, by two independent comparisons."""
    assert list(Pending.objects.values("identity", "page", "error")) == []
    assert published() == expected()
    assert check() == []


@contextmanager
def changes_no_byte() -> Iterator[None]:
    """Require that what is done inside leaves every table of the index as it was, byte for byte."""
    before = index()
    yield
    assert index() == before


def index() -> dict[str, list[tuple[Any, ...]]]:
    """Return everything in the tables of the package, by table."""
    tables = connection.introspection.table_names()
    return {table: rows(table) for table in sorted(tables) if table.startswith("dvb_wagtail_")}


def mentioned(*words: str) -> set[str]:
    """Return which of these words stand in any column of any table of the package, as text or in JSON."""
    cells = [str(cell) for rows in index().values() for row in rows for cell in row]
    return {word for word in words if any(word in cell or json.dumps(word)[1:-1] in cell for cell in cells)}


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Set the clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment)
        yield
