"""An edition's sessions: first as they were released, then what was moved and cancelled since."""

from __future__ import annotations

from dvb_wagtail.pages.models import Appearance, ConferencePage, SessionPage
from example_project.building.blocks import entries
from example_project.building.bodies import Library, body
from example_project.building.editions import recording
from example_project.building.ground import Ground
from example_project.building.pages import add, save, translate
from example_project.reading import Entry, in_english, in_swedish


def add_programme(ground: Ground, edition: ConferencePage, folder: str) -> None:
    """Put the sessions below their edition as they were first published, with translations where there are any."""
    for entry in ground.content.programme(folder):
        draft = entry.pop("draft", False)
        first = in_swedish(entry) | entry.get("first", {})
        page = SessionPage(**_fields(ground, first, ground.swedish_library))
        page.appearances = _appearances(ground, [in_swedish(person) for person in entry.get("people", [])])
        add(ground, edition, page, f"{edition.slug}/{entry.get('slug', '')}", draft=draft)
        if "en" in entry:
            translate(ground, page, _translation(ground, page, entry))


def amend_programme(ground: Ground, edition: ConferencePage, folder: str) -> None:
    """Publish again what was moved or cancelled since: the index only records a change of what was public."""
    for entry in ground.content.programme(folder):
        if "first" not in entry:
            continue
        page = SessionPage.objects.child_of(edition).get(slug=entry["slug"])
        translation = page.get_translation_or_none(ground.english)
        for version, now in ((page, in_swedish(entry)), (translation, in_english(entry))):
            if version is not None:
                for name in entry["first"]:
                    setattr(version, name, now[name])
                save(ground, version)


def _translation(ground: Ground, page: SessionPage, entry: Entry) -> SessionPage:
    """Return the English page of a session; its appearances are those of the Swedish one in English."""
    english = in_swedish(in_english(entry)) | entry.get("first", {}) | {"slug": ""}
    english["recordings"] = [in_english(each) for each in entry.get("recordings", [])]
    translation = SessionPage(**_fields(ground, english, ground.english_library))
    appearances = _appearances(ground, [in_swedish(in_english(person)) for person in entry.get("people", [])])
    for appearance, original in zip(appearances, page.appearances.all(), strict=True):
        appearance.locale, appearance.translation_key = ground.english, original.translation_key
    translation.appearances = appearances
    return translation


def _fields(ground: Ground, entry: Entry, library: Library) -> Entry:
    fields = {name: value for name, value in entry.items() if name not in ("first", "people")}
    fields["body"] = body(entry.get("body", ""), library)
    recordings = [recording(ground, each) for each in entry.get("recordings", [])]
    documents = [each | {"document": ground.documents[each["document"]]} for each in entry.get("documents", [])]
    fields["recordings"] = entries(SessionPage, "recordings", recordings)
    fields["documents"] = entries(SessionPage, "documents", documents)
    return fields


def _appearances(ground: Ground, people: list[Entry]) -> list[Appearance]:
    """Return who appears, each with its place: rows without one come in any order."""
    return [Appearance(**person | _page_of(ground, person), sort_order=number) for number, person in enumerate(people)]


def _page_of(ground: Ground, person: Entry) -> Entry:
    return {"speaker": ground.page(f"talare/{person['speaker']}")} if "speaker" in person else {}
