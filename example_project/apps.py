"""Connects the webhook where the settings say whom to ask."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings


class ExampleConfig(AppConfig):
    name = "example_project"

    def ready(self) -> None:
        if getattr(settings, "REBUILD_URL", ""):
            from example_project import webhook

            webhook.connect()
