"""Wagtail's pages below a folder of the site, and the package at another place than `dvb/`."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403

ROOT_URLCONF = "tests.urls_prefix"
