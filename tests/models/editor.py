"""An editor at work in Wagtail's admin: the same requests as a browser sends, with everything the forms hold."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile

from dvb_wagtail.pages.models import ConferencePage, SessionPage

STREAMS = {
    "seriespage": ("body", "contacts"),
    "conferencepage": (
        "body",
        "hosts",
        "themes",
        "tracks",
        "venues",
        "tickets",
        "recordings",
        "contacts",
        "partners",
    ),
    "sessionpage": ("body", "recordings", "documents"),
    "speakerpage": ("links",),
    "articlepage": ("byline", "body", "about"),
}
CHOICES = {
    "conferencepage": {"time_zone": "Europe/Stockholm", "attendance": "onsite", "status": "scheduled"},
    "sessionpage": {"kind": "lecture", "attendance": "onsite", "status": "confirmed", "stream_access": "public"},
}


def editor(language: str = "en", time_zone: str = "Europe/Stockholm") -> Client:
    """Return a client that is signed in as somebody who may do everything, in this language and zone."""
    user = User.objects.create_superuser(f"editor-{language}-{time_zone}", "editor@example.com", "secret")
    UserProfile.objects.create(user=user, preferred_language=language, current_time_zone=time_zone)
    client = Client()
    client.force_login(user)
    return client


def add(client: Client, model: type[Page], parent: Page, *, publish: bool = False, **fields: Any) -> Any:
    """Send the form of a new page; return the response, whose `form` has the errors, if there are any."""
    address = reverse("wagtailadmin_pages:add", args=("dvb_pages", model._meta.model_name, parent.pk))
    return client.post(address, form_data(model, publish=publish, **fields))


def edit(client: Client, page: Page, *, publish: bool = False, **fields: Any) -> Any:
    """Send the form of a page with these fields, all others empty; return the response."""
    data = form_data(type(page), publish=publish, **{"title": page.title, "slug": page.slug} | fields)
    return client.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), data)


def errors(response: Any) -> dict[str, list[str]]:
    """Return the messages at each field of the form that was sent back, as the editor reads them; {} if accepted."""
    if response.status_code != 200:
        return {}
    # A message is put into words when it is shown.
    with translation.override(response.wsgi_request.user.wagtail_userprofile.preferred_language):
        return {name: list(messages) for name, messages in response.context["form"].errors.items()}


def shown(client: Client, page: Page) -> html.HtmlElement:
    """Return the form of a page, as the browser gets it."""
    return html.fromstring(client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content)


def value_of(form: html.HtmlElement, name: str) -> Any:
    """Return what stands in the one input of this name."""
    [field] = form.xpath(f"//*[@name='{name}']")
    return field.value


def words(element: html.HtmlElement) -> str:
    """Return the text of an element in one line."""
    return " ".join(element.text_content().split())


def latest(page: Any) -> Any:
    """Return the page as the editor left it."""
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()


def entry(kind: str, block_id: str = "", **fields: Any) -> dict[str, Any]:
    """Return a block of an edition's list, as a form sends it. `block_id` is empty for a new one."""
    return {"type": kind, "id": block_id, "value": fields}


def stream(*entries: dict[str, Any]) -> dict[str, Any]:
    """Return a whole list of blocks."""
    data = streamfield([(each["type"], each["value"]) for each in entries])
    for number, each in enumerate(entries):
        data[str(number)]["id"] = each["id"]
    return data


def rooms(*entries: tuple[str, str, str]) -> dict[str, Any]:
    """Return the rooms of a venue: block id, name and code of each."""
    listed = {
        str(number): {
            "deleted": "",
            "order": str(number),
            "type": "item",
            "id": block_id,
            "value": {"name": name, "code": code, "capacity": "", "stream": ""},
        }
        for number, (block_id, name, code) in enumerate(entries)
    }
    return {"count": str(len(entries)), **listed}


def appearances(*rows: dict[str, Any]) -> dict[str, Any]:
    usual = {"speaker": "", "name": "", "role": "speaker", "title": "", "organisations": "", "party": ""}
    return inline_formset([usual | row for row in rows])


def form_data(model: type[Page], *, publish: bool = False, **fields: Any) -> dict[str, Any]:
    """Return what a browser sends for a page with these fields, all others empty."""
    name = model._meta.model_name or ""
    data: dict[str, Any] = {each: stream() for each in STREAMS.get(name, ())}
    data |= CHOICES.get(name, {})
    if issubclass(model, SessionPage):
        data["appearances"] = appearances()
    if issubclass(model, ConferencePage):
        data |= {"start_date": "", "end_date": ""}
    data |= fields
    if publish:
        data["action-publish"] = "yes"
    several = {name: value for name, value in data.items() if isinstance(value, list)}
    return nested_form_data({name: value for name, value in data.items() if name not in several}) | several
