"""The setting with which another Wagtail site shows what is pasted from ours."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from django.urls import reverse
from wagtail.embeds.finders.oembed import OEmbedFinder

from dvb_wagtail.delivery import addresses
from dvb_wagtail.embed.provider import oembed_finder
from dvb_wagtail.formats.host_snippets import wagtail_finders
from tests.test_docs import ADDRESSES, EXAMPLE

ROOT = "https://konferens.region.example"
FINDER = {
    "class": "wagtail.embeds.finders.oembed",
    "providers": [
        {"endpoint": f"{ROOT}/dvb/v1/oembed", "urls": [r"^https://konferens\.region\.example/"]},
    ],
}


def finder(address: str = f"{ROOT}/dvb/") -> OEmbedFinder:
    """Return Wagtail's own finder, made from the setting as Wagtail makes it."""
    options = dict(oembed_finder(address))
    assert options.pop("class") == "wagtail.embeds.finders.oembed"
    return OEmbedFinder(**options)


def printed(root_url: str) -> list[dict[str, Any]]:
    """Return the setting that is printed for sites without this package, as their settings module reads it."""
    names: dict[str, Any] = {}
    exec(wagtail_finders(addresses.oembed(root_url=root_url), f"{root_url}/en-sida/"), names)  # noqa: S102
    found: list[dict[str, Any]] = names["WAGTAILEMBEDS_FINDERS"]
    return found


@pytest.mark.parametrize("address", [f"{ROOT}/dvb/", f"{ROOT}/dvb"])
def test_one_line_is_the_finder(address: str) -> None:
    assert oembed_finder(address) == FINDER


@pytest.mark.parametrize("root_url", [ROOT, "http://127.0.0.1:8000", "https://xn--vsterbotten-r8a.example"])
def test_what_is_printed_for_sites_without_the_package_is_the_same(root_url: str) -> None:
    mount = f"{root_url}{reverse('dvb_wagtail:index').removesuffix('v1/index.json')}"
    assert printed(root_url) == [oembed_finder(mount), {"class": "wagtail.embeds.finders.oembed"}]


@pytest.mark.parametrize("pasted", [f"{ROOT}/", f"{ROOT}/dv-2026/program/?track=ai", f"{ROOT}/dvb/v1/embed/news/x/sv/"])
def test_what_is_pasted_from_our_site_is_accepted(pasted: str) -> None:
    assert finder().accept(pasted)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://konferens.region.example.evil.example/",
        "https://konferens-region.example/",
        "https://konferensXregion.example/",
        "https://evil.example/https://konferens.region.example/",
        "https://konferens.region.example:8443/",
        "http://konferens.region.example/",
        "https://konferens.region.example",
        "https://evil.example/",
    ],
)
def test_what_is_pasted_from_another_site_is_left_to_others(pasted: str) -> None:
    assert not finder().accept(pasted)


@pytest.mark.parametrize(
    "address", ["", "konferens.region.example/dvb/", "/dvb/", "ftp://region.example/", "https:///dvb/"]
)
def test_what_is_no_absolute_address_is_told_when_the_settings_are_read(address: str) -> None:
    with pytest.raises(ValueError, match=re.escape(repr(address))):
        oembed_finder(address)


def test_both_ways_of_writing_it_are_documented() -> None:
    written = [text for kind, text in EXAMPLE.findall(ADDRESSES) if kind == "python" and "FINDERS" in text]
    settings = []
    for text in written:
        names: dict[str, Any] = {}
        exec(text, names)  # noqa: S102
        settings.append(names["WAGTAILEMBEDS_FINDERS"])
    assert settings == [[FINDER, {"class": "wagtail.embeds.finders.oembed"}]] * 2


def test_it_can_be_imported_where_there_are_no_settings_yet() -> None:
    """In a settings module: no app is ready then, and asking for a setting would be a circle."""
    program = (
        "import sys; from dvb_wagtail.embed.provider import oembed_finder; "
        f"oembed_finder('{ROOT}/dvb/'); "
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in ('django', 'wagtail')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={}, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
