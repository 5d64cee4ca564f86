"""What holds for every test."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from typing import Any

import hypothesis
import pytest
from django.core.signals import setting_changed
from django.db import connection
from django.dispatch import receiver
from django.urls import clear_url_caches
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from dvb_wagtail.delivery import words
from tests.stored import Stored

# Busy cores make a single example slow now and then; that says nothing about the code.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")

# Playwright comes with the dependency group "browser" alone, and these modules import it.
collect_ignore = [] if find_spec("playwright") else ["browser"]


LANGUAGES = frozenset({"LANGUAGE_CODE", "LANGUAGES", "USE_I18N", "WAGTAIL_CONTENT_LANGUAGES"})


@receiver(setting_changed)
def forget_languages(*, setting: str, **_: object) -> None:
    """Forget addresses and words made while a test had other languages: Django keeps the prefix of each language."""
    if setting in LANGUAGES:
        clear_url_caches()
        words.words.cache_clear()
        words.digest.cache_clear()


_before: list[Stored] = []


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have what a test does committed, and put back afterwards what was there before the first of such tests.

    In the place of pytest-django's fixture, which empties every table and has Django and Wagtail fill theirs anew: many
    times slower.
    """
    with django_db_blocker.unblock():
        if not _before:
            _before.append(Stored.now())
        yield
        _before[0].put_back()
        connection.close()


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: LiveServer) -> LiveServer:
    """Serve the database of the tests, with a connection for each thread.

    A server that begins before that database is there takes the one of the settings for it. That is in memory, so all
    its threads would use one connection at once, which crashes Python, or answers one query with another's rows.
    """
    assert live_server.thread.connections_override == {}
    return live_server


def pytest_report_header() -> list[str]:
    """Say which tests are not even collected."""
    return [f"left out: tests/{folder} (pip install --group {folder})" for folder in collect_ignore]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what only PostgreSQL can show where another database is set."""
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: --ds tests.settings.postgres")


def _fail_instead_of_skip(report: Any) -> None:
    """Turn the report of a skip into one of a failure: where every part is installed, nothing may be left out."""
    if os.environ.get("DVB_NO_SKIP") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        _path, _line, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\nDVB_NO_SKIP=1 lets no test be skipped"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """See `_fail_instead_of_skip`; this one is for a test that skips itself."""
    report = yield
    _fail_instead_of_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """See `_fail_instead_of_skip`; this one is for a module that skips itself while it is imported."""
    report = yield
    _fail_instead_of_skip(report)
    return report
