"""A site of a module's own, and how one asks Wagtail's APIs for it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from dvb_wagtail.compat import HAS_API_V3

Ask = Callable[..., Any]

needs_v3 = pytest.mark.v3


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what Wagtail 7.4 does not have: no part is missing there, so nothing is skipped."""
    absent = [] if HAS_API_V3 else [item for item in items if item.get_closest_marker("v3")]
    items[:] = [item for item in items if item not in absent]
    config.hook.pytest_deselected(items=absent)


V2 = "/api/v2"
V3 = "/api/v3-preview"
APIS = [pytest.param(V2, id="v2"), pytest.param(V3, id="v3", marks=needs_v3)]


@pytest.fixture(scope="module")
def published(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Generator[None]:
    """One transaction around the tests of a module: they share what is published in it, and nothing of it is left."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ask(db: None, client: Client) -> Ask:
    """Ask an API for an address, such as `pages/`, and return its answer."""

    def answer(api: str, address: str, **parameters: Any) -> Any:
        return client.get(f"{api}/{address}", parameters, headers={"host": "dvb.example"})

    return answer
