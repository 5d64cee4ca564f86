"""The builder on page types that were there before: what is public of them can be shared as well."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.testing import publish
from tests.admin.embedding.asking import asked, preview
from tests.apps.joined.models import PressRelease, PressRoom, Talk

FRAMES = "https://dvb.example/dvb/v1/embed"


def add(parent: Any, page: Any) -> Any:
    parent.add_child(instance=page)
    return publish(page)


@pytest.fixture
def room(home: Page) -> PressRoom:
    found = add(home, PressRoom(title="Pressrum"))
    add(found, PressRelease(title="Tio år sedan", date=date(2016, 3, 1)))
    return found


def test_a_channel_is_shared(admin: Client, room: PressRoom) -> None:
    assert preview(asked(admin, room, system="html")).get("src") == f"{FRAMES}/news/press/sv/"


def test_a_session_is_shared(admin: Client, conference: ConferencePage) -> None:
    begins = datetime(2020, 12, 8, 10, tzinfo=ZoneInfo("Europe/Stockholm"))
    talk = add(conference, Talk(title="Föredrag", begins=begins))
    assert preview(asked(admin, talk, system="html")).get("src").startswith(f"{FRAMES}/conferences/dv2020/sv/sessions/")


def test_the_list_of_pages_leads_there(admin: Client, home: Page, room: PressRoom) -> None:
    listing = admin.get(f"/admin/pages/{home.pk}/").content.decode()
    assert f"/admin/dvb/embed/{room.pk}/" in listing
