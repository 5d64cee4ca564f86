"""Cancelling, postponing, moving: what an editor is asked for then."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from dvb_wagtail.models.forms.translations import TranslatedForm


class StatusForm(TranslatedForm):
    """Asks for a reason where something does not take place as planned: it reaches everyone's calendar."""

    needs_reason: frozenset[str]
    """The statuses that are to be explained."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        asked = cleaned.get("status") in self.needs_reason and "status_reason" in self.fields
        if asked and not self.is_deferred_validation and not cleaned.get("status_reason"):
            self.add_error("status_reason", _("Say why, in a few words: it reaches everyone's calendar."))
        return cleaned
