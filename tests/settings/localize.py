"""A site whose pages are translated with wagtail-localize, which takes the place of Wagtail's simple translation."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS

REPLACED = {
    "wagtail.contrib.simple_translation": "wagtail_localize",
    "wagtail.locales": "wagtail_localize.locales",
}

INSTALLED_APPS = [REPLACED.get(app, app) for app in INSTALLED_APPS]
