"""What pages say of themselves to search engines (JSON-LD), as text that may stand in a `script` element.

No query is made here: who draws a page has read the records already.
"""

from __future__ import annotations

from collections.abc import Iterable

from dvb_wagtail.core.channel import Options
from dvb_wagtail.core.localise import in_language, localise_article
from dvb_wagtail.core.localise_edition import localise_conference
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats import schema_org_page
from dvb_wagtail.formats.json_parts import written
from dvb_wagtail.publication.records import ArticleRecord, ConferenceRecord, NewsRecord

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""An end tag or a comment in a text would end the script element, or keep it open (HTML, "restrictions for contents of
script elements"). In JSON these stand nowhere but in texts, where an escape is the same character."""


def conference(record: ConferenceRecord, sessions: Iterable[LocalisedSession], words: Words) -> str:
    """Return what the page of an edition is about; `sessions` are all that are public."""
    edition = localise_conference(record.conference, record.stamp, words)
    return _in_html(schema_org_page.conference(edition, sessions, Options(words)))


def session(record: ConferenceRecord, item: LocalisedSession, words: Words) -> str:
    """Return what the page of a session of this edition is about; "" while its day is open."""
    edition = localise_conference(record.conference, record.stamp, words)
    node = schema_org_page.session(item, edition, Options(words))
    return _in_html(node) if node else ""


def article(record: NewsRecord, found: ArticleRecord, language: str) -> str:
    """Return what the page of an article is about; "" if it is not written in `language`."""
    item = localise_article(found.article, found.stamp, language)
    if item is None:
        return ""
    texts = in_language(record.news.texts, language, record.news.main_language)[1]
    return _in_html(schema_org_page.article(item, texts.feed_title or texts.title))


def _in_html(node: object) -> str:
    return written(node).decode().translate(_ESCAPES)
