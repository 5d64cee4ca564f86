"""The addresses of a site in one language: no prefix for any."""

from __future__ import annotations

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(documents_urls)),
    path("dvb/", include("dvb_wagtail.urls")),
    path("", include(wagtail_urls)),
]
