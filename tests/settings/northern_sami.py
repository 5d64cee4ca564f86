"""A site in Northern Sámi beside Swedish. Django does not know the language: its words are in tests/locale."""

from __future__ import annotations

from pathlib import Path

from tests.settings.default import *  # noqa: F403

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("se", "Davvisámegiella")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
