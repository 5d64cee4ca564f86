from __future__ import annotations

from django.apps import AppConfig


class LateImagesConfig(AppConfig):
    name = "tests.apps.late_images"
    label = "late_images"
    default_auto_field = "django.db.models.BigAutoField"
