"""The documents that a page's head names, feeds in words that a reader shows when it finds several."""

from __future__ import annotations

from django.utils.translation import gettext

from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery import addresses
from dvb_wagtail.front.view import Feed
from dvb_wagtail.publication.records import ConferenceRecord, NewsRecord, SeriesRecord, SessionRecord

FEEDS = (
    ("RSS", "rss", "application/rss+xml"),
    ("Atom", "atom", "application/atom+xml"),
    ("JSON Feed", "json", "application/feed+json"),
)
"""Name, extension and media type of what feed readers take."""

JSON = ("JSON", "json", "application/json")
"""What programs take."""

OEMBED = (("oEmbed, JSON", "json", "application/json+oembed"), ("oEmbed, XML", "xml", "text/xml+oembed"))
"""Name, form and the type by which oEmbed 1.0 has a page name where its frame is asked for."""


def programme(found: ConferenceRecord, words: Words) -> tuple[Feed, ...]:
    """Return the calendar of an edition, and its schedule for apps.

    The schedule's address is absolute: Giggity, given a page, opens what stands there, and knows no page by then.
    """
    conference = found.conference
    _language, texts = in_language(conference.texts, words.language, conference.main_language)
    return (
        Feed(
            title=gettext("%(title)s: the programme as a calendar") % {"title": texts.title},
            address=addresses.programme(conference.acronym, words.language),
            type="text/calendar",
        ),
        Feed(
            title=gettext("%(title)s: the programme for conference apps") % {"title": texts.title},
            address=addresses.programme(
                conference.acronym, words.language, extension="xml", name="schedule", root_url=found.root_url
            ),
            type="application/vnd.c3voc.schedule+xml",
        ),
    )


def edition(found: ConferenceRecord, words: Words) -> tuple[Feed, ...]:
    """Return the feeds of an edition: what changes in its programme, its recordings, and last the programme itself.

    Last, since many readers take the first feed that they find: who follows a conference wants to hear of changes.
    """
    conference = found.conference
    _language, texts = in_language(conference.texts, words.language, conference.main_language)
    return tuple(
        Feed(
            title=f"{title} ({kind})",
            address=addresses.programme(conference.acronym, words.language, extension=extension, name=name),
            type=media_type,
        )
        for name, title, formats in (
            ("changes", words.changes.changes_of.format(title=texts.title), FEEDS),
            ("recordings", words.recordings_of.format(title=texts.title), FEEDS[:1]),
            ("programme", words.programme_of.format(title=texts.title), (*FEEDS[:1], JSON)),
        )
        for kind, extension, media_type in formats
    )


def series(found: SeriesRecord, words: Words) -> tuple[Feed, ...]:
    """Return the calendar of all editions."""
    _language, texts = in_language(found.series.texts, words.language, found.series.main_language)
    return (
        Feed(
            title=gettext("%(title)s: all conferences as a calendar") % {"title": texts.title},
            address=addresses.series(found.series.key, words.language),
            type="text/calendar",
        ),
    )


def session(found: ConferenceRecord, record: SessionRecord, words: Words) -> tuple[Feed, ...]:
    """Return the calendar file of one session."""
    _language, texts = in_language(record.session.texts, words.language, found.conference.main_language)
    return (
        Feed(
            title=gettext("%(title)s: calendar file") % {"title": texts.title},
            address=addresses.session(found.conference.acronym, words.language, record.session.code),
            type="text/calendar",
        ),
    )


def oembed(url: str, title: str, root_url: str) -> tuple[Feed, ...]:
    """Return where the frame of the page at `url` is asked for; nothing of a page that has no public address.

    Absolute, as oEmbed wants it, and at the site that the index knows the page by.
    """
    if not url:
        return ()
    return tuple(
        Feed(title=f"{title} ({name})", address=addresses.oembed(url, form, root_url=root_url), type=media_type)
        for name, form, media_type in OEMBED
    )


def articles(found: NewsRecord, words: Words, tag: str = "") -> tuple[Feed, ...]:
    """Return the feeds of a news channel, or of its articles with one tag."""
    news = found.news
    _language, texts = in_language(news.texts, words.language, news.main_language)
    return tuple(
        Feed(
            title=f"{texts.feed_title or texts.title} ({name})",
            address=addresses.articles(news.key, words.language, extension, tag),
            type=media_type,
        )
        for name, extension, media_type in FEEDS
    )
