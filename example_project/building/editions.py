"""An edition's page: its texts, and its lists of themes, tracks, venues, tickets, people and recordings."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage
from example_project.building.blocks import entries
from example_project.building.bodies import Library, body
from example_project.building.ground import Ground
from example_project.building.pages import add, save, translate
from example_project.reading import Entry, in_english, in_swedish

LISTS = ("hosts", "themes", "tracks", "venues", "tickets", "contacts", "partners")

CODED = ("themes", "tracks", "venues", "tickets")


def add_edition(ground: Ground, home: Page, folder: str) -> ConferencePage:
    """Put an edition below the series, in both languages, and return the Swedish page."""
    entry = ground.content.edition(folder)
    page = ConferencePage(**_fields(ground, in_swedish(entry), ground.swedish_library))
    add(ground, home, page, page.slug)
    english = in_swedish(in_english(entry)) | {"acronym": "", "programme_released": False}
    english |= {name: [in_english(each) for each in entry[name]] for name in LISTS if name in entry}
    _copy_codes(page, english)
    translate(ground, page, ConferencePage(**_fields(ground, english, ground.english_library)))
    return page


def add_recordings(ground: Ground, page: ConferencePage, folder: str) -> None:
    """Name the recordings of several sessions on the edition's page, in both languages: once the sessions are there."""
    recordings = ground.content.edition(folder).get("recordings", [])
    if not recordings:
        return
    for version, words, find in (
        (page, in_swedish, ground.page),
        (page.get_translation(ground.english), in_english, ground.english_page),
    ):
        values = [recording(ground, words(entry)) for entry in recordings]
        for value in values:
            value["sessions"] = [find(f"{page.slug}/{slug}") for slug in value.get("sessions", [])]
        version.recordings = entries(ConferencePage, "recordings", values)
        save(ground, version)


def recording(ground: Ground, entry: Entry) -> Entry:
    """Return a recording's block; its picture is named by key."""
    value = in_swedish(entry)
    return value | {"picture": ground.images[value["picture"]]} if "picture" in value else value


def _fields(ground: Ground, entry: Entry, library: Library) -> Entry:
    fields = {**entry, "body": body(entry["body"], library)}
    fields.pop("recordings", None)
    if "image" in fields:
        fields["image"] = ground.images[fields["image"]]
    for name in LISTS:
        values = [_value(name, each, ground) for each in entry.get(name, [])]
        fields[name] = entries(ConferencePage, name, values)
    return fields


def _value(name: str, entry: Entry, ground: Ground) -> Entry:
    value = in_swedish(entry)
    if name == "hosts" and "speaker" in value:
        value["speaker"] = ground.page(f"talare/{value['speaker']}")
    if name == "venues":
        value["rooms"] = [in_swedish(room) for room in value.get("rooms", [])]
    if name == "tickets":
        if "price" in value:
            value["price"] = Decimal(value["price"])
        for moment in ("on_sale_from", "on_sale_until"):
            if moment in value:
                value[moment] = timezone.make_aware(value[moment])
    return value


def _copy_codes(page: ConferencePage, english: Entry) -> None:
    """Give what is translated the codes of the Swedish page, which were made from the Swedish names."""
    for name in CODED:
        for entry, block in zip(english.get(name, []), getattr(page, name), strict=True):
            entry["code"] = block.value["code"]
            if name == "venues":
                rooms = zip(entry.get("rooms", []), block.value["rooms"], strict=True)
                entry["rooms"] = [in_english(room) | {"code": stored["code"]} for room, stored in rooms]
