"""People: the index of them, and each one's sessions in every edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress

from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.people import Speaker, SpeakerTexts
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.front.view import Translation, View
from dvb_wagtail.presentation import cards
from dvb_wagtail.presentation.cards import ArticleCard, EditionCard, SessionCard, SessionCards, SpeakerCard
from dvb_wagtail.publication import neighbours, records, references


@dataclass(frozen=True, slots=True)
class Part:
    """What a person does in a session, which names the others in it. `role` is empty for a speaker."""

    session: SessionCard
    role: str


@dataclass(frozen=True, slots=True)
class EditionParts:
    """What a person does in one edition."""

    edition: EditionCard
    parts: tuple[Part, ...]


class SpeakerIndexView(View):
    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """The page in its languages. It has no feed, so that the index does not know it."""
        found = [] if self.preview else neighbours.translations(self.page)
        if len(found) < 2:
            return ()
        return tuple(self._translation(page.locale.language_code, page.get_full_url(self.request)) for page in found)

    @cached_property
    def speakers(self) -> tuple[SpeakerCard, ...]:
        """Everyone below the page whose own page is public, by name."""
        return tuple(
            cards.speaker(found.speaker, self.words, self.root_url)
            for found in records.speakers(self.page.translation_key)
        )


class SpeakerView(View):
    @cached_property
    def record(self) -> Speaker | None:
        """The person as the index has it; None for a draft, and for a page that only some may see."""
        if self.preview:
            return None
        return references.speakers([self.page.translation_key]).get(self.page.translation_key)

    @property
    def _code(self) -> str | None:
        """What the person is known by in appearances; None for a draft, which no session names."""
        return self.record.code if self.record else None

    @property
    def texts(self) -> tuple[Mapping[str, SpeakerTexts], str]:
        return (self.record.texts, self.record.main_language) if self.record else ({}, "")

    @property
    def description(self) -> str:
        described = ", ".join(part for part in (self.page.job_title, self.page.organisation) if part)
        return getattr(self.page, "search_description", "") or described

    @cached_property
    def editions(self) -> tuple[EditionParts, ...]:
        """The person's sessions by edition, the newest first."""
        found: dict[str, tuple[EditionCard, list[Part]]] = {}
        for edition, record in records.appearances_of(self.page.translation_key):
            conference = edition.conference
            card = cards.edition(conference, edition.stamp, self.words, self.now, self.root_url)
            session = localise_session(record.session, conference, record.stamp, self.words)
            own = [appearance.speaker == self._code for appearance in session.appearances]
            roles = {appearance.role for appearance in compress(session.appearances, own)} - {Role.SPEAKER}
            shown = SessionCards(conference, self.words, self.now, self.root_url).of(session)
            others = tuple(person for person, is_own in zip(shown.people, own, strict=True) if not is_own)
            part = Part(replace(shown, people=others), ", ".join(self.words.roles[role] for role in sorted(roles)))
            found.setdefault(conference.id, (card, []))[1].append(part)
        return tuple(EditionParts(card, tuple(reversed(parts))) for card, parts in found.values())

    @cached_property
    def articles(self) -> tuple[ArticleCard, ...]:
        """The latest articles that tell of the person."""
        found = records.articles_about(self.page.translation_key, self.language)
        return tuple(cards.article(record.article, self.words, self.root_url) for record in found)
