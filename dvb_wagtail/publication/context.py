"""One run of the reconcile: its moment, its view of the sites, and what it has found and touched."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from cattrs import BaseValidationError
from django.db import DatabaseError

from dvb_wagtail.core import serial
from dvb_wagtail.publication.pages import ChannelMap, Versions, is_translation
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import Channel, GoneReason, KeptOut, Published

T = TypeVar("T")

logger = logging.getLogger(__name__)


class Difference(StrEnum):
    """What was wrong with a row before the reconcile wrote it."""

    MISSING = "missing"
    STALE = "stale"
    LEAK = "leak"


def stored(document: dict[str, Any], of: type[T]) -> T | None:
    """Return the record that a row holds; None if it holds none, or one that this version cannot read any more."""
    try:
        return serial.load(document, of) if document else None
    except (BaseValidationError, ValueError):
        return None


@dataclass
class Run:
    """`now` is UTC in whole seconds. `differences` says what was written, by table and identity."""

    now: datetime
    surroundings: Surroundings
    touched: dict[tuple[type[Channel], int], Channel] = field(default_factory=dict)
    differences: list[tuple[Difference, str, UUID]] = field(default_factory=list)
    _kept_out: dict[UUID, KeptOut] = field(default_factory=dict)

    def settle(self, row: Published, record: Any) -> bool:
        """Give the row its record; tell whether it must be saved.

        A record that only another version of this package wrote otherwise moves no date.
        """
        digest = serial.digest(record)
        if row.digest == digest and row.gone_at is None:
            return False
        was_public = row.gone_at is None and bool(row.document)
        same = was_public and stored(row.document, type(record)) == record
        row.document, row.digest = serial.dump(record), digest
        if not same:
            self.note(Difference.STALE if was_public else Difference.MISSING, row)
            row.gone_at, row.gone_reason = None, ""
            row.changed = self.now
        return True

    def withdraw(self, row: Published, versions: Versions) -> bool:
        """Empty the row; tell whether it must be saved.

        Once private it stays so until it is public again: nobody is told that it was withdrawn meanwhile.
        """
        reason = GoneReason.PRIVATE if versions.hidden_by_restriction(self.surroundings) else GoneReason.WITHDRAWN
        if row.gone_at is not None:
            if row.gone_reason in (reason, GoneReason.PRIVATE):
                return False
            row.gone_reason = reason
            return True
        self.note(Difference.LEAK, row)
        row.document, row.digest = {}, ""
        row.gone_at, row.gone_reason, row.changed = self.now, reason, self.now
        return True

    def read(self, versions: Versions, project: Callable[[], T]) -> T | None:
        """Return what a page's projection returns; None if it raises, with the page kept out and the reason told.

        One page that cannot be read stops no other. What is wrong with the database stops the run.
        """
        try:
            return project()
        except DatabaseError:
            raise
        except Exception as error:
            logger.exception("The page %s could not be read; it is kept out.", versions.identity)
            self.keep_out(versions, KeptOut.Reason.BROKEN, f"{type(error).__name__}: {error}"[:2000])
            return None

    @staticmethod
    def may_stay(row: Published | None, versions: Versions) -> bool:
        """Tell whether a row can stand as it was while its page cannot be read: each language in it is still public."""
        return row is None or set(row.document.get("texts", ())) <= set(versions.public)

    def place(self, versions: Versions, channels: ChannelMap) -> int | None:
        """Leave only the pages of one channel and return its row; None if there is none, which the report tells."""
        written = any(is_translation(page) for page in versions.public.values())
        kept = dict(versions.public)
        channel = channels.narrow(versions)
        if channel is None and written:
            self.keep_out(Versions(versions.identity, versions.pages, kept), KeptOut.Reason.NO_PARENT)
        return channel

    def touch(self, channel: Channel) -> None:
        """Renew the channel's validator at the end of the run."""
        self.touched.setdefault((type(channel), channel.pk), channel)

    def has_touched(self, channel: Channel) -> bool:
        """Tell whether the channel's validator is renewed by this run."""
        return (type(channel), channel.pk) in self.touched

    def keep_out(self, versions: Versions, reason: KeptOut.Reason, detail: str = "") -> None:
        """Remember for the report that a public page is not published, and why."""
        page = min(versions.public.values(), key=lambda each: each.pk)
        self._kept_out[versions.identity] = KeptOut(
            identity=versions.identity, page=page.pk, title=page.title, reason=reason, detail=detail
        )

    def finish(self, identities: Collection[UUID] | None) -> None:
        """Renew the validators of the channels touched, and write what was kept out of those looked at (None: all)."""
        for channel in self.touched.values():
            channel.renew(self.now)
        rows = KeptOut.objects.all()
        if identities is not None:
            rows = rows.filter(identity__in={*identities, *self._kept_out})
        before = {row.identity: row for row in rows}
        for identity, row in before.items():
            new = self._kept_out.get(identity)
            if new is None:
                row.delete()
            elif (row.reason, row.detail, row.title) != (new.reason, new.detail, new.title):
                row.reason, row.detail, row.title = new.reason, new.detail, new.title
                row.save()
        KeptOut.objects.bulk_create(row for identity, row in self._kept_out.items() if identity not in before)

    def note(self, difference: Difference, row: Published) -> None:
        """Remember what was wrong with a row, for whoever asked."""
        self.differences.append((difference, row._meta.model_name or "", row.identity))
