"""How an editor sets up an edition: a tab for the edition, one for its programme, one for taking part."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from dvb_wagtail.models.page_notes import CLASHES, KEY
from dvb_wagtail.models.panels.parts import IMAGE_WITH_CAPTION, PAGE_NOTES, FilledPanel, NotesPanel

edition_panels = [
    PAGE_NOTES,
    MultiFieldPanel(
        [
            FieldPanel("lead", help_text=_("Two or three sentences at the top of the page and in the calendar.")),
            FieldPanel("theme", help_text=_("The theme of the whole edition. Its several themes are on the next tab.")),
            FieldPanel("theme_text", help_text=_("What it means, for those who hear it for the first time.")),
            FieldPanel("number", help_text=_("3 for the third edition. Leave empty if you do not count them.")),
        ],
        heading=_("What"),
        icon="dvb-conference",
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel(
                        "start_date", help_text=_("The edition is in calendars from the moment it is published.")
                    ),
                    FieldPanel("end_date", help_text=_("The same day for a conference of one day.")),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("start_time", help_text=_("On the first day, such as 12:00 for lunch to lunch.")),
                    FieldPanel("end_time", help_text=_("On the last day.")),
                ]
            ),
            FieldPanel("time_zone", help_text=_("All times of the programme are on the clock there.")),
            FieldPanel(
                "attendance", help_text=_("Holds for the edition as a whole; each session says for itself, too.")
            ),
        ],
        heading=_("When and how"),
        icon="date",
    ),
    MultiFieldPanel(
        [NotesPanel(KEY), FieldPanel("acronym")],
        heading=_("Addresses"),
        icon="link",
    ),
    MultiFieldPanel(
        [
            FieldPanel("status", help_text=_("It reaches every calendar and session. Nothing needs to be deleted.")),
            FieldPanel(
                "status_reason",
                help_text=_("Needed unless all is as planned: why, in a sentence. It stands in the calendars, too."),
            ),
        ],
        heading=_("Does it take place?"),
        icon="warning",
    ),
    MultiFieldPanel(
        IMAGE_WITH_CAPTION,
        heading=_("Image"),
        icon="image",
    ),
    FieldPanel("body", help_text=_("Practical facts and more about the edition. The programme has a page of its own.")),
    MultiFieldPanel(
        [
            FieldPanel("participants", help_text=_("How many took part. For afterwards.")),
            FieldPanel("hashtag", help_text=_("Without #.")),
        ],
        heading=_("Around and afterwards"),
        icon="group",
    ),
]

programme_panels = [
    NotesPanel(CLASHES, heading=_("Clashes and notes"), icon="warning"),
    MultiFieldPanel(
        [
            FieldPanel(
                "programme_released",
                help_text=_(
                    "Tick it when attendees may plan by the programme: from then on every change of it is noted. It "
                    "hides nothing; a published session is public."
                ),
            )
        ],
        heading=_("The programme's release"),
        icon="view",
    ),
    FilledPanel("themes", help_text=_("Readers see them before there is any session. A session may serve several.")),
    FilledPanel("tracks", help_text=_("Seminars that belong together. A session is in one track at most.")),
    FilledPanel("venues", help_text=_("The first one is where sessions without a room are held.")),
    FieldPanel("hosts", help_text=_("Those who lead the whole edition. Speakers are named on their sessions.")),
    FilledPanel(
        "recordings",
        help_text=_("Those that cover several sessions or a whole track. One of a single session stands on its page."),
    ),
]

participation_panels = [
    MultiFieldPanel(
        [
            FieldPanel("audience", help_text=_("Such as: municipalities, regions and companies.")),
            FieldPanel("registration", help_text=_("Where one registers. A ticket can have an address of its own.")),
        ],
        heading=_("Who and how"),
        icon="group",
    ),
    FilledPanel("tickets", help_text=_("What one can register for. Sessions say which tickets include them.")),
    FieldPanel("organiser", help_text=_("If it is another one than the series'.")),
    FieldPanel("contacts", help_text=_("Whom to ask about this edition. Everybody can read it.")),
    FieldPanel("partners", help_text=_("In the order in which they are to be shown.")),
]
