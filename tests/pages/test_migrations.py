"""The migrations of the package: none is missing, whatever the versions, and none holds a word that may change."""

from __future__ import annotations

from importlib import import_module
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import migrations, models

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing() -> None:
    output = StringIO()
    call_command("makemigrations", "dvb_pages", "dvb_wagtail", check=True, dry_run=True, stdout=output)
    assert output.getvalue().startswith("No changes detected")


def test_migrations_hold_neither_blocks_nor_choices_nor_help() -> None:
    """Each corrected word would be a migration in every project."""
    initial = import_module("dvb_wagtail.pages.migrations.0001_initial").Migration
    created = [operation for operation in initial.operations if isinstance(operation, migrations.CreateModel)]
    fields = [field for operation in created for _name, field in operation.fields]
    assert len(fields) > 90
    words = [field for field in fields if field.help_text or isinstance(field.deconstruct()[3].get("choices"), list)]
    assert words == []
    lists = [field for field in fields if hasattr(field, "stream_block")]
    assert len(lists) == 18
    assert [dict(field.stream_block.child_blocks) for field in lists] == [{}] * 18
    assert {operation.bases for operation in created} == {("wagtailcore.page",), (models.Model,)}
