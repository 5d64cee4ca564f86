"""A site whose pages stand on a base page model of its own (Wagtail 8): the package without its ready page types."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS

ON_WAGTAILS_PAGE = ("dvb_wagtail.pages", "tests.apps.joined")
INSTALLED_APPS = ["tests.apps.base_pages", *(app for app in INSTALLED_APPS if app not in ON_WAGTAILS_PAGE)]
WAGTAIL_PAGE_MODEL = "base_pages.BasePage"
