"""Classes of a project's own, with fields and blocks that are called as ours are and hold something else."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.blocks import CharBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import BaseViewRestriction, CollectionViewRestriction

from dvb_wagtail.models.blocks.body import BodyBlock, HeadingBlock
from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.testing import publish
from tests import pages_factory as make
from tests.api import rich
from tests.api.conftest import APIS
from tests.publication import site as sample

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def pages(published):
    return rich.build()


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(
    ("model", "name"),
    [(ConferencePage, "about"), (SessionPage, "about"), (ArticlePage, "recordings"), (SpeakerPage, "hosts")],
)
def test_a_text_that_is_called_as_one_of_our_lists_is_only_a_text(client, pages, monkeypatch, api, model, name):
    expected = {each: rich.shown(client, api, page) for each, page in pages.items()}
    monkeypatch.setattr(model, name, "Vad det handlar om", raising=False)
    assert {each: rich.shown(client, api, page) for each, page in pages.items()} == expected


class OwnBody(BodyBlock):
    """Wagtail's usual blocks in the places of ours, and one of ours in another."""

    heading = CharBlock()
    image = ImageChooserBlock()
    rubrik = HeadingBlock()


@pytest.fixture
def article(pages: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An article without a body yet, whose class reads it as `OwnBody`."""
    article = make.make_article(pages["article_index"], "Med egna block")
    monkeypatch.setitem(vars(ArticlePage._meta.get_field("body")), "stream_block", OwnBody())
    return article


@pytest.mark.parametrize("api", APIS)
def test_a_block_in_the_place_of_ours_is_html_as_in_the_feeds(client, article, api):
    hidden = sample._image("Hemlig", sample.secret())
    CollectionViewRestriction.objects.create(collection=sample.secret(), restriction_type=BaseViewRestriction.LOGIN)
    article.body = [
        {"type": "heading", "value": "Rubrik & ram"},
        {"type": "image", "value": sample.image("Sal").pk},
        {"type": "image", "value": hidden.pk},
        {"type": "rubrik", "value": {"text": "Under", "level": "3"}},
        {"type": "quote", "value": {"quote": "Ja.", "source": "Anna"}},
    ]
    publish(article)
    body = rich.shown(client, api, article)["body"]
    assert [part["type"] for part in body] == ["heading", "image", "rubrik", "quote"]
    heading, image, other, quote = (part["value"] for part in body)
    assert heading == "Rubrik &amp; ram"
    assert image.startswith("<img ")
    assert 'src="http://dvb.example/' in image
    assert other == "<h3>Under</h3>"
    assert quote == {"quote": "Ja.", "source": "Anna"}
