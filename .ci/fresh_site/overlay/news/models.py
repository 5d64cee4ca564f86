"""News as the site has had them for years, under a name that the package has too."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page


class ArticlePage(Page):
    """An article of the site's own."""

    lead = models.TextField()
