from __future__ import annotations

import locale
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from lxml import etree

from dvb_wagtail.core.feed_item import Enclosure
from dvb_wagtail.formats import feeds
from dvb_wagtail.formats.feed_extensions import ATOM, CONTENT
from tests.formats import factories
from tests.formats.documents import atom, rss
from tests.formats.factories import article, news, stamp


def channel_of(document: bytes) -> etree._Element:
    """Return the channel of an RSS document."""
    return etree.fromstring(document)[0]


def texts(element: etree._Element) -> list[tuple[str, str | None]]:
    """Return name and text of each child, names without Atom's namespace."""
    return [(child.tag.removeprefix(f"{{{ATOM}}}"), child.text) for child in element]


def entry_of(document: bytes) -> etree._Element:
    """Return the one entry of an Atom document."""
    (entry,) = etree.fromstring(document).findall(f"{{{ATOM}}}entry")
    return entry


# The heads


def test_the_head_of_an_rss_document():
    channel = channel_of(rss())
    assert [pair for pair in texts(channel) if pair[0] not in ("image", "link")] == [
        ("title", "Nyheter från Digitala Västerbotten"),
        ("description", "Det senaste om konferensen."),
        ("copyright", "© Region Västerbotten"),
        ("docs", "http://www.rssboard.org/rss-specification"),
        ("generator", "dvb-wagtail"),
        ("language", "sv"),
        ("ttl", "60"),
        ("lastBuildDate", "Fri, 20 Nov 2020 09:00:00 GMT"),
    ]
    assert channel.findtext("link") == "https://dvb.example/sv/nyheter/"
    assert texts(channel.find("image")) == [
        ("url", "https://dvb.example/media/scen.jpg"),
        ("title", "Nyheter från Digitala Västerbotten"),
        ("link", "https://dvb.example/sv/nyheter/"),
    ]
    assert [dict(link.attrib) for link in channel.findall(f"{{{ATOM}}}link")] == [
        {"href": news().address, "rel": "self", "type": "application/rss+xml"}
    ]


def test_the_head_of_an_atom_document():
    feed = etree.fromstring(atom())
    assert [pair for pair in texts(feed) if pair[0] not in ("author", "link")] == [
        ("id", feeds.urn(news().id, "sv")),
        ("title", "Nyheter från Digitala Västerbotten"),
        ("updated", "2020-11-20T09:00:00+00:00"),
        ("generator", "dvb-wagtail"),
        ("logo", "https://dvb.example/media/scen.jpg"),
        ("rights", "© Region Västerbotten"),
        ("subtitle", "Det senaste om konferensen."),
    ]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    assert texts(feed.find(f"{{{ATOM}}}author")) == [("name", "Redaktionen")]
    assert [dict(link.attrib) for link in feed.findall(f"{{{ATOM}}}link")] == [
        {"href": news().address, "rel": "self", "type": "application/atom+xml"},
        {"href": "https://dvb.example/sv/nyheter/", "rel": "alternate", "type": "text/html", "hreflang": "sv"},
    ]


def test_what_a_channel_lacks_is_filled_in_or_left_out():
    bare = news(description="", image=None, rights="", author="")
    channel, feed = channel_of(rss(channel=bare)), etree.fromstring(atom(channel=bare))

    assert channel.findtext("description") == "Nyheter från Digitala Västerbotten"
    assert [name for name, _ in texts(channel) if name in ("image", "copyright")] == []
    assert feed.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name") == "Nyheter från Digitala Västerbotten"
    assert [name for name, _ in texts(feed) if name in ("logo", "rights")] == []


def test_a_channel_without_a_title_or_a_page_is_named_by_its_address():
    channel = channel_of(rss(channel=news(title="", url="")))
    assert (channel.findtext("title"), channel.findtext("link")) == (news().address, news().address)


# Articles


def test_an_article_in_rss():
    (item,) = channel_of(rss(article())).findall("item")
    assert texts(item)[:7] == [
        ("title", "Nu är programmet släppt"),
        ("link", "https://dvb.example/sv/nyheter/programmet/"),
        ("description", "Fem teman &amp; ett spår: &lt;allt&gt; finns att läsa."),
        (f"{{{CONTENT}}}encoded", article().html),
        ("guid", feeds.urn(article().id, "sv")),
        ("category", "Program"),
        ("category", "AI & etik"),
    ]
    assert dict(item.find("guid").attrib) == {"isPermaLink": "false"}
    assert [dict(one.attrib) for one in item.findall("enclosure")] == [
        {"url": "https://dvb.example/media/scen.jpg", "length": "48213", "type": "image/jpeg"}
    ]
    assert item.findtext("pubDate") == "Mon, 05 Oct 2020 07:30:00 GMT"


def test_an_article_in_atom():
    entry = entry_of(atom(article()))
    assert [pair for pair in texts(entry) if pair[0] in ("id", "title", "updated", "published", "summary")] == [
        ("id", feeds.urn(article().id, "sv")),
        ("title", "Nu är programmet släppt"),
        ("updated", "2020-11-02T13:45:30+00:00"),
        ("summary", "Fem teman & ett spår: <allt> finns att läsa."),
        ("published", "2020-10-05T07:30:00+00:00"),
    ]
    content = entry.find(f"{{{ATOM}}}content")
    assert (dict(content.attrib), content.text) == ({"type": "html"}, article().html)
    assert [one.findtext(f"{{{ATOM}}}name") for one in entry.findall(f"{{{ATOM}}}author")] == [
        "Anna Andersson",
        "Olof Öberg",
    ]
    assert [dict(one.attrib) for one in entry.findall(f"{{{ATOM}}}category")] == [
        {"term": "program", "label": "Program"},
        {"term": "ai-etik", "label": "AI & etik"},
    ]
    assert [dict(one.attrib) for one in entry.findall(f"{{{ATOM}}}link")] == [
        {"href": "https://dvb.example/sv/nyheter/programmet/"},
        {"rel": "enclosure", "href": factories.IMAGE.url, "type": "image/jpeg", "length": "48213"},
    ]


def test_articles_stand_in_the_order_given():
    items = [article(id=name, title=name) for name in ("b", "c", "a")]
    assert [one.findtext("title") for one in channel_of(rss(*items)).findall("item")] == ["b", "c", "a"]
    entries = etree.fromstring(atom(*items)).findall(f"{{{ATOM}}}entry")
    assert [one.findtext(f"{{{ATOM}}}title") for one in entries] == ["b", "c", "a"]


def test_the_identity_is_no_address_and_the_same_whatever_changes():
    renamed = article(title="Nytt", url="https://dvb.example/ny/", stamp=stamp(sequence=4), published=stamp().changed)
    for document in (rss, atom):
        assert feeds.urn(article().id, "sv").encode() in document(renamed)
    assert UUID(feeds.urn(article().id, "sv").removeprefix("urn:uuid:")).version == 5


def test_each_language_and_each_article_has_an_identity_of_its_own():
    assert len({feeds.urn(identity, language) for identity in ("a", "b") for language in ("sv", "en")}) == 4


def test_a_selection_of_a_channel_is_a_feed_of_its_own_wherever_the_channel_is():
    def identity(address):
        return etree.fromstring(atom(channel=news(address=address))).findtext(f"{{{ATOM}}}id")

    whole = identity("https://dvb.example/dvb/v1/news/nyheter/sv/articles.atom")
    tagged = identity("https://dvb.example/dvb/v1/news/nyheter/sv/articles.atom?tag=ai")
    other = identity("https://dvb.example/dvb/v1/news/nyheter/sv/articles.atom?tag=program")
    assert len({whole, tagged, other}) == 3
    assert identity("https://dvb.example/dvb/v1/news/nytt/sv/articles.atom?tag=ai") == tagged


def test_the_identity_is_the_same_in_every_release():
    assert feeds.urn("0f4e3c9d-8f0d-4a5e-8c29-5d3c6f1b7e77", "sv") == "urn:uuid:465f6e9b-0d68-53da-9ddb-9ed9d16742e7"


def test_an_article_is_never_published_in_the_future():
    ahead = article(published=stamp().changed + timedelta(days=400))
    assert channel_of(rss(ahead)).findtext("item/pubDate") == "Mon, 02 Nov 2020 13:45:30 GMT"
    assert entry_of(atom(ahead)).findtext(f"{{{ATOM}}}published") == "2020-11-02T13:45:30+00:00"


def test_an_article_with_a_lead_alone_is_readable_in_both():
    short = article(html="")
    item = channel_of(rss(short)).find("item")
    assert item.findtext("description") == "Fem teman &amp; ett spår: &lt;allt&gt; finns att läsa."
    assert item.find(f"{{{CONTENT}}}encoded") is None
    assert entry_of(atom(short)).find(f"{{{ATOM}}}content") is None


def test_an_article_without_a_lead_is_described_by_its_content_in_rss():
    item = channel_of(rss(article(lead=""))).find("item")
    assert item.findtext("description") == article().html
    assert entry_of(atom(article(lead=""))).find(f"{{{ATOM}}}summary") is None


@pytest.mark.parametrize(("lead", "content"), [("A < B", "A &lt; B"), ("", "Nu är programmet släppt")])
def test_an_atom_entry_without_a_page_and_a_text_still_says_something(lead, content):
    entry = entry_of(atom(article(url="", html="", lead=lead, image=None)))
    assert entry.findtext(f"{{{ATOM}}}content") == content
    assert entry.findall(f"{{{ATOM}}}link") == []


def test_an_article_without_a_title_is_named_by_its_address():
    assert channel_of(rss(article(title=""))).findtext("item/title") == article().url
    assert entry_of(atom(article(title=""))).findtext(f"{{{ATOM}}}title") == article().url


def test_an_image_of_unknown_length_is_no_enclosure():
    image = factories.Image(url="https://dvb.example/a.jpg", type="image/jpeg", length=0, width=0, height=0)
    assert channel_of(rss(article(image=image))).find("item/enclosure") is None


def test_a_file_stands_before_the_image_and_alone_in_rss():
    file = Enclosure("https://dvb.example/documents/1/film.mp4", "video/mp4", 123456789)
    with_both = article(enclosure=file)
    expected = {"url": file.url, "length": "123456789", "type": "video/mp4"}
    assert [dict(one.attrib) for one in channel_of(rss(with_both)).findall("item/enclosure")] == [expected]
    links = [dict(one.attrib) for one in entry_of(atom(with_both)).findall(f"{{{ATOM}}}link")]
    assert links[1:] == [
        {"rel": "enclosure", "href": file.url, "type": "video/mp4", "length": "123456789"},
        {"rel": "enclosure", "href": factories.IMAGE.url, "type": "image/jpeg", "length": "48213"},
    ]


def test_a_file_of_no_known_length_is_no_enclosure():
    empty = article(enclosure=Enclosure("https://dvb.example/film.mp4", "video/mp4", 0), image=None)
    assert channel_of(rss(empty)).find("item/enclosure") is None
    assert len(entry_of(atom(empty)).findall(f"{{{ATOM}}}link")) == 1


# How they are made


def test_joined_articles_are_what_feedgen_makes_of_them_together():
    items = [article(), article(id="b", image=None, html="", writers=())]

    together = feeds._feed(news(), "application/rss+xml")
    for item in items:
        together.add_entry(feeds._rss_entry(item), order="append")
    assert rss(*items) == together.rss_str()

    together = feeds._feed(news(), "application/atom+xml")
    for item in items:
        together.add_entry(feeds._atom_entry(item), order="append")
    assert atom(*items) == together.atom_str()


@pytest.mark.parametrize("document", [rss, atom])
def test_no_namespace_is_declared_but_at_the_top(document):
    written = document(article())
    root = written[: written.index(b">", written.index(b"?>") + 2)]
    assert written.count(b"xmlns") == root.count(b"xmlns") > 0
    assert b"ns0:" not in written


@pytest.mark.parametrize("document", [rss, atom])
def test_the_locale_of_the_process_is_never_touched(document, monkeypatch):
    def touched(*_arguments):
        raise AssertionError("a feed set the locale")

    monkeypatch.setattr(locale, "setlocale", touched)
    assert document(article())


@pytest.mark.parametrize("document", [rss, atom])
def test_no_date_is_that_of_the_writing(document):
    early = datetime(2001, 1, 1, tzinfo=UTC)
    old = article(published=early, stamp=factories.Stamp(created=early, changed=early))
    written = document(old, channel=news(changed=early)).decode()
    assert str(datetime.now(UTC).year) not in written


@pytest.mark.parametrize("document", [rss, atom])
def test_nothing_is_cdata(document):
    written = document(article(html="<p>]]></p>"))
    assert b"CDATA" not in written
    assert b"]]&gt;" in written
