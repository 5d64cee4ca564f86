"""The addresses of the test site: the package before Wagtail, as the README tells a site to mount it."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(documents_urls)),
    path("dvb/", include("dvb_wagtail.urls")),
    path("api/", include("example_project.api")),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
