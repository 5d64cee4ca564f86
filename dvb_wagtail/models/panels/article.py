"""How an editor sets up a news channel and writes an article."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from dvb_wagtail.models.page_notes import KEY
from dvb_wagtail.models.panels.parts import IMAGE_WITH_CAPTION, PAGE_NOTES, NotesPanel

channel_panels = [
    PAGE_NOTES,
    FieldPanel("description", help_text=_("What the channel tells of. It stands in feed readers.")),
    MultiFieldPanel(
        [NotesPanel(KEY), FieldPanel("key", required_on_save=False)],
        heading=_("Addresses"),
        icon="link",
    ),
    MultiFieldPanel(
        [
            FieldPanel("image", help_text=_("Stands for the channel in feed readers.")),
            FieldPanel("image_alt", help_text=_("Read aloud to those who cannot see it.")),
            FieldPanel("rights", help_text=_("Who may use the texts and how, such as a licence.")),
        ],
        heading=_("Image and rights"),
        icon="image",
    ),
]

article_panels = [
    PAGE_NOTES,
    MultiFieldPanel(
        [FieldPanel("lead", help_text=_("The news in two or three sentences. Many feed readers show no more."))],
        heading=_("What"),
        icon="dvb-article",
    ),
    MultiFieldPanel(
        [
            FieldPanel("byline", help_text=_("Who wrote the text and who took the pictures.")),
            FieldPanel(
                "published",
                help_text=_("Leave it empty to date the article by its first publication."),
            ),
        ],
        heading=_("Who and when"),
        icon="user",
    ),
    MultiFieldPanel(
        IMAGE_WITH_CAPTION,
        heading=_("Main image"),
        icon="image",
    ),
    FieldPanel("body", help_text=_("The text. Add a block for each heading, quote or picture between its parts.")),
    FieldPanel("about", help_text=_("They link to the article in turn.")),
]
