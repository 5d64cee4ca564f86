"""The ready page types tell when the app that publishes them is missing."""

from __future__ import annotations

import pytest
from django.apps import apps

from dvb_wagtail.pages.apps import check_publishing_app


def test_both_apps_are_there() -> None:
    assert check_publishing_app() == []


def test_ready_pages_without_the_app_that_publishes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(apps.app_configs, "dvb_wagtail")
    assert [message.id for message in check_publishing_app()] == ["dvb_wagtail.E008"]
