"""The addresses of a site that shows its pages through Wagtail's APIs alone."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("dvb/", include("dvb_wagtail.urls")),
    path("api/", include("example_project.api")),
]
