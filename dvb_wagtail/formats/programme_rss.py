"""`programme.rss`: a programme as RSS 2.0, for hosts that can take nothing else.

Such a host shows titles and some fifty words of text, and knows no date but `pubDate`, which may not lie in the
future. So day, time and place stand in the title, and again in the first sentence; for programs they are there as
elements of xCal (the namespace that event feeds have had since before RFC 6321), with dates as RFC 3339 writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from html import escape

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.core.words import Words
from dvb_wagtail.formats.feed_extensions import DC, XCAL
from dvb_wagtail.formats.feeds import LIBRARY, RSS_TYPE, rss_item, rss_wrap
from dvb_wagtail.formats.registry import Format, Subject, register
from dvb_wagtail.formats.session_html import session_html


def part(item: LocalisedSession | LocalisedConference, options: Options) -> bytes:
    """Return a session as an RSS item; b"" of the edition itself, which is the channel."""
    if isinstance(item, LocalisedConference):
        return b""
    foreign = [(f"{{{DC}}}language", item.language)] if item.language != options.language else []
    return rss_item(_feed_item(item, options.words), [*foreign, *_xcal(item)])


def wrap(channel: Channel, parts: Iterable[tuple[LocalisedSession, bytes]], options: Options) -> bytes:
    """Return an RSS document of these items, in the order of the programme."""
    return rss_wrap(channel, parts, options)


def _feed_item(item: LocalisedSession, words: Words) -> FeedItem:
    when = _when(item, words, words.short_day)
    place = item.place.room or item.place.venue or item.place.location
    short = _capitalised(words.when_and_where.format(when=when, where=place))
    title = words.listed.format(when=short, title=item.title)
    if notice := words.notices[item.notice]:
        title = words.titled.format(notice=notice, title=title)
    sentence = _sentence(item, words)
    return FeedItem(
        id=item.id,
        title=title,
        language=item.language,
        url=item.url,
        lead=" ".join(part for part in (sentence, item.abstract) if part),
        html=f"<p>{escape(sentence)}</p>{session_html(item, words)}",
        published=item.stamp.created,
        stamp=item.stamp,
        tags=_tags(item, words),
    )


def _when(item: LocalisedSession, words: Words, day_in_words: Callable[[date], str]) -> str:
    """Return the day and the times, as far as they are decided."""
    if item.day is None:
        return words.day_open
    times = words.times(item.start, item.end) if item.start and item.end else ""
    return words.moment(day_in_words(item.day), times)


def _sentence(item: LocalisedSession, words: Words) -> str:
    """Return when and where in full, as a sentence of its own."""
    said = words.when_and_where.format(when=_when(item, words, words.day), where=item.place.location)
    return f"{_capitalised(said)}."


def _tags(item: LocalisedSession, words: Words) -> tuple[Tag, ...]:
    track = [Tag(item.track_code, item.track)] if item.track else []
    themes = [Tag(code, name) for code, name in zip(item.theme_codes, item.themes, strict=True) if name]
    return (*track, *themes, Tag(item.kind, words.kinds[item.kind]))


def _xcal(item: LocalisedSession) -> list[tuple[str, str]]:
    """Return what calendars need to know. A session whose time is open has its day, one whose day is open neither."""
    said = {"uid": item.id, "location": item.place.location, "status": item.status.upper()}
    if item.start and item.end:
        said |= {"dtstart": item.start.isoformat(), "dtend": item.end.isoformat()}
    elif item.day:
        said |= {"dtstart": item.day.isoformat()}
    return [(f"{{{XCAL}}}{name}", text) for name, text in said.items()]


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


PROGRAMME_RSS = register(
    Format(
        subject=Subject.PROGRAMME,
        name="programme",
        extension="rss",
        media_type=RSS_TYPE,
        part=part,
        wrap=wrap,
        version=1,
        library=LIBRARY,
    )
)
