"""What a document is made of, and what decides its bytes, found without making it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from dvb_wagtail.conf import conf
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import in_language, localise_article, localise_conference, localise_session
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.selections import selection_title, tagged_title
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Format
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import (
    ArticleRecord,
    ConferenceRecord,
    NewsRecord,
    SessionRecord,
    Withdrawn,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a document. `localise` makes of it what a format takes, or None; it may raise."""

    identity: str
    localise: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Content:
    """The head of a document, and its entries in order."""

    channel: Channel
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be made. `address` is absolute and canonical; `changed` is UTC; `max_age` in seconds.

    `content` reads the records: it is only called when the client does not have the document already.
    """

    format: Format[Any]
    address: str
    file_name: str
    options: Options
    token: str
    changed: datetime
    max_age: int
    content: Callable[[], Content]


def programme(
    record: ConferenceRecord, written_as: Format[Any], language: str, scope: Scope, *, keep_cancelled: bool
) -> Document:
    """Return an edition's programme, or the selection of it; the edition's own event is only in the whole one."""
    conference = record.conference
    options = Options(words(language), keep_cancelled)
    address = addresses.programme(
        conference.acronym,
        language,
        scope,
        written_as.extension,
        keep_cancelled=keep_cancelled,
        root_url=record.root_url,
        name=written_as.name,
        any_length=True,
    )

    def content() -> Content:
        found = records.sessions(record, scope)
        texts = in_language(conference.texts, language, conference.main_language)[1]
        title = selection_title(conference, texts.title, scope, found, options.words)
        channel = _programme_channel(record, address, language, title, texts.url, texts.lead, record.changed)
        entries = tuple(_session_entry(record, each, options) for each in found)
        return Content(channel, entries if scope else (_conference_entry(record, options), *entries))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{conference.acronym}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=_max_age(conference),
        content=content,
    )


def session(
    record: ConferenceRecord, found: SessionRecord | Withdrawn, code: str, written_as: Format[Any], language: str
) -> Document:
    """Return one session; of a withdrawn one an empty document without a title, for calendars that still have it."""
    conference = record.conference
    options = Options(words(language))
    address = addresses.session(conference.acronym, language, code, root_url=record.root_url)

    def content() -> Content:
        if isinstance(found, Withdrawn):
            return Content(_programme_channel(record, address, language, "", "", "", found.changed), ())
        texts = in_language(found.session.texts, language, conference.main_language)[1]
        channel = _programme_channel(record, address, language, texts.title, texts.url, "", found.stamp.changed)
        return Content(channel, (_session_entry(record, found, options),))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{conference.acronym}-{code}.{written_as.extension}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=_max_age(conference),
        content=content,
    )


def articles(record: NewsRecord, written_as: Format[Any], language: str, tag: str) -> Document:
    """Return a channel's newest articles written in `language`, or those of them that have the tag."""
    news = record.news
    options = Options(words(language))
    address = addresses.articles(
        news.key,
        language,
        written_as.extension,
        tag,
        root_url=record.root_url,
        name=written_as.name,
        any_length=True,
    )

    def content() -> Content:
        found = records.articles(record, language, tag)
        texts = in_language(news.texts, language, news.main_language)[1]
        channel = Channel(
            id=news.id,
            title=tagged_title(texts.feed_title or texts.title, tag, found, options.words),
            address=address,
            url=texts.url,
            language=language,
            changed=record.changed,
            description=texts.description,
            image=news.image,
            rights=texts.rights,
            author=texts.feed_title or texts.title,
        )
        return Content(channel, tuple(_article_entry(each, language) for each in found))

    return Document(
        format=written_as,
        address=address,
        file_name=f"{news.key}-{written_as.file_name}",
        options=options,
        token=record.token,
        changed=record.changed,
        max_age=conf.max_age,
        content=content,
    )


def _programme_channel(
    record: ConferenceRecord, address: str, language: str, title: str, url: str, description: str, changed: datetime
) -> Channel:
    conference = record.conference
    return Channel(
        id=conference.id,
        title=title,
        address=address,
        url=url,
        language=language,
        changed=changed,
        description=description,
        time_zone=conference.time_zone,
        first_year=conference.start.year,
        image=conference.image,
    )


def _conference_entry(record: ConferenceRecord, options: Options) -> Entry:
    conference = record.conference
    return Entry(conference.id, partial(localise_conference, conference, record.stamp, options.words))


def _session_entry(record: ConferenceRecord, found: SessionRecord, options: Options) -> Entry:
    localise = partial(localise_session, found.session, record.conference, found.stamp, options.words)
    return Entry(found.session.id, localise)


def _article_entry(found: ArticleRecord, language: str) -> Entry:
    return Entry(found.article.id, partial(localise_article, found.article, found.stamp, language))


def _max_age(conference: Conference) -> int:
    """Return for how many seconds a programme is fresh: shorter on the days of the conference, where it is held."""
    today = conf.now().astimezone(ZoneInfo(conference.time_zone)).date()
    return conf.max_age_on_conference_days if conference.start <= today <= conference.end else conf.max_age
