"""An edition's own page: when, where and whether, its programme in brief, and what is left of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wagtail.blocks import StreamValue

from dvb_wagtail.core.conference import Conference, ConferenceTexts
from dvb_wagtail.core.effective import main_venue
from dvb_wagtail.core.localise import in_language, localise_session, name_in
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.programme import Phase, phase
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Role
from dvb_wagtail.delivery import addresses
from dvb_wagtail.front import changes, feeds
from dvb_wagtail.front.changes import ChangeCard
from dvb_wagtail.front.pictures import with_renditions
from dvb_wagtail.front.recordings import RecordingCard, own_recordings, recording_card, worth_telling
from dvb_wagtail.front.tickets import TicketCard, ticket_cards, where_to_register
from dvb_wagtail.front.view import Feed, View
from dvb_wagtail.presentation import cards, dates
from dvb_wagtail.presentation.cards import ArticleCard, SessionCard, SessionCards, SpeakerCard
from dvb_wagtail.presentation.links import other, programme_of
from dvb_wagtail.presentation.past import edition_ended, session_ended, takes_place
from dvb_wagtail.presentation.programme import NowAndNext, now_and_next
from dvb_wagtail.presentation.subscribe import Subscription, subscription
from dvb_wagtail.publication import drafts, records, references
from dvb_wagtail.publication.main_pages import main_pages, shown_list
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord

HIGHLIGHTS = frozenset({Kind.OPENING, Kind.KEYNOTE, Kind.PANEL})
"""Kinds that the programme is advertised with."""

TEASER = 4
"""Sessions in the programme's teaser."""


@dataclass(frozen=True, slots=True)
class HostCard:
    """A host or moderator of the whole edition."""

    name: str
    role: str
    title: str
    speaker: SpeakerCard | None


class EditionView(View):
    """What every page that stands for an edition knows of it."""

    @cached_property
    def record(self) -> ConferenceRecord | None:
        """The edition as the index has it; None for a draft, and for a page that only some may see."""
        return None if self.preview else records.conference_of(self.page.translation_key)

    @cached_property
    def conference(self) -> Conference:
        """The edition. Its days are None where a draft has none yet."""
        return self.record.conference if self.record else drafts.draft_conference(self.page)

    @property
    def texts(self) -> tuple[Mapping[str, ConferenceTexts], str]:
        return (self.record.conference.texts, self.record.conference.main_language) if self.record else ({}, "")

    @property
    def programme_path(self) -> str:
        return programme_of(self.path)

    @cached_property
    def session_records(self) -> list[SessionRecord]:
        """Every public session, by day, start and code."""
        return records.sessions(self.record) if self.record else []

    @cached_property
    def sessions(self) -> tuple[LocalisedSession, ...]:
        """The same in the page's language."""
        return tuple(
            localise_session(found.session, self.conference, found.stamp, self.words) for found in self.session_records
        )

    @cached_property
    def cards(self) -> SessionCards:
        return SessionCards(self.conference, self.words, self.now, self.root_url)

    @property
    def span(self) -> str:
        """The days of the edition, briefly."""
        if not self._dated:
            return ""
        return self.words.span(self.conference.start, self.conference.end)

    @property
    def phase(self) -> str:
        """ "upcoming", "running" or "past"; upcoming while there are no days."""
        return phase(self.conference, self.now).value if self._dated else Phase.UPCOMING.value

    @property
    def held(self) -> bool:
        """Whether it is past and took place."""
        return self.phase == Phase.PAST and takes_place(self.conference)

    @cached_property
    def now_and_next(self) -> NowAndNext:
        """What goes on and what comes next, in the days of the edition."""
        if self.phase != Phase.RUNNING or not takes_place(self.conference):
            return NowAndNext()
        return now_and_next(self.sessions, self.cards, self.now, self.words)

    @property
    def status(self) -> ConferenceStatus:
        return self.conference.status

    @property
    def reason(self) -> str:
        """Why it is not as announced."""
        if self.status is ConferenceStatus.SCHEDULED or not self.conference.texts:
            return ""
        return in_language(self.conference.texts, self.language, self.conference.main_language)[1].status_reason

    @cached_property
    def changes(self) -> tuple[ChangeCard, ...]:
        """What was told last of changes of the programme; of an edition that is over nobody needs to know."""
        if self.record is None or self.phase == Phase.PAST:
            return ()
        return changes.latest(self.record, self.words, self.now, self.root_url)

    @property
    def changes_feed(self) -> str:
        """Where the changes can be followed, where there are any."""
        if not self.changes:
            return ""
        return addresses.programme(self.conference.acronym, self.language, name="changes", extension="rss")

    def subscribe(self, scope: Scope, title: str) -> Subscription | None:
        """Return where to subscribe to a selection of the programme; None if it is over, or not public."""
        if self.record is None or self.phase == Phase.PAST:
            return None
        return subscription(title, self.conference.acronym, self.language, scope, self.record.root_url)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        if self.record is None:
            return ()
        return (*feeds.programme(self.record, self.words), *feeds.edition(self.record, self.words))

    @property
    def oembed(self) -> tuple[Feed, ...]:
        return feeds.oembed(self.shown_url, self.title, self.record.root_url) if self.record else ()

    @property
    def shown_url(self) -> str:
        """The public address of what is shown, with its selection."""
        return self.public_url

    @property
    def _dated(self) -> bool:
        return bool(self.conference.start and self.conference.end)


class ConferenceView(EditionView):
    """The edition's own page."""

    @property
    def hours(self) -> str:
        """When it begins and ends, with weekdays and times."""
        found = self.conference
        if not self._dated:
            return ""
        return dates.opening_hours(found.start, found.end, found.start_time, found.end_time, self.words)

    @property
    def place(self) -> str:
        """The venue's name; empty while there is none."""
        venue = main_venue(self.conference)
        return name_in(venue.names, self.language, self.conference.main_language) if venue else ""

    @property
    def attendance(self) -> Attendance:
        if self.status is ConferenceStatus.MOVED_ONLINE:
            return Attendance.ONLINE
        return self.conference.attendance

    @cached_property
    def subscription(self) -> Subscription | None:
        return self.subscribe(Scope(), self.page.title)

    @cached_property
    def highlights(self) -> tuple[SessionCard, ...]:
        """The first sessions that the programme is advertised with."""
        taking_place = [session for session in self.sessions if session.day]
        chosen = [session for session in taking_place if session.kind in HIGHLIGHTS] or taking_place
        return tuple(self.cards.of(session) for session in chosen[:TEASER])

    @cached_property
    def tickets(self) -> tuple[TicketCard, ...]:
        registration = self.page.registration if takes_place(self.conference) else ""
        return ticket_cards(self._list("tickets"), self.conference.time_zone, self.now, self.words, registration)

    @property
    def registration(self) -> str:
        """Where to register; empty where one cannot."""
        return where_to_register(self.tickets, self.page.registration, self.conference, self.now)

    @property
    def themes(self) -> tuple[Any, ...]:
        """The list of themes, without those that have no name yet."""
        return tuple(block.value for block in self._list("themes") if block.value["name"])

    @property
    def venues(self) -> StreamValue:
        return self._list("venues")

    def _list(self, name: str) -> StreamValue:
        """Return one of the edition's lists: of a translation the main page's, in the words of this one."""
        return shown_list(self.page, self._main_page, name)

    @cached_property
    def _main_page(self) -> Any:
        """The page that facts are taken from; this one itself while it is no public translation."""
        main_language = self.conference.main_language
        if self.record is None or self.language == main_language:
            return self.page
        identity = self.page.translation_key
        return main_pages({identity: main_language}).get(identity, self.page)

    @cached_property
    def hosts(self) -> tuple[HostCard, ...]:
        """Hosts and moderators: those without a public page by their plain name, or not at all."""
        blocks = [block.value for block in self.page.hosts]
        speakers = references.speakers(block["speaker"].translation_key for block in blocks if block["speaker"])
        found = []
        for block in blocks:
            speaker = speakers.get(block["speaker"].translation_key) if block["speaker"] else None
            card = cards.speaker(speaker, self.words, self.root_url) if speaker else None
            if name := card.name if card else block["name"]:
                found.append(HostCard(name, self.words.roles[Role(block["role"])], block["title"] or "", card))
        return tuple(found)

    @cached_property
    def speakers(self) -> tuple[SpeakerCard, ...]:
        """Everyone with a public page who appears in the programme, by name."""
        if self.record is None:
            return ()
        return tuple(
            cards.speaker(found.speaker, self.words, self.root_url) for found in records.speakers_in(self.record)
        )

    @cached_property
    def partners(self) -> tuple[Any, ...]:
        """The page's own list of partners, with their logos read together."""
        values = tuple(block.value for block in self.page.partners)
        with_renditions(value["logo"] for value in values)
        return values

    @cached_property
    def articles(self) -> tuple[ArticleCard, ...]:
        """The latest articles that tell of this edition."""
        found = records.articles_about(self.page.translation_key, self.language)
        return tuple(cards.article(record.article, self.words, self.root_url) for record in found)

    @cached_property
    def recordings(self) -> tuple[RecordingCard, ...]:
        """Those of the whole edition or several sessions, then each session's own; the published ones first."""
        ended = edition_ended(self.conference) if takes_place(self.conference) else None
        language = other(self.conference.main_language, self.words)
        found = list(worth_telling(own_recordings(self._list("recordings"), self.words), ended, self.now))
        for session, record in zip(self.sessions, self.session_records, strict=True):
            if own := record.session.recordings:
                card = self.cards.of(session)
                ended = None if card.cancelled else session_ended(session, self.conference)
                shown = (recording_card(recording, self.words, language, card) for recording in own)
                found += worth_telling(shown, ended, self.now)
        return tuple(sorted(found, key=lambda recording: not recording.url))
