"""Previews on a client site, where the project has wagtail-headless-preview installed; Wagtail's own elsewhere."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse

HEADLESS_PREVIEW = "wagtail_headless_preview"


class ClientPreview(models.Model):
    """A page type whose preview is shown by a client site, if there is one.

    No base class of that package: a project may put its `HeadlessPreviewMixin` before ours, and overrides all of this
    by that; and nothing of it is imported where it is not installed.
    """

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if not apps.is_installed(HEADLESS_PREVIEW):
            answer: HttpResponse = super().serve_preview(request, mode_name)  # type: ignore[misc]
            return answer
        from dvb_wagtail.models.client_preview import Draft

        return Draft(self).serve_preview(request, mode_name)
