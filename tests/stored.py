"""The whole database and all files as they are at one moment, to be put back before or after a test.

A site of some thirty pages takes seconds to publish; putting it back takes milliseconds, and a test still commits for
real.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.utils import translation
from wagtail.models import Site

Rows = list[tuple[Any, ...]]
Builder = Callable[[], object]
T = TypeVar("T")


@dataclass(frozen=True)
class Stored:
    """Rows by table, and files by name."""

    rows: dict[str, Rows]
    files: dict[str, bytes]

    @classmethod
    def now(cls) -> Stored:
        with connection.cursor() as cursor:
            found = {table: _read(cursor, table) for table in tables()}
        return cls(found, {name: _content(name) for name in _files()})

    def put_back(self) -> None:
        """Write anew the tables that are not as they were; most are."""
        with transaction.atomic(), connection.cursor() as cursor:
            changed = [table for table, kept in self.rows.items() if _read(cursor, table) != kept]
            for table in changed:
                cursor.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608 (a table's own name)
            for table in changed:
                if kept := self.rows[table]:
                    places = ", ".join(["%s"] * len(kept[0]))
                    insert = f"INSERT INTO {_quoted(table)} VALUES ({places})"  # noqa: S608 (the same)
                    cursor.executemany(insert, [tuple(map(_plain, row)) for row in kept])
            for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
                cursor.execute(statement)
        for name, content in self.files.items():
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(content))
        ContentType.objects.clear_cache()
        Site.clear_site_root_paths_cache()


_built: dict[Hashable, Stored] = {}
_results: dict[Hashable, Any] = {}


def put_back_as_built(*builders: Builder) -> None:
    """Have in the database what these build one after another and nothing else: as they built it, once a process.

    What the database holds when the first of them is called, such as what migrations write, belongs to it. A request
    leaves its language behind: what is built does not depend on it.
    """
    if builders not in _built:
        if len(builders) > 1:
            put_back_as_built(*builders[:-1])
        with translation.override(settings.LANGUAGE_CODE):
            builders[-1]()
        _built[builders] = Stored.now()
    _built[builders].put_back()


def put_back_result(name: Hashable, build: Callable[[], T]) -> T:
    """As `put_back_as_built` for a builder that differs from test to test, and so needs a name, and returns pages.

    Those are a page, or a dataclass or tuple of them; returned as they are in the database now.
    """
    if name not in _built:
        with translation.override(settings.LANGUAGE_CODE):
            _results[name] = build()
        _built[name] = Stored.now()
    _built[name].put_back()
    return cast(T, _read_anew(_results[name]))


def _read_anew(found: Any) -> Any:
    if isinstance(found, Model):
        return type(found)._default_manager.get(pk=found.pk)
    if isinstance(found, tuple):
        return tuple(map(_read_anew, found))
    return replace(found, **{each.name: _read_anew(getattr(found, each.name)) for each in fields(found)})


def rows(table: str) -> Rows:
    """Return the rows of a table, in the order of their first column, of values that every database gives alike."""
    with connection.cursor() as cursor:
        return [tuple(map(_plain, row)) for row in _read(cursor, table)]


def _read(cursor: Any, table: str) -> Rows:
    """Return the rows as the database driver gives them."""
    cursor.execute(f"SELECT * FROM {_quoted(table)} ORDER BY 1")  # noqa: S608 (a table's own name)
    return list(map(tuple, cursor.fetchall()))


def _plain(value: Any) -> Any:
    """Return a value as every driver takes it back: SQLite's has no adapter for these."""
    return str(value) if isinstance(value, (date, datetime, time, Decimal)) else value


@cache
def tables() -> list[str]:
    """Return the tables that are there when it is first asked, without that of SQLite's search: triggers fill it."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [table for table in tables if not table.endswith("_fts")]


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)


def _files(folder: str = "") -> list[str]:
    folders, names = default_storage.listdir(folder) if default_storage.exists(folder or ".") else ([], [])
    found = [f"{folder}/{name}".lstrip("/") for name in names]
    return found + [name for below in folders for name in _files(f"{folder}/{below}".lstrip("/"))]


def _content(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())
