"""What editors do with a programme change before it goes out, and after: hold it, send it, write a note to it.

Each is one transaction that waits for a running reconcile, and the edition's documents follow at once. Nothing is
logged of it but the change itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from dvb_wagtail.core.text import clean_text
from dvb_wagtail.publication.reconcile import lock
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedSession

_FIELDS = ["held", "visible_at", "note", "annotated_at"]


def hold(number: int, now: datetime) -> bool:
    """Keep a change back, however long it has been quiet. Tell whether it could be done: not if it is told already.

    `number` is its primary key, `now` (aware) the time that its readers see; so for every function here.
    """

    def held(change: ProgrammeChange) -> bool:
        if change.held or change.visible_at <= now:
            return False
        change.held = True
        return True

    return _change(number, held)


def release(number: int, now: datetime) -> bool:
    """Let a change that is held go out as it would have, at once if it has been quiet. Tell whether it was held."""

    def released(change: ProgrammeChange) -> bool:
        if not change.held:
            return False
        change.held, change.visible_at = False, max(change.visible_at, _whole(now))
        return True

    return _change(number, released)


def send(number: int, now: datetime) -> bool:
    """Let a change go out at once, held or not. Tell whether it could be done: not if it is told already."""

    def sent(change: ProgrammeChange) -> bool:
        if not change.held and change.visible_at <= now:
            return False
        change.held, change.visible_at = False, _whole(now)
        return True

    return _change(number, sent)


def annotate(number: int, note: Mapping[str, str], now: datetime) -> bool:
    """Give a change the editor's words, by language, in place of those it had. Tell whether it could be done.

    Not of a session that is not public: there nothing is kept that somebody wrote. Empty words erase the note.
    """

    def annotated(change: ProgrammeChange) -> bool:
        sessions = PublishedSession.objects.filter(conference=change.conference, gone_at=None)
        if change.identity != change.conference.identity and not sessions.filter(identity=change.identity).exists():
            return False
        cleaned = {language: clean_text(text) for language, text in note.items()}
        written = {language: text for language, text in cleaned.items() if text}
        if written != change.note:
            change.note, change.annotated_at = written, _whole(now)
        return True

    return _change(number, annotated)


def _change(number: int, do: Callable[[ProgrammeChange], bool]) -> bool:
    """Do something to a change, if it is still there, and renew its edition's validator if that made a difference.

    Tell whether it was done.
    """
    with transaction.atomic():
        lock()
        change = ProgrammeChange.objects.select_related("conference").filter(pk=number).first()
        if change is None:
            return False
        before = [getattr(change, name) for name in _FIELDS]
        if not do(change):
            return False
        if [getattr(change, name) for name in _FIELDS] != before:
            change.save(update_fields=_FIELDS)
            change.conference.renew(_whole(timezone.now()))
    return True


def _whole(moment: datetime) -> datetime:
    """Return a moment in UTC and whole seconds, as HTTP writes them."""
    return moment.astimezone(UTC).replace(microsecond=0)
