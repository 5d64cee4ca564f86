"""News: a channel (the article index) and its articles."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import PageChooserBlock
from wagtail.search import index

from dvb_wagtail.core.codes import KEY
from dvb_wagtail.models.blocks.body import BodyBlock, BylineBlock
from dvb_wagtail.models.fields import ListField, image_field
from dvb_wagtail.models.forms.keys import ChannelForm
from dvb_wagtail.models.forms.translations import TranslatedForm
from dvb_wagtail.models.indexed import IndexedArticle, IndexedNews
from dvb_wagtail.models.keys import KeyHolder
from dvb_wagtail.models.panels import article as panels
from dvb_wagtail.models.publishing import PublishedPage
from dvb_wagtail.models.series import KEY_MESSAGE
from dvb_wagtail.models.templates import PackageTemplate


class ArticleIndexMixin(KeyHolder, PackageTemplate, IndexedNews):
    """A news channel."""

    dvb_template = "dvb_wagtail/article_index_page.html"

    key = models.SlugField(_("key"), max_length=40)
    description = models.TextField(_("description"), blank=True)
    image = image_field(_("image"))
    image_alt = models.CharField(_("what the image shows"), max_length=300, blank=True)
    rights = models.CharField(_("rights"), max_length=200, blank=True)

    exclude_fields_in_copy = ["key"]
    pictures = (("image", "image_alt"),)
    base_form_class = ChannelForm
    channel_panels = panels.channel_panels
    channel_search_fields = [index.SearchField("description"), index.FilterField("key")]

    key_kind = "news"
    key_field = "key"
    key_pattern = KEY
    key_pattern_message = KEY_MESSAGE

    class Meta:
        abstract = True


class ArticleMixin(PublishedPage, PackageTemplate, IndexedArticle):
    """A news article. `published` is the date that readers see; an editor can set it, else it is that of going live.

    A concrete class may have a tag manager named `tags`; its tags then stand in the feeds.
    """

    dvb_template = "dvb_wagtail/article_page.html"

    lead = models.TextField(_("lead"), blank=True)
    byline = ListField(BylineBlock(), verbose_name=_("byline"))
    published = models.DateTimeField(_("published"), null=True, blank=True)
    image = image_field(_("image"))
    image_alt = models.CharField(_("what the image shows"), max_length=300, blank=True)
    image_caption = models.CharField(_("caption"), max_length=300, blank=True)
    image_credit = models.CharField(_("photo"), max_length=120, blank=True)
    body = ListField(BodyBlock(), verbose_name=_("body"))
    about = ListField(
        [
            (
                "page",
                PageChooserBlock(
                    label=_("Page"),
                    icon="doc-empty-inverse",
                    description=_("An edition, a session or a speaker that the article tells of"),
                    preview_template="dvb_wagtail/previews/about.html",
                    preview_value=None,
                ),
            )
        ],
        verbose_name=_("tells of (edition, sessions, speakers)"),
    )

    facts = ("published",)
    pictures = (("image", "image_alt"),)

    base_form_class = TranslatedForm
    article_panels = panels.article_panels
    article_search_fields = [
        index.SearchField("lead", boost=2),
        index.SearchField("byline"),
        index.SearchField("body"),
        index.FilterField("published"),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Date a live article by its first publication, unless an editor has dated it.

        Not at its creation: a draft may wait for weeks, and readers would never see it among the new ones.
        """
        if self.live and self.published is None:  # type: ignore[attr-defined]
            self.published = self.first_published_at or timezone.now()  # type: ignore[attr-defined]
        super().save(*args, **kwargs)
