"""What this site sets for itself: PostgreSQL, Swedish, its apps."""

from __future__ import annotations

import os

from region.settings.base import INSTALLED_APPS

INSTALLED_APPS += ["news"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ["SITE_DATABASE"]}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
# Wagtail 7.4 warns of its own page managers, with the newest treebeard that it allows.
SILENCED_SYSTEM_CHECKS = ["treebeard.E001"]
