"""One page, which shows what an editor has pasted into it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "page.html", {"pasted": request.GET["pasted"]})


urlpatterns = [path("", page)]
