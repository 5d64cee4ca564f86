"""The notes on a form, asked for anew when Wagtail has saved by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import GroupPagePermission, Page

from dvb_wagtail.pages.models import ConferencePage
from tests.models.editor import editor, latest
from tests.pages_factory import make_conference, make_session, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def conference() -> ConferencePage:
    return make_conference(make_site().root_page)


def asked(client: Client, page: Page, of: str = "page-clashes") -> Any:
    return client.get(reverse("dvb_notes", args=(page.pk, of)))


def told(response: Any) -> list[str]:
    fragment = html.fragment_fromstring(response.content.decode(), create_parent="div")
    return [" ".join(note.text_content().split()) for note in fragment.cssselect(".help-block, p")]


def test_they_are_of_what_was_saved_last(conference: ConferencePage) -> None:
    session = make_session(conference)
    make_session(conference, title="Annat", room="salen")
    client = editor()
    assert told(asked(client, session)) == ["At the same time begins: “Annat”."]
    draft = latest(session)
    draft.room = "salen"
    draft.save_revision()
    assert told(asked(client, session)) == ["salen is taken by “Annat” at the same time."]


def test_each_panel_asks_for_its_own(conference: ConferencePage) -> None:
    for _number in range(2):
        make_session(conference, room="salen")
    draft = latest(conference)
    make_conference(Page.objects.get(pk=conference.get_parent().pk), "dv2021")
    draft.acronym = "dv2021"
    draft.save_revision(clean=False)
    client = editor()
    [own] = told(asked(client, conference, "key"))
    [clash] = told(asked(client, conference, "clashes"))
    assert ("dv2021" in own, "salen" in clash) == (True, True)
    assert told(asked(client, conference, "page-key-clashes")) == [own, clash]
    assert told(asked(client, conference, "page")) == told(asked(client, conference, "nonsense")) == []


def test_nothing_to_tell_is_an_empty_answer(conference: ConferencePage) -> None:
    assert told(asked(editor(), make_session(conference))) == []


def test_only_who_may_edit_a_page_is_told(conference: ConferencePage) -> None:
    session, other = (
        make_session(conference),
        make_conference(Page.objects.get(pk=conference.get_parent().pk), "dv2021"),
    )
    group = Group.objects.create(name="Redaktörer")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=Page.objects.get(pk=other.pk), permission=change)
    user = User.objects.create_user("redaktör", password="hemligt")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    assert [asked(client, page).status_code for page in (session, other)] == [302, 200]
    assert asked(Client(), other).status_code == 302


def test_pages_of_other_kinds_have_none(conference: ConferencePage) -> None:
    client = editor()
    assert asked(client, conference.get_parent()).status_code == 404
    assert client.get(reverse("dvb_notes", args=(0, "page"))).status_code == 404
