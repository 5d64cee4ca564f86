"""What the publication index looks for among a project's page types: a mixin with fields, or an adapter without.

An adapter lets page types that were there before join as they are: no field of theirs is touched, and no migration is
needed. It answers with the core dataclass; what it leaves out stays at its default.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.session import Session


class IndexedNews(models.Model):
    """A page type that is a news channel."""

    class Meta:
        abstract = True


class IndexedArticle(models.Model):
    """A page type that is an article of the news channel above it."""

    class Meta:
        abstract = True


class IndexedSession(models.Model):
    """A page type that is a session of the edition above it."""

    class Meta:
        abstract = True


class NewsAdapter(IndexedNews):
    """A news channel whose class is the project's own."""

    class Meta:
        abstract = True

    def get_news(self) -> News:
        """Return the channel in the page's own language; the key is what its addresses have.

        The package sets `id`, `main_language` and addresses itself, cleans all text, and puts the languages of a page
        together.
        """
        raise NotImplementedError

    def get_image(self) -> Any | None:
        """Return the picture of the channel, an image of Wagtail's, or None."""
        return None


class ArticleAdapter(IndexedArticle):
    """An article whose class is the project's own. It stands below a news channel, an adapter of one too."""

    class Meta:
        abstract = True

    def get_article(self) -> Article:
        """Return the article in the page's own language.

        `published` without a time zone is in the project's `TIME_ZONE`. The HTML may be rich text as Wagtail stores it;
        its links to pages and documents become addresses. As for a channel the package sets `id`, `main_language` and
        addresses itself and cleans all text. What this raises keeps the page out, and the report tells why.
        """
        raise NotImplementedError

    def get_image(self) -> Any | None:
        """Return the picture of the article, an image of Wagtail's, or None. One of a private collection stays out."""
        return None


class SessionAdapter(IndexedSession):
    """A session whose class is the project's own. It stands below an edition, which is made of the mixin."""

    class Meta:
        abstract = True

    def get_session(self) -> Session:
        """Return the session in the page's own language.

        Room, track, themes and tickets are codes of the edition. People are given by name; `speaker` is left out of
        account, since only the index knows whose page is public. As for a channel the package sets `id`, `code` and
        addresses itself and cleans all text. What this raises keeps the page out, and the report tells why.
        """
        raise NotImplementedError
