"""A site in Finnish alone. Django knows the language and its days and months; our words are in tests/locale."""

from __future__ import annotations

from pathlib import Path

from tests.settings.default import *  # noqa: F403

LANGUAGE_CODE = "fi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fi", "suomi")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
