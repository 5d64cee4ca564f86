"""What readers get: frozen records of what is public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.session import Session

Host = tuple[str, int]
"""Host name and port that a request came to."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session. `number` is a positive integer, unique over all editions and kept for ever."""

    session: Session
    stamp: Stamp
    number: int


@dataclass(frozen=True, slots=True)
class ConferenceRecord:
    """An edition. `stamp` is of the edition itself; `token` and `changed` of all that its channel holds.

    `told_at` is when the last of its changes went out, `session_days` the first and the last day that a session is on
    (which may lie outside the edition's own), each where that was asked for and there is one.
    """

    pk: int
    conference: Conference
    stamp: Stamp
    token: str
    changed: datetime
    names_changed: datetime
    root_url: str
    languages: tuple[str, ...]
    released: bool
    told_at: datetime | None = None
    session_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """A series. `token` and `changed` are of the series and the facts of all its editions."""

    pk: int
    series: Series
    token: str
    changed: datetime
    root_url: str


@dataclass(frozen=True, slots=True)
class NewsRecord:
    pk: int
    news: News
    token: str
    changed: datetime
    root_url: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything with an address on one site. `changed` is when anything in it last changed, or None if it never did.

    `root_url` is the site's own address; `name` what it calls itself, which may be nothing.
    """

    root_url: str
    name: str
    changed: datetime | None
    series: tuple[SeriesRecord, ...]
    editions: tuple[ConferenceRecord, ...]
    news: tuple[NewsRecord, ...]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    article: Article
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Something that was public once and is not now."""

    changed: datetime
