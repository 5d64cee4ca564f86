"""Bodies as HTML: semantic, without a request (feeds have none), and with nothing fetched from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from lxml import html
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from dvb_wagtail.pages.models import ArticlePage

pytestmark = pytest.mark.django_db


def rendered(kind: str, value: Any) -> html.HtmlElement:
    """Return what a block of a body becomes, in an element of its own."""
    body = ArticlePage._meta.get_field("body").to_python([{"type": kind, "value": value}])
    return html.fragment_fromstring(str(body[0].render()), create_parent="div")


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def image() -> Any:
    return get_image_model().objects.create(title="Salen", file=get_test_image_file(size=(1600, 900)))


@pytest.fixture
def document() -> Any:
    return get_document_model().objects.create(title="Bilderna", file=ContentFile(b"x" * 2048, name="bilder.pdf"))


@pytest.mark.parametrize(("level", "tag"), [("2", "h2"), ("3", "h3")])
def test_a_heading_has_its_level(level: str, tag: str) -> None:
    [heading] = rendered("heading", {"text": "Om <etik>", "level": level})
    assert (heading.tag, heading.text) == (tag, "Om <etik>")


def test_a_quote_names_its_source_outside_of_the_quote() -> None:
    [figure] = rendered("quote", {"quote": "Vi delar\n\noch lär.", "source": "En deltagare"})
    assert [each.text for each in figure.findall("blockquote/p")] == ["Vi delar", "och lär."]
    assert figure.findtext("figcaption") == "En deltagare"


def test_a_quote_of_nobody_has_no_caption() -> None:
    [figure] = rendered("quote", {"quote": "Vi delar.", "source": ""})
    assert figure.find("figcaption") is None


def test_a_figure_has_alt_text_caption_and_credit(image: Any) -> None:
    value = {"image": image.pk, "alt": "Full sal", "caption": "Öppningen", "credit": "Anna Andersson"}
    [figure] = rendered("image", value)
    picture = figure.find("img")
    assert (picture.get("alt"), picture.get("src")) == ("Full sal", image.get_rendition("width-480").url)
    assert len(picture.get("srcset").split(", ")) == 3
    assert text(figure.find("figcaption")) == "Öppningen Foto: Anna Andersson"


def test_a_decoration_has_an_empty_alt_text_and_no_caption(image: Any) -> None:
    [figure] = rendered("image", {"image": image.pk, "alt": "", "caption": "", "credit": ""})
    assert figure.find("img").get("alt") == ""
    assert figure.find("figcaption") is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [("image", {"image": None, "caption": "Öppningen"}), ("document", {"document": None, "text": "Bilderna"})],
)
def test_what_has_lost_its_file_is_left_out(kind: str, value: dict[str, Any]) -> None:
    assert text(rendered(kind, value)) == ""


def test_a_video_is_a_picture_of_ours_and_a_plain_link_that_names_the_service(image: Any) -> None:
    value = {"title": "Seminariet", "address": "https://video.example/1", "service": "Video.example"}
    block = rendered("video", value | {"picture": image.pk})
    [link] = block.iter("a")
    assert (link.get("href"), text(link)) == ("https://video.example/1", "Seminariet Se på Video.example")
    [picture] = block.iter("img")
    assert (picture.get("alt"), picture.get("src")) == ("", image.get_rendition("width-960").url)
    assert not list(rendered("video", value | {"picture": None}).iter("img"))


def test_a_document_says_its_kind_and_size(document: Any) -> None:
    block = rendered("document", {"document": document.pk, "text": ""})
    [link] = block.iter("a")
    assert (link.get("href"), link.text) == (document.url, "Bilderna")
    assert text(block) == "Bilderna PDF, " + filesizeformat(2048).replace("\xa0", " ")
    [link] = rendered("document", {"document": document.pk, "text": "Föreläsningens bilder"}).iter("a")
    assert link.text == "Föreläsningens bilder"


def test_nothing_is_fetched_from_elsewhere_and_nothing_is_styled_inline(image: Any, document: Any) -> None:
    values = {
        "heading": {"text": "Rubrik", "level": "2"},
        "quote": {"quote": "Vi delar.", "source": "En deltagare"},
        "image": {"image": image.pk, "alt": "Full sal", "caption": "Öppningen", "credit": "Anna"},
        "video": {"title": "S", "address": "https://video.example/1", "service": "V", "picture": image.pk},
        "document": {"document": document.pk, "text": ""},
    }
    assert set(values) | {"paragraph"} == set(ArticlePage._meta.get_field("body").stream_block.child_blocks)
    for kind, value in values.items():
        block = rendered(kind, value)
        assert not [each.tag for each in block.iter("script", "iframe", "style", "object", "embed")]
        assert not block.xpath("//@style")
        fetched = block.xpath("//@src") + [
            part.split()[0] for each in block.xpath("//@srcset") for part in each.split(",")
        ]
        assert [address for address in fetched if not address.startswith("/media/")] == []
