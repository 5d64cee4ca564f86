"""An edition as its page shows it: as the index has it, or as it would be if it were published now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dvb_wagtail.api.shown import is_revision, is_told, language_of, once, reading_of
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import LocalisedConference, Stamp
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication import drafts
from dvb_wagtail.publication.records import ConferenceRecord

NO_STAMP = Stamp(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(0, UTC))
"""What localising asks for, and no field shows."""


@once
def edition_record(page: Any) -> ConferenceRecord | None:
    """Return what the index has of the page or of what it mirrors; None of a draft, and of what is not public."""
    if is_revision(page):
        return None
    found = reading_of(page).conferences.get(page.translation_key)
    return found if found and is_told(page, found.conference.texts, found.conference.main_language) else None


@once
def edition(page: Any) -> Conference:
    """Return the edition. Its days are None where a draft has none yet."""
    record = edition_record(page)
    found = record.conference if record else drafts.draft_conference(page, reading_of(page).surroundings)
    return found if found.start and found.end else replace(found, start_time=None, end_time=None)


@once
def shown_edition(page: Any) -> LocalisedConference:
    """Return the edition in the page's language."""
    return localise_conference(edition(page), NO_STAMP, words(language_of(page)))
