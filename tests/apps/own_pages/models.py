from __future__ import annotations

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from dvb_wagtail.api import session_api_fields
from dvb_wagtail.models.session import AbstractAppearance, SessionMixin
from dvb_wagtail.pages.models import ConferencePage


class ArticlePage(Page):
    """Named as ours is, as in many a site."""

    text = models.TextField(blank=True)


class WinterConference(ConferencePage):
    """Our conference, with something more."""

    snow = models.BooleanField(default=True)


class Seminar(SessionMixin, Page):
    """A session made of the mixin."""

    content_panels = Page.content_panels + SessionMixin.session_panels
    search_fields = Page.search_fields + SessionMixin.session_search_fields
    api_fields = session_api_fields


class SeminarAppearance(AbstractAppearance):
    session = ParentalKey(Seminar, on_delete=models.CASCADE, related_name="appearances")
