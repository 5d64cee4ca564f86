"""What a page would be if it were published now: for previews, and for pages that only some may see.

Nothing is written, and nothing of this goes further than the page itself. Of other pages it has what is public, and
the edition that the page is part of: whoever may see the page may see that, unless it is a draft.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from dvb_wagtail.core.article import Article, News
from dvb_wagtail.core.conference import Conference, Series
from dvb_wagtail.core.people import Speaker
from dvb_wagtail.core.session import Session
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.articles import project_article, project_news
from dvb_wagtail.publication.projection.conferences import project_conference, project_series
from dvb_wagtail.publication.projection.people import PublicSpeakers, project_speaker
from dvb_wagtail.publication.projection.sessions import project_session
from dvb_wagtail.publication.surroundings import Surroundings


def draft_conference(page: Any, surroundings: Surroundings | None = None) -> Conference:
    """Return the edition that a page describes. Its days are None while the page has none."""
    surroundings = surroundings or Surroundings()
    return project_conference(_alone(page, surroundings), page.acronym, surroundings.language(page), surroundings)


def draft_session(page: Any, surroundings: Surroundings | None = None, *, preview: bool) -> tuple[Conference, Session]:
    """Return the session that a page describes, and the edition above it."""
    surroundings = surroundings or Surroundings()
    speakers = PublicSpeakers.of(each.speaker_id for each in page.appearances.all() if each.speaker_id)
    return draft_above(page, surroundings, preview=preview), draft_session_alone(page, surroundings, speakers)


def draft_above(page: Any, surroundings: Surroundings, *, preview: bool) -> Conference:
    """Return the edition that a page is part of.

    It is an empty one where there is none, or where it is a draft and this is no preview.
    """
    above = edition_above(page, preview=preview)
    return draft_conference(above, surroundings) if above else _nowhere(surroundings.language(page))


def draft_session_alone(page: Any, surroundings: Surroundings, speakers: PublicSpeakers) -> Session:
    """Return the session that a page describes, whatever edition it is part of."""
    return project_session(_alone(page, surroundings), "", surroundings.language(page), surroundings, speakers)


def draft_series(page: Any, surroundings: Surroundings) -> Series:
    """Return the series that a page describes."""
    return project_series(_alone(page, surroundings), page.key, surroundings.language(page), surroundings)


def draft_news(page: Any, surroundings: Surroundings) -> News:
    """Return the news channel that a page describes."""
    return project_news(_alone(page, surroundings), page.key, surroundings.language(page), surroundings)


def draft_article(page: Any, surroundings: Surroundings) -> Article:
    """Return the article that a page describes, as if it were published now for the first time unless it was before."""
    first_public = page.first_published_at or timezone.now()
    return project_article(
        _alone(page, surroundings), surroundings.language(page), surroundings, first_public=first_public
    )


def draft_speaker(page: Any, surroundings: Surroundings) -> Speaker:
    """Return the person that a page describes. There is no code: nobody refers to a draft."""
    return project_speaker(_alone(page, surroundings), "", surroundings.language(page), surroundings)


def edition_above(page: Any, *, preview: bool) -> Any:
    """Return the page of the edition that a page is part of; None where that is a draft and this is no preview."""
    above = page.get_ancestors().type(*page_models_with(ConferenceMixin)).specific().last()
    return above if above is not None and (preview or above.live) else None


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
