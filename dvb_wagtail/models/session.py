"""A session, and the appearances that link people to it."""

from __future__ import annotations

from typing import Any

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from dvb_wagtail.core.vocabulary import Attendance, Kind, Role, SessionStatus, StreamAccess
from dvb_wagtail.models import notes
from dvb_wagtail.models.blocks.body import BodyBlock
from dvb_wagtail.models.blocks.media import DocumentBlock, RecordingBlock
from dvb_wagtail.models.choices import attendances, kinds, languages, roles, session_statuses, stream_accesses
from dvb_wagtail.models.fields import CodesField, ListField
from dvb_wagtail.models.forms.session import SessionForm
from dvb_wagtail.models.indexed import IndexedSession
from dvb_wagtail.models.localize import Untranslated
from dvb_wagtail.models.page_notes import Note
from dvb_wagtail.models.panels import session as panels
from dvb_wagtail.models.publishing import PublishedPage, PublishingRules
from dvb_wagtail.models.templates import PackageTemplate

swapper.set_app_prefix("wagtailcore", "wagtail")


class SessionMixin(PublishedPage, PackageTemplate, IndexedSession):
    """One item of a programme. Day and times are the wall clock in the edition's zone, whatever the editor's is.

    A concrete class has its appearances under the name `appearances`.
    """

    dvb_template = "dvb_wagtail/session_page.html"

    kind = models.CharField(_("kind"), max_length=16, choices=kinds, default=Kind.LECTURE.value)
    abstract = models.TextField(_("abstract"), blank=True)
    body = ListField(BodyBlock(), verbose_name=_("body"))
    day = models.DateField(_("day"), null=True, blank=True)
    start = models.TimeField(_("starts at"), null=True, blank=True)
    end = models.TimeField(_("ends at"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=session_statuses, default=SessionStatus.CONFIRMED.value
    )
    status_reason = models.CharField(_("reason"), max_length=300, blank=True)
    attendance = models.CharField(
        _("how one takes part"), max_length=10, choices=attendances, default=Attendance.ONSITE.value
    )
    room = models.CharField(_("room"), max_length=48, blank=True)
    track = models.CharField(_("track"), max_length=48, blank=True)
    themes = CodesField(verbose_name=_("themes"))
    tickets = CodesField(verbose_name=_("tickets that include it"))
    language = models.CharField(_("language"), max_length=8, choices=languages, blank=True)
    stream = models.URLField(_("stream"), blank=True)
    stream_access = models.CharField(
        _("who may see the stream"), max_length=12, choices=stream_accesses, default=StreamAccess.PUBLIC.value
    )
    captions = models.BooleanField(_("captioned"), default=False)
    sign_interpreted = models.BooleanField(_("sign interpreted"), default=False)
    recordings = ListField([("recording", RecordingBlock())], verbose_name=_("recordings"))
    documents = ListField([("document", DocumentBlock())], verbose_name=_("documents"))

    facts = (
        "kind",
        "day",
        "start",
        "end",
        "status",
        "attendance",
        "room",
        "track",
        "themes",
        "tickets",
        "language",
        "stream",
        "stream_access",
        "captions",
        "sign_interpreted",
    )
    fact_lists = ("recordings", "documents")

    base_form_class = SessionForm
    session_panels = panels.session_panels
    session_search_fields = [
        index.SearchField("abstract", boost=2),
        index.SearchField("body"),
        index.RelatedFields("appearances", [index.SearchField("name"), index.SearchField("organisations")]),
        index.FilterField("kind"),
        index.FilterField("status"),
        index.FilterField("day"),
        index.FilterField("start"),
        index.FilterField("room"),
        index.FilterField("track"),
        index.FilterField("attendance"),
        index.FilterField("language"),
    ]

    class Meta:
        abstract = True

    def broken_rules(self) -> dict[str, Any]:
        broken = super().broken_rules()
        if self.start and self.start == self.end:
            broken["end"] = _("A session cannot end when it starts.")
        if self.start and not self.end:
            broken["end"] = _("Write when it ends, or leave both times open.")
        if self.end and not self.start:
            broken["start"] = _("Write when it starts, or leave both times open.")
        return broken

    def clash_notes(self, parent: Any = None) -> list[Note] | None:
        return notes.session_notes(self, parent)


class AbstractAppearance(PublishingRules, TranslatableMixin, Orderable):
    """A person in a session: a speaker's page, or a plain name. A concrete class adds a ParentalKey to its session.

    The plain name also stands in while the speaker's page is not public.
    """

    speaker = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("speaker page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=12, choices=roles, default=Role.SPEAKER.value)
    title = models.CharField(_("title that day"), max_length=200, blank=True)
    organisations = models.CharField(_("organisations that day"), max_length=300, blank=True)
    party = models.CharField(_("party"), max_length=60, blank=True)
    remote = models.BooleanField(_("over a link"), default=False)

    panels = panels.appearance_panels
    texts = ("name", "title", "organisations")
    """What of a row is translated; the rest is as on the main page."""

    facts = ("party",)
    override_translatable_fields = Untranslated()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def broken_rules(self) -> dict[str, Any]:
        broken = super().broken_rules()
        if not self.speaker_id and not self.name:
            broken["name"] = _("Choose a speaker's page or write a name.")
        return broken
