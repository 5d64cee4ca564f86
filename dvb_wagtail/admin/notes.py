"""The notes on a page's form, asked for anew by a script when Wagtail has saved by itself."""

from __future__ import annotations

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dvb_wagtail.models.page_notes import told
from dvb_wagtail.models.publishing import PublishedPage


def notes(request: HttpRequest, page_id: int, of: str) -> HttpResponse:
    """Return what is to be said of a page as it was saved last; `of` names the kinds of notes, with hyphens between."""
    page_model = swapper.load_model("wagtailcore", "Page")
    page: Any = get_object_or_404(page_model, pk=page_id).get_latest_revision_as_object()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not isinstance(page, PublishedPage):
        raise Http404("This page type has no notes")
    return render(request, "dvb_wagtail/panels/told.html", {"told": told(page, of.split("-"))})
