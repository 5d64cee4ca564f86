"""The only way in for readers: frozen records of what is public, each function's queries counted.

Nothing here asks who is reading: what these functions return, everyone may see.
"""

from __future__ import annotations

from dvb_wagtail.publication.records.addressed import (
    PublicPage,
    at_url,
)
from dvb_wagtail.publication.records.articles import (
    ABOUT,
    LANGUAGE,
    TAG,
    article_of,
    articles,
    articles_about,
    count_articles,
    tag_known,
    tags,
)
from dvb_wagtail.publication.records.catalogue import (
    catalogue,
    root_url,
    site_name,
)
from dvb_wagtail.publication.records.changes import changes
from dvb_wagtail.publication.records.channels import (
    conference,
    conference_of,
    editions,
    news,
    news_channels,
    news_of,
    series,
    series_of,
)
from dvb_wagtail.publication.records.sessions import (
    appearances_of,
    ever_public,
    session,
    session_of,
    sessions,
)
from dvb_wagtail.publication.records.several import (
    articles_of,
    conferences_of,
    sessions_of,
    several_news_of,
    several_series_of,
)
from dvb_wagtail.publication.records.speakers import (
    speakers,
    speakers_in,
)
from dvb_wagtail.publication.records.types import (
    ArticleRecord,
    Catalogue,
    ConferenceRecord,
    Host,
    NewsRecord,
    SeriesRecord,
    SessionRecord,
    SpeakerRecord,
    Withdrawn,
)

__all__ = [
    "ABOUT",
    "LANGUAGE",
    "TAG",
    "ArticleRecord",
    "Catalogue",
    "ConferenceRecord",
    "Host",
    "NewsRecord",
    "PublicPage",
    "SeriesRecord",
    "SessionRecord",
    "SpeakerRecord",
    "Withdrawn",
    "appearances_of",
    "article_of",
    "articles",
    "articles_about",
    "articles_of",
    "at_url",
    "catalogue",
    "changes",
    "conference",
    "conference_of",
    "conferences_of",
    "count_articles",
    "editions",
    "ever_public",
    "news",
    "news_channels",
    "news_of",
    "root_url",
    "series",
    "series_of",
    "session",
    "session_of",
    "sessions",
    "sessions_of",
    "several_news_of",
    "several_series_of",
    "site_name",
    "speakers",
    "speakers_in",
    "tag_known",
    "tags",
]
