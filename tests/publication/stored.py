"""The whole database and all files as they are at one moment, to be put back before each test.

A site of some thirty pages takes seconds to publish; putting it back takes milliseconds, and every test still commits
for real.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Site


@dataclass(frozen=True)
class Stored:
    """Rows by table, and files by name."""

    rows: dict[str, list[tuple[Any, ...]]]
    files: dict[str, bytes]

    @classmethod
    def now(cls) -> Stored:
        return cls({table: rows(table) for table in _tables()}, {name: _read(name) for name in _files()})

    def put_back(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for table in _tables():
                cursor.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608 (a table's own name)
            for table, kept in self.rows.items():
                if kept:
                    places = ", ".join(["%s"] * len(kept[0]))
                    insert = f"INSERT INTO {_quoted(table)} VALUES ({places})"  # noqa: S608 (the same)
                    cursor.executemany(insert, kept)
            for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
                cursor.execute(statement)
        for name, content in self.files.items():
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(content))
        ContentType.objects.clear_cache()
        Site.clear_site_root_paths_cache()


def rows(table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table as the database driver gives them, in the order of their first column."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_quoted(table)} ORDER BY 1")  # noqa: S608 (a table's own name)
        return [tuple(map(_plain, row)) for row in cursor.fetchall()]


def _plain(value: Any) -> Any:
    """Return a value as every driver takes it back: SQLite's has no adapter for these."""
    return str(value) if isinstance(value, (date, datetime, time, Decimal)) else value


def _tables() -> list[str]:
    """Return all tables but those of the search engine, which fills its own from triggers."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [table for table in tables if not table.startswith("wagtailsearch_")]


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)


def _files(folder: str = "") -> list[str]:
    folders, names = default_storage.listdir(folder) if default_storage.exists(folder or ".") else ([], [])
    found = [f"{folder}/{name}".lstrip("/") for name in names]
    return found + [name for below in folders for name in _files(f"{folder}/{below}".lstrip("/"))]


def _read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())
