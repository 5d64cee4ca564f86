"""Finish, rebuild or check the publication index."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from dvb_wagtail.publication import pending
from dvb_wagtail.publication.reconcile import Differences, check, reconcile
from dvb_wagtail.publication.tables import Pending


class Command(BaseCommand):
    """`flush` belongs in the same cron line as Wagtail's `publish_scheduled`."""

    help = "Finish what is pending (flush), read every page afresh (rebuild), or say what differs (check)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["flush", "rebuild", "check"])

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['action']}")()

    def _flush(self) -> None:
        """Quiet when there was nothing to do, as a cron job should be."""
        self._tell(pending.flush(), quiet=True)

    def _rebuild(self) -> None:
        waiting = list(Pending.objects.values_list("pk", flat=True))
        self._tell(reconcile())
        Pending.objects.filter(pk__in=waiting).delete()

    def _check(self) -> None:
        found = check()
        self._tell(found)
        if found:
            raise CommandError(_("The publication index differs from the pages in %d places.") % len(found))

    def _tell(self, found: Differences, *, quiet: bool = False) -> None:
        for difference, table, identity in found:
            self.stdout.write(f"{difference} {table} {identity}")
        if not found and not quiet:
            self.stdout.write(_("The publication index agrees with the pages."))
