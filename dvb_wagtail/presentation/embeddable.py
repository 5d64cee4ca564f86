"""What another site can show in a frame, each with the address of its frame and the page that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from dvb_wagtail.core.frames import HEIGHTS, FrameKind, FrameOptions
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.selections import selection_title, tagged_title
from dvb_wagtail.formats.host_snippets import Embed
from dvb_wagtail.presentation.links import programme_of, with_query
from dvb_wagtail.publication.records import ArticleRecord, ConferenceRecord, NewsRecord, SessionRecord


@dataclass(frozen=True, slots=True)
class Embeddable:
    """Something that can stand in a frame. `address` and `url` are absolute; `language` is that of `title`.

    `url` is the page that people read, with the same selection where it takes one; "" where there is none.
    """

    kind: FrameKind
    title: str
    address: str
    url: str
    language: str

    def embed(self, height: int | None = None) -> Embed:
        """Return it as a host shows it, as high as asked for or as is usual."""
        return Embed(self.address, self.title, height or HEIGHTS[self.kind], self.url or self.address, self.language)


def programme(
    record: ConferenceRecord,
    words: Words,
    scope: Scope = Scope(),  # noqa: B008
    options: FrameOptions = FrameOptions(),  # noqa: B008
    sessions: tuple[SessionRecord, ...] = (),
    *,
    any_length: bool = False,
) -> Embeddable:
    """Return an edition's programme, or a selection of it, of which `sessions` are (for the names of its speakers).

    Raises AddressTooLong.
    """
    title, language, url = _edition(record, words)
    address = addresses.programme_frame(
        record.conference.acronym, words.language, scope, options, root_url=record.root_url, any_length=any_length
    )
    return Embeddable(
        FrameKind.PROGRAMME,
        selection_title(record.conference, title, scope, sessions, words),
        address,
        with_query(programme_of(url), scope.query()) if url else "",
        language,
    )


def subscribe(
    record: ConferenceRecord,
    words: Words,
    scope: Scope = Scope(),  # noqa: B008
    options: FrameOptions = FrameOptions(),  # noqa: B008
    sessions: tuple[SessionRecord, ...] = (),
    *,
    any_length: bool = False,
) -> Embeddable:
    """Return the ways to subscribe to a programme or a selection of it. As for `programme`."""
    title, language, url = _edition(record, words)
    address = addresses.subscribe_frame(
        record.conference.acronym, words.language, scope, options, root_url=record.root_url, any_length=any_length
    )
    named = words.subscribe_to.format(title=selection_title(record.conference, title, scope, sessions, words))
    return Embeddable(
        FrameKind.SUBSCRIBE, named, address, with_query(programme_of(url), scope.query()) if url else "", language
    )


def session(
    record: ConferenceRecord,
    found: SessionRecord,
    words: Words,
    options: FrameOptions = FrameOptions(),  # noqa: B008
) -> Embeddable:
    """Return one session."""
    language, texts = in_language(found.session.texts, words.language, record.conference.main_language)
    address = addresses.session_frame(
        record.conference.acronym,
        words.language,
        found.session.code,
        options,
        root_url=record.root_url,
        any_length=True,
    )
    return Embeddable(FrameKind.SESSION, texts.title, address, texts.url, language)


def news(
    record: NewsRecord,
    words: Words,
    tag: str = "",
    options: FrameOptions = FrameOptions(),  # noqa: B008
    articles: tuple[ArticleRecord, ...] = (),
    *,
    any_length: bool = False,
) -> Embeddable:
    """Return a news channel, or those of its articles that have a tag, of which `articles` are (for its name).

    Raises AddressTooLong.
    """
    channel = record.news
    language, texts = in_language(channel.texts, words.language, channel.main_language)
    address = addresses.news_frame(
        channel.key, words.language, tag, options, root_url=record.root_url, any_length=any_length
    )
    title = tagged_title(texts.feed_title or texts.title, tag, articles, words)
    return Embeddable(
        FrameKind.NEWS,
        title,
        address,
        with_query(texts.url, urlencode({"tag": tag})) if tag and texts.url else texts.url,
        language,
    )


def _edition(record: ConferenceRecord, words: Words) -> tuple[str, str, str]:
    """Return an edition's title, the language of the title, and its page."""
    language, texts = in_language(record.conference.texts, words.language, record.conference.main_language)
    return texts.title, language, texts.url
