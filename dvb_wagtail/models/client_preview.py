"""Lets wagtail-headless-preview keep a draft of a page that is none of its own classes.

Imported only where that package is installed.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail_headless_preview.models import HeadlessPreviewMixin


class Draft(HeadlessPreviewMixin):
    """A page with the methods of the mixin. Whatever it does not have itself is the page's."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def get_content_type_str(self) -> str:
        return f"{self._page._meta.app_label}.{self._page._meta.model_name}"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        answer: HttpResponse = super().serve_preview(request, mode_name)
        # The answer names the token: whoever has that sees the draft.
        answer["Cache-Control"] = "private, no-store"
        answer["Referrer-Policy"] = "no-referrer"
        return answer
