"""The addresses of a site whose pages are drawn elsewhere: Wagtail serves none."""

from __future__ import annotations

from django.urls import include, path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(documents_urls)),
    path("dvb/", include("dvb_wagtail.urls")),
]
