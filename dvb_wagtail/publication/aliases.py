"""Aliases of private pages, which Wagtail's own `.live().public()`, and so its APIs, take for public."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.models import PageViewRestriction

from dvb_wagtail.publication.surroundings import Surroundings, ancestors


def mirrors_what_is_private(page: Any, surroundings: Surroundings) -> bool:
    """Tell whether the page is private only because it, or a page above it, mirrors a private one.

    One query, and one more for a page that is private.
    """
    if not surroundings.is_private(page):
        return False
    paths = [page.path, *ancestors(page.path, surroundings.step)]
    return not PageViewRestriction.objects.filter(page__path__in=paths).exists()


def without_private(pages: Any, surroundings: Surroundings) -> Any:
    """Return the pages of a queryset that no restriction holds for, that of a mirrored page included."""
    private = Q()
    for path in surroundings.private_paths:
        private |= Q(path__startswith=path)
    return pages.exclude(private) if private else pages
