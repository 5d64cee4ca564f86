"""How an editor writes about a speaker."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from dvb_wagtail.models.panels.parts import PAGE_NOTES

speaker_index_panels = [
    FieldPanel("lead", help_text=_("A sentence or two above the list of speakers.")),
]

speaker_panels = [
    PAGE_NOTES,
    MultiFieldPanel(
        [
            FieldPanel("job_title", help_text=_("As it is today. That of an earlier day stands on the session.")),
            FieldPanel("organisation", help_text=_("As it is today.")),
            FieldPanel("biography", help_text=_("A few sentences. The sessions are listed by themselves.")),
        ],
        heading=_("Who"),
        icon="dvb-speaker",
    ),
    MultiFieldPanel(
        [
            FieldPanel("portrait", help_text=_("With the person's consent.")),
            FieldPanel("portrait_alt", help_text=_("Read aloud to those who cannot see it.")),
        ],
        heading=_("Portrait"),
        icon="image",
    ),
    FieldPanel("links", help_text=_("Pages elsewhere that the person wants to be found by.")),
]
