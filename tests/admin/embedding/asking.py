"""Asks the builder as an editor does, and reads what stands there."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

ROOT = "https://dvb.example"
FRAMES = f"{ROOT}/dvb/v1/embed"
FEEDS = f"{ROOT}/dvb/v1/conferences/dv2020"

Document = html.HtmlElement

REMARKS = ".dvb-sharing > .help-block, .dvb-cautions > .help-block"
REMARK_LINKS = ".dvb-sharing > .help-block a, .dvb-cautions > .help-block a"


def asked(client: Client, page: Page, **query: Any) -> Document:
    """Return the builder's page, asked by a query whose values may be lists."""
    response = client.get(reverse("dvb_embed", args=[page.pk]), query)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def copies(document: Document) -> dict[str, str]:
    """Return what can be copied, by name."""
    found = document.cssselect("[data-dvb-copy] input, [data-dvb-copy] textarea")
    return {str(each.get("id")).removeprefix("copy-"): each.value for each in found}


def labels(document: Document) -> dict[str, str]:
    """Return what stands above what can be copied, by name."""
    found = document.cssselect("[data-dvb-copy] label")
    return {str(each.get("for")).removeprefix("copy-"): words(each) for each in found}


def preview(document: Document) -> Document:
    [frame] = document.cssselect("iframe")
    return frame


def remarks(document: Document) -> list[tuple[str, str]]:
    """Return what is remarked, above the questions, instead of them or above the answer: how grave, and what."""
    found = document.cssselect(REMARKS)
    return [(each.get("class").split()[-1].removeprefix("help-"), words(each)) for each in found]


def links(document: Document) -> list[str]:
    """Return where the remarks lead."""
    return [str(each.get("href")) for each in document.cssselect(REMARK_LINKS)]


def errors(document: Document) -> dict[str, str]:
    """Return what is wrong, by the name of the question that it stands at; "" for what is wrong with all of it."""
    found = {}
    for message in document.cssselect("form .w-field__errors[id]"):
        if words(message):
            found[message.get("id").removeprefix("id_").removesuffix("_error")] = words(message)
    for message in document.cssselect("form > .help-critical"):
        found[""] = words(message)
    return found


def offered(document: Document, name: str) -> dict[str, str]:
    """Return the choices of a question: the values, and what each is called."""
    boxes = document.cssselect(f"input[name={name}]")
    if boxes:
        return {box.get("value"): words(box.getparent()) for box in boxes}
    return {option.get("value"): words(option) for option in document.cssselect(f"select[name={name}] option")}


def answered(document: Document, name: str) -> list[str]:
    """Return the answers that a question has: what is ticked, chosen or filled in."""
    boxes = document.cssselect(f"input[name={name}]")
    if boxes and boxes[0].get("type") in ("radio", "checkbox"):
        return [box.get("value") for box in boxes if box.get("checked") is not None]
    if boxes:
        return [box.get("value") or "" for box in boxes]
    return [option.get("value") for option in document.cssselect(f"select[name={name}] option[selected]")]


def words(element: Document) -> str:
    return " ".join(element.text_content().split())


def editor(*pages: Page, may: str = "change_page") -> User:
    """Return somebody who may log in to the admin and edit these pages, or do something else with them."""
    user, group = User.objects.create_user("redaktör"), Group.objects.create(name="Några sidor")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    for page in pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=may)
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    return user


def speak_english() -> None:
    """Let the editor have the admin in English."""
    profile = UserProfile.get_for_user(User.objects.get(username="chef"))
    profile.preferred_language = "en"
    profile.save()
