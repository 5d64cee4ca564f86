"""The sites of the set-up, and which of the tests here it is for."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from pytest_django import DjangoDbBlocker

pytest.register_assert_rewrite("tests.setups.oracle")

HERE = Path(__file__).parent
SETUP = os.environ["DJANGO_SETTINGS_MODULE"].rpartition(".")[2]

# What one set-up alone can run is not even collected under another: its modules could not be imported there.
collect_ignore = [path.name for path in HERE.iterdir() if path.is_dir() and path.name != SETUP]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put those that ask for the sites last: once published they stay until the end, and others begin with nothing."""
    items.sort(key=lambda item: "sites" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="package")
def sites(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Generator[None]:
    """Publish the sites of the set-up, once for all tests here; nothing of them is left afterwards."""
    from tests.setups import build

    with django_db_blocker.unblock(), transaction.atomic():
        build.sites()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(sites: None, db: None) -> None:
    """The sites, for one test; what it does to them is undone after it."""
    cache.clear()
