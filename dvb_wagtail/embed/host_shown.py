"""What can be shown on other sites just now: the frames of everything that is public on one site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wagtail.coreutils import get_content_languages

from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.programme import Phase, phase
from dvb_wagtail.delivery.words import words
from dvb_wagtail.presentation import embeddable
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.publication.records import Catalogue, ConferenceRecord, NewsRecord


@dataclass(frozen=True, slots=True)
class ShownConference:
    """The frames of an edition. `title` stands in `language`, the frames are in `shown_in`.

    `subscribe` is None for one that is over: there is nothing to wait for. `page` is the one that people read, "" where
    there is none.
    """

    key: str
    title: str
    language: str
    shown_in: str
    page: str
    programme: Embeddable
    subscribe: Embeddable | None


@dataclass(frozen=True, slots=True)
class ShownNews:
    """The frame of a news channel, which is in the language `shown_in`."""

    shown_in: str
    frame: Embeddable


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown, the newest conferences first."""

    conferences: tuple[ShownConference, ...]
    news: tuple[ShownNews, ...]

    @property
    def nearest(self) -> tuple[ShownConference, ...]:
        """The conferences, the one that goes on or comes next before those after it, and then those that are over."""
        ahead = [each for each in self.conferences if each.subscribe]
        return (*reversed(ahead), *self.conferences[len(ahead) :])

    @property
    def first(self) -> Embeddable | None:
        """The frame that examples are made of."""
        frames = [*(each.programme for each in self.nearest), *(each.frame for each in self.news)]
        return frames[0] if frames else None

    @property
    def contacts(self) -> ShownConference | None:
        """The nearest conference whose page people read: it says whom to write to."""
        return next((each for each in self.nearest if each.page), None)

    @property
    def page(self) -> str:
        """The page that the first frame is about; "" where there is none."""
        return self.first.url if self.first else ""


def shown(catalogue: Catalogue, language: str, now: datetime) -> Shown:
    """Return what is public on a site at `now` (aware), in `language` where it exists in it."""
    return Shown(
        tuple(_conference(each, language, now) for each in catalogue.editions),
        tuple(_news(each, language) for each in catalogue.news),
    )


def _conference(record: ConferenceRecord, language: str, now: datetime) -> ShownConference:
    """Return an edition: its frames are in every language of the site, its texts perhaps in the main one."""
    conference = record.conference
    shown_in = language if language in get_content_languages() else conference.main_language
    title_language, texts = in_language(conference.texts, shown_in, conference.main_language)
    over = phase(conference, now) is Phase.PAST
    return ShownConference(
        conference.acronym,
        texts.title,
        title_language,
        shown_in,
        texts.url,
        embeddable.programme(record, words(shown_in), any_length=True),
        None if over else embeddable.subscribe(record, words(shown_in), any_length=True),
    )


def _news(record: NewsRecord, language: str) -> ShownNews:
    """Return a news channel. An article is shown only where it was written, so its frames are in its languages."""
    written = record.news.texts.keys() & get_content_languages().keys()
    shown_in = language if language in written else record.news.main_language
    return ShownNews(shown_in, embeddable.news(record, words(shown_in), any_length=True))
