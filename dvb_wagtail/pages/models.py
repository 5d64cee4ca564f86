"""The ready page types: each a mixin and Wagtail's Page.

The explicit `page_ptr` keeps a site that already has an `ArticlePage` starting: its accessor is another.
"""

from __future__ import annotations

from typing import Any

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.models import Page
from wagtail.search import index

from dvb_wagtail.api import (
    article_api_fields,
    article_index_api_fields,
    conference_api_fields,
    series_api_fields,
    session_api_fields,
    speaker_api_fields,
    speaker_index_api_fields,
)
from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import Placed
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import AbstractAppearance, SessionMixin
from dvb_wagtail.models.speaker import SpeakerIndexMixin, SpeakerMixin

swapper.set_app_prefix("wagtailcore", "wagtail")


def page_pointer() -> Any:
    return models.OneToOneField(
        Page, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="dvb_%(class)s"
    )


class SeriesPage(Placed, SeriesMixin, Page):
    page_ptr = page_pointer()

    content_panels = Page.content_panels + SeriesMixin.series_panels
    search_fields = Page.search_fields + SeriesMixin.series_search_fields
    api_fields = series_api_fields
    dvb_subpage_types = ("dvb_pages.ConferencePage", "dvb_pages.SpeakerIndexPage", "dvb_pages.ArticleIndexPage")
    page_description = _("A conference that returns: what it is for, and all its editions below it")

    class Meta:
        verbose_name = _("conference series")
        verbose_name_plural = pgettext_lazy("several", "conference series")


class ConferencePage(Placed, ConferenceMixin, Page):
    page_ptr = page_pointer()

    edit_handler = TabbedInterface(
        [
            ObjectList(Page.content_panels + ConferenceMixin.edition_panels, heading=_("Edition")),
            ObjectList(ConferenceMixin.programme_panels, heading=_("Programme")),
            ObjectList(ConferenceMixin.participation_panels, heading=_("How to take part")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ],
        base_form_class=ConferenceMixin.base_form_class,
    )
    search_fields = Page.search_fields + ConferenceMixin.conference_search_fields
    api_fields = conference_api_fields
    dvb_subpage_types = ("dvb_pages.SessionPage",)
    page_description = _("One year's edition: days, themes, rooms, tickets; its sessions stand below it")

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")


class SessionPage(Placed, SessionMixin, Page):
    page_ptr = page_pointer()

    content_panels = Page.content_panels + SessionMixin.session_panels
    search_fields = Page.search_fields + SessionMixin.session_search_fields
    api_fields = session_api_fields
    parent_page_types = ["dvb_pages.ConferencePage"]
    page_description = _("One item of the programme: a keynote, a seminar, a lunch")

    class Meta:
        verbose_name = pgettext_lazy("part of a programme", "session")
        verbose_name_plural = pgettext_lazy("parts of a programme", "sessions")


class Appearance(AbstractAppearance):
    session = ParentalKey(SessionPage, on_delete=models.CASCADE, related_name="appearances")

    class Meta(AbstractAppearance.Meta):
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")


class SpeakerIndexPage(Placed, SpeakerIndexMixin, Page):
    page_ptr = page_pointer()

    content_panels = Page.content_panels + SpeakerIndexMixin.speaker_index_panels
    search_fields = Page.search_fields + SpeakerIndexMixin.speaker_index_search_fields
    api_fields = speaker_index_api_fields
    dvb_subpage_types = ("dvb_pages.SpeakerPage",)
    page_description = _("The list of speakers; their pages stand below it")

    class Meta:
        verbose_name = _("speaker index")
        verbose_name_plural = _("speaker indexes")


class SpeakerPage(Placed, SpeakerMixin, Page):
    page_ptr = page_pointer()

    content_panels = [TitleFieldPanel("title", heading=_("Name"), placeholder=_("Name")), *SpeakerMixin.speaker_panels]
    search_fields = Page.search_fields + SpeakerMixin.speaker_search_fields
    api_fields = speaker_api_fields
    parent_page_types = ["dvb_pages.SpeakerIndexPage"]
    page_description = _("A person, kept over the years; the sessions are listed by themselves")

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")


class ArticleIndexPage(Placed, ArticleIndexMixin, Page):
    page_ptr = page_pointer()

    content_panels = Page.content_panels + ArticleIndexMixin.channel_panels
    search_fields = Page.search_fields + ArticleIndexMixin.channel_search_fields
    api_fields = article_index_api_fields
    dvb_subpage_types = ("dvb_pages.ArticlePage",)
    page_description = _("News with feeds of their own; the articles stand below it")

    class Meta:
        verbose_name = _("news channel")
        verbose_name_plural = _("news channels")


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("dvb_pages.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(Placed, ArticleMixin, Page):
    page_ptr = page_pointer()
    tags = ClusterTaggableManager(verbose_name=_("tags"), through=ArticleTag, blank=True, help_text="")

    content_panels = [
        *Page.content_panels,
        *ArticleMixin.article_panels,
        FieldPanel("tags", help_text=_("Readers can follow a tag. Use few, and the same ones again.")),
    ]
    search_fields = [
        *Page.search_fields,
        *ArticleMixin.article_search_fields,
        index.RelatedFields("tags", [index.SearchField("name"), index.FilterField("slug")]),
    ]
    api_fields = article_api_fields
    parent_page_types = ["dvb_pages.ArticleIndexPage"]
    page_description = _("News: a text with pictures, a byline and a date")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
