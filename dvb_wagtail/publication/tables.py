"""The tables of the index. One row per identity (a page's translation key), never one per language.

Rows are never deleted: a withdrawn one keeps its identity, code, times and SEQUENCE, with an empty document, so that
old addresses and old subscriptions get a true answer.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import partial
from typing import ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from dvb_wagtail.signals import ChangedChannel, ChannelKind, tell


def new_token() -> str:
    """Return a validator: random, so that it is never repeated, not even after a restored backup."""
    return secrets.token_hex(16)


class GoneReason(models.TextChoices):
    """Why nothing is public. Of what is private nothing is said, not even that it was withdrawn."""

    WITHDRAWN = "withdrawn", _("Withdrawn")
    PRIVATE = "private", _("Private")


class Published(models.Model):
    """What every row has. Moments are UTC, in whole seconds, as HTTP and iCalendar write them."""

    identity = models.UUIDField(unique=True)
    document = models.JSONField(default=dict)
    digest = models.CharField(max_length=32, default="", blank=True)
    created = models.DateTimeField()
    changed = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_reason = models.CharField(max_length=12, choices=GoneReason.choices, default="", blank=True)

    class Meta:
        abstract = True


class Channel(Published):
    """Something with addresses of its own. `token` and `updated` are renewed when anything in it changes."""

    site = models.ForeignKey("wagtailcore.Site", null=True, on_delete=models.SET_NULL, related_name="+")
    key = models.CharField(max_length=40, db_index=True, default="")
    main_language = models.CharField(max_length=100)
    root_url = models.CharField(max_length=300, default="")
    token = models.CharField(max_length=32, default=new_token)
    updated = models.DateTimeField()

    kind: ClassVar[ChannelKind]

    class Meta:
        abstract = True

    def renew(self, now: datetime) -> None:
        """Let everybody who has a document of the channel know that something in it changed at `now`."""
        self.token = new_token()
        self.updated = max(now, self.updated)
        self.save(update_fields=["token", "updated"])
        channel = ChangedChannel(
            self.kind, self.key, self.identity, self.root_url, self.updated, is_public=self.gone_at is None
        )
        transaction.on_commit(partial(tell, channel), robust=True)


class PublishedSeries(Channel):
    """All editions of a conference."""

    kind = ChannelKind.SERIES


class PublishedConference(Channel):
    """An edition; `key` is its acronym.

    `names_changed` is when something last changed that its sessions show: names of rooms, tracks and themes.
    """

    kind = ChannelKind.CONFERENCE

    series = models.ForeignKey(PublishedSeries, null=True, on_delete=models.SET_NULL, related_name="conferences")
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    significance = models.JSONField(default=dict)
    snapshot = models.JSONField(default=dict)
    names_changed = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)


class PublishedNews(Channel):
    """A news channel."""

    kind = ChannelKind.NEWS


class PublishedSpeaker(Published):
    """A person's page. `index` is the identity of the page it stands under."""

    code = models.CharField(max_length=12, db_index=True)
    index = models.UUIDField(db_index=True)
    name = models.CharField(max_length=255, default="")


class PublishedSession(Published):
    """An item of a programme. UTC exists only here."""

    conference = models.ForeignKey(PublishedConference, on_delete=models.CASCADE, related_name="sessions")
    code = models.CharField(max_length=12, db_index=True)
    day = models.DateField(null=True)
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    significance = models.JSONField(default=dict)
    snapshot = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["conference", "gone_at", "day", "start"], name="dvb_session_order")]


class PublishedArticle(Published):
    """A news article; `published` is the date that readers see."""

    news = models.ForeignKey(PublishedNews, on_delete=models.CASCADE, related_name="articles")
    published = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["news", "gone_at", "-published"], name="dvb_article_order")]


class ItemFacet(models.Model):
    """What an item can be found by: a track, a tag, a speaker, a language it is written in, a page it tells of."""

    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=120)

    class Meta:
        abstract = True


class SessionFacet(ItemFacet):
    session = models.ForeignKey(PublishedSession, on_delete=models.CASCADE, related_name="facets")

    class Meta:
        indexes = [models.Index(fields=["facet", "value", "session"], name="dvb_session_facet")]


class ArticleFacet(ItemFacet):
    article = models.ForeignKey(PublishedArticle, on_delete=models.CASCADE, related_name="facets")

    class Meta:
        indexes = [models.Index(fields=["facet", "value", "article"], name="dvb_article_facet")]


class PermanentCode(models.Model):
    """A code that has stood in a public address, and whose it is for ever.

    `scope` is the identity of the edition or channel within which it is unique, empty for the whole installation.
    """

    kind = models.CharField(max_length=12)
    scope = models.CharField(max_length=36, blank=True, default="")
    code = models.CharField(max_length=120)
    identity = models.UUIDField(null=True, db_index=True)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "scope", "code"], name="dvb_code_once")]

    def __str__(self) -> str:
        return self.code


class ProgrammeChange(models.Model):
    """Something that attendees should hear of, as codes, times and kinds; words are made when it is shown.

    Public from `visible_at` on, unless `held`. `note` is the editor's, by language, last changed at `annotated_at`.
    """

    conference = models.ForeignKey(PublishedConference, on_delete=models.CASCADE, related_name="changes")
    identity = models.UUIDField(db_index=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    created = models.DateTimeField()
    visible_at = models.DateTimeField(db_index=True)
    held = models.BooleanField(default=False)
    note = models.JSONField(default=dict, blank=True)
    annotated_at = models.DateTimeField(null=True, blank=True)


class Pending(models.Model):
    """Something touched and not yet reconciled: an identity, a page by its id, or (neither) everything."""

    identity = models.UUIDField(null=True)
    page = models.BigIntegerField(null=True)
    since = models.DateTimeField(auto_now_add=True)
    error = models.TextField(blank=True, default="")


class KeptOut(models.Model):
    """A live page that is not published, and why: shown to editors in the report."""

    class Reason(models.TextChoices):
        NO_CODE = "no_code", _("It has no acronym or key.")
        CODE_TAKEN = "code_taken", _("Its acronym or key belongs to another page.")
        NO_DATES = "no_dates", _("It has no first and last day.")
        UNKNOWN_ZONE = "unknown_zone", _("Its time zone is unknown.")
        NO_PARENT = "no_parent", _("It is not below a public conference or news channel.")
        BROKEN = "broken", _("It could not be read.")

    identity = models.UUIDField(unique=True)
    page = models.BigIntegerField()
    title = models.CharField(max_length=255)
    reason = models.CharField(max_length=16, choices=Reason.choices)
    detail = models.TextField(blank=True, default="")
    since = models.DateTimeField(auto_now_add=True)


class FailedPart(models.Model):
    """A public thing that a format could not write, and so left out: shown to editors in the report."""

    identity = models.UUIDField()
    document = models.CharField(max_length=60)
    language = models.CharField(max_length=100)
    error = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["identity", "document", "language"], name="dvb_failed_part_once")
        ]


class Lock(models.Model):
    """One row, locked by whoever reconciles: two processes never write the index at once."""
