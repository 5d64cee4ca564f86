"""The index of speakers and their pages, each with a drawn portrait."""

from __future__ import annotations

from django.core.files.base import ContentFile
from wagtail.models import Page

from dvb_wagtail.pages.models import SpeakerIndexPage, SpeakerPage
from example_project.building.blocks import entries
from example_project.building.bodies import rich_text
from example_project.building.ground import Ground, image
from example_project.building.pages import add, translate
from example_project.pictures.portrait import Looks, portrait
from example_project.reading import Entry, in_english, in_swedish


def add_speakers(ground: Ground, home: Page) -> None:
    entry = ground.content.table("series.toml")["speakers"]
    index = SpeakerIndexPage(**in_swedish(entry), show_in_menus=True)
    add(ground, home, index, index.slug)
    translate(ground, index, SpeakerIndexPage(**in_swedish(in_english(entry))))
    for slug, person in ground.content.table("people.toml").items():
        _add_speaker(ground, index, slug, person)


def _add_speaker(ground: Ground, index: Page, slug: str, person: Entry) -> None:
    looks = Looks(**person.pop("looks"))
    draft = person.pop("draft", False)
    name = person["title"]
    portrait_image = image(f"Porträtt: {name}", "", ContentFile(portrait(looks), name=f"{slug}.jpg"))

    def page(words: Entry, alt: str) -> SpeakerPage:
        return SpeakerPage(**_fields(ground, words), slug=slug, portrait=portrait_image, portrait_alt=alt)

    swedish = page(person, f"Tecknat porträtt av {name}.")
    add(ground, index, swedish, f"{index.slug}/{slug}", draft=draft)
    if "en" in person:
        translate(ground, swedish, page(in_english(person), f"A drawn portrait of {name}."))


def _fields(ground: Ground, person: Entry) -> Entry:
    return {
        **in_swedish(person),
        "biography": rich_text(person["biography"], ground.swedish_library),
        "links": entries(SpeakerPage, "links", person.get("links", [])),
    }
