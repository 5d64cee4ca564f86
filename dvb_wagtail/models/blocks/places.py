"""What sessions refer to by a permanent code: themes, tracks, venues with rooms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from dvb_wagtail.models.blocks.coordinates import LATITUDE, LONGITUDE, CoordinateBlock, PositionedBlock
from dvb_wagtail.models.blocks.facts import FactBlock


class CodeBlock(FactBlock):
    """A permanent code. The page makes it from the name and keeps it (see `models.codes`); no hand changes it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 48)
        kwargs.setdefault("label", _("Code"))
        kwargs.setdefault(
            "help_text", _("Stands in addresses. Made from the name, and kept for ever once published or used.")
        )
        super().__init__(**kwargs)
        self.field.widget = forms.TextInput(attrs={"readonly": True})


class CodedBlock(blocks.StructBlock):
    """Something that sessions and addresses refer to by a permanent code."""

    name = blocks.CharBlock(label=_("Name"), max_length=120, help_text=_("As readers are to see it."))
    code = CodeBlock()

    texts: tuple[str, ...] = ("name",)
    """What a translation has words of its own for (see `models.texts`)."""

    def get_form_layout(self) -> BlockGroup:
        """Put the code aside, among the block's settings: there is nothing to fill in."""
        return BlockGroup([name for name in self.child_blocks if name != "code"], settings=["code"])


class ThemeBlock(CodedBlock):
    text = blocks.TextBlock(
        label=_("Text"), required=False, default="", help_text=_("What the theme is about, in a sentence.")
    )

    texts = ("name", "text")

    class Meta:
        icon = "dvb-theme"
        label = _("Theme")
        description = _("One of the edition's themes; a session may serve several")
        preview_template = "dvb_wagtail/previews/theme.html"
        preview_value = {
            "name": _("Artificial intelligence and ethics"),
            "text": _("What machines decide, and who answers for it."),
        }


class TrackBlock(CodedBlock):
    text = blocks.TextBlock(
        label=_("Text"), required=False, default="", help_text=_("Whom the track is for and what it gives.")
    )

    texts = ("name", "text")

    class Meta:
        icon = "dvb-track"
        label = _("Track")
        description = _("Seminars that belong together; a session is in one track at most")
        preview_template = "dvb_wagtail/previews/track.html"
        preview_value = {"name": _("Political leadership"), "text": _("Seminars for elected representatives.")}


class RoomBlock(CodedBlock):
    capacity = blocks.IntegerBlock(
        label=_("Seats"), required=False, min_value=0, help_text=_("Leave empty for an online room.")
    )
    stream = blocks.URLBlock(
        label=_("Public stream"),
        required=False,
        help_text=_("Where anyone can follow what happens in the room. A session can have a stream of its own."),
    )

    class Meta:
        icon = "dvb-room"
        label = _("Room")
        label_format = "{name}"


class VenueBlock(CodedBlock, PositionedBlock):
    address = FactBlock(
        label=_("Address"), required=False, max_length=200, help_text=_("Street and town, on one line.")
    )
    latitude = CoordinateBlock(
        label=_("Latitude"),
        limit=LATITUDE,
        required=False,
        help_text=_("In decimal degrees, as maps give them, such as 63.8258. Calendars show the way by it."),
    )
    longitude = CoordinateBlock(
        label=_("Longitude"),
        limit=LONGITUDE,
        required=False,
        help_text=_("In decimal degrees, such as 20.2630. Both pasted into one of the fields are parted when saved."),
    )
    directions = blocks.TextBlock(
        label=_("How to get there"),
        required=False,
        default="",
        help_text=_("By bus, by bicycle, by car; where the entrance is."),
    )
    step_free = blocks.BooleanBlock(
        label=_("Step-free access"), required=False, help_text=_("One gets in and to every room without stairs.")
    )
    hearing_loop = blocks.BooleanBlock(
        label=_("Hearing loop"), required=False, help_text=_("Say below if it is not in every room.")
    )
    accessible_toilet = blocks.BooleanBlock(
        label=_("Accessible toilet"), required=False, help_text=_("One with room for a wheelchair.")
    )
    accessibility = blocks.TextBlock(
        label=_("More about accessibility, and whom to ask"),
        required=False,
        default="",
        help_text=_("What is not ticked above, and who helps those with other needs."),
    )
    rooms = blocks.ListBlock(
        RoomBlock(),
        label=_("Rooms"),
        min_num=0,
        default=[],
        help_text=_("Add online rooms, too. A session without a room uses the whole venue."),
    )

    texts = ("name", "directions", "accessibility", "rooms")

    class Meta:
        icon = "dvb-venue"
        label = _("Venue")
        label_format = "{name}"
        description = _("A house, or the net, with its rooms, the way there and its accessibility")
        preview_template = "dvb_wagtail/previews/venue.html"
        preview_value = {
            "name": _("The House of Culture"),
            "address": _("1 Main Square, Example Town"),
            "directions": _("Five minutes on foot from the station."),
            "step_free": True,
            "hearing_loop": True,
            "accessible_toilet": True,
            "rooms": [{"name": _("The great hall"), "capacity": 500}, {"name": _("The studio"), "capacity": 60}],
        }
