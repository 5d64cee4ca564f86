"""The addresses of a site that only keeps pages for a client to show: Wagtail's admin and the package, no pages."""

from __future__ import annotations

from django.urls import include, path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(documents_urls)),
    path("dvb/", include("dvb_wagtail.urls")),
]
