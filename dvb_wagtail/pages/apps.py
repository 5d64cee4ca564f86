"""The optional app with the ready page types."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from django.utils.translation import gettext_lazy as _


class DvbPagesConfig(AppConfig):
    name = "dvb_wagtail.pages"
    label = "dvb_pages"
    verbose_name = _("Conference pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the one check that the other app cannot: that it is there."""
        register(check_publishing_app)


def check_publishing_app(**kwargs: Any) -> list[CheckMessage]:
    """Tell of ready page types that nothing publishes."""
    if apps.is_installed("dvb_wagtail"):
        return []
    return [
        Error(
            "dvb_wagtail.pages is installed, but dvb_wagtail is not: nothing would be published.",
            hint='Add "dvb_wagtail" to INSTALLED_APPS.',
            id="dvb_wagtail.E008",
        )
    ]
