"""What one page shows of another: a session, a person, an edition, an article, each as words that are ready to print.

`language` is empty where the text is in the language of the page it stands on; else templates write it as `lang`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext

from dvb_wagtail.core.article import Article
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import LocalisedAppearance, LocalisedSession, Stamp
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.programme import Phase, phase
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, Role, SessionStatus
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery import addresses
from dvb_wagtail.presentation.links import local, other, programme_of
from dvb_wagtail.presentation.past import is_over, session_ended, takes_place

_SERVICE = frozenset({Kind.REGISTRATION, Kind.BREAK, Kind.LUNCH})
"""Kinds that are drawn quietly: one comes for what stands between them."""


def _unless_said(kind: str, title: str) -> str:
    """Return the word for a kind, or nothing where a title is that word: one "Lunch" is enough."""
    return "" if kind.strip().casefold() == title.strip().casefold() else kind


def picture(image: Image | None, root_url: str) -> Image | None:
    """Return a picture with addresses as `local` makes them."""
    return image and replace(image, url=local(image.url, root_url), small=local(image.small, root_url))


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in a session. `role` is empty for a speaker, `url` where there is no public page."""

    name: str
    url: str = ""
    role: str = ""
    title: str = ""
    organisations: str = ""
    party: str = ""
    link: str = ""
    """Said of a person who takes part over a link."""


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session in a list. Moments are in the edition's zone; `times` is empty while they are open.

    `kind` is empty where the title says it already. `attendance` is said where it is not as for the whole edition,
    `spoken` where it is not held in the edition's language. `abstract` is plain text in paragraphs. `stream` is the
    address of a public one, and `calendar` that of its file, for what is still to come; `over` where nothing is to
    come any more.
    """

    code: str
    title: str
    url: str
    language: str
    abstract: str
    kind: str
    quiet: bool
    day: date | None
    day_name: str
    start: datetime | None
    end: datetime | None
    times: str
    place: str
    attendance: str
    track: str
    themes: tuple[str, ...]
    people: tuple[PersonCard, ...]
    cancelled: bool
    notice: str
    reason: str
    spoken: str
    captions: bool
    sign_interpreted: bool
    running: bool
    over: bool
    stream: str
    calendar: str


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in a list. `phase` is upcoming, running or past; `held` where it is past and took place."""

    title: str
    url: str
    language: str
    acronym: str
    days: str
    start: date
    end: date
    place: str
    theme: str
    lead: str
    status: str
    notice: str
    reason: str
    image: Image | None
    phase: str
    held: bool
    programme: str
    calendar: str


@dataclass(frozen=True, slots=True)
class SpeakerCard:
    name: str
    url: str
    language: str
    title: str
    organisation: str
    portrait: Image | None
    portrait_alt: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list. `published` is in the project's time zone."""

    title: str
    url: str
    lead: str
    published: datetime
    date: str
    image: Image | None
    image_alt: str


def person(appearance: LocalisedAppearance, words: Words, root_url: str = "") -> PersonCard:
    return PersonCard(
        name=appearance.name,
        url=local(appearance.url, root_url),
        role="" if appearance.role is Role.SPEAKER else words.roles[appearance.role],
        title=appearance.title,
        organisations=", ".join(appearance.organisations),
        party=appearance.party,
        link=words.via_link if appearance.remote else "",
    )


@dataclass(frozen=True, slots=True)
class SessionCards:
    """Makes cards of the sessions of one edition, in one language, at one moment, for links within one site."""

    conference: Conference
    words: Words
    now: datetime
    root_url: str = ""

    def of(self, shown: LocalisedSession) -> SessionCard:
        words = self.words
        spoken = shown.spoken_language
        over = is_over(session_ended(shown, self.conference), self.now)
        return SessionCard(
            code=shown.code,
            title=shown.title,
            url=local(shown.url, self.root_url),
            language=other(shown.language, words),
            abstract=shown.abstract,
            kind=_unless_said(words.kinds[shown.kind], shown.title),
            quiet=shown.kind in _SERVICE,
            day=shown.day,
            day_name=words.long_day(shown.day) if shown.day else "",
            start=shown.start,
            end=shown.end,
            times=words.times(shown.start, shown.end) if shown.start and shown.end else "",
            place=shown.place.room or shown.place.venue or shown.place.location,
            attendance=self._attendance(shown),
            track=shown.track,
            themes=shown.themes,
            people=tuple(person(appearance, words, self.root_url) for appearance in shown.appearances),
            cancelled=shown.status is SessionStatus.CANCELLED,
            notice="" if over and shown.notice is Notice.TENTATIVE else words.notices.get(shown.notice, ""),
            reason=shown.reason,
            spoken=words.languages.get(spoken, "") if spoken and spoken != self.conference.main_language else "",
            captions=shown.captions,
            sign_interpreted=shown.sign_interpreted,
            running=bool(shown.start and shown.end and shown.start <= self.now < shown.end)
            and shown.status is not SessionStatus.CANCELLED,
            over=over,
            stream="" if over or shown.status is SessionStatus.CANCELLED else shown.stream,
            calendar="" if over else self._calendar(shown),
        )

    def _attendance(self, shown: LocalisedSession) -> str:
        usual = self.conference.attendance
        if self.conference.status is ConferenceStatus.MOVED_ONLINE:
            usual = Attendance.ONLINE
        if shown.attendance is usual or shown.kind in _SERVICE:
            return ""
        if shown.attendance is Attendance.MIXED:
            return gettext("Can be followed online")
        return gettext("Online only") if shown.attendance is Attendance.ONLINE else gettext("On site only")

    def _calendar(self, shown: LocalisedSession) -> str:
        if shown.day is None or not shown.code or shown.status is SessionStatus.CANCELLED:
            return ""
        return addresses.session(self.conference.acronym, self.words.language, shown.code)


def edition(conference: Conference, stamp: Stamp, words: Words, now: datetime, root_url: str = "") -> EditionCard:
    """Return an edition as it is listed; `now` is aware and decides whether it lies ahead."""
    shown = localise_conference(conference, stamp, words)
    url = local(shown.url, root_url)
    now_is = phase(shown, now)
    return EditionCard(
        title=shown.title,
        url=url,
        language=other(shown.language, words),
        acronym=shown.acronym,
        days=words.span(shown.start, shown.end),
        start=shown.start,
        end=shown.end,
        place=shown.place.venue or shown.place.location,
        theme=shown.theme,
        lead=shown.lead,
        status=shown.status.value,
        notice=words.notices.get(shown.notice, ""),
        reason=shown.reason,
        image=picture(shown.image, root_url),
        phase=now_is.value,
        held=now_is is Phase.PAST and takes_place(conference),
        programme=programme_of(url),
        calendar=addresses.programme(conference.acronym, words.language),
    )


def speaker(speaker: Speaker, words: Words, root_url: str = "") -> SpeakerCard:
    language, texts = in_language(speaker.texts, words.language, speaker.main_language)
    return SpeakerCard(
        name=texts.name,
        url=local(texts.url, root_url),
        language=other(language, words),
        title=texts.title,
        organisation=texts.organisation,
        portrait=picture(speaker.portrait, root_url),
        portrait_alt=texts.portrait_alt,
    )


def article(article: Article, words: Words, root_url: str = "") -> ArticleCard:
    """Return an article as it is listed, in a language that it is written in; its date is the project's own."""
    texts = article.texts[words.language]
    published = timezone.localtime(article.published)
    return ArticleCard(
        title=texts.title,
        url=local(texts.url, root_url),
        lead=texts.lead,
        published=published,
        date=words.plain_day(published),
        image=picture(article.image, root_url),
        image_alt=texts.image_alt,
    )
