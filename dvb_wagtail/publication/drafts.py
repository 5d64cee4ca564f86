"""What a page would be if it were published now: for previews, and for pages that only some may see.

Nothing is written, and nothing of this goes further than the page itself. Of other pages it has what is public, and
the edition that the page is part of: whoever may see the page may see that, unless it is a draft.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.session import Session
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.conferences import project_conference
from dvb_wagtail.publication.projection.people import PublicSpeakers
from dvb_wagtail.publication.projection.sessions import project_session
from dvb_wagtail.publication.surroundings import Surroundings


def draft_conference(page: Any) -> Conference:
    """Return the edition that a page describes. Its days are None while the page has none."""
    return _conference(page, Surroundings())


def draft_session(page: Any, *, preview: bool) -> tuple[Conference, Session]:
    """Return the session that a page describes, and the edition above it.

    The edition is an empty one where there is none, or where it is a draft and this is no preview.
    """
    surroundings = Surroundings()
    above = edition_above(page, preview=preview)
    conference = _conference(above, surroundings) if above else _nowhere(surroundings.language(page))
    speakers = PublicSpeakers.of(each.speaker_id for each in page.appearances.all() if each.speaker_id)
    return conference, project_session(
        _alone(page, surroundings), "", surroundings.language(page), surroundings, speakers
    )


def edition_above(page: Any, *, preview: bool) -> Any:
    """Return the page of the edition that a page is part of; None where that is a draft and this is no preview."""
    above = page.get_ancestors().type(*page_models_with(ConferenceMixin)).specific().last()
    return above if above is not None and (preview or above.live) else None


def _conference(page: Any, surroundings: Surroundings) -> Conference:
    return project_conference(_alone(page, surroundings), page.acronym, surroundings.language(page), surroundings)


def _alone(page: Any, surroundings: Surroundings) -> Versions:
    """Return the page as if it were public, in its own language alone."""
    return Versions(page.translation_key, [page], {surroundings.language(page): page})


def _nowhere(language: str) -> Conference:
    return Conference(
        id="",
        acronym="",
        main_language=language,
        time_zone=settings.TIME_ZONE or "UTC",
        start=date.min,
        end=date.min,
        texts={},
    )
