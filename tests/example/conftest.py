"""The example site in the test database, as `make demo` makes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

import example_project
from dvb_wagtail.publication.pending import flush
from example_project import settings
from example_project.building import build, point_site_at

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEMPLATES = Path(example_project.__file__).parent / "templates"
OWN_SETTINGS = {
    "ROOT_URLCONF": "example_project.urls",
    "MIDDLEWARE": settings.MIDDLEWARE,
    "TEMPLATES": [settings.TEMPLATES[0] | {"DIRS": [TEMPLATES]}],
    "DEBUG": False,
    "DVB_WAGTAIL_BASE_TEMPLATE": settings.DVB_WAGTAIL_BASE_TEMPLATE,
    "DVB_WAGTAIL_NOW": NOW.isoformat(),
    "WAGTAIL_ALLOW_UNICODE_SLUGS": settings.WAGTAIL_ALLOW_UNICODE_SLUGS,
}


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[datetime]:
    """Build the site once for all tests of a module, with the example's own settings, and take everything back.

    Each test runs inside this transaction, in one of its own that is rolled back. Returns when the site was built.
    """
    with django_db_blocker.unblock(), override_settings(**OWN_SETTINGS), transaction.atomic():
        point_site_at("testserver", 80)
        build(NOW)
        flush()
        yield NOW
        transaction.set_rollback(True)


@pytest.fixture
def swedish() -> Iterator[None]:
    """A request leaves its language behind: the next test begins in the site's own."""
    with translation.override("sv"):
        yield
