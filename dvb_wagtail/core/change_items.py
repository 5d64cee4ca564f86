"""Programme changes in one language, as feeds and pages show them: made of codes, times and kinds.

Of what is not public any more there is no title: what is told of it is when and where it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.change_sentences import Said, of_edition, of_session, subject
from dvb_wagtail.core.changes import ChangeKind, EditionSnapshot, Snapshot, difference, edition_difference
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localise import in_language
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.session import Session
from dvb_wagtail.core.words import Words

_FOREMOST = (
    ChangeKind.WITHDRAWN,
    ChangeKind.CANCELLED,
    ChangeKind.POSTPONED,
    ChangeKind.RESTORED,
    ChangeKind.NEW,
    ChangeKind.MOVED_ONLINE,
    ChangeKind.MOVED_ONSITE,
    ChangeKind.MOVED,
    ChangeKind.OTHER_ROOM,
    ChangeKind.SPEAKER_REPLACED,
    ChangeKind.SPEAKER_ADDED,
    ChangeKind.SPEAKER_REMOVED,
)
"""Of several kinds at once the first one stands before the title."""


@dataclass(frozen=True, slots=True)
class SessionChange:
    """A change of a session. A side that is None is when it was not there.

    `stamp.created` is when it was told, `stamp.changed` when something else was last said of it; both UTC. `note` is
    the editor's, by language. `session` is what everyone may see of it now, None if that is nothing.
    """

    id: str
    before: Snapshot | None
    after: Snapshot | None
    stamp: Stamp
    note: Mapping[str, str]
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class EditionChange:
    """A change of the whole edition. As for `SessionChange`."""

    id: str
    before: EditionSnapshot
    after: EditionSnapshot
    stamp: Stamp
    note: Mapping[str, str]


Change = SessionChange | EditionChange


def kinds_of(change: Change) -> tuple[ChangeKind, ...]:
    """Return what a change is told as, in the order of `ChangeKind`; empty if there is nothing to tell."""
    if isinstance(change, EditionChange):
        return edition_difference(change.before, change.after)
    return difference(change.before, change.after)


def localise_change(change: Change, conference: Conference, words: Words) -> FeedItem | None:
    """Return the change in `words.language`, times as the clock is where it is held; None if there is nothing to tell.

    A title, reason or note without a translation stands in the edition's main language. The item leads to the
    session, or to the edition where the session is not public.
    """
    kinds = kinds_of(change)
    if not kinds:
        return None
    if isinstance(change, EditionChange):
        said = of_edition(change.before, change.after, kinds, conference, words)
    else:
        said = of_session(change.before, change.after, kinds, change.session, conference, words)
    if change.note:
        said.append(Said(*in_language(change.note, words.language, conference.main_language)))
    foremost = next(kind for kind in _FOREMOST if kind in kinds)
    title, url = _title_and_url(change, conference, words)
    return FeedItem(
        id=change.id,
        title=words.titled.format(notice=words.changes.headings[foremost], title=title),
        language=words.language,
        url=url,
        lead=" ".join(each.text for each in said),
        html="".join(_paragraph(each, words.language) for each in said),
        published=change.stamp.created,
        stamp=change.stamp,
        tags=tuple(Tag(kind.value, words.changes.headings[kind]) for kind in kinds),
    )


def _title_and_url(change: Change, conference: Conference, words: Words) -> tuple[str, str]:
    main = conference.main_language
    edition = in_language(conference.texts, words.language, main)[1]
    if isinstance(change, EditionChange):
        return edition.title, edition.url
    if change.session is None:
        return subject(change.after or change.before, words), edition.url
    session = in_language(change.session.texts, words.language, main)[1]
    return session.title, session.url


def _paragraph(said: Said, language: str) -> str:
    other = f' lang="{escape(said.language)}"' if said.language != language else ""
    text = escape(said.text, quote=False).replace("\n", "<br>")
    return f"<p{other}>{text}</p>"
