"""A person's page, kept across editions, and the index of them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from dvb_wagtail.models.blocks.body import RICH_TEXT
from dvb_wagtail.models.blocks.people import LinkBlock
from dvb_wagtail.models.fields import ListField, image_field
from dvb_wagtail.models.forms.pages import PublishingForm
from dvb_wagtail.models.panels import speaker as panels
from dvb_wagtail.models.publishing import PublishedPage
from dvb_wagtail.models.templates import PackageTemplate


class SpeakerIndexMixin(PackageTemplate, models.Model):
    """The list of speakers; parent of their pages."""

    dvb_template = "dvb_wagtail/speaker_index_page.html"

    lead = models.TextField(_("lead"), blank=True)

    speaker_index_panels = panels.speaker_index_panels
    speaker_index_search_fields = [index.SearchField("lead")]

    class Meta:
        abstract = True


class SpeakerMixin(PublishedPage, PackageTemplate, models.Model):
    """A speaker; the page's title is the name. Sessions follow from the appearances."""

    dvb_template = "dvb_wagtail/speaker_page.html"

    job_title = models.CharField(_("title"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    biography = RichTextField(_("biography"), blank=True, features=RICH_TEXT)
    portrait = image_field(_("portrait"))
    portrait_alt = models.CharField(_("what the portrait shows"), max_length=300, blank=True)
    links = ListField([("link", LinkBlock())], verbose_name=_("links"))

    pictures = (("portrait", "portrait_alt"),)

    base_form_class = PublishingForm
    speaker_panels = panels.speaker_panels
    speaker_search_fields = [
        index.SearchField("job_title"),
        index.SearchField("organisation", boost=2),
        index.SearchField("biography"),
        index.AutocompleteField("organisation"),
        index.FilterField("organisation"),
    ]

    class Meta:
        abstract = True
