from __future__ import annotations

from django.apps import AppConfig


class JoinedConfig(AppConfig):
    name = "tests.apps.joined"
    label = "joined"
    default_auto_field = "django.db.models.BigAutoField"
