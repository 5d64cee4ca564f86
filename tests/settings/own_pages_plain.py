"""The site with page types of its own, without Wagtail's redirects."""

from __future__ import annotations

from tests.settings.own_pages import *  # noqa: F403
from tests.settings.own_pages import INSTALLED_APPS, MIDDLEWARE

REDIRECTS = "wagtail.contrib.redirects"

INSTALLED_APPS = [app for app in INSTALLED_APPS if app != REDIRECTS]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith(REDIRECTS)]
