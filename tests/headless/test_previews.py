"""Drafts on a client site: of every ready page type, with no class of wagtail-headless-preview among its bases."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.apps import AppConfig, apps
from django.core import signing
from django.db import connection
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests import stored

TYPES = (SeriesPage, ConferencePage, SessionPage, SpeakerIndexPage, SpeakerPage, ArticleIndexPage, ArticlePage)
CLIENT = "https://www.dvb-client.example/preview/"
HEADLESS = {
    "ROOT_URLCONF": "tests.headless.urls",
    "DVB_WAGTAIL_CLIENT_URLS": {"default": "https://www.dvb-client.example/"},
    "WAGTAIL_HEADLESS_PREVIEW": {"CLIENT_URLS": {"default": CLIENT}, "REDIRECT_ON_PREVIEW": True},
    "ALLOWED_HOSTS": ["*"],
}


@pytest.fixture(scope="module")
def installed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have wagtail-headless-preview installed, its table too, for the tests of this module alone.

    By hand: with INSTALLED_APPS every app would get ready once more, and Wagtail's v3 does that only once.
    """
    app = AppConfig.create("wagtail_headless_preview")
    app.apps = apps
    apps.app_configs[app.label] = app
    app.import_models()
    apps.clear_cache()
    with django_db_blocker.unblock():
        from wagtail_headless_preview.models import PagePreview

        stored.tables()  # Found before there is one more, which is gone when other tests put theirs back.
        with connection.schema_editor() as editor:
            editor.create_model(PagePreview)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(PagePreview)
        connection.close()
    del apps.app_configs[app.label]
    apps.clear_cache()


@pytest.fixture
def headless(installed: None, site: None) -> Iterator[None]:
    """The small site, which was built as always, with a client for its previews."""
    with override_settings(**HEADLESS):
        yield


def previewed(page: Page) -> Any:
    """Return the answer that the editor's preview panel gets."""
    return page.make_preview_request(preview_mode=page.default_preview_mode)


def ask(query: dict[str, str]) -> Any:
    return Client().get(f"/api/v2/drafts/?{urlencode(query | {'fields': '*'})}")


def token_of(answer: Any) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(answer["Location"]).query))


@pytest.mark.usefixtures("headless")
@pytest.mark.parametrize("model", TYPES)
def test_a_draft_of_every_type_is_at_the_client_and_nowhere_else(model: type[Page]) -> None:
    page = model.objects.live().first()
    public = page.title
    page.title = "Bara ett utkast"
    answer = previewed(page)

    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{CLIENT}?")
    assert answer["Cache-Control"] == "private, no-store"
    draft = ask(token_of(answer))
    assert draft.json()["title"] == "Bara ett utkast"
    assert draft.json().keys() >= {field.name for field in model.api_fields}
    shown = Client().get(f"/api/v2/pages/{page.pk}/")
    assert shown.json()["title"] == public


@pytest.mark.usefixtures("headless")
def test_a_draft_that_was_never_saved_is_shown_too() -> None:
    edition = ConferencePage.objects.get(title="DV 2020")
    path = Page._get_children_path_interval(edition.path)[1]
    page = SessionPage(title="Aldrig sparad", path=path, depth=edition.depth + 1, locale=edition.locale)
    page.day = date(2020, 12, 8)
    draft = ask(token_of(previewed(page))).json()

    assert (draft["title"], draft["day"]) == ("Aldrig sparad", "2020-12-08")


@pytest.mark.usefixtures("headless")
def test_a_draft_is_for_who_has_its_token_and_for_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    right = token_of(previewed(SessionPage.objects.live().first()))
    wrong = [
        {},
        {"content_type": right["content_type"]},
        right | {"token": right["token"] + "x"},
        right | {"token": right["token"].partition(":")[0]},
        right | {"content_type": "dvb_pages.articlepage"},
        right | {"content_type": ""},
    ]
    assert ask(right).status_code == 200
    assert [ask(query).status_code for query in wrong] == [404] * len(wrong)

    later = time.time() + timedelta(days=1, minutes=1).total_seconds()
    monkeypatch.setattr(signing, "time", type("Later", (), {"time": staticmethod(lambda: later)}))
    assert ask(right).status_code == 404


@pytest.mark.usefixtures("headless")
def test_nobody_keeps_a_draft() -> None:
    right = token_of(previewed(SessionPage.objects.live().first()))
    for answer in (ask(right), ask({})):
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.usefixtures("installed")
def test_a_project_that_names_the_mixin_itself_has_it_first() -> None:
    from wagtail_headless_preview.models import HeadlessPreviewMixin

    class Seminar(HeadlessPreviewMixin, SessionMixin):
        class Meta:
            abstract = True
            app_label = "dvb_pages"

    assert Seminar.serve_preview is HeadlessPreviewMixin.serve_preview
    assert [model for model in TYPES if issubclass(model, HeadlessPreviewMixin)] == []
