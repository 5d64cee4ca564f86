"""A session's own page: who, when and where, how to take part, and what there is to see and read afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dvb_wagtail.core.conference import Conference, ConferenceTexts
from dvb_wagtail.core.localise import in_language, localise_session
from dvb_wagtail.core.localised import LocalisedSession, Stamp
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.vocabulary import Attendance
from dvb_wagtail.front import feeds
from dvb_wagtail.front.recordings import RecordingCard, own_recordings, recording_card, worth_telling
from dvb_wagtail.front.view import Feed, View
from dvb_wagtail.presentation import cards
from dvb_wagtail.presentation.cards import ArticleCard, SessionCard, SessionCards
from dvb_wagtail.presentation.links import SUBSCRIBE, other, programme_of, with_query
from dvb_wagtail.presentation.past import edition_ended, is_over, session_ended
from dvb_wagtail.publication import drafts, records
from dvb_wagtail.publication.records import ConferenceRecord, SessionRecord


@dataclass(frozen=True, slots=True)
class Selection:
    """Something that sessions are listed by: its name, and the programme with that alone."""

    name: str
    address: str


class SessionView(View):
    """The session as its feeds have it; a draft as they would."""

    @cached_property
    def record(self) -> tuple[ConferenceRecord, SessionRecord] | None:
        """The edition and the session as the index has them; None for a draft, and for what only some may see."""
        return None if self.preview else records.session_of(self.page.translation_key)

    @cached_property
    def shown(self) -> LocalisedSession:
        stamp = self.record[1].stamp if self.record else Stamp(self.now, self.now)
        return localise_session(self._session, self.conference, stamp, self.words)

    @cached_property
    def card(self) -> SessionCard:
        return SessionCards(self.conference, self.words, self.now, self.root_url).of(self.shown)

    @property
    def conference(self) -> Conference:
        """The edition; without texts where there is none that may be shown."""
        return self._drawn[0]

    @property
    def edition(self) -> ConferenceTexts | None:
        """The edition's texts, in the page's language where it has it."""
        if not self.conference.texts:
            return None
        return in_language(self.conference.texts, self.language, self.conference.main_language)[1]

    @property
    def edition_path(self) -> str:
        return self.local(self.edition.url) if self.edition else ""

    @property
    def programme_path(self) -> str:
        """The programme, at the session's day."""
        path = programme_of(self.edition_path)
        return f"{path}#day-{self.shown.day.isoformat()}" if path and self.shown.day else path

    @property
    def subscribe_path(self) -> str:
        """Where the whole programme can be subscribed to; empty where it no longer can."""
        if self.record is None or not self.edition_path or is_over(edition_ended(self.conference), self.now):
            return ""
        return f"{programme_of(self.edition_path)}#{SUBSCRIBE}"

    @property
    def texts(self) -> tuple[Mapping[str, SessionTexts], str]:
        return (self._session.texts, self.conference.main_language) if self.record else ({}, "")

    @property
    def description(self) -> str:
        return getattr(self.page, "search_description", "") or self.page.abstract

    @property
    def feeds(self) -> tuple[Feed, ...]:
        if self.record is None:
            return ()
        return (*feeds.session(*self.record, self.words), *feeds.programme(self.record[0], self.words))

    @property
    def oembed(self) -> tuple[Feed, ...]:
        return feeds.oembed(self.public_url, self.title, self.record[0].root_url) if self.record else ()

    @property
    def from_afar(self) -> bool:
        """Whether one can take part without coming."""
        return self.shown.attendance is not Attendance.ONSITE

    @property
    def on_site(self) -> bool:
        return self.shown.attendance is not Attendance.ONLINE

    @property
    def spoken(self) -> str:
        """The language that it is held in."""
        return self.words.languages.get(self.shown.spoken_language or "", "")

    @cached_property
    def track(self) -> Selection | None:
        return self._selection(Facet.TRACK, self._session.track, self.shown.track) if self.shown.track else None

    @cached_property
    def themes(self) -> tuple[Selection, ...]:
        known = {theme.code for theme in self.conference.themes}
        codes = [code for code in self._session.themes if code in known]
        return tuple(
            self._selection(Facet.THEME, code, name) for code, name in zip(codes, self.shown.themes, strict=True)
        )

    @cached_property
    def tickets(self) -> tuple[str, ...]:
        """Names of the tickets that include it; empty where all do."""
        if not self._session.tickets:
            return ()
        edition = drafts.edition_above(self.page, preview=self.preview)
        names = {block.value["code"]: block.value["name"] for block in edition.tickets} if edition else {}
        return tuple(names[code] for code in self._session.tickets if code in names)

    @cached_property
    def recordings(self) -> tuple[RecordingCard, ...]:
        """Its own recordings, and those that it shares with other sessions."""
        shared = self.shown.recordings[len(self._session.recordings) :]
        language = other(self.conference.main_language, self.words)
        found = (
            *own_recordings(self.page.recordings, self.words),
            *(recording_card(recording, self.words, language) for recording in shared),
        )
        ended = None if self.card.cancelled else session_ended(self.shown, self.conference)
        return worth_telling(found, ended, self.now)

    @cached_property
    def articles(self) -> tuple[ArticleCard, ...]:
        """The latest articles that tell of it."""
        found = records.articles_about(self.page.translation_key, self.language)
        return tuple(cards.article(record.article, self.words, self.root_url) for record in found)

    @cached_property
    def _drawn(self) -> tuple[Conference, Session]:
        if self.record:
            return self.record[0].conference, self.record[1].session
        return drafts.draft_session(self.page, preview=self.preview)

    @property
    def _session(self) -> Session:
        return self._drawn[1]

    def _selection(self, facet: Facet, code: str, name: str) -> Selection:
        path = programme_of(self.edition_path)
        return Selection(name, with_query(path, Scope.of({facet: [code]}).query()) if path else "")
