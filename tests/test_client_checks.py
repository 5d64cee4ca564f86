"""What the checks tell of the addresses of client sites."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from pytest_django import Settings
from wagtail.models import Locale, Page, Site

from dvb_wagtail.client_checks import check_client_sites, check_published_addresses
from tests import pages_factory as make

DATABASES = ["default"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("clients", "found"),
    [
        ({}, []),
        ("https://www.example", []),
        ({"cms.example": "https://www.example"}, []),
        ({"cms.example:80": "https://www.example"}, []),
        ({"default": "https://www.example"}, []),
        ({"default": {"sv": "https://www.example", "en": "https://en.example"}}, []),
        ({"cms.example": "https://www.example", "default": "https://www.example"}, []),
        ({"cms.exampel": "https://www.example"}, ["dvb_wagtail.W023", "dvb_wagtail.W024"]),
        ({"https://cms.example": "https://www.example"}, ["dvb_wagtail.W023", "dvb_wagtail.W024"]),
        ({"cms.exampel": "https://www.example", "default": "https://www.example"}, ["dvb_wagtail.W023"]),
        ({"cms.example": {"sv": "https://www.example"}}, ["dvb_wagtail.W025"]),
    ],
)
def test_sites_and_languages_that_the_setting_leaves_out(settings: Settings, clients: Any, found: list[str]) -> None:
    Site.objects.all().delete()
    make.make_site("cms.example")
    settings.DVB_WAGTAIL_CLIENT_URLS = clients
    messages = check_client_sites(databases=DATABASES)
    assert [message.id for message in messages] == found
    assert "dvb_wagtail.W025" not in found or messages[0].msg.endswith("for: en.")


@pytest.mark.django_db
def test_documents_whose_addresses_are_no_longer_those_of_the_settings(settings: Settings) -> None:
    make.make_conference(make.make_site("cms.example").root_page)
    assert check_published_addresses(databases=DATABASES) == []
    settings.DVB_WAGTAIL_CLIENT_URLS = {"cms.example": "https://www.example/"}
    (message,) = check_published_addresses(databases=DATABASES)
    assert (message.id, message.msg) == (
        "dvb_wagtail.W022",
        "Documents have addresses at http://cms.example. The settings now say https://www.example.",
    )
    call_command("dvb_publication", "rebuild", verbosity=0)
    assert check_published_addresses(databases=DATABASES) == []
    settings.DVB_WAGTAIL_CLIENT_URLS = "https://www.example/"
    assert check_published_addresses(databases=DATABASES) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "https://www.example/",
            "https://www.example/{language}/",
            ["Documents have addresses at https://www.example. The settings now say https://www.example/sv."],
        ),
        (
            {"sv": "https://www.example/", "en": "https://en.example/"},
            {"sv": "https://www.example/", "en": "https://english.example/"},
            ["Documents have addresses at https://en.example. The settings now say https://english.example."],
        ),
        (
            {"sv": "https://www.example/"},
            "https://www.example/",
            ["Documents have no addresses. The settings now say https://www.example/en."],
        ),
        (
            "https://www.example/",
            {"sv": "https://www.example/"},
            ["Documents have addresses at https://www.example. The settings now say none."],
        ),
    ],
)
def test_addresses_are_told_of_in_each_language(settings: Settings, before: Any, after: Any, told: list[str]) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {"cms.example": before}
    home = make.make_site("cms.example").root_page
    Locale.objects.get_or_create(language_code="en")
    make.make_translation(home, title="Home", slug="home-in-english")
    make.make_translation(make.make_conference(home), title="In English")
    assert check_published_addresses(databases=DATABASES) == []
    settings.DVB_WAGTAIL_CLIENT_URLS = {"cms.example": after}
    found = check_published_addresses(databases=DATABASES)
    assert [(message.id, message.msg) for message in found] == [("dvb_wagtail.W022", sentences) for sentences in told]
    call_command("dvb_publication", "rebuild", verbosity=0)
    assert check_published_addresses(databases=DATABASES) == []


@pytest.mark.django_db
def test_before_migrate_the_tables_may_be_those_of_another_release() -> None:
    make.make_conference(make.make_site("cms.example").root_page)

    def lack_a_column(execute: Any, sql: str, *rest: Any) -> Any:
        if "wagtailcore_page" in sql:
            raise OperationalError("no such column")
        return execute(sql, *rest)

    with connection.execute_wrapper(lack_a_column):
        assert check_published_addresses(databases=DATABASES) == []


@pytest.mark.django_db
def test_a_page_that_has_just_moved_is_not_the_settings_doing(settings: Settings) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {"cms.example": "https://www.example"}
    home = make.make_site("cms.example").root_page
    page = make.make_conference(home)
    Page.objects.filter(pk=page.pk).update(url_path=f"{home.url_path}elsewhere/")
    assert check_published_addresses(databases=DATABASES) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("clients", "told"),
    [
        ({"a.cms": "https://www.example/a/", "b.cms": "https://www.example/b/"}, ["a.cms:80, b.cms:80"]),
        ({"default": "https://www.example/"}, ["a.cms:80, b.cms:80"]),
        ({"a.cms": "https://a.example/", "b.cms": {"sv": "https://b.example/", "en": "https://en.b.example/"}}, []),
    ],
)
def test_sites_whose_clients_are_on_one_host(settings: Settings, clients: Any, told: list[str]) -> None:
    Site.objects.all().delete()
    make.make_site("a.cms")
    make.make_site("b.cms", is_default_site=False)
    settings.DVB_WAGTAIL_CLIENT_URLS = clients
    found = [message for message in check_client_sites(databases=DATABASES) if message.id == "dvb_wagtail.W026"]
    assert [message.msg for message in found] == [
        f"The clients of {names} are all at www.example: only one has its documents there." for names in told
    ]
