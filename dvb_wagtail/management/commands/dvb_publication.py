"""Finish, rebuild or check the publication index, or erase a person."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dvb_wagtail.publication import failures, pending
from dvb_wagtail.publication.erasing.erase import erase
from dvb_wagtail.publication.erasing.pages import Refused
from dvb_wagtail.publication.erasing.person import Ambiguous, Unknown
from dvb_wagtail.publication.reconcile import Differences, check, reconcile
from dvb_wagtail.publication.tables import Pending

ERASING = ("who", "page", "plain_only", "drop_revisions", "clear_caches", "dry_run")
"""The options of `erase`."""


class Command(BaseCommand):
    """`flush` belongs in the same cron line as Wagtail's `publish_scheduled`."""

    help = (
        "Finish what is pending (flush), read every page afresh (rebuild), say what differs (check), or erase a person "
        "from every table (erase)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["flush", "rebuild", "check", "erase"])
        erasing = parser.add_argument_group("erase")
        erasing.add_argument(
            "who",
            nargs="*",
            help="Codes of a speaker's page, and names that stand without a page. All of them are one person. "
            "A portrait goes along, unless something else shows it.",
        )
        erasing.add_argument(
            "--page", type=int, action="append", default=[], help="The id of a speaker's page, instead of its code."
        )
        erasing.add_argument(
            "--plain-only",
            action="store_true",
            help="Erase the name where it stands without a page, though a speaker's page has it, too: "
            "they are different people.",
        )
        erasing.add_argument(
            "--drop-revisions",
            action="store_true",
            help="Delete older revisions whose texts mention the person, after somebody has rewritten the texts.",
        )
        erasing.add_argument(
            "--clear-caches",
            action="store_true",
            help="Empty every cache in CACHES afterwards, with all that other programs keep there.",
        )
        erasing.add_argument("--dry-run", action="store_true", help="Write nothing; show what would be done.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] != "erase" and any(options[name] for name in ERASING):
            raise CommandError(_("Only erase takes anything more."))
        getattr(self, f"_{options['action']}")(options)

    def _flush(self, options: dict[str, Any]) -> None:
        """Quiet when there was nothing to do, as a cron job should be."""
        self._tell(pending.flush(), quiet=True)

    def _rebuild(self, options: dict[str, Any]) -> None:
        waiting = list(Pending.objects.values_list("pk", flat=True))
        self._tell(reconcile())
        Pending.objects.filter(pk__in=waiting).delete()
        failures.forget()

    def _check(self, options: dict[str, Any]) -> None:
        found = check()
        self._tell(found)
        if found:
            raise CommandError(_("The publication index differs from the pages in %d places.") % len(found))

    def _tell(self, found: Differences, *, quiet: bool = False) -> None:
        for difference, table, identity in found:
            self.stdout.write(f"{difference} {table} {identity}")
        if not found and not quiet:
            self.stdout.write(_("The publication index agrees with the pages."))

    def _erase(self, options: dict[str, Any]) -> None:
        """Names nobody, in no message: what a command prints is often kept."""
        if not (options["who"] or options["page"]):
            raise CommandError(_("Whom? Give the code of a speaker, or a name in quotation marks."))
        flags = {name: options[name] for name in ERASING[2:]}
        try:
            plan = erase(options["who"], options["page"], **flags)
        except Unknown as error:
            raise CommandError(_("Nothing is stored of anybody with this code, name or page.")) from error
        except Ambiguous as error:
            raise CommandError(
                _(
                    "Pages of speakers have this name, too: %(pages)s. Add --page with each of these ids if it is the "
                    "same person, or --plain-only if not."
                )
                % {"pages": ", ".join(map(str, error.pages))}
            ) from error
        except Refused as error:
            raise CommandError(
                _("Page %(page)d cannot be deleted as long as something depends on it: %(models)s.")
                % {"page": error.page, "models": ", ".join(error.models)}
            ) from error
        done = list(plan.deeds())
        for line in [*done, *plan.left]:
            self.stdout.write(str(line))
        self._sum_up(len(done), len(plan.left), options)

    def _sum_up(self, done: int, left: int, options: dict[str, Any]) -> None:
        if not done:
            self.stdout.write(_("There is nothing left to erase."))
        elif options["dry_run"]:
            self.stdout.write(_("Nothing was written: this is what would be done."))
        else:
            self.stdout.write(
                ngettext("%d row was changed or deleted.", "%d rows were changed or deleted.", done) % done
            )
        if left:
            message = ngettext("%d place is left for you to look at.", "%d places are left for you to look at.", left)
            self.stdout.write(message % left)
