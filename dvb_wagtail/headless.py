"""A draft for the client site that previews it: an endpoint for Wagtail's v2 API, where wagtail-headless-preview is
installed.

    from dvb_wagtail.headless import DraftsAPIViewSet

    api.register_endpoint("drafts", DraftsAPIViewSet)

`/api/v2/drafts/?content_type=dvb_pages.sessionpage&token=…` is then the draft that an editor looks at, with the fields
of `/api/v2/pages/…`.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import Any, Final

from django.core.signing import BadSignature
from django.http import Http404, HttpResponseBase
from django.urls import URLPattern, path
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.views import PagesAPIViewSet

DRAFT_LIFETIME: Final = timedelta(days=1)
"""For how long a token shows its draft. Each preview makes a new one."""

MISSING = "There is no such draft."


class DraftsAPIViewSet(PagesAPIViewSet):
    """Shows one draft to whoever has its token, and no list of drafts. The answer is kept by nobody."""

    def draft_view(self, request: Request) -> Response:
        self.action = "detail_view"  # what Wagtail chooses the fields by
        return Response(self.get_serializer(self.get_object()).data)

    def get_object(self) -> Any:
        return self._draft

    @cached_property
    def _draft(self) -> Any:
        # Where it is not installed its models cannot be imported.
        from wagtail_headless_preview.models import HeadlessPreviewMixin, PagePreview

        token = self.request.GET.get("token", "")
        try:
            HeadlessPreviewMixin.get_preview_signer().unsign(token, max_age=DRAFT_LIFETIME)
        except BadSignature as error:
            raise Http404(MISSING) from error
        app_label, _dot, model = self.request.GET.get("content_type", "").partition(".")
        found = PagePreview.objects.filter(
            token=token, content_type__app_label=app_label, content_type__model=model
        ).first()
        if found is None:
            raise Http404(MISSING)
        page = found.as_page()
        # A page that was never saved has no number; without one Wagtail cannot give its address in the API.
        page.pk = page.pk or 0
        return page

    def finalize_response(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().finalize_response(*args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "no-referrer"
        return response

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        return [path("", cls.as_view({"get": "draft_view"}), name="draft")]
