from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from feedgen.entry import FeedEntry

from dvb_wagtail.core.media import Image
from dvb_wagtail.formats.feed_extensions import ATOM, DC, MEDIA, ItemExtras, rfc_822, rfc_3339
from tests.formats.factories import IMAGE, STOCKHOLM, article, stamp


@pytest.fixture
def extended():
    """Return the elements that an article's extension adds, by format."""

    def elements(item, kind):
        entry = FeedEntry()
        entry.id("urn:x")
        entry.title("x")
        entry.content("x")
        element = getattr(entry, f"{kind}_entry")()
        before = len(element)
        getattr(ItemExtras(item), f"extend_{kind}")(element)
        return list(element)[before:]

    return elements


def test_dates_are_written_in_utc_and_in_english():
    moment = datetime(2020, 12, 8, 13, 0, 5, 999999, tzinfo=STOCKHOLM)
    assert rfc_822(moment) == "Tue, 08 Dec 2020 12:00:05 GMT"
    assert rfc_3339(moment) == "2020-12-08T12:00:05+00:00"


def test_an_article_is_published_when_the_editor_says_but_not_in_the_future():
    changed = stamp().changed
    assert article(published=datetime(2011, 1, 1, tzinfo=UTC)).shown_since == datetime(2011, 1, 1, tzinfo=UTC)
    assert article(published=changed + timedelta(days=365)).shown_since == changed


def test_rss_gets_dates_and_writers(extended):
    found = extended(article(image=None), "rss")
    assert [(one.tag, one.text) for one in found] == [
        ("pubDate", "Mon, 05 Oct 2020 07:30:00 GMT"),
        (f"{{{ATOM}}}updated", "2020-11-02T13:45:30+00:00"),
        (f"{{{DC}}}creator", "Anna Andersson"),
        (f"{{{DC}}}creator", "Olof Öberg"),
    ]


def test_an_atom_entry_gets_its_enclosure_with_type_and_length(extended):
    link = extended(article(), "atom")[0]
    assert (link.tag, dict(link.attrib)) == (
        "link",
        {"rel": "enclosure", "href": IMAGE.url, "type": "image/jpeg", "length": "48213"},
    )


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_an_image_is_media_with_its_true_size_caption_and_credits(extended, kind):
    content = extended(article(), kind)[-1]
    assert content.tag == f"{{{MEDIA}}}content"
    assert dict(content.attrib) == {
        "url": "https://dvb.example/media/scen.jpg",
        "type": "image/jpeg",
        "medium": "image",
        "fileSize": "48213",
        "width": "1200",
        "height": "675",
    }
    assert [(one.tag.removeprefix(f"{{{MEDIA}}}"), dict(one.attrib), one.text) for one in content] == [
        ("title", {"type": "plain"}, "Öppningen i Stora salen"),
        ("credit", {"role": "photographer", "scheme": "urn:ebu"}, "Petra Park"),
        ("credit", {}, "Bildbyrån"),
        ("thumbnail", {"url": "https://dvb.example/media/scen.jpg", "width": "1200", "height": "675"}, None),
    ]


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_what_is_not_known_of_an_image_is_not_said(extended, kind):
    bare = Image(url="https://dvb.example/a.webp", type="image/webp", length=0, width=0, height=0)
    found = extended(article(image=bare, photographers=()), kind)

    assert [one.tag for one in found if one.tag == "link"] == []
    content = found[-1]
    assert dict(content.attrib) == {"url": bare.url, "type": "image/webp", "medium": "image"}
    assert [(one.tag, dict(one.attrib)) for one in content] == [(f"{{{MEDIA}}}thumbnail", {"url": bare.url})]


def test_an_image_without_a_caption_is_named_by_its_alternative_text(extended):
    content = extended(article(image=replace(IMAGE, caption="")), "rss")[-1]
    assert content.findtext(f"{{{MEDIA}}}title") == "En full sal"


def test_a_photographer_who_is_the_images_credit_is_named_once(extended):
    content = extended(article(photographers=("Bildbyrån",)), "rss")[-1]
    assert [one.text for one in content if one.tag == f"{{{MEDIA}}}credit"] == ["Bildbyrån"]


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_an_article_without_an_image_has_no_media(extended, kind):
    assert [one for one in extended(article(image=None), kind) if MEDIA in one.tag or one.tag == "link"] == []
