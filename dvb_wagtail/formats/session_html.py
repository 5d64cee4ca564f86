"""What a session is about as HTML, for feeds and for calendars that show it: whole elements, nothing but text escaped.

As `ical_description`, but for the address of the page, which these readers have as a link of its own.
"""

from __future__ import annotations

from html import escape

from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.vocabulary import SessionStatus
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.ical_description import person_line


def session_html(item: LocalisedSession, words: Words) -> str:
    """Return reason, abstract (in its own language), people and stream of a session, as far as there are any."""
    foreign = f' lang="{escape(item.language)}"' if item.language != words.language else ""
    reason = f"<p>{escape(words.reason.format(reason=item.reason))}</p>" if item.reason else ""
    paragraphs = (escape(each).replace("\n", "<br>") for each in item.abstract.split("\n\n") if each)
    abstract = "".join(f"<p{foreign}>{each}</p>" for each in paragraphs)
    return f"{reason}{abstract}{_people(item, words)}{_stream(item, words)}"


def _people(item: LocalisedSession, words: Words) -> str:
    people = "".join(f"<li>{escape(person_line(each, words))}</li>" for each in item.appearances)
    return f"<p>{escape(words.speakers)}:</p><ul>{people}</ul>" if people else ""


def _stream(item: LocalisedSession, words: Words) -> str:
    """Return how to watch; nothing where there will be nothing to see."""
    if item.status is SessionStatus.CANCELLED:
        return ""
    if item.stream:
        return f'<p><a href="{escape(item.stream)}">{escape(words.watch)}</a></p>'
    return f"<p>{escape(words.stream_for_registered)}</p>" if item.stream_for_registered else ""
