"""A conference: one year's edition, with all that it lists."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from dvb_wagtail.core.codes import ACRONYM
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus
from dvb_wagtail.models import notes
from dvb_wagtail.models.blocks.body import BodyBlock
from dvb_wagtail.models.blocks.media import SharedRecordingBlock
from dvb_wagtail.models.blocks.people import ContactBlock, HostBlock, PartnerBlock
from dvb_wagtail.models.blocks.places import ThemeBlock, TrackBlock, VenueBlock
from dvb_wagtail.models.blocks.tickets import TicketBlock
from dvb_wagtail.models.choices import attendances, conference_statuses
from dvb_wagtail.models.codes import fill_codes, find_tracks
from dvb_wagtail.models.fields import ListField, default_time_zone, image_field, time_zones
from dvb_wagtail.models.forms.conference import ConferenceForm
from dvb_wagtail.models.keys import KeyHolder
from dvb_wagtail.models.page_notes import Note
from dvb_wagtail.models.panels import conference as panels
from dvb_wagtail.models.templates import PackageTemplate


class ConferenceMixin(KeyHolder, PackageTemplate, RoutablePageMixin, models.Model):
    """One edition of a conference; its sessions are pages below it."""

    dvb_template = "dvb_wagtail/conference_page.html"
    dvb_programme_template = "dvb_wagtail/programme_page.html"

    acronym = models.CharField(_("acronym"), max_length=20)
    number = models.PositiveSmallIntegerField(_("which in order"), null=True, blank=True)
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    theme_text = models.TextField(_("what the theme means"), blank=True)
    lead = models.TextField(_("lead"), blank=True)
    body = ListField(BodyBlock(), verbose_name=_("body"))
    start_date = models.DateField(_("first day"), null=True)
    end_date = models.DateField(_("last day"), null=True)
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, choices=time_zones, default=default_time_zone)
    audience = models.CharField(_("for whom"), max_length=300, blank=True)
    attendance = models.CharField(
        _("how one takes part"), max_length=10, choices=attendances, default=Attendance.ONSITE.value
    )
    status = models.CharField(
        _("status"), max_length=16, choices=conference_statuses, default=ConferenceStatus.SCHEDULED.value
    )
    status_reason = models.CharField(_("reason"), max_length=300, blank=True)
    programme_released = models.BooleanField(_("the programme is released"), default=False)
    registration = models.URLField(_("where to register"), blank=True)
    organiser = models.CharField(_("organiser"), max_length=200, blank=True)
    hashtag = models.CharField(_("hashtag"), max_length=60, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    image = image_field(_("image"))
    image_alt = models.CharField(_("what the image shows"), max_length=300, blank=True)
    image_caption = models.CharField(_("caption"), max_length=300, blank=True)
    image_credit = models.CharField(_("photo"), max_length=120, blank=True)
    hosts = ListField([("person", HostBlock())], verbose_name=_("hosts and moderators"))
    themes = ListField([("theme", ThemeBlock())], verbose_name=_("themes"))
    tracks = ListField([("track", TrackBlock())], verbose_name=_("tracks"))
    venues = ListField([("venue", VenueBlock())], verbose_name=_("venues"))
    tickets = ListField([("ticket", TicketBlock())], verbose_name=_("tickets"))
    recordings = ListField([("recording", SharedRecordingBlock())], verbose_name=_("recordings"))
    contacts = ListField([("contact", ContactBlock())], verbose_name=_("contacts"))
    partners = ListField([("partner", PartnerBlock())], verbose_name=_("partners"))

    exclude_fields_in_copy = ["acronym", "programme_released"]
    facts = (
        "number",
        "start_date",
        "end_date",
        "start_time",
        "end_time",
        "time_zone",
        "attendance",
        "status",
        "programme_released",
        "hashtag",
    )
    fact_lists = ("themes", "tracks", "venues", "tickets", "recordings")
    pictures = (("image", "image_alt"),)
    conference_search_fields = [
        index.SearchField("theme", boost=2),
        index.SearchField("lead"),
        index.SearchField("theme_text"),
        index.SearchField("body"),
        index.AutocompleteField("acronym"),
        index.FilterField("acronym"),
        index.FilterField("start_date"),
        index.FilterField("end_date"),
        index.FilterField("status"),
    ]

    base_form_class = ConferenceForm
    edition_panels = panels.edition_panels
    programme_panels = panels.programme_panels
    participation_panels = panels.participation_panels

    key_kind = "acronym"
    key_field = "acronym"
    key_pattern = ACRONYM
    key_pattern_message = _("Write 4 to 20 small letters (a to z) and digits, such as dv2026.")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        fill_codes(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Fill in codes, and hold the rules if the page is to be published."""
        fill_codes(self)
        find_tracks(self)
        super().clean()

    def broken_rules(self) -> dict[str, Any]:
        broken = super().broken_rules()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            broken["end_date"] = _("The last day cannot be before the first.")
        same_day = self.start_date and self.start_date == self.end_date
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            broken["end_time"] = _("On one and the same day the end must be after the beginning.")
        tracks = {track.value.get("code") for track in self.tracks}
        strangers = [name for each in self.recordings if (name := each.value.get("track")) and name not in tracks]
        if strangers:
            broken["recordings"] = _("No track is called “%(name)s”.") % {"name": strangers[0]}
        return broken

    def clash_notes(self, parent: Any = None) -> list[Note] | None:
        """Return what clashes among the edition's sessions; `parent` is of no use here."""
        return notes.edition_notes(self)

    @path("program/", name="programme")
    def serve_programme(self, request: HttpRequest) -> HttpResponse:
        """The programme, all or filtered by the query; its sessions are drawn by a template tag."""
        return TemplateResponse(request, self.dvb_programme_template, self.get_context(request))
