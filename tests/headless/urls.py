"""The addresses of a headless site whose drafts a client shows. Needs wagtail-headless-preview."""

from __future__ import annotations

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter

from dvb_wagtail.api.views import PublicPagesAPIViewSet
from dvb_wagtail.headless import DraftsAPIViewSet
from tests.urls_headless import urlpatterns as headless

api = WagtailAPIRouter("wagtailapi")
api.register_endpoint("pages", PublicPagesAPIViewSet)
api.register_endpoint("drafts", DraftsAPIViewSet)

urlpatterns = [path("api/v2/", api.urls), *headless]
