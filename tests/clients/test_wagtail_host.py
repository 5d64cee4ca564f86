"""Another Wagtail project, with the printed setting and nothing else of ours, shows what is pasted from our site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from lxml import html
from wagtail.models import PageViewRestriction

from dvb_wagtail.delivery import addresses
from dvb_wagtail.formats.host_snippets import wagtail_finders
from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.pending import flush
from tests import hosts
from tests.clients.conftest import SECONDS, Desk

pytestmark = pytest.mark.clients


@dataclass(frozen=True)
class Shown:
    """The host's page, what its database keeps of the embed, and what of our package its process has loaded."""

    page: html.HtmlElement
    kept: list[dict[str, Any]]
    ours: list[str]

    @property
    def frames(self) -> list[str | None]:
        return [frame.get("src") for frame in self.page.cssselect("main iframe")]


@pytest.fixture
def paste(desk: Desk, live_server: Any) -> Callable[[str], Shown]:
    """Return a function that pastes an address into the host's page: another process, in another project."""
    finders = wagtail_finders(addresses.oembed(root_url=live_server.url), live_server.url)
    desk.write("host_settings.py", f"from wagtail_site.settings import *\n\n{finders}\n")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(desk.home), str(Path(hosts.__file__).parent)]),
        "DJANGO_SETTINGS_MODULE": "host_settings",
    }

    def show(pasted: str) -> Shown:
        done = subprocess.run(
            [sys.executable, "-m", "wagtail_site.show", pasted],
            env=environment,
            cwd=desk.home,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        said = json.loads(done.stdout)
        return Shown(html.document_fromstring(said["page"]), said["kept"], said["ours"])

    return show


def address_of(conference: ConferencePage) -> str:
    return ConferencePage.objects.get(pk=conference.pk).full_url


def test_the_address_of_a_conference_becomes_the_frame_of_its_programme(paste, answers, conference, live_server):
    page = address_of(conference)
    shown = paste(page)
    frame = f"{live_server.url}/dvb/v1/embed/conferences/{conference.acronym}/sv/programme/"
    assert shown.frames == [frame]
    (link,) = shown.page.cssselect("main blockquote a")
    assert (link.get("href"), link.text) == (f"{page}program/", "Digitala Västerbotten 2020: program")
    assert shown.kept == [
        {
            "url": page,
            "type": "rich",
            "title": "Digitala Västerbotten 2020: program",
            "provider_name": "Testplatsen",
            "width": 640,
            "height": 700,
        }
    ]
    assert shown.ours == []
    assert answers(1) == [200]
    with urlopen(frame) as response:  # noqa: S310
        assert "Öppning: vår framgång" in response.read().decode()


def test_a_selection_goes_with_the_address(paste, conference, live_server):
    shown = paste(f"{address_of(conference)}program/?day=2020-12-09&utm_source=brev")
    where = f"{live_server.url}/dvb/v1/embed/conferences/{conference.acronym}/sv/programme/"
    assert shown.frames == [f"{where}?day=2020-12-09"]


def test_what_is_not_public_shows_nothing(paste, answers, conference):
    PageViewRestriction.objects.create(page=conference, restriction_type="login")
    flush()
    shown = paste(address_of(conference))
    assert (shown.frames, shown.kept) == ([], [])
    assert answers(1) == [404]


def test_a_foreign_address_is_refused_without_asking_us(paste, answers, conference):
    foreign = paste("https://foreign.example/digitala-västerbotten-2020/")
    ours = paste(address_of(conference))
    assert (foreign.frames, foreign.kept) == ([], [])
    assert len(ours.frames) == 1
    assert answers(1) == [200]  # the first in the log: the foreign one would have been 404
