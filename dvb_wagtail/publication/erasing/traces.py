"""What is left of a person beside pages: redirects, and what the package's own tables hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.apps import apps
from django.db.models import Model, TextField
from django.utils import timezone

from dvb_wagtail.publication.context import Run
from dvb_wagtail.publication.erasing.names import Mentions
from dvb_wagtail.publication.erasing.person import Person, Verdict
from dvb_wagtail.publication.erasing.plan import Plan
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.records import TAG
from dvb_wagtail.publication.surroundings import Surroundings
from dvb_wagtail.publication.tables import (
    ArticleFacet,
    KeptOut,
    PermanentCode,
    ProgrammeChange,
    Published,
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
    PublishedSpeaker,
)

TABLES: tuple[type[Published], ...] = (
    PublishedSeries,
    PublishedConference,
    PublishedNews,
    PublishedSpeaker,
    PublishedSession,
    PublishedArticle,
)

CHUNK = 500


# ---- redirects


def find_redirects(plan: Plan, mentions: Mentions) -> None:
    """Plan the deletion of redirects from or to an address that is the person's name, wherever they lead."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return
    model = apps.get_model("wagtailredirects", "Redirect")
    redirects = model._default_manager.exclude(redirect_page__in=plan.person.others)
    for pk, old_path, link in redirects.values_list("pk", "old_path", "redirect_link").iterator(CHUNK):
        if mentions.within_address(old_path) or mentions.within_address(urlsplit(link).path):
            plan.redirects.add(pk)
    plan.delete(model, plan.redirects)


def delete_redirects(plan: Plan) -> None:
    if plan.redirects:
        apps.get_model("wagtailredirects", "Redirect")._default_manager.filter(pk__in=plan.redirects).delete()


# ---- words in the package's own tables


def texts() -> Iterator[tuple[type[Model], str]]:
    """Yield the columns that may hold anybody's words: editors' notes, and errors of any kind."""
    for model in apps.get_app_config("dvb_wagtail").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, TextField):
                yield model, field.name
    yield ProgrammeChange, "note"


def find_words(plan: Plan, mentions: Mentions) -> None:
    """Plan to clear notes and errors, and to forget the codes of tags that are the person's name and nothing has."""
    for model, column in texts():
        rows = model._default_manager.values_list("pk", column)
        plan.cleared[model].update(pk for pk, text in rows.iterator(CHUNK) if mentions.within(text))
    tags = PermanentCode.objects.filter(kind=TAG).values_list("pk", "code")
    for pk, code in tags.iterator(CHUNK):
        if mentions.within_address(code) and not ArticleFacet.objects.filter(facet=TAG, value=code).exists():
            plan.codes.add(pk)
    plan.delete(PermanentCode, plan.codes)


def clear_words(mentions: Mentions) -> None:
    """Clear what mentions the person; after the reconcile, whose errors may repeat it."""
    for model, column in texts():
        for pk, text in list(model._default_manager.values_list("pk", column)):
            if not mentions.within(text):
                continue
            if model is ProgrammeChange:
                _clear_note(ProgrammeChange.objects.select_related("conference").get(pk=pk), mentions)
            else:
                model._default_manager.filter(pk=pk).update(**{column: ""})


def _clear_note(change: ProgrammeChange, mentions: Mentions) -> None:
    """Erase a note in the languages that mention the person, and let those know who have read it."""
    now = timezone.now().replace(microsecond=0)
    change.note = {language: note for language, note in change.note.items() if not mentions.within(note)}
    change.annotated_at = now
    change.save(update_fields=["note", "annotated_at"])
    change.conference.renew(now)


# ---- rows of the index


def find_rows(plan: Plan) -> None:
    """Plan what is to be reconciled: every public row that names the person, whatever its page says by now."""
    for row in _naming(plan.person):
        plan.stale[type(row)][row.pk] = row.identity


def withdraw_unreadable(person: Person, identities: Collection[UUID], mentions: Mentions) -> None:
    """Withdraw what names the person even after the reconcile: a page that cannot be read keeps its last document.

    `identities` are those of the pages that were changed. A row returns by itself once its page is mended.
    """
    run = Run(timezone.now().replace(microsecond=0), Surroundings())
    broken = KeptOut.objects.filter(reason=KeptOut.Reason.BROKEN, identity__in=identities).values("identity")
    suspects = (row for table in TABLES for row in table._default_manager.filter(identity__in=broken, gone_at=None))
    found = {(type(row), row.pk): row for row in _naming(person)}
    found.update({(type(row), row.pk): row for row in suspects if mentions.within(row.document)})
    for row in found.values():
        run.withdraw(row, Versions(row.identity, [], {}))
        row.save()
        channel = row
        if isinstance(row, PublishedSession | PublishedArticle):
            row.facets.all().delete()
            channel = row.conference if isinstance(row, PublishedSession) else row.news
        run.touch(channel)
    run.finish(())


def _naming(person: Person) -> Iterator[Any]:
    for table in TABLES:
        for row in table._default_manager.filter(gone_at=None).order_by("pk").iterator(CHUNK):
            if row.identity in person.identities or _names(row, person):
                yield row


def _names(row: Published, person: Person) -> bool:
    """Tell whether a row's document names the person in a field of its own."""

    def is_theirs(name: str, *, is_other: bool = False) -> bool:
        return person.verdict_on_name(name, row.identity, is_other=is_other) is Verdict.THEIRS

    document = row.document
    credits = [*document.get("writers", ()), *document.get("photographers", ())]
    if image := document.get("image"):
        credits.append(image.get("credit", ""))
    if any(map(is_theirs, credits)):
        return True
    for appearance in document.get("appearances", ()):
        code = appearance.get("speaker", "")
        names = [texts["name"] for texts in appearance["texts"].values()]
        if code in person.codes or any(is_theirs(name, is_other=bool(code)) for name in names):
            return True
    return False
