"""The API fields of speakers and of the list of them."""

from __future__ import annotations

from typing import Any

from dvb_wagtail.api import parts
from dvb_wagtail.api.shown import fields, is_revision, is_told, language_of, once, reading_of
from dvb_wagtail.api.values import PublicImage
from dvb_wagtail.core.localise_edition import localise_speaker
from dvb_wagtail.core.localised import LocalisedSpeaker
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication import drafts
from dvb_wagtail.publication.projection.bodies import project_rich_text


@once
def _shown(page: Any) -> LocalisedSpeaker:
    found = None if is_revision(page) else reading_of(page).speakers.get(page.translation_key)
    if found is None or not is_told(page, found.texts, found.main_language):
        found = drafts.draft_speaker(page, reading_of(page).surroundings)
    return localise_speaker(found, words(language_of(page)))


def lead(page: Any) -> str | None:
    return parts.text(page.lead)


def code(page: Any) -> str | None:
    """Return what the person is known by in appearances and addresses; None until the page has been public."""
    found = reading_of(page).speakers.get(page.translation_key)
    return found.code if found else None


def job_title(page: Any) -> str | None:
    return _shown(page).title or None


def organisation(page: Any) -> str | None:
    return _shown(page).organisation or None


def biography(page: Any) -> str:
    """Return HTML, cleaned as in the feeds."""
    return project_rich_text(page.biography, page, reading_of(page).surroundings)


def portrait(page: Any) -> PublicImage | None:
    return parts.image_value(_shown(page).portrait)


speaker_index_api_fields = fields(identity=parts.identity, url=parts.url, lead=lead)

speaker_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    code=code,
    job_title=job_title,
    organisation=organisation,
    biography=biography,
    portrait=portrait,
    links=parts.links,
)
