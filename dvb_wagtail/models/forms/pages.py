"""What the forms of all page types share."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm


class Deferring:
    """Tells the page, or a row of it, whether only a draft is saved (see `PublishingRules`)."""

    def clean(self) -> dict[str, Any]:
        self.instance.is_deferred_validation = self.is_deferred_validation  # type: ignore[attr-defined]
        cleaned = super().clean()  # type: ignore[misc]
        return self.cleaned_data if cleaned is None else cleaned  # type: ignore[attr-defined]


class PublishingForm(Deferring, WagtailAdminPageForm):
    """The form of a page with rules for its publication."""


class PublishingRowForm(Deferring, WagtailAdminModelForm):
    """The form of a row on such a page."""
