"""The addresses of a site whose Wagtail pages stand below a folder, and where the package has another place."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns = [
    path("webb/admin/", include(admin_urls)),
    path("webb/dokument/", include(documents_urls)),
    path("oppna-data/konferenser/", include("dvb_wagtail.urls")),
    *i18n_patterns(path("webb/", include(wagtail_urls)), prefix_default_language=False),
]
