"""Client sites: which one shows a Wagtail site's pages, and where."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import Settings

from dvb_wagtail.publication.clients import Client, client_of, own_host, root_url

MAPPED = {"sv": "https://dvb.example/", "en": "https://dvb-english.example/start/"}


def site(hostname: str = "cms.example", port: int = 80) -> Any:
    return SimpleNamespace(hostname=hostname, port=port, root_url=f"http://{hostname}")


@pytest.mark.parametrize(
    ("said", "language", "front"),
    [
        ("https://dvb.example", "sv", "https://dvb.example/"),
        ("https://dvb.example/", "sv", "https://dvb.example/"),
        ("https://dvb.example/", "en", "https://dvb.example/en/"),
        ("https://region.example/konferens/", "en", "https://region.example/konferens/en/"),
        ("https://dvb.example/{language}/", "sv", "https://dvb.example/sv/"),
        ("https://{language}.dvb.example", "en", "https://en.dvb.example/"),
        (MAPPED, "sv", "https://dvb.example/"),
        (MAPPED, "en", "https://dvb-english.example/start/"),
        (MAPPED, "fi", ""),
    ],
)
def test_where_the_front_page_of_a_language_is(said: Any, language: str, front: str) -> None:
    assert Client(said).front(language) == front


def test_without_translations_there_is_one_front_page(settings: Settings) -> None:
    settings.USE_I18N = False

    assert Client("https://dvb.example").front("en") == "https://dvb.example/"


@pytest.mark.parametrize(
    ("said", "root"),
    [
        ("https://region.example:8443/konferens/", "https://region.example:8443"),
        ("https://{language}.dvb.example/", "https://sv.dvb.example"),
        (MAPPED, "https://dvb.example"),
        ({"en": "https://only-english.example/"}, "https://only-english.example"),
    ],
)
def test_documents_are_at_the_root_of_the_main_language(said: Any, root: str) -> None:
    assert Client(said).root_url == root


def test_a_client_is_found_by_name_and_port_then_by_name_then_by_default(settings: Settings) -> None:
    assert client_of(site()) is None
    assert root_url(site()) == "http://cms.example"
    settings.DVB_WAGTAIL_CLIENT_URLS = {
        "default": "https://default.example",
        "cms.example": "https://named.example",
        "cms.example:8000": "https://port.example",
    }

    assert root_url(site(port=8000)) == "https://port.example"
    assert root_url(site(port=80)) == "https://named.example"
    assert root_url(site("other.example")) == "https://default.example"


def test_a_request_that_a_client_hands_on_is_for_its_site(settings: Settings) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {
        "default": "https://default.example",
        "cms.example": "https://named.example",
        "cms.example:8000": MAPPED,
    }

    assert own_host(("named.example", 443)) == ("cms.example", None)
    assert own_host(("dvb-english.example", 443)) == ("cms.example", 8000)
    for host in (("default.example", 443), ("cms.example", 8000), ("elsewhere.example", 443)):
        assert own_host(host) == host


@pytest.mark.parametrize("port", [80, 8000])
def test_a_proxy_may_hand_a_request_on_to_another_port(settings: Settings, port: int) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {"a.cms": "https://www.a.example/", "b.cms": "https://www.b.example/"}

    assert own_host(("www.b.example", port)) == ("b.cms", None)


def test_a_host_name_that_is_not_one_sites_alone_decides_nothing(settings: Settings) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {
        "a.cms": "https://www.example:8001/",
        "b.cms": "https://www.example:8002/",
        "both.example": "https://both.example:8443/",
    }

    assert own_host(("www.example", 8002)) == ("b.cms", None)
    for host in (("www.example", 80), ("both.example", 80)):
        assert own_host(host) == host
