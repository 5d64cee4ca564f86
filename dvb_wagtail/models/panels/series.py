"""How an editor sets up a series."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from dvb_wagtail.models.page_notes import KEY
from dvb_wagtail.models.panels.parts import IMAGE, PAGE_NOTES, NotesPanel

series_panels = [
    PAGE_NOTES,
    MultiFieldPanel(
        [
            FieldPanel("motto", help_text=_("A few words that stand on every edition.")),
            FieldPanel("mission", help_text=_("What the conference is for, in one sentence.")),
            FieldPanel("organiser", help_text=_("Who is responsible, such as a region.")),
            FieldPanel("lead", help_text=_("Two or three sentences at the top of the page.")),
        ],
        heading=_("What it is"),
        icon="dvb-series",
    ),
    MultiFieldPanel(
        [NotesPanel(KEY), FieldPanel("key", required_on_save=False)],
        heading=_("Addresses"),
        icon="link",
    ),
    MultiFieldPanel(
        IMAGE,
        heading=_("Image"),
        icon="image",
    ),
    FieldPanel("body", help_text=_("More about the series. The editions are listed by themselves.")),
    FieldPanel("contacts", help_text=_("Whom to ask about the series as a whole. Everybody can read it.")),
]
