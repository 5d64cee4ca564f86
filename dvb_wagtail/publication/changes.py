"""Programme changes: recorded from the release of the programme on, told after a while of quiet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from dvb_wagtail.conf import conf
from dvb_wagtail.core import serial
from dvb_wagtail.core.changes import EditionSnapshot, Snapshot, difference, edition_difference
from dvb_wagtail.publication.context import Run
from dvb_wagtail.publication.tables import GoneReason, ProgrammeChange, PublishedConference, PublishedSession

QUIET = timedelta(minutes=10)
"""So long nothing must have happened before a change is told: a slip corrected at once is never announced."""
QUIET_ON_THE_DAY = timedelta(minutes=2)


def record(
    run: Run,
    conference: PublishedConference,
    identity: UUID,
    before: Snapshot | EditionSnapshot | None,
    after: Snapshot | EditionSnapshot | None,
) -> None:
    """Record what changed for attendees, joined with what of the same thing has not been told yet.

    That is what waits for quiet and what an editor holds. What is put back before it was told leaves no trace. What
    comes with the release is the programme, and no change of it; of an edition that is not public nothing is said.
    """
    released = conference.released_at is not None and conference.released_at < run.now
    if not released or conference.gone_at is not None or before == after:
        return
    now = conf.now().replace(microsecond=0)
    untold = Q(visible_at__gt=now) | Q(held=True)
    waiting = ProgrammeChange.objects.filter(untold, conference=conference, identity=identity).first()
    start = waiting.before if waiting else _dump(before)
    if not _differs(start, after):
        if waiting:
            waiting.delete()
        return
    change = waiting or ProgrammeChange(conference=conference, identity=identity, before=start, created=run.now)
    change.after = _dump(after)
    change.visible_at = now + (QUIET_ON_THE_DAY if _is_on(conference, now) else QUIET)
    change.save()


def known_while_gone(conference: PublishedConference, session: PublishedSession, last: Snapshot) -> Snapshot | None:
    """Return what attendees know of a session that is not public, of which they last saw `last`.

    If they were told of its withdrawal, its return is a restoration. If it went in silence, being private or with its
    whole edition, it is to them as it was. If it went before the programme was released, it was never part of that.
    """
    if conference.released_at is None or session.gone_at is None or session.gone_at < conference.released_at:
        return None
    if session.gone_reason == GoneReason.PRIVATE:
        return last
    told = ProgrammeChange.objects.filter(conference=conference, identity=session.identity).order_by("-created").first()
    return replace(last, public=False) if told is not None and told.after is None else last


def forget_notes(identities: Collection[UUID]) -> None:
    """Erase what editors wrote about changes of what is withdrawn. One query, none without any."""
    if identities:
        ProgrammeChange.objects.filter(identity__in=identities).exclude(note={}).update(note={})


def _dump(snapshot: Snapshot | EditionSnapshot | None) -> dict[str, object] | None:
    return serial.dump(snapshot) if snapshot is not None else None


def _differs(start: dict[str, object] | None, after: Snapshot | EditionSnapshot | None) -> bool:
    if isinstance(after, EditionSnapshot):
        return start is not None and bool(edition_difference(serial.load(start, EditionSnapshot), after))
    return bool(difference(serial.load(start, Snapshot) if start is not None else None, after))


def _is_on(conference: PublishedConference, now: datetime) -> bool:
    """Tell whether this is one of the edition's days, in its own zone."""
    today = now.astimezone(ZoneInfo(conference.document["time_zone"])).date()
    return conference.start is not None and conference.end is not None and conference.start <= today <= conference.end
