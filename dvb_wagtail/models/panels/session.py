"""How an editor writes a session."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from dvb_wagtail.models.page_notes import CLASHES, PAGE
from dvb_wagtail.models.panels.parts import FilledPanel, NotesPanel, PeoplePanel, SpeakerPanel

session_panels = [
    NotesPanel(PAGE, CLASHES, heading=_("Clashes and notes"), icon="warning"),
    MultiFieldPanel(
        [
            FieldPanel("kind", help_text=_("Breaks, meals and mingle are sessions, too.")),
            FieldPanel("abstract", help_text=_("What it is about, in a few sentences. It stands in calendars, too.")),
            FilledPanel("themes", help_text=_("Those of the edition that it serves.")),
            FilledPanel("track", help_text=_("The seminar track that it is part of, if any.")),
            FieldPanel("language"),
        ],
        heading=_("What"),
        icon="dvb-session",
    ),
    MultiFieldPanel(
        [
            FieldPanel("day"),
            FieldRowPanel(
                [
                    FieldPanel("start"),
                    FieldPanel("end", help_text=_("A time before the start is on the next day.")),
                ]
            ),
            FieldPanel("room", help_text=_("The rooms are listed on the edition's page.")),
            FieldPanel("status", help_text=_("A cancelled session stays in the calendars, marked. Do not delete it.")),
            FieldPanel(
                "status_reason",
                help_text=_("Needed when it is cancelled: why, in a sentence. It reaches the calendars."),
            ),
        ],
        heading=_("When and where"),
        icon="time",
    ),
    MultiFieldPanel(
        [
            PeoplePanel(
                "appearances",
                heading=_("People"),
                label=_("person"),
                help_text=_("In the order in which they are to be shown. Drag to change it."),
            ),
            FieldPanel("attendance", help_text=_("Who among the audience can take part.")),
            FilledPanel("tickets", help_text=_("Leave all open if every ticket includes it.")),
        ],
        heading=_("Who"),
        icon="group",
    ),
    MultiFieldPanel(
        [
            FieldPanel("stream", help_text=_("Where it is streamed. If it is the room's stream, leave it empty.")),
            FieldPanel(
                "stream_access",
                help_text=_("For the registered only: the page says that participants are sent the link."),
            ),
            FieldPanel("captions", help_text=_("What is said is shown as text.")),
            FieldPanel("sign_interpreted", help_text=_("An interpreter signs what is said.")),
        ],
        heading=_("Taking part from afar"),
        icon="desktop",
    ),
    FieldPanel("body", help_text=_("More than the abstract has room for.")),
    MultiFieldPanel(
        [
            FilledPanel(
                "recordings", help_text=_("Promise it beforehand, give the address afterwards. There may be several.")
            ),
            FilledPanel("documents", help_text=_("Slides and hand-outs.")),
        ],
        heading=_("Afterwards"),
        icon="media",
    ),
]

appearance_panels = [
    SpeakerPanel("speaker", help_text=_("A person keeps one page over the years.")),
    FieldPanel(
        "name", help_text=_("For somebody without a page. It also stands in while the speaker's page is not public.")
    ),
    FieldPanel("role", help_text=_("What the person does in this session.")),
    FieldPanel("title", help_text=_("As it was that day, such as chief executive.")),
    FieldPanel("organisations", help_text=_("As they were that day. Put a semicolon between several.")),
    FieldPanel("party", help_text=_("Only where somebody speaks as an elected representative.")),
    FieldPanel("remote", help_text=_("The person is not in the room.")),
]
