"""System checks: each set-up that is wrong is told once, by its id; a right one is silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.core.checks import CheckMessage
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from pytest_django import Settings
from wagtail import hooks
from wagtail import urls as wagtail_urls
from wagtail.models import Site

from dvb_wagtail import checks, client_checks
from dvb_wagtail.delivery.offered import HOOK, register_formats
from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.tables import KeptOut, PublishedConference
from tests import pages_factory as make

DATABASES = ["default"]


def ids(messages: list[CheckMessage]) -> list[str | None]:
    """The ids of what is wrong; each message must say what to do about it."""
    assert all(message.hint for message in messages)
    return [message.id for message in messages]


DATABASE_CHECKS = [
    checks.check_sites,
    checks.check_zones,
    client_checks.check_client_sites,
    client_checks.check_published_addresses,
]
CLIENTS = [
    {},
    {"default": "https://www.example"},
    {"cms.example:8000": "http://localhost:8080/{language}/"},
    {"cms.example": {"sv": "https://www.example/", "en": "https://www.example/en/"}},
]
NO_CLIENTS = [
    "https://www.example",
    {"cms.example": "www.example"},
    {"cms.example": "ftp://www.example/"},
    {"cms.example": "https://www.example/?page=1"},
    {"cms.example": "https://www.example/#top"},
    {"cms.example": "https://admin:secret@www.example/"},
    {"cms.example": "https://www.example:port/"},
    {"cms.example": "https://www.example/a b"},
    {"cms.example": {}},
    {"cms.example": {"sv": None}},
    {"": "https://www.example"},
]


@pytest.mark.django_db
def test_the_set_up_of_these_tests_is_right() -> None:
    make.make_site()
    assert [
        *checks.check_urls(),
        *checks.check_templates(),
        *checks.check_settings(),
        *checks.check_formats(),
        *checks.check_sites(databases=DATABASES),
        *checks.check_zones(databases=DATABASES),
    ] == []


def test_a_project_that_starts_is_told(settings: Settings) -> None:
    settings.DVB_WAGTAIL_MAX_AGE = "long"
    with pytest.raises(SystemCheckError, match=re.escape("(dvb_wagtail.E005) DVB_WAGTAIL_MAX_AGE must be")):
        call_command("check")


# ---- addresses

OURS = path("dvb/", include("dvb_wagtail.urls"))
WAGTAIL = path("", include(wagtail_urls))
EVERYTHING = re_path("", page_not_found)


def urls(*patterns: Any) -> type:
    """A module of addresses."""
    return type("Urls", (), {"urlpatterns": list(patterns)})


@pytest.mark.parametrize(
    ("patterns", "found"),
    [
        ([OURS, WAGTAIL], []),
        ([path("any/where/", include("dvb_wagtail.urls")), WAGTAIL], []),
        ([WAGTAIL], ["dvb_wagtail.E001"]),
        ([WAGTAIL, OURS], ["dvb_wagtail.E002"]),
        ([EVERYTHING, OURS], ["dvb_wagtail.E002"]),
        (i18n_patterns(OURS), ["dvb_wagtail.E009"]),
    ],
    ids=["before", "elsewhere", "not at all", "after Wagtail", "after everything", "in i18n_patterns"],
)
def test_where_the_addresses_are_included(settings: Settings, patterns: list[Any], found: list[str]) -> None:
    settings.ROOT_URLCONF = urls(*patterns)
    assert ids(checks.check_urls()) == found


def test_a_project_without_addresses_of_its_own_is_not_told_of_ours(settings: Settings) -> None:
    settings.ROOT_URLCONF = None
    assert checks.check_urls() == []


@pytest.mark.parametrize(
    ("language", "found"),
    [("en-gb", []), ("zh-hans", []), ("sv_FI", ["dvb_wagtail.E010"])],
)
def test_a_language_whose_code_cannot_stand_in_an_address(
    settings: Settings, content_languages: Callable[[list[tuple[str, str]]], None], language: str, found: list[str]
) -> None:
    content_languages([("sv", "Svenska"), (language, "Ett till")])
    assert ids(checks.check_urls()) == found


@pytest.fixture
def content_languages(settings: Settings) -> Iterator[Callable[[list[tuple[str, str]]], None]]:
    from wagtail.coreutils import get_content_languages

    def have(languages: list[tuple[str, str]]) -> None:
        settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = languages
        get_content_languages.cache_clear()

    yield have
    get_content_languages.cache_clear()


# ---- templates

HEAD = "{% load dvb_wagtail %}{% dvb_head %}"
WHOLE = f"{HEAD}{{% block title %}}{{% endblock %}}{{% block content %}}{{% endblock %}}"


@pytest.mark.parametrize(
    ("templates", "found"),
    [
        ({"base.html": WHOLE}, []),
        ({"base.html": "{% extends 'root.html' %}", "root.html": WHOLE}, []),
        ({"base.html": WHOLE.replace(HEAD, "{% include 'head.html' %}"), "head.html": HEAD}, []),
        ({"base.html": WHOLE.replace(HEAD, f"{{% if page %}}{HEAD}{{% endif %}}")}, []),
        ({"base.html": "{% include page.part %}" + WHOLE}, []),
        ({}, ["dvb_wagtail.E004"]),
        ({"base.html": "{% extends 'root.html' %}"}, ["dvb_wagtail.E004"]),
        ({"base.html": "{% block title %}"}, ["dvb_wagtail.E004"]),
        ({"base.html": WHOLE.replace("title", "page_title")}, ["dvb_wagtail.E004"]),
        ({"base.html": HEAD}, ["dvb_wagtail.E004", "dvb_wagtail.E004"]),
        ({"base.html": WHOLE.replace(HEAD, "")}, ["dvb_wagtail.W016"]),
    ],
    ids=[
        "whole", "extending another", "head in another", "head under a condition", "a part named by a variable",
        "missing", "its parent missing", "broken", "one block missing", "both blocks missing", "no head",
    ],
)  # fmt: skip
def test_what_the_base_template_must_have(
    settings: Settings, tmp_path: Path, templates: dict[str, str], found: list[str]
) -> None:
    for name, source in templates.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    settings.DVB_WAGTAIL_BASE_TEMPLATE = "base.html"
    assert ids(checks.check_templates()) == found


def test_a_base_template_in_another_language_is_trusted(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text("", encoding="utf-8")
    engine = {"BACKEND": "django.template.backends.dummy.TemplateStrings", "DIRS": [tmp_path], "APP_DIRS": False}
    settings.TEMPLATES = [*settings.TEMPLATES, engine]
    settings.DVB_WAGTAIL_BASE_TEMPLATE = "base.html"
    assert checks.check_templates() == []


def test_a_base_template_of_the_wrong_type_is_told_as_a_setting(settings: Settings) -> None:
    settings.DVB_WAGTAIL_BASE_TEMPLATE = 5
    assert (checks.check_templates(), ids(checks.check_settings())) == ([], ["dvb_wagtail.E005"])


def test_templates_of_apps_switched_off(settings: Settings) -> None:
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"APP_DIRS": False}]
    assert ids(checks.check_templates()) == ["dvb_wagtail.E011"]


def test_a_template_of_the_package_replaced_by_a_broken_one(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "dvb_wagtail").mkdir()
    (tmp_path / "dvb_wagtail/conference_page.html").write_text("{% if %}", encoding="utf-8")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    assert ids(checks.check_templates()) == ["dvb_wagtail.E011"]


# ---- settings


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("DVB_WAGTAIL_BASE_TEMPLATE", None, ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_MAX_AGE", "300", ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_MAX_AGE", 0, []),
        ("DVB_WAGTAIL_GZIP_ICS", "no", ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_GZIP_ICS", False, []),
        ("DVB_WAGTAIL_NOW", "today", ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_NOW", "2020-12-08T13:05", []),
        ("USE_TZ", False, ["dvb_wagtail.E013"]),
        ("TIME_ZONE", "Europe/Umea", ["dvb_wagtail.E007"]),
        ("TIME_ZONE", "CET-1CEST", ["dvb_wagtail.E007"]),
        ("TIME_ZONE", None, []),
        ("TIME_ZONE", "UTC", ["dvb_wagtail.W017"]),
        ("USE_I18N", False, ["dvb_wagtail.W014"]),
        ("DVB_WAGTAIL_FRAME_ANCESTORS", "https://kommun.example", ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_FRAME_ANCESTORS", ["https://a.example; script-src *"], ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_FRAME_ANCESTORS", [], ["dvb_wagtail.E005"]),
        ("DVB_WAGTAIL_FRAME_ANCESTORS", ["'self'", "https://*.region.example:*"], []),
        *(("DVB_WAGTAIL_CLIENT_URLS", value, ["dvb_wagtail.E005"]) for value in NO_CLIENTS),
        *(("DVB_WAGTAIL_CLIENT_URLS", value, []) for value in CLIENTS),
    ],
)
def test_settings(settings: Settings, name: str, value: Any, found: list[str]) -> None:
    setattr(settings, name, value)
    assert ids(checks.check_settings()) == found


@pytest.mark.parametrize(
    ("address", "found"),
    [("/static/", []), ("static/", []), ("https://static.example/", ["dvb_wagtail.W018"])],
)
def test_frames_that_load_from_elsewhere(settings: Settings, address: str, found: list[str]) -> None:
    settings.STATIC_URL = address
    assert ids(checks.check_static_files()) == found


def test_a_site_in_english_needs_no_translations(settings: Settings) -> None:
    settings.USE_I18N, settings.LANGUAGE_CODE = False, "en-gb"
    assert checks.check_settings() == []


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"transaction_mode": "IMMEDIATE"}, []),
        ({"transaction_mode": "immediate"}, []),
        ({"transaction_mode": "DEFERRED"}, ["dvb_wagtail.W006"]),
        ({}, ["dvb_wagtail.W006"]),
    ],
)
def test_sqlite_takes_its_lock_when_a_transaction_begins(
    monkeypatch: pytest.MonkeyPatch, options: dict[str, str], found: list[str]
) -> None:
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    assert ids(checks.check_transactions()) == (found if connection.vendor == "sqlite" else [])


# ---- formats


@pytest.mark.parametrize("returned", [["programme.txt"], 5], ids=["no format", "no list"])
def test_a_format_of_the_site_that_is_none(returned: Any) -> None:
    register_formats.cache_clear()
    with hooks.register_temporarily(HOOK, lambda: returned):
        assert ids(checks.check_formats()) == ["dvb_wagtail.E012"]
    assert checks.check_formats() == []


# ---- content


@pytest.mark.django_db
def test_no_site() -> None:
    Site.objects.all().delete()
    assert ids(checks.check_sites(databases=DATABASES)) == ["dvb_wagtail.W003"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hostname", "allowed", "found"),
    [
        ("dvb.example", ["dvb.example"], []),
        ("dvb.example", [".example"], []),
        ("dvb.example", ["*"], []),
        ("dvb.example", ["www.dvb.example"], ["dvb_wagtail.W015"]),
        ("localhost", ["dvb.example"], ["dvb_wagtail.W015"]),
        ("localhost", [], ["dvb_wagtail.W015"]),
    ],
)
def test_a_site_under_a_host_name_that_the_project_does_not_answer_to(
    settings: Settings, hostname: str, allowed: list[str], found: list[str]
) -> None:
    make.make_site(hostname)
    settings.ALLOWED_HOSTS = allowed
    assert ids(checks.check_sites(databases=DATABASES)) == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("clients", "found"),
    [
        ({"dvb.example": "https://www.example/"}, []),
        ({"other.example": "https://www.example/"}, ["dvb_wagtail.W015"]),
        ("https://www.example/", ["dvb_wagtail.W015"]),
    ],
)
def test_nothing_links_to_a_site_that_has_a_client(settings: Settings, clients: Any, found: list[str]) -> None:
    make.make_site("dvb.example")
    settings.ALLOWED_HOSTS, settings.DVB_WAGTAIL_CLIENT_URLS = ["cms.example"], clients
    assert ids(checks.check_sites(databases=DATABASES)) == found


@pytest.mark.django_db
@pytest.mark.parametrize(("hostname", "found"), [("localhost", []), ("dvb.example", ["dvb_wagtail.W015"])])
def test_while_debugging_the_machine_itself_is_answered(settings: Settings, hostname: str, found: list[str]) -> None:
    make.make_site(hostname, 8000)
    settings.ALLOWED_HOSTS, settings.DEBUG = [], True
    assert ids(checks.check_sites(databases=DATABASES)) == found


@pytest.mark.django_db
def test_a_conference_whose_time_zone_is_unknown() -> None:
    home = make.make_site().root_page
    make.make_conference(home, "here2020", time_zone="Europe/Stockholm")
    other = make.make_conference(home, "gone2020", title="Ett annat år")
    ConferencePage.objects.filter(pk=other.pk).update(time_zone="Europe/Umea")
    call_command("dvb_publication", "rebuild", verbosity=0)
    assert KeptOut.objects.get().detail == "Europe/Umea"
    (message,) = checks.check_zones(databases=DATABASES)
    assert (message.id, message.msg) == (
        "dvb_wagtail.W007",
        "The time zone 'Europe/Umea' of the conference Ett annat år is unknown.",
    )


@pytest.mark.django_db
def test_a_conference_published_where_its_time_zone_was_known() -> None:
    make.make_conference(make.make_site().root_page, "dv2020")
    row = PublishedConference.objects.get()
    row.document["time_zone"] = "Europe/Umea"
    row.save()
    (message,) = checks.check_zones(databases=DATABASES)
    assert (message.id, message.msg) == (
        "dvb_wagtail.W007",
        "The time zone 'Europe/Umea' of the conference dv2020 is unknown.",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("check", DATABASE_CHECKS)
def test_the_database_is_only_read_when_it_is_to_be_checked(
    check: Callable[..., list[CheckMessage]], django_assert_num_queries: Any
) -> None:
    Site.objects.all().delete()
    with django_assert_num_queries(0):
        assert (check(), check(databases=["other"])) == ([], [])


@pytest.mark.django_db
@pytest.mark.parametrize("check", DATABASE_CHECKS)
def test_before_migrate_there_is_nothing_to_check(
    monkeypatch: pytest.MonkeyPatch, check: Callable[..., list[CheckMessage]]
) -> None:
    Site.objects.all().delete()
    for model in (Site, PublishedConference):
        monkeypatch.setattr(model._meta, "db_table", "not_there_yet")
    assert check(databases=DATABASES) == []
