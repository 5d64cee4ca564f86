"""`manage.py dvb_publication`: what it does, prints and ends with."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import pending
from dvb_wagtail.publication.tables import Pending, PublishedConference, PublishedSession
from tests.publication.oracle import expected, published
from tests.publication.site import page, session
from tests.publication.watching import agree, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")

AGREES = "The publication index agrees with the pages.\n"


def run(action: str) -> str:
    out = StringIO()
    call_command("dvb_publication", action, stdout=out)
    return out.getvalue()


def disturb() -> str:
    """Change three things behind the index's back, and return what is to be said of them."""
    parent, gone, stale = page("DV 2020", ConferencePage), session("Panel"), session()
    Page.objects.filter(pk=gone.pk).update(live=False)
    Page.objects.filter(pk=stale.pk).update(title="Invigning")
    new = parent.add_child(instance=SessionPage(title="Ny", live=False))
    Page.objects.filter(pk=new.pk).update(live=True)
    lines = [
        f"leak publishedsession {gone.translation_key}",
        f"missing publishedsession {new.translation_key}",
        f"stale publishedsession {stale.translation_key}",
    ]
    return "\n".join(sorted(lines, key=lambda line: line.split()[-1]))


def by_identity(output: str) -> str:
    return "\n".join(sorted(output.strip().split("\n"), key=lambda line: line.split()[-1]))


@pytest.fixture(autouse=True)
def english_words(site: None) -> Iterator[None]:
    """The command speaks English here; the site and its addresses are as ever."""
    with translation.override("en"):
        yield


def test_all_well() -> None:
    with changes_no_byte():
        assert run("check") == AGREES
        assert run("rebuild") == AGREES
        assert run("flush") == ""


def test_check_tells_every_difference_ends_with_an_error_and_writes_nothing() -> None:
    differences = disturb()
    out = StringIO()
    with changes_no_byte(), pytest.raises(CommandError, match="differs from the pages in 3 places"):
        call_command("dvb_publication", "check", stdout=out)
    assert by_identity(out.getvalue()) == differences


def test_rebuild_mends_every_difference_and_tells_it() -> None:
    differences = disturb()
    assert by_identity(run("rebuild")) == differences
    agree()
    assert run("check") == AGREES


def test_check_tells_what_reaches_sessions_and_columns_from_elsewhere() -> None:
    edition, panel = page("DV 2021", ConferencePage), SessionPage(title="Ny")
    edition.add_child(instance=panel)
    ConferencePage.objects.filter(pk=edition.pk).update(status="cancelled")
    assert by_identity(_checked()) == by_identity(
        f"stale publishedconference {edition.translation_key}\nstale publishedsession {panel.translation_key}"
    )
    ConferencePage.objects.filter(pk=edition.pk).update(status="scheduled")
    PublishedConference.objects.filter(identity=edition.translation_key).update(series=None, key="wrong")
    assert _checked() == f"stale publishedconference {edition.translation_key}\n"


def _checked() -> str:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("dvb_publication", "check", stdout=out)
    return out.getvalue()


def test_rebuild_finishes_what_is_pending() -> None:
    Page.objects.filter(pk=session().pk).update(title="Invigning")
    pending.mark(identities=[session("Invigning").translation_key], later=True)
    run("rebuild")
    assert not Pending.objects.exists()
    agree()


def test_flush_finishes_what_is_pending_and_that_alone() -> None:
    Page.objects.filter(pk=session().pk).update(title="Invigning")
    Page.objects.filter(pk=session("Panel").pk).update(title="Samtal")
    pending.mark(identities=[session("Invigning").translation_key], later=True)
    assert run("flush") == f"stale publishedsession {session('Invigning').translation_key}\n"
    assert run("flush") == ""
    assert published() != expected()


def test_rebuild_keeps_what_only_the_index_knows() -> None:
    before = {row.identity: (row.code, row.created, row.sequence) for row in PublishedSession.objects.all()}
    session("Panel").delete()
    run("rebuild")
    after = {row.identity: (row.code, row.created, row.sequence) for row in PublishedSession.objects.all()}
    assert after == before


def test_an_upgrade_that_stores_records_otherwise_moves_no_date() -> None:
    """What a version of the package wrote is compared as a record, not as text."""
    row = PublishedSession.objects.get(identity=session().translation_key)
    stored = row.document | {"sign_interpreted": False, "of_a_later_version": 1}
    PublishedSession.objects.filter(pk=row.pk).update(document=stored, digest="of another version")
    assert run("check") == AGREES
    run("rebuild")
    after = PublishedSession.objects.get(pk=row.pk)
    assert (after.changed, after.document, after.digest) == (row.changed, row.document, row.digest)


def test_a_record_that_cannot_be_read_any_more_is_written_anew() -> None:
    row = PublishedSession.objects.get(identity=session().translation_key)
    PublishedSession.objects.filter(pk=row.pk).update(document={"kind": "karneval"}, digest="of another version")
    assert run("rebuild") == f"stale publishedsession {row.identity}\n"
    assert PublishedSession.objects.get(pk=row.pk).document == row.document
