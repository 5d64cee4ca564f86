"""The same site on PostgreSQL; server and role come from libpq's own variables (PGHOST, PGUSER, …)."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.postgres"]  # Wagtail's search asks for it

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "dvb_wagtail",
        # What is written need not survive a power cut; and queries that are asked once are not worth compiling to
        # machine code, which takes longer than to answer them.
        "OPTIONS": {"options": "-c synchronous_commit=off -c jit=off"},
    },
}
