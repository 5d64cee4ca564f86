"""A process that is killed after the commit, and a reconcile that fails: the next flush finishes what is pending."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, connection, transaction
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from dvb_wagtail.pages.models import Appearance, ConferencePage
from dvb_wagtail.publication import pending
from dvb_wagtail.publication.tables import Pending
from tests.publication.oracle import expected, published
from tests.publication.site import image, page, secret, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site")


@contextmanager
def killed_after_commit() -> Iterator[None]:
    """Commit what is done inside, and run nothing of what was to come after."""
    with transaction.atomic():
        yield
        connection.run_on_commit.clear()


class Killed(BaseException):
    pass


@contextmanager
def killed_after_writing(table: str) -> Iterator[None]:
    """End as a kill would, right after the first statement that writes to a table."""

    def end(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        done = execute(sql, *rest)
        if f'"{table}"' in sql and not sql.startswith("SELECT"):
            raise Killed
        return done

    with pytest.raises(Killed), connection.execute_wrapper(end):
        yield


def rename(title: str) -> None:
    renamed = page(title)
    renamed.slug = "nytt"
    renamed.save()


def publish() -> None:
    changed = session()
    changed.title = "Invigning"
    changed.save_revision().publish()


OPERATIONS: dict[str, Callable[[], Any]] = {
    "publish": publish,
    "unpublish": lambda: session().unpublish(),
    "unpublish an edition": lambda: page("DV 2020", ConferencePage).unpublish(),
    "move a session": lambda: session().move(page("DV 2021", ConferencePage), "last-child"),
    "move a page above": lambda: page("Avdelning").move(page("Hem på other.example"), "last-child"),
    "rename a page above": lambda: rename("Avdelning"),
    "rename an edition": lambda: rename("DV 2020"),
    "delete a page above": lambda: page("Avdelning").delete(),
    "delete a speaker": lambda: page("Anna Andersson").delete(),
    "unpublish a front page": lambda: page("Home", Page, "en").unpublish(),
    "remove a restriction": lambda: PageViewRestriction.objects.filter(page=page("Bo Bakom")).delete(),
    "delete an image": lambda: image("Sal").delete(),
    "take somebody out of a session": lambda: Appearance.objects.filter(name="B. Bakom")[0].delete(),
}


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS.keys())
def test_killed_between_commit_and_reconcile(operation: Callable[[], Any]) -> None:
    with changes_no_byte_but_pending(), killed_after_commit():
        operation()
    call_command("dvb_publication", "flush")
    agree()


@contextmanager
def changes_no_byte_but_pending() -> Iterator[None]:
    """Require that what is done inside is only written down."""
    before = published()
    yield
    assert published() == before
    assert Pending.objects.exists()


def make_private() -> None:
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")


def make_another_page_private() -> None:
    restriction = PageViewRestriction.objects.get(page=page("Bo Bakom"))
    restriction.page = page("Anna Andersson")
    restriction.save()


def make_a_collection_private() -> None:
    CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login")


def make_an_image_private() -> None:
    hidden = image("Sal")
    hidden.collection = secret()
    hidden.save()


def change_the_host() -> None:
    site = Site.objects.get(is_default_site=True)
    site.hostname = "ny.example"
    site.save()


@pytest.mark.parametrize(
    ("operation", "table"),
    [
        (make_private, "wagtailcore_pageviewrestriction"),
        (make_another_page_private, "wagtailcore_pageviewrestriction"),
        (make_a_collection_private, "wagtailcore_collectionviewrestriction"),
        (make_an_image_private, "wagtailimages_image"),
        (change_the_host, "wagtailcore_site"),
    ],
)
def test_killed_after_a_write_outside_a_transaction(operation: Callable[[], None], table: str) -> None:
    """Wagtail stores these at once; nothing of ours comes to run after it."""
    with changes_no_byte_but_pending(), killed_after_writing(table):
        operation()
    call_command("dvb_publication", "flush")
    agree()


# ---- a reconcile that fails


@contextmanager
def without_table(table: str) -> Iterator[None]:
    """Have every reconcile of sessions fail while inside, as a half-finished migration would."""
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{table}" RENAME TO "gone"')
    yield
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER TABLE "gone" RENAME TO "{table}"')


def test_a_reconcile_that_fails_breaks_no_publishing_and_is_finished_later(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with without_table("dvb_wagtail_publishedsession"), caplog.at_level(logging.CRITICAL):
        publish()
    assert session("Invigning").live
    waiting = list(Pending.objects.all())
    assert session("Invigning").translation_key in {row.identity for row in waiting}
    assert all("dvb_wagtail_publishedsession" in row.error for row in waiting)
    assert published() != expected()
    call_command("dvb_publication", "flush")
    agree()


def test_a_flush_that_fails_says_so_and_loses_nothing() -> None:
    with without_table("dvb_wagtail_publishedsession"):
        pending.mark(identities=[session().translation_key], later=True)
        with pytest.raises((OperationalError, ProgrammingError)):
            pending.flush()
    assert Pending.objects.count() == 1
    assert pending.flush() == []
    agree()
