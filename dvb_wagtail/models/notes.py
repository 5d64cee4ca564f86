"""What an editor should know of an edition's sessions beside each other, in words. It blocks nothing.

Read from the latest revisions, since that is what editors work on; `core.clashes` finds, this says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import swapper
from django.utils.dateparse import parse_date, parse_time
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy, pgettext

from dvb_wagtail.core.clashes import Clash, ClashKind, Slot, clashes_of, find_clashes
from dvb_wagtail.core.vocabulary import SessionStatus
from dvb_wagtail.models.editions import edition_of, latest_version, session_contents
from dvb_wagtail.models.page_notes import Note
from dvb_wagtail.models.translations import main_page

swapper.set_app_prefix("wagtailcore", "wagtail")

PAGE = "page:"
"""Before the id of a speaker's page, where a plain name would stand."""


def session_notes(session: Any, parent: Any = None) -> list[Note] | None:
    """Return what clashes with a session, which may be a draft that is not stored yet, to be placed under `parent`.

    None if there is nothing to compare: a translation, whose facts are another page's; below no edition; a day or time
    that is open; no other session that takes place at a time; a page that was never saved, unless it clashes already.
    """
    edition = _edition(session, parent)
    if edition is None:
        return None
    this = _slot(session, _content(session))
    others = [_slot(page, content) for page, content in session_contents(edition) if page.pk != session.pk]
    edition = latest_version(edition)
    found = _in_words(clashes_of(this, others, _days(edition)), [this, *others], edition, _OF_ONE, this.id)
    compared = session.pk and this.timed and any(other.timed for other in others)
    return found if found or compared else None


def edition_notes(edition: Any) -> list[Note] | None:
    """Return what clashes among the sessions of an edition. That some start together is no news there.

    None if there is nothing to compare: a translation, or fewer than two sessions that take place at a time.
    """
    if not edition.pk or main_page(edition) is not edition:
        return None
    slots = [_slot(page, content) for page, content in session_contents(edition)]
    found = _in_words(find_clashes(slots, _days(edition)), slots, edition, _OF_THE_EDITION)
    return found if found or sum(slot.timed for slot in slots) > 1 else None


def _edition(session: Any, parent: Any) -> Any:
    """Return the edition that a session is to be compared in, if any."""
    if session.pk:
        return edition_of(session) if main_page(session) is session else None
    return edition_of(parent) if parent else None


def _days(edition: Any) -> tuple[date, date] | None:
    return (edition.start_date, edition.end_date) if edition.start_date and edition.end_date else None


def _content(session: Any) -> dict[str, Any]:
    return {
        "title": session.title,
        "day": session.day,
        "start": session.start,
        "end": session.end,
        "room": session.room,
        "status": session.status,
        "appearances": [{"speaker": each.speaker_id, "name": each.name} for each in session.appearances.all()],
    }


def _slot(session: Any, content: Mapping[str, Any]) -> Slot:
    people = (
        f"{PAGE}{each['speaker']}" if each.get("speaker") else (each.get("name") or "").strip()
        for each in content.get("appearances") or ()
    )
    return Slot(
        id=str(session.translation_key),
        title=content.get("title") or "",
        # As text, also where a page gave dates and times: a revision's JSON has no others.
        day=parse_date(str(content.get("day") or "")),
        start=parse_time(str(content.get("start") or "")),
        end=parse_time(str(content.get("end") or "")),
        room=content.get("room") or "",
        people=tuple(person for person in people if person),
        cancelled=content.get("status") == SessionStatus.CANCELLED,
    )


_OF_ONE = {
    ClashKind.ROOM: gettext_lazy("%(subject)s is taken by %(others)s at the same time."),
    ClashKind.SPEAKER: gettext_lazy("%(subject)s takes part in %(others)s at the same time."),
    ClashKind.OUTSIDE_DAYS: gettext_lazy("The day is outside the edition, which lasts from %(first)s to %(last)s."),
    ClashKind.TOO_LONG: gettext_lazy("It lasts longer than twelve hours: is the end right?"),
    ClashKind.EQUAL_TIMES: gettext_lazy("It ends when it starts, and cannot be published so."),
    ClashKind.SAME_START: gettext_lazy("At the same time begins: %(others)s."),
}
"""Said on the form of a session."""

_OF_THE_EDITION = {
    ClashKind.ROOM: gettext_lazy("%(others)s are in %(subject)s at the same time."),
    ClashKind.SPEAKER: gettext_lazy("%(subject)s takes part in %(others)s at the same time."),
    ClashKind.OUTSIDE_DAYS: gettext_lazy("%(others)s is on a day outside the edition."),
    ClashKind.TOO_LONG: gettext_lazy("%(others)s lasts longer than twelve hours: is the end right?"),
    ClashKind.EQUAL_TIMES: gettext_lazy("%(others)s ends when it starts, and cannot be published so."),
}
"""Said on the form of the edition, of any of its sessions."""


def _in_words(
    clashes: Iterable[Clash], slots: Iterable[Slot], edition: Any, patterns: Mapping[ClashKind, Any], this: str = ""
) -> list[Note]:
    """Return a sentence for each clash that there is a pattern for; `this` is the session that they are told on."""
    told = [clash for clash in clashes if clash.kind in patterns]
    names = _names(told, edition)
    titles = {slot.id: slot.title for slot in slots}
    days = {"first": edition.start_date, "last": edition.end_date}
    shown_days = {name: date_format(day, "j E Y") for name, day in days.items() if day}
    return [
        Note(
            clash.severity,
            patterns[clash.kind]
            % {
                "subject": names.get(clash.subject, clash.subject),
                "others": _listed(_quoted(titles[one]) for one in clash.sessions if one != this),
                **shown_days,
            },
        )
        for clash in told
    ]


def _listed(names: Iterable[str]) -> str:
    return get_text_list(list(names), pgettext("between the last two of a list", "and"))


def _quoted(title: str) -> str:
    """Return a title between the quotation marks of the editor's language."""
    return pgettext("a title in a sentence", "“%(title)s”") % {"title": title}


def _names(clashes: Iterable[Clash], edition: Any) -> dict[str, str]:
    """Return the names of rooms and people that clashes are about; a plain name stands for itself. One query."""
    subjects = {clash.subject for clash in clashes}
    names = {room["code"]: room["name"] for venue in edition.venues for room in venue.value["rooms"]}
    ids = [subject.removeprefix(PAGE) for subject in subjects if subject.startswith(PAGE)]
    pages = swapper.load_model("wagtailcore", "Page").objects.filter(pk__in=ids) if ids else ()
    return names | {f"{PAGE}{page.pk}": page.title for page in pages}
