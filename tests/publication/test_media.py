"""Images and documents: shown while everyone may see them, with their true size, linked nowhere when private."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Picture
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction

from dvb_wagtail.pages.models import ArticlePage
from dvb_wagtail.publication.reconcile import reconcile
from dvb_wagtail.publication.tables import PublishedArticle, PublishedSession, PublishedSpeaker
from dvb_wagtail.testing import publish
from tests.publication.site import body, document, image, page, secret, session
from tests.publication.watching import agree, mentioned

pytestmark = pytest.mark.usefixtures("site")


def article() -> dict[str, Any]:
    identity = page("Programmet är klart").translation_key
    return PublishedArticle.objects.get(identity=identity).document  # type: ignore[no-any-return]


def html() -> str:
    return str(article()["texts"]["sv"]["html"])


def documents() -> list[str]:
    """Return the titles of the documents of the opening."""
    row = PublishedSession.objects.get(identity=session().translation_key)
    return [shown["title"] for shown in row.document.get("documents", ())]


def open_collection() -> Collection:
    return Collection.objects.get(name="Öppet")


def restrict(collection: Collection) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def test_what_is_in_a_private_collection_is_mentioned_nowhere() -> None:
    assert documents() == ["Bilder"]
    assert (html().count("<img"), html().count("<a href"), html().count("<a>")) == (1, 2, 1)
    hidden = [document("Hemlig").url, image("Hemlig").file.name, "hemlig.pdf", "hemlig.png", "Hemliga bilder"]
    assert mentioned(*hidden) == set()


def test_a_collection_becomes_private_and_public_again() -> None:
    for shown in (image("Sal"), document("Bilder")):
        shown.collection = open_collection()
        shown.save()
    agree()
    assert (documents(), "image" in article()) == (["Bilder"], True)
    restriction = restrict(open_collection())
    agree()
    assert (documents(), "image" in article(), html().count("<img")) == ([], False, 0)
    assert mentioned("bilder.pdf", "sal.max-1600x1600.png") == set()
    restriction.delete()
    agree()
    assert (documents(), "image" in article(), html().count("<img")) == (["Bilder"], True, 1)


def test_a_collection_moves_below_a_private_one() -> None:
    kept = document("Bilder")
    kept.collection = open_collection()
    kept.save()
    moved = open_collection()
    moved.move(secret(), "sorted-child")
    # Wagtail's admin moves and saves in one transaction.
    open_collection().save()
    agree()
    assert documents() == []


@pytest.mark.parametrize("find", [image, document], ids=["image", "document"])
def test_a_file_moves_into_a_private_collection_and_out_again(find: Callable[[str], Any]) -> None:
    titles = {image: "Sal", document: "Bilder"}
    shown = find(titles[find])
    shown.collection = secret()
    shown.save()
    agree()
    assert (documents(), "image" in article()) == ((["Bilder"], False) if find is image else ([], True))
    shown.collection = open_collection()
    shown.save()
    agree()
    assert (documents(), "image" in article()) == (["Bilder"], True)


@pytest.mark.parametrize(
    ("kind", "find", "expected"),
    [("wagtailimages/image", image, (["Bilder"], False)), ("wagtaildocs/document", document, ([], True))],
    ids=["images", "documents"],
)
def test_files_that_are_moved_many_at_once(
    editor: Client, kind: str, find: Callable[[str], Any], expected: tuple[list[str], bool]
) -> None:
    moved = find("Sal" if find is image else "Bilder")
    address = reverse("wagtail_bulk_action", args=[*kind.split("/"), "add_to_collection"])
    assert editor.post(f"{address}?id={moved.pk}", {"collection": secret().pk}).status_code == 302
    agree()
    assert (documents(), "image" in article()) == expected


def test_an_editor_replaces_an_image(editor: Client) -> None:
    address = reverse("wagtailimages:edit", args=[image("Sal").pk])
    posted = {"title": "Sal", "collection": image("Sal").collection_id, "focal_point_x": "", "tags": ""}
    posted |= {"file": ContentFile(_png(800, 300), "salen.png")}
    assert editor.post(address, posted).status_code == 302
    agree()
    new = article()["image"]
    assert (new["width"], new["height"], "salen" in new["url"]) == (800, 300, True)


def test_an_editor_replaces_a_document(editor: Client) -> None:
    address = reverse("wagtaildocs:edit", args=[document("Bilder").pk])
    posted = {"title": "Bilder", "collection": document("Bilder").collection_id, "tags": ""}
    posted |= {"file": ContentFile(b"mer text", "nya-bilder.pdf")}
    assert editor.post(address, posted).status_code == 302
    agree()
    assert "nya-bilder.pdf" in html()
    row = PublishedSession.objects.get(identity=session().translation_key)
    [stored] = row.document["documents"]
    assert (stored["length"], stored["url"]) == (8, f"http://dvb.example{document('Bilder').url}")


def test_files_are_deleted() -> None:
    image("Sal").delete()
    document("Bilder").delete()
    agree()
    assert (documents(), "image" in article()) == ([], False)
    assert (html().count("<img"), html().count("<a href"), html().count("<a>")) == (0, 1, 2)


def test_a_portrait_becomes_private() -> None:
    portrait = image("Anna")
    portrait.collection = secret()
    portrait.save()
    agree()
    assert "portrait" not in PublishedSpeaker.objects.get(name="Anna Andersson").document


def test_an_image_whose_file_is_lost_is_left_out() -> None:
    lost = image("Sal")
    lost.renditions.all().delete()
    lost.file.storage.delete(lost.file.name)
    lost.save()
    agree()
    assert "image" not in article()


def test_a_picture_has_its_true_type_and_length() -> None:
    shown = article()["image"]
    [rendition] = image("Sal").renditions.filter(filter_spec="max-1600x1600")
    assert (shown["type"], shown["length"]) == ("image/png", rendition.file.size)
    assert shown["url"] == f"http://dvb.example{rendition.url}"


def test_a_picture_says_what_it_shows_where_no_editor_does() -> None:
    described = image("Sal")
    described.description = "En sal  med\ntomma stolar"
    described.save()
    agree()
    assert article()["image"]["alt"] == "En sal med tomma stolar"
    assert 'alt="Sal"' in html()  # an editor's own words in the body

    written = page("Programmet är klart")
    written.image_alt = "Publiken väntar"
    written.body = body("<p>Text</p>", described, alt="")
    publish(written)
    agree()
    assert article()["image"]["alt"] == "Publiken väntar"
    assert 'alt="En sal' in html()


def test_the_title_of_a_picture_is_not_what_it_shows() -> None:
    assert article()["image"].get("alt", "") == ""


def test_with_a_host_for_each_language_the_files_of_a_body_are_where_all_files_are(settings: Settings) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {"dvb.example": {"sv": "https://www.example/", "en": "https://en.example/"}}
    written = page("The programme is ready", ArticlePage, "en")
    links = f'<a href="{document("Bilder").url}">A</a> <a href="{image("Sal").file.url}">B</a> <a href="/more/">C</a>'
    written.body = [
        *body(f"<p>{links}</p>", image("Sal")),
        {"type": "document", "value": {"title": "D", "document": document("Bilder").pk}},
    ]
    publish(written)
    reconcile()
    row = PublishedArticle.objects.get(identity=written.translation_key).document
    there = row["texts"]["en"]["html"]

    assert row["image"]["url"].startswith("https://www.example/media/")
    assert 'src="https://www.example/media/' in there
    assert there.count('href="https://www.example/documents/') == 2
    assert 'href="https://www.example/media/' in there
    assert 'href="https://en.example/more/"' in there
    assert "https://en.example/media" not in there
    assert "https://en.example/documents" not in there


def _png(width: int, height: int) -> bytes:
    file = BytesIO()
    Picture.new("RGB", (width, height), "black").save(file, "PNG")
    return file.getvalue()
