"""What is to be shown of an address that somebody pasted: the frame of a page, or of a document or frame of ours.

Looked up in the index; no address is ever asked for anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import unquote

from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve
from wagtail.coreutils import get_content_languages

from dvb_wagtail.core import page_address
from dvb_wagtail.core.frames import FrameKind, FrameOptions, parse_options
from dvb_wagtail.core.page_address import PageAddress
from dvb_wagtail.core.scope import Facet, Scope, ScopeError
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery.offered import offered
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.queries import TAG, nothing_of, problem_of, scope_of, tag_of
from dvb_wagtail.delivery.words import words
from dvb_wagtail.formats.registry import Subject
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.presentation.links import PROGRAMME
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, Host, NewsRecord, PublicPage, SessionRecord

Pairs = Iterable[tuple[str, str]]

_FRAMES: Final[Mapping[str, FrameKind]] = {
    "programme_frame": FrameKind.PROGRAMME,
    "session_frame": FrameKind.SESSION,
    "subscribe_frame": FrameKind.SUBSCRIBE,
    "news_frame": FrameKind.NEWS,
}
_DOCUMENTS: Final[Mapping[str, FrameKind]] = {
    "programme": FrameKind.PROGRAMME,
    "session": FrameKind.SESSION,
    "articles": FrameKind.NEWS,
}
"""Our own addresses, by their names in `urls`."""

_SUBJECTS: Final[Mapping[FrameKind, tuple[Subject, ...]]] = {
    FrameKind.PROGRAMME: (Subject.PROGRAMME, Subject.CHANGES, Subject.RECORDINGS),
    FrameKind.NEWS: (Subject.NEWS,),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What is shown, and the language of its frame."""

    shown: Embeddable
    language: str


def target(url: str, host: Host) -> Target:
    """Return what is shown of an absolute address on the site of a host.

    Raises Problem if nothing public of ours is there, or if its query selects what never was.
    """
    address = page_address.read(url)
    if address is None:
        raise Problem
    own = _own_address(address)
    if own is None:
        return _of_page(url, address, host)
    frame, document = _FRAMES.get(own.url_name or ""), _DOCUMENTS.get(own.url_name or "")
    language = own.kwargs.get("language", "")
    if language not in get_content_languages():
        raise Problem
    if frame is not None:
        return _of_frame(frame, own, address, host, words(language))
    if document is not None:
        return _of_document(document, own, address, host, words(language))
    raise Problem


def _of_page(url: str, address: PageAddress, host: Host) -> Target:
    """Return what is shown of a page. As pages do, it leaves parameters that it does not know to others."""
    match records.at_url(url, host, PROGRAMME):
        case PublicPage(language=language, news=NewsRecord() as channel):
            asked = [(name, value) for name, value in address.query if name == TAG and value]
            return _news(channel, words(language), asked)
        case PublicPage(language=language, conference=ConferenceRecord() as edition, session=SessionRecord() as found):
            return Target(embeddable.session(edition, found, words(language)), language)
        case PublicPage(language=language, conference=ConferenceRecord() as edition, routed=is_programme):
            facets = [(name, value) for name, value in address.query if name in Facet.__members__.values()]
            return _edition(FrameKind.PROGRAMME, edition, words(language), facets if is_programme else ())
    raise Problem


def _of_frame(kind: FrameKind, own: ResolverMatch, address: PageAddress, host: Host, spoken: Words) -> Target:
    """Return what is shown of a frame: itself, with its options."""
    record = _record(own, address, host)
    try:
        options, rest = parse_options(address.query, kind)
    except ScopeError as error:
        raise problem_of(error) from error
    return _of_record(kind, record, own, spoken, rest, options)


def _of_document(kind: FrameKind, own: ResolverMatch, address: PageAddress, host: Host, spoken: Words) -> Target:
    """Return what is shown of a document: all that it is about, with its selection."""
    record = _record(own, address, host)
    rest = list(address.query)
    if kind in _SUBJECTS:
        written_as = offered(_SUBJECTS[kind], own.kwargs["name"], own.kwargs["extension"])
        if written_as is None:
            raise Problem
        options = {option.parameter for option in written_as.options}
        rest = [(name, value) for name, value in rest if name not in options]
    return _of_record(kind, record, own, spoken, rest)


def _of_record(
    kind: FrameKind,
    record: ConferenceRecord | NewsRecord,
    own: ResolverMatch,
    spoken: Words,
    asked: Pairs,
    options: FrameOptions = FrameOptions(),  # noqa: B008
) -> Target:
    if isinstance(record, NewsRecord):
        return _news(record, spoken, asked, options)
    if kind is not FrameKind.SESSION:
        return _edition(kind, record, spoken, asked, options)
    nothing_of(asked)
    found = records.session(record, own.kwargs["code"])
    if not isinstance(found, SessionRecord):
        raise Problem
    return Target(embeddable.session(record, found, spoken, options), spoken.language)


def _edition(
    kind: FrameKind,
    record: ConferenceRecord,
    spoken: Words,
    asked: Pairs,
    options: FrameOptions = FrameOptions(),  # noqa: B008
) -> Target:
    """Return an edition's programme, or the ways to subscribe to it, with the selection that is asked for."""
    scope = scope_of(asked, partial(records.ever_public, record))
    show = embeddable.subscribe if kind is FrameKind.SUBSCRIBE else embeddable.programme
    shown = show(record, spoken, scope, options, _naming_speakers(record, scope), any_length=True)
    return Target(shown, spoken.language)


def _naming_speakers(record: ConferenceRecord, scope: Scope) -> tuple[SessionRecord, ...]:
    """Return the sessions of a selection where a title needs them: for the names of speakers."""
    return tuple(records.sessions(record, scope)) if scope.get(Facet.SPEAKER) else ()


def _news(
    record: NewsRecord,
    spoken: Words,
    asked: Pairs,
    options: FrameOptions = FrameOptions(),  # noqa: B008
) -> Target:
    """Return a news channel, or those of its articles that have the tag that is asked for."""
    tag = tag_of(asked, partial(records.tag_known, record))
    named = tuple(records.articles(record, spoken.language, tag, limit=1)) if tag else ()
    return Target(embeddable.news(record, spoken, tag, options, named, any_length=True), spoken.language)


def _own_address(address: PageAddress) -> ResolverMatch | None:
    """Return what `urls` finds at an address, whatever its host; None if it is a page's, or nobody's."""
    path = "/" + unquote(address.path).removeprefix(get_script_prefix())
    try:
        found = resolve(path)
    except Resolver404:
        return None
    return found if found.app_names[-1:] == ["dvb_wagtail"] else None


def _record(own: ResolverMatch, address: PageAddress, host: Host) -> ConferenceRecord | NewsRecord:
    """Return the edition or news channel of one of our own addresses, which must be one of this site."""
    found: ConferenceRecord | NewsRecord | None
    if "key" in own.kwargs:
        found = records.news(own.kwargs["key"], host)
    else:
        found = records.conference(own.kwargs["acronym"], host)
    if found is None or not address.is_at(found.root_url, host):
        raise Problem
    return found
