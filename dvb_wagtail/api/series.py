"""The API fields of a series."""

from __future__ import annotations

from typing import Any

from dvb_wagtail.api import parts
from dvb_wagtail.api.shown import fields, is_revision, is_told, once, reading_of
from dvb_wagtail.core.conference import Series, SeriesTexts
from dvb_wagtail.publication import drafts


def _record(page: Any) -> Series | None:
    return reading_of(page).series.get(page.translation_key)


@once
def _texts(page: Any) -> SeriesTexts:
    found = None if is_revision(page) else _record(page)
    if found is None or not is_told(page, found.texts, found.main_language):
        found = drafts.draft_series(page, reading_of(page).surroundings)
    return parts.in_page_language(found.texts, page, found.main_language)


def key(page: Any) -> str:
    """Return what the series is known by in addresses: on a translation, too, whose own field stays empty."""
    found = _record(page)
    return found.key if found else str(page.key)


def motto(page: Any) -> str | None:
    return _texts(page).motto or None


def mission(page: Any) -> str | None:
    return _texts(page).mission or None


def organiser(page: Any) -> str | None:
    return _texts(page).organiser or None


def lead(page: Any) -> str | None:
    return parts.text(page.lead)


series_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    key=key,
    motto=motto,
    mission=mission,
    organiser=organiser,
    lead=lead,
    image=parts.own_image,
    body=parts.body,
    contacts=parts.contacts,
)
