"""feedparser, reader, and the published grammars find in our feeds what was put there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from json import loads
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft4Validator
from jsonschema.protocols import Validator
from lxml import etree
from reader import Entry, make_reader
from referencing import Registry
from referencing.jsonschema import DRAFT4

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.change_items import SessionChange, localise_change
from dvb_wagtail.core.changes import snapshot
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.text import clean_html, clean_line, clean_text
from dvb_wagtail.core.vocabulary import Attendance, SessionStatus
from dvb_wagtail.formats import feeds
from tests.core.records import SWEDISH, conference, session
from tests.formats import factories
from tests.formats.documents import RECORDING, atom, json, rss
from tests.formats.factories import article, news
from tests.formats.hostile import HOSTILE

DOCUMENTS = pytest.mark.parametrize("document", [rss, atom])


def moment(read: object) -> datetime:
    """Return a date as feedparser gives it, a tuple in UTC."""
    return datetime(*read[:6], tzinfo=UTC)  # type: ignore[index]


def hostile() -> list[FeedItem]:
    """Return articles whose texts have broken a feed somewhere."""
    return [
        article(
            id=name,
            title=clean_line(raw),
            lead=clean_text(raw),
            html=clean_html(raw, "https://dvb.example/"),
            writers=(clean_line(raw),),
            tags=(Tag("code", clean_line(raw)),),
            image=replace(factories.IMAGE, caption=clean_text(raw)),
        )
        for name, raw in HOSTILE.items()
    ]


def bare() -> FeedItem:
    """Return an article with nothing but a title and a page."""
    return article(id="bare", lead="", html="", writers=(), photographers=(), tags=(), image=None)


def changes() -> list[FeedItem]:
    """Return changes of a programme as they are told, with notes that have broken a feed somewhere."""
    edition = conference()
    facts = ({}, {"room": "sal-a"}, {"status": SessionStatus.CANCELLED}, {"attendance": Attendance.ONLINE})
    sides = [snapshot(session(**each), edition) for each in facts]
    moment = factories.stamp()
    found = [
        SessionChange(f"{name} {number}", before, after, moment, {"sv": clean_text(raw) or "-"}, session())
        for name, raw in HOSTILE.items()
        for number, (before, after) in enumerate([(None, sides[0]), *pairwise(sides), (sides[0], None)])
    ]
    return [item for each in found if (item := localise_change(each, edition, SWEDISH))]


def recording() -> FeedItem:
    """Return an item with a file besides its image."""
    return article(id="recording", enclosure=RECORDING)


@DOCUMENTS
def test_feedparser_finds_the_channel(document):
    read = feedparser.parse(document(article()))
    assert read.bozo is False
    assert (read.feed.title, read.feed.subtitle) == (
        "Nyheter från Digitala Västerbotten",
        "Det senaste om konferensen.",
    )
    assert read.feed.language == "sv"
    assert read.feed.rights == "© Region Västerbotten"
    assert (read.feed.get("logo") or read.feed.image.href) == "https://dvb.example/media/scen.jpg"
    assert {(link.rel, link.href) for link in read.feed.links} == {
        ("alternate", "https://dvb.example/sv/nyheter/"),
        ("self", "https://dvb.example/dvb/v1/news/nyheter/sv/articles.rss"),
    }
    assert moment(read.feed.updated_parsed) == datetime(2020, 11, 20, 9, tzinfo=UTC)


@DOCUMENTS
def test_feedparser_finds_the_article(document):
    (entry,) = feedparser.parse(document(article())).entries
    assert (entry.title, entry.link) == (article().title, article().url)
    assert entry.id == feeds.urn(article().id, "sv")
    assert [one.value for one in entry.content] == [article().html]
    assert [one.type for one in entry.content] == ["text/html"]
    assert moment(entry.published_parsed) == article().published
    assert moment(entry.updated_parsed) == article().stamp.changed
    assert [author.name for author in entry.authors] == ["Anna Andersson", "Olof Öberg"]
    assert [tag.label or tag.term for tag in entry.tags] == ["Program", "AI & etik"]
    assert [(one.href, one.type, one.length) for one in entry.enclosures] == [
        ("https://dvb.example/media/scen.jpg", "image/jpeg", "48213")
    ]
    assert [one["url"] for one in entry.media_content] == ["https://dvb.example/media/scen.jpg"]
    assert [one["url"] for one in entry.media_thumbnail] == ["https://dvb.example/media/scen.jpg"]


def test_the_lead_is_text_in_atom_and_escaped_html_in_rss():
    lead = "Fem teman &amp; ett spår: &lt;allt&gt; finns att läsa."
    (in_rss,) = feedparser.parse(rss(article())).entries
    (in_atom,) = feedparser.parse(atom(article())).entries
    assert (in_rss.summary_detail.type, in_rss.summary) == ("text/html", lead)
    assert (in_atom.summary_detail.type, in_atom.summary) == ("text/plain", article().lead)


@DOCUMENTS
def test_feedparser_reads_hostile_text_without_complaint(document):
    read = feedparser.parse(document(*hostile(), bare()))
    assert read.bozo is False
    assert [entry.id for entry in read.entries] == [feeds.urn(identity, "sv") for identity in (*HOSTILE, "bare")]


@DOCUMENTS
def test_feedparser_reads_programme_changes(document):
    read = feedparser.parse(document(*changes()), sanitize_html=False, resolve_relative_uris=False)
    assert read.bozo is False
    assert [entry.title for entry in read.entries] == [item.title for item in changes()]
    assert [[one.value for one in entry.content] for entry in read.entries] == [[item.html] for item in changes()]


@DOCUMENTS
def test_feedparser_finds_the_file_with_its_length(document):
    (entry,) = feedparser.parse(document(recording())).entries
    assert (entry.enclosures[0].href, entry.enclosures[0].type, entry.enclosures[0].length) == (
        RECORDING.url,
        "video/mp4",
        "123456789",
    )


# JSON Feed, which feedparser does not read


@pytest.fixture
def read_json(tmp_path: Path) -> Callable[[bytes], list[Entry]]:
    """Return a function that reads a JSON Feed by the library of a feed reader."""

    def read(document: bytes) -> list[Entry]:
        (tmp_path / "articles.json").write_bytes(document)
        with closing(make_reader(":memory:", feed_root=str(tmp_path))) as reader:
            reader.add_feed("articles.json")
            reader.update_feeds()
            assert reader.get_feed("articles.json").version == "json11"
            return list(reader.get_entries())

    return read


def test_reader_finds_the_article(read_json):
    (entry,) = read_json(json(article()))
    assert (entry.id, entry.title, entry.link) == (feeds.urn(article().id, "sv"), article().title, article().url)
    assert [(one.value, one.type) for one in entry.content] == [(article().html, "text/html")]
    assert (entry.published, entry.updated) == (article().published, article().stamp.changed)
    assert [one.name for one in entry.authors] == ["Anna Andersson", "Olof Öberg"]
    assert [(one.href, one.type, one.length) for one in entry.enclosures] == [
        ("https://dvb.example/media/scen.jpg", "image/jpeg", 48213)
    ]


def test_reader_reads_hostile_text_without_complaint(read_json):
    found = {entry.id: entry.title for entry in read_json(json(*hostile(), bare()))}
    assert found == {feeds.urn(each.id, "sv"): each.title or None for each in (*hostile(), bare())}


def test_reader_reads_programme_changes_and_files(read_json):
    found = {entry.id: entry for entry in read_json(json(*changes(), recording()))}
    assert {identity: entry.title for identity, entry in found.items()} == {
        feeds.urn(each.id, "sv"): each.title for each in (*changes(), recording())
    }
    (file, _image) = found[feeds.urn("recording", "sv")].enclosures
    assert (file.href, file.type, file.length) == (RECORDING.url, "video/mp4", 123456789)


JSON_FEEDS = pytest.mark.parametrize(
    ("items", "channel"),
    [
        ([article(), bare()], news()),
        ([], news()),
        ([article(url="", html="", lead="")], news(description="", image=None, author="", url="")),
        (hostile(), news()),
        (changes(), news()),
        ([recording()], news()),
    ],
    ids=["whole", "empty", "least", "hostile", "changes", "recording"],
)


def published_schema(name: str) -> Path:
    folder = os.environ.get("DVB_SCHEMAS")
    if not folder:
        pytest.skip("DVB_SCHEMAS names no folder of published schemas")
    return Path(folder) / name


@pytest.fixture(scope="module")
def json_feed_schema() -> Validator:
    """Return the schema of JSON Feed 1.1, which builds on that of 1.0."""
    first, second = (loads(published_schema(name).read_bytes()) for name in ("feed-1.json", "feed.json"))
    base = DRAFT4.create_resource(first)
    known = {"feed-1", "https://json.schemastore.org/feed-1", "https://json.schemastore.org/feed-1.json"}
    return Draft4Validator(second, registry=Registry().with_resources((name, base) for name in known))


@JSON_FEEDS
def test_a_json_feed_follows_the_published_schema(json_feed_schema, items, channel):
    json_feed_schema.validate(loads(json(*items, channel=channel)))


def test_the_schema_would_tell(json_feed_schema):
    assert not json_feed_schema.is_valid(loads(json(article())) | {"items": [{"title": "Without an id"}]})


@pytest.fixture(scope="module")
def rfc_4287() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(published_schema("atom-rfc4287.rng")))


@pytest.mark.parametrize(
    ("items", "channel"),
    [
        ([article(), bare()], news()),
        ([], news()),
        ([article(url="", html="", lead="")], news(description="", image=None, rights="", author="", url="")),
        (hostile(), news()),
        (changes(), news()),
        ([recording()], news()),
    ],
    ids=["whole", "empty", "least", "hostile", "changes", "recording"],
)
def test_an_atom_document_follows_the_grammar_of_rfc_4287(rfc_4287, items, channel):
    rfc_4287.assertValid(etree.fromstring(atom(*items, channel=channel)))


def test_the_grammar_would_tell(rfc_4287):
    wrong = atom(article()).replace(b"<updated>", b"<updated>about ", 1)
    assert not rfc_4287.validate(etree.fromstring(wrong))
