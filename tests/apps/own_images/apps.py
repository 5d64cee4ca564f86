from __future__ import annotations

from django.apps import AppConfig


class OwnImagesConfig(AppConfig):
    name = "tests.apps.own_images"
    label = "own_images"
    default_auto_field = "django.db.models.BigAutoField"
