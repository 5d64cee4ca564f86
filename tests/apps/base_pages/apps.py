from __future__ import annotations

from django.apps import AppConfig


class BasePagesConfig(AppConfig):
    name = "tests.apps.base_pages"
    label = "base_pages"
    default_auto_field = "django.db.models.BigAutoField"
