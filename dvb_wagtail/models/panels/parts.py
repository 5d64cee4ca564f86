"""Panels of our own."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, get_form_for_model
from wagtail.admin.staticfiles import versioned_static

from dvb_wagtail.models.blocks.choosers import SpeakerChooser
from dvb_wagtail.models.forms.pages import PublishingRowForm
from dvb_wagtail.models.page_notes import PAGE, Told, told
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
    """Tells of the page (PAGE), of its key (KEY) and of what clashes with it (CLASHES), as it was saved last.

    Nothing is to be filled in, and nothing is held up. While there is nothing to tell it is hidden. A script brings it
    up to date whenever Wagtail has saved by itself: the form then stays as it is.
    """

    def __init__(self, *of: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.of = of

    def clone(self) -> NotesPanel:
        return type(self)(*self.of, **self.clone_kwargs())

    class BoundPanel(Panel.BoundPanel):
        template_name = "dvb_wagtail/panels/notes.html"

        @cached_property
        def told(self) -> Told:
            return told(self.instance, self.panel.of, getattr(self.form, "parent_page", None))

        @property
        def attrs(self) -> dict[str, Any]:
            address = reverse("dvb_notes", args=[0, "-".join(self.panel.of)])
            return {"data-dvb-notes": address} | ({} if self.told else {"hidden": "hidden"})

        @property
        def media(self) -> Media:
            return Media(js=[versioned_static("dvb_wagtail/admin/notes.js")])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"told": self.told}


PAGE_NOTES = NotesPanel(PAGE, heading=_("Notes"), icon="warning")


class FilledPanel(FieldPanel):
    """A field that is left out of the form while there is nothing to fill in, as it says itself (`is_empty`)."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and not getattr(self.form.fields.get(self.field_name), "is_empty", False)


class SpeakerPanel(FieldPanel):
    """A chooser that offers the pages of speakers, whichever class a project has made of them."""

    def get_form_options(self) -> dict[str, Any]:
        from dvb_wagtail.models.speaker import SpeakerMixin  # it has panels, too

        options = super().get_form_options()
        chooser = SpeakerChooser(target_models=page_models_with(SpeakerMixin) or None)
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


class PeoplePanel(RuledInlinePanel):
    """The people of a session; on a translation only what is translated of them."""

    def get_bound_panel(
        self, instance: Any = None, request: Any = None, form: Any = None, prefix: str = "panel"
    ) -> Any:
        if getattr(form, "people", None) is None:
            return super().get_bound_panel(instance, request, form, prefix)
        return self.TranslatedPanel(panel=self, instance=instance, request=request, form=form, prefix=prefix)

    class TranslatedPanel(Panel.BoundPanel):
        template_name = "dvb_wagtail/panels/people.html"

        def is_shown(self) -> bool:
            return bool(self.form.people.listed)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"people": self.form.people_as_html()}
