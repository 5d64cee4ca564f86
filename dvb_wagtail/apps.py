from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DvbWagtailConfig(AppConfig):
    name = "dvb_wagtail"
    label = "dvb_wagtail"
    verbose_name = _("Conferences and news")
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """The tables live with the index that they belong to, apart from the mixins in `models`."""
        super().import_models()
        from dvb_wagtail.publication import tables  # noqa: F401

    def ready(self) -> None:
        """Register the system checks, and hear of what editors do."""
        from dvb_wagtail import checks, client_checks, language_checks  # noqa: F401
        from dvb_wagtail.publication import receivers

        receivers.connect()
