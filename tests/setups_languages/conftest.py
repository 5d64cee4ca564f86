"""Sites in languages that the package does not come with, under the languages of their settings."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import polib
import pytest
from django.core.cache import cache
from pytest_django import Settings
from wagtail.models import Locale, Page

from dvb_wagtail.pages.models import ConferencePage
from tests import pages_factory as make
from tests.front.conftest import coded

CODE = "code of the language that this is translated into"

Languages = Callable[[str], None]


@pytest.fixture
def languages(settings: Settings) -> Languages:
    """Return a function that gives the test the languages of `tests/settings/{name}.py`."""

    def take(name: str) -> None:
        module: Any = import_module(f"tests.settings.{name}")
        # Django forgets what it falls back on with the last of these.
        for setting in ("LANGUAGE_CODE", "LANGUAGES", "WAGTAIL_CONTENT_LANGUAGES", "LOCALE_PATHS"):
            if hasattr(module, setting):
                setattr(settings, setting, getattr(module, setting))

    return take


@pytest.fixture
def locale_file(settings: Settings, tmp_path: Any) -> Callable[..., None]:
    """Return a function that makes a project's locale file of a language from (context, message, text)."""

    def write(language: str, *entries: tuple[str | None, str, str]) -> None:
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        file = polib.POFile()
        file.metadata = {"Content-Type": "text/plain; charset=utf-8"}
        file.extend(polib.POEntry(msgctxt=context, msgid=msgid, msgstr=text) for context, msgid, text in entries)
        file.save_as_mofile(folder / "django.mo")
        settings.LOCALE_PATHS = [tmp_path]

    return write


@pytest.fixture
def conference(db: None, settings: Settings) -> Callable[[], ConferencePage]:
    """Return a function that publishes an edition in the main language, with three sessions, before it is held."""

    def publish() -> ConferencePage:
        cache.clear()
        settings.DVB_WAGTAIL_NOW = "2020-11-02T09:00"
        locale, _created = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
        Page.objects.update(locale=locale)  # the root was made in the main language of the other tests
        series = make.make_series(make.make_site("testserver").root_page)
        venue = coded("Kulturhuset") | {"rooms": [coded("Sal A"), coded("Sal B")]}
        conference = make.make_conference(series, title="DV 2020", venues=[("venue", venue)])
        make.make_session(conference, "Öppning", kind="opening", room="sal-a", language="se")
        make.make_session(conference, "Lunch", kind="lunch", room="sal-b")
        make.make_session(conference, "Samtal", kind="keynote", day=conference.end_date, status="cancelled")
        return conference

    return publish
