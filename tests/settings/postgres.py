"""The same site on PostgreSQL; server and role come from libpq's own variables (PGHOST, PGUSER, …)."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "dvb_wagtail",
        # What is written need not survive a power cut.
        "OPTIONS": {"options": "-c synchronous_commit=off"},
    },
}
