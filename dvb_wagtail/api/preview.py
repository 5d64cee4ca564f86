"""Wagtail's v3 (a preview, from Wagtail 8) without the aliases of private pages.

v3 has no hook for the pages that it looks among, so the function that gives them to its router is replaced. It may be
called otherwise in any release: then the site does not start, rather than show more.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import HttpRequest
from wagtail.models import AbstractPage

from dvb_wagtail.api.asked import refusal
from dvb_wagtail.publication.aliases import without_private
from dvb_wagtail.publication.surroundings import Surroundings

KEPT = "_dvb_surroundings"
"""Where a request keeps which pages are private, for as long as it lives."""


def only_public(api: Any) -> None:
    """Let `wagtail.api.v3.urls.api` show anonymous readers what everyone may see. Call it before `api.urls` is read.

    A private page is not found, listed, searched, counted or gone out from. A parent, or a page that is mirrored, is
    named only if it is public. What a database would take minutes over, or cannot take, is refused whoever asks.
    Whoever has a token sees what Wagtail lets them see.
    """
    from wagtail.api.v3.routers import pages  # Wagtail 7.4 has none

    pages.get_pages_queryset = _narrowed(pages.get_pages_queryset)
    api.add_decorator(_guarded)


def _narrowed(pages_for: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(pages_for)
    def narrowed(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = pages_for(request, *args, **kwargs)
        return found if request.user.is_authenticated else without_private(found, _surroundings(request))

    return narrowed


def _guarded(operation: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(operation)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if why := refusal(request.GET):
            raise ValidationError(why)
        try:
            answer = operation(request, *args, **kwargs)
        except (OverflowError, DataError) as error:  # SQLite's and PostgreSQL's, of a number that is too great
            raise ValidationError("This is not a valid value.") from error
        if isinstance(answer, AbstractPage) and not request.user.is_authenticated:
            _hide_private(answer, _surroundings(request))
        return answer

    return guarded


def _hide_private(page: Any, surroundings: Surroundings) -> None:
    """Leave out of a page's own answer what it names of others."""
    if page.alias_of_id and not surroundings.is_public(page.alias_of):
        page.alias_of = None
    parent = page.get_parent()
    if parent is not None and not surroundings.is_public(parent):
        page.get_parent = lambda *_args, **_kwargs: None


def _surroundings(request: HttpRequest) -> Surroundings:
    found: Surroundings = vars(request).setdefault(KEPT, Surroundings())
    return found
