"""Choosers of pages that open where one looks for the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.chooser import BrowseView

from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.speaker import SpeakerIndexMixin


class BrowseSpeakers(BrowseView):
    """Wagtail's chooser, opened at the list of speakers in the language of the page that is edited.

    Where a project has several lists in that language, or none, it opens as Wagtail has it: at what all speakers have
    in common, which is often the root.
    """

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        start = parent_page_id or _only_list(request.GET.get("locale", ""))
        return super().get(request, start)


def _only_list(language: str) -> int | None:
    """Return the one list of speakers in a language, or in any if that has none; None if there are several."""
    found: list[Any] = []
    for model in page_models_with(SpeakerIndexMixin):
        pages = model._default_manager.filter(alias_of=None).order_by()
        found += pages.values_list("pk", "locale__language_code")
    here = [pk for pk, code in found if code == language] or [pk for pk, _code in found]
    return here[0] if len(here) == 1 else None
