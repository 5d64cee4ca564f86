"""Panels of our own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, get_form_for_model
from wagtail.admin.widgets import AdminPageChooser

from dvb_wagtail.models.forms.pages import PublishingRowForm
from dvb_wagtail.models.page_types import page_models_with

IMAGE = [
    FieldPanel("image", help_text=_("From your own images. It also stands for the page where that is shared.")),
    FieldPanel("image_alt", help_text=_("Read aloud to those who cannot see it.")),
]
IMAGE_WITH_CAPTION = [
    *IMAGE,
    FieldPanel("image_caption", help_text=_("Stands under the image.")),
    FieldPanel("image_credit", help_text=_("Who took the picture.")),
]


class NotesPanel(Panel):
    """Tells what clashes with the page. Nothing is to be filled in, and nothing is held up."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "dvb_wagtail/panels/notes.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            parent = getattr(self.form, "parent_page", None)
            return super().get_context_data(parent_context) | {"notes": self.instance.editor_notes(parent)}


class SpeakerPanel(FieldPanel):
    """A chooser that offers the pages of speakers, whichever class a project has made of them."""

    def get_form_options(self) -> dict[str, Any]:
        from dvb_wagtail.models.speaker import SpeakerMixin  # it has panels, too

        options = super().get_form_options()
        chooser = AdminPageChooser(target_models=page_models_with(SpeakerMixin) or None)
        return options | {"widgets": {self.field_name: chooser}}


class RuledInlinePanel(InlinePanel):
    """Rows with rules that hold once the page is published (see `PublishingRules`)."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        row = self.child_edit_handler.get_form_options()
        formset["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=PublishingRowForm,
            defer_required_on_fields=row.get("defer_required_on_fields", []),
        )
        return options
