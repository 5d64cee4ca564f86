"""Speakers, and the appearances of people in sessions: from pages to records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

import swapper

from dvb_wagtail.core import serial
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.people import Appearance, AppearanceTexts, Speaker, SpeakerTexts
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.media import PORTRAIT, project_image
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import PublishedSpeaker


def project_speaker(versions: Versions, code: str, main_language: str, surroundings: Surroundings) -> Speaker:
    facts = versions.facts(main_language)
    return Speaker(
        id=str(versions.identity),
        code=code,
        main_language=main_language,
        texts={
            language: SpeakerTexts(
                name=clean_line(page.title),
                url=surroundings.address(page),
                title=clean_line(page.job_title),
                organisation=clean_line(page.organisation),
                portrait_alt=clean_line(page.portrait_alt),
            )
            for language, page in versions.public.items()
        },
        portrait=project_image(facts.portrait, facts, surroundings, size=PORTRAIT, alt=facts.portrait_alt),
    )


class PublicSpeakers:
    """The speakers of some sessions that have a public page, by the id of any of their pages."""

    def __init__(self, keys: Mapping[int, UUID]) -> None:
        """Read the speakers among these pages, given as identities by id. One query, none without pages."""
        rows = PublishedSpeaker.objects.filter(identity__in=set(keys.values()), gone_at=None) if keys else ()
        by_key = {row.identity: serial.load(row.document, Speaker) for row in rows}
        self._by_page = {pk: by_key[key] for pk, key in keys.items() if key in by_key}

    @classmethod
    def of(cls, page_ids: Iterable[int]) -> PublicSpeakers:
        """Read the speakers among pages with these ids. Two queries."""
        page_model = swapper.load_model("wagtailcore", "Page")
        return cls(dict(page_model.objects.filter(pk__in=set(page_ids)).values_list("pk", "translation_key")))

    def get(self, page_id: int | None) -> Speaker | None:
        return self._by_page.get(page_id) if page_id else None


def are_public(codes: Collection[str]) -> bool:
    """Tell whether each of these codes is that of a speaker with a public page. One query, none without codes."""
    return not codes or PublishedSpeaker.objects.filter(code__in=codes, gone_at=None).count() == len(codes)


def project_appearances(pages: Mapping[str, Any], facts: Any, speakers: PublicSpeakers) -> tuple[Appearance, ...]:
    """Return a session's appearances: who, in what role and order from its main page, titles from each language's.

    A person whose page is not public stands under the plain name, if one was given, or is left out.
    """
    by_language = {
        language: {each.translation_key: each for each in page.appearances.all()} for language, page in pages.items()
    }
    projected = []
    for appearance in sorted(facts.appearances.all(), key=lambda each: (each.sort_order or 0, each.pk)):
        speaker = speakers.get(appearance.speaker_id)
        plain = clean_line(appearance.name)
        if speaker is None and not plain:
            continue
        texts = {}
        for language, appearances in by_language.items():
            own = appearances.get(appearance.translation_key)
            if own is None:
                continue
            person = in_language(speaker.texts, language, speaker.main_language)[1] if speaker else None
            texts[language] = AppearanceTexts(
                name=person.name if person else clean_line(own.name) or plain,
                title=clean_line(own.title),
                organisations=tuple(
                    part for part in (clean_line(part) for part in own.organisations.split(";")) if part
                ),
                url=person.url if person else "",
            )
        projected.append(
            Appearance(
                id=str(appearance.translation_key),
                role=Role(appearance.role),
                texts=texts,
                speaker=speaker.code if speaker else "",
                party=clean_line(appearance.party),
                remote=appearance.remote,
            )
        )
    return tuple(projected)
