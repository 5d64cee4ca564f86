from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.db import models
from django.utils import timezone
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page

from dvb_wagtail.api import page_api_fields
from dvb_wagtail.core.article import Article, ArticleTexts, News, NewsTexts, Tag
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.vocabulary import Kind, Role
from dvb_wagtail.models.indexed import ArticleAdapter, NewsAdapter, SessionAdapter


class PressRoom(NewsAdapter, Page):
    """Ten years of press releases."""

    heading = models.CharField(max_length=100, blank=True)

    def get_news(self) -> News:
        language = self.locale.language_code
        texts = NewsTexts(title=self.heading or self.title, rights="© Regionen")
        return News(id="", key="press", main_language=language, texts={language: texts})


class PressRelease(ArticleAdapter, Page):
    """A press release."""

    date = models.DateField()
    intro = models.TextField(blank=True)
    text = RichTextField(blank=True)
    author = models.CharField(max_length=100, blank=True)
    subjects = models.CharField(max_length=200, blank=True)
    picture = models.ForeignKey(
        get_image_model_string(), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def get_article(self) -> Article:
        language = self.locale.language_code
        return Article(
            id="",
            main_language=language,
            published=datetime.combine(self.date, time(8)),
            texts={language: ArticleTexts(title=self.title, lead=self.intro, html=self.text)},
            writers=(self.author,),
            tags=tuple(Tag("", name) for name in self.subjects.split(",")),
        )

    def get_image(self) -> Any | None:
        return self.picture


class Talk(SessionAdapter, Page):
    """A talk under one of the package's conferences."""

    begins = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveIntegerField(default=60)
    about = models.TextField(blank=True)
    lecturer = models.CharField(max_length=100, blank=True)
    hall = models.CharField(max_length=48, blank=True)
    kind = models.CharField(max_length=40, default="lecture")
    stream = models.URLField(blank=True)
    for_members = models.BooleanField(default=False)

    def get_session(self) -> Session:
        language = self.locale.language_code
        begins = self.begins and timezone.localtime(self.begins)
        lecturer = Appearance("", Role.SPEAKER, {language: AppearanceTexts(self.lecturer)})
        return Session(
            id="",
            code="",
            kind=Kind(self.kind),
            texts={language: SessionTexts(title=self.title, abstract=self.about)},
            day=begins and begins.date(),
            start=begins and begins.time(),
            end=begins and time(begins.hour + self.minutes // 60, self.minutes % 60),
            room=self.hall,
            appearances=(lecturer,) if self.lecturer else (),
            stream=self.stream,
            stream_access="registered" if self.for_members else "public",
        )


PressRelease.api_fields = page_api_fields

for old in (PressRoom, PressRelease, Talk):
    old.parent_page_types = old.subpage_types = []  # editors write no more of them, and nothing below them
