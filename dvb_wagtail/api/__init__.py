"""What Wagtail's APIs show of each page type: for v2 and v3 alike, and only what everyone may see.

A class made of a mixin sets the list of its mixin as `api_fields`; any other page type may have `page_api_fields`.
"""

from __future__ import annotations

from dvb_wagtail.api import parts
from dvb_wagtail.api.conference import conference_api_fields
from dvb_wagtail.api.news import article_api_fields, article_index_api_fields
from dvb_wagtail.api.series import series_api_fields
from dvb_wagtail.api.session import session_api_fields
from dvb_wagtail.api.shown import fields
from dvb_wagtail.api.speakers import speaker_api_fields, speaker_index_api_fields

__all__ = [
    "article_api_fields",
    "article_index_api_fields",
    "conference_api_fields",
    "page_api_fields",
    "series_api_fields",
    "session_api_fields",
    "speaker_api_fields",
    "speaker_index_api_fields",
]

page_api_fields = fields(identity=parts.identity, url=parts.url)
"""What a page of any type has: its address on the client site, where Wagtail's own `html_url` is null."""
