"""Several processes at once, on a database that lets them: each thread here has a connection of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
import time as clock
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from pytest_django import Settings

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.reconcile import lock, reconcile
from dvb_wagtail.publication.tables import (
    KeptOut,
    Lock,
    PermanentCode,
    PublishedConference,
    PublishedSession,
)
from tests.publication.oracle import expected, published
from tests.publication.site import page, session
from tests.publication.watching import agree

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("site")]

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_search(settings: Settings) -> None:
    """Leave Wagtail's search index alone: its own updates, one of another's rows, end in deadlocks."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}


def at_once(*jobs: Callable[[], object]) -> None:
    """Do these at the same time, each in a thread and a connection of its own; raise what one of them raises."""
    start = threading.Barrier(len(jobs))
    errors: list[BaseException] = []

    def run(job: Callable[[], object]) -> None:
        try:
            start.wait()
            job()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_two_publish_a_session_while_a_third_edits_the_edition() -> None:
    panel = session("Panel").pk
    identity = session("Panel").translation_key
    seen: dict[int, set[datetime]] = defaultdict(set)

    def publish(minutes: range) -> None:
        for minute in minutes:
            changed = SessionPage.objects.get(pk=panel)
            changed.start, changed.abstract = time(14, minute), f"Minut {minute}"
            changed.save_revision().publish()
            row = PublishedSession.objects.get(identity=identity)
            assert row.start is not None
            seen[row.sequence].add(row.start)

    def rename_room() -> None:
        for number in range(4):
            edition = page("DV 2020", ConferencePage)
            edition.venues[0].value["rooms"][0]["name"] = f"Sal {number}"
            edition.save_revision().publish()

    before = PublishedSession.objects.get(identity=identity).sequence
    for first in (10, 30):
        halves = range(first, first + 6), range(first + 6, first + 12)
        at_once(*(partial(publish, half) for half in halves), rename_room)
        agree()
    after = PublishedSession.objects.get(identity=identity).sequence
    assert before + 2 <= after <= before + 24
    assert {sequence: len(starts) for sequence, starts in seen.items()} == dict.fromkeys(seen, 1)
    assert PublishedSession.objects.get(identity=identity).document["texts"]["sv"]["abstract"] == (
        SessionPage.objects.get(pk=panel).abstract
    )


def test_sessions_published_at_once_have_codes_of_their_own() -> None:
    parent = page("DV 2020", ConferencePage)
    drafts = [parent.add_child(instance=SessionPage(title=f"Ny {number}", live=False)) for number in range(8)]

    def publish(several: list[SessionPage]) -> None:
        for draft in several:
            draft.save_revision().publish()

    at_once(partial(publish, drafts[:4]), partial(publish, drafts[4:]))
    agree()
    codes = PublishedSession.objects.values_list("code", flat=True)
    assert len(set(codes)) == len(codes) == PermanentCode.objects.filter(kind="session").count()


def test_of_two_editions_that_take_an_acronym_at_once_one_is_kept_out() -> None:
    parent = page("Avdelning")
    first = page("DV 2021", ConferencePage)
    editions = [
        parent.add_child(
            instance=ConferencePage(
                title=title, acronym="ny2022", start_date=first.start_date, end_date=first.end_date, live=False
            )
        )
        for title in ("Ena", "Andra")
    ]
    at_once(*(edition.save_revision().publish for edition in editions))
    agree()
    [winner] = PublishedConference.objects.filter(key="ny2022")
    [loser] = KeptOut.objects.all()
    assert {winner.identity, loser.identity} == {edition.translation_key for edition in editions}
    assert (loser.reason, loser.detail) == ("code_taken", "ny2022")


def test_whoever_writes_the_index_waits_for_the_other() -> None:
    holds = threading.Event()
    ends: dict[str, float] = {}

    def hold() -> None:
        with transaction.atomic():
            lock()
            holds.set()
            clock.sleep(0.5)
            ends["first"] = clock.monotonic()

    def wait() -> None:
        holds.wait()
        reconcile([session().translation_key])
        ends["second"] = clock.monotonic()

    at_once(hold, wait)
    assert ends["first"] < ends["second"]


def test_the_first_two_of_all_wait_for_each_other_too() -> None:
    """While there is no row to lock yet."""
    Lock.objects.all().delete()
    at_once(*[partial(reconcile, None)] * 3)
    assert Lock.objects.count() == 1
    agree()


KILLED = """
import os, sys, django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from django.db import transaction
from dvb_wagtail.pages.models import SessionPage
with transaction.atomic():
    transaction.on_commit(lambda: os._exit(9))
    changed = SessionPage.objects.get(title="Panel", alias_of=None)
    changed.title = "Samtal"
    changed.save_revision().publish()
"""


def test_what_a_killed_process_published_is_finished_by_the_next_flush() -> None:
    command = [sys.executable, "-c", KILLED, connection.settings_dict["NAME"]]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 9, done.stderr
    assert session("Samtal").live
    assert published() != expected()
    call_command("dvb_publication", "flush")
    agree()
