"""Every page type that the package has a mixin for, each on the site's own base page."""

from __future__ import annotations

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import AbstractPage

from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import AbstractAppearance, SessionMixin
from dvb_wagtail.models.speaker import SpeakerIndexMixin, SpeakerMixin


class BasePage(AbstractPage):
    """No `show_in_menus`, `seo_title` or `search_description`: a base page need not have them."""

    template = "wagtailcore/page.html"


class Conferences(SeriesMixin, BasePage):
    content_panels = BasePage.content_panels + SeriesMixin.series_panels
    search_fields = BasePage.search_fields + SeriesMixin.series_search_fields


class Conference(ConferenceMixin, BasePage):
    content_panels = BasePage.content_panels + ConferenceMixin.edition_panels
    search_fields = BasePage.search_fields + ConferenceMixin.conference_search_fields


class Seminar(SessionMixin, BasePage):
    content_panels = BasePage.content_panels + SessionMixin.session_panels
    search_fields = BasePage.search_fields + SessionMixin.session_search_fields


class SeminarAppearance(AbstractAppearance):
    session = ParentalKey(Seminar, on_delete=models.CASCADE, related_name="appearances")


class People(SpeakerIndexMixin, BasePage):
    content_panels = BasePage.content_panels + SpeakerIndexMixin.speaker_index_panels
    search_fields = BasePage.search_fields + SpeakerIndexMixin.speaker_index_search_fields


class Person(SpeakerMixin, BasePage):
    content_panels = BasePage.content_panels + SpeakerMixin.speaker_panels
    search_fields = BasePage.search_fields + SpeakerMixin.speaker_search_fields


class News(ArticleIndexMixin, BasePage):
    content_panels = BasePage.content_panels + ArticleIndexMixin.channel_panels
    search_fields = BasePage.search_fields + ArticleIndexMixin.channel_search_fields


class StoryTag(TaggedItemBase):
    content_object = ParentalKey("base_pages.Story", on_delete=models.CASCADE, related_name="tagged_items")


class Story(ArticleMixin, BasePage):
    tags = ClusterTaggableManager(through=StoryTag, blank=True)

    content_panels = BasePage.content_panels + ArticleMixin.article_panels
    search_fields = BasePage.search_fields + ArticleMixin.article_search_fields
