"""Recordings and documents: what is left of a session afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from dvb_wagtail.core.vocabulary import RecordingStatus
from dvb_wagtail.models.blocks.choosers import SessionChooserBlock
from dvb_wagtail.models.blocks.facts import FactBlock
from dvb_wagtail.models.blocks.rules import RuledBlock
from dvb_wagtail.models.choices import recording_statuses


class RecordingBlock(RuledBlock):
    """A plain link that names the service. Nothing is fetched from there until a reader follows it."""

    title = blocks.CharBlock(label=_("Title"), max_length=200, help_text=_("What one will see."))
    status = blocks.ChoiceBlock(
        label=_("State"),
        choices=recording_statuses,
        default=RecordingStatus.PROMISED.value,
        help_text=_("A promised one is told of, but has no link yet."),
    )
    address = blocks.URLBlock(
        label=_("Address"), required=False, help_text=_("Where the video is. Needed once it is published.")
    )
    service = FactBlock(
        label=_("Service"),
        required=False,
        max_length=60,
        help_text=_("Told before one follows the link, such as YouTube."),
    )
    picture = ImageChooserBlock(
        label=_("Picture"), required=False, help_text=_("From your own images; it stands for the video.")
    )
    captioned = blocks.BooleanBlock(
        label=_("Captioned"), required=False, help_text=_("What is said can be read as text.")
    )
    published = blocks.DateBlock(label=_("Published on"), required=False, help_text=_("If readers should know it."))

    texts: tuple[str, ...] = ("title",)

    class Meta:
        icon = "media"
        label = _("Recording")
        label_format = "{title}"
        description = _("A recording of the session, promised or published")
        preview_template = "dvb_wagtail/previews/recording.html"
        preview_value = {
            "title": _("The whole seminar"),
            "status": RecordingStatus.PUBLISHED.value,
            "address": "https://video.example/seminar",
            "service": "Video.example",
            "captioned": True,
        }

    def broken_rules(self, value: Mapping[str, Any]) -> dict[str, Any]:
        if value.get("status") == RecordingStatus.PUBLISHED and not value.get("address"):
            return {"address": _("A published recording needs its address.")}
        return {}


class SharedRecordingBlock(RecordingBlock):
    """A recording of several sessions, or of a whole track."""

    track = FactBlock(
        label=_("Track it covers"),
        required=False,
        max_length=120,
        help_text=_("The track's name, as it stands in the list of tracks."),
    )
    sessions = blocks.ListBlock(
        SessionChooserBlock(),
        label=_("Sessions it covers"),
        min_num=0,
        default=[],
        help_text=_("The recording is then shown on each of them."),
    )

    class Meta:
        icon = "media"
        label = _("Recording of several sessions")
        description = _("A recording that covers several sessions or a whole track")


class DocumentBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Leave empty to use the document's own title."),
    )
    document = DocumentChooserBlock(label=_("Document"), help_text=_("From your own documents."))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Document")
        description = _("Slides or another file to download")
        preview_template = "dvb_wagtail/previews/document.html"
        preview_value = {"title": _("The slides of the lecture")}
