"""The series: all editions of a conference. Its page is the front page of such a site."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from dvb_wagtail.core.codes import KEY
from dvb_wagtail.models.blocks.body import BodyBlock
from dvb_wagtail.models.blocks.people import ContactBlock
from dvb_wagtail.models.fields import ListField, image_field
from dvb_wagtail.models.forms.keys import SeriesForm
from dvb_wagtail.models.keys import KeyHolder
from dvb_wagtail.models.panels import series as panels
from dvb_wagtail.models.templates import PackageTemplate

KEY_MESSAGE = _("Write small letters (a to z) and digits, with hyphens between words.")


class SeriesMixin(KeyHolder, PackageTemplate, models.Model):
    """Name (the page's title), motto, mission, organiser and contacts; parent of its editions."""

    dvb_template = "dvb_wagtail/series_page.html"

    key = models.SlugField(_("key"), max_length=40)
    motto = models.CharField(_("motto"), max_length=200, blank=True)
    mission = models.CharField(_("mission"), max_length=300, blank=True)
    organiser = models.CharField(_("organiser"), max_length=200, blank=True)
    lead = models.TextField(_("lead"), blank=True)
    image = image_field(_("image"))
    image_alt = models.CharField(_("what the image shows"), max_length=300, blank=True)
    body = ListField(BodyBlock(), verbose_name=_("body"))
    contacts = ListField([("contact", ContactBlock())], verbose_name=_("contacts"))

    exclude_fields_in_copy = ["key"]
    pictures = (("image", "image_alt"),)
    base_form_class = SeriesForm
    series_panels = panels.series_panels
    series_search_fields = [
        index.SearchField("motto"),
        index.SearchField("mission"),
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("key"),
    ]

    key_kind = "series"
    key_field = "key"
    key_pattern = KEY
    key_pattern_message = KEY_MESSAGE

    class Meta:
        abstract = True
