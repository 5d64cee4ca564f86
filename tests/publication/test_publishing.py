"""Publishing in all its ways: by hand, on a day that was set, by a script, by a file."""

from __future__ import annotations

import json
from datetime import time, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from dvb_wagtail.pages.models import Appearance, ConferencePage, SessionPage
from dvb_wagtail.publication.reconcile import check, reconcile
from tests.publication.forms import posted_by
from tests.publication.oracle import expected, published
from tests.publication.site import page, session
from tests.publication.watching import agree, at, changes, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")

EDITION = {
    "sv conference DV 2020",
    "en conference DV 2020 in English",
    "sv session Öppning",
    "en session Opening",
    "sv session Bara svenska",
    "sv session Panel",
}


def test_a_new_version_is_published() -> None:
    with changes(hides={"sv session Öppning"}, shows={"sv session Invigning"}):
        changed = session()
        changed.title, changed.start = "Invigning", time(12, 30)
        changed.save_revision().publish()


def test_the_same_version_is_published_again() -> None:
    with changes_no_byte():
        session().save_revision().publish()
        page("DV 2020", ConferencePage).save_revision().publish()
        page("Anna Andersson").save_revision().publish()
        page("Programmet är klart").save_revision().publish()


def test_a_draft_of_a_live_page_is_saved() -> None:
    for title in ("Öppning", "DV 2020", "Digitala Västerbotten", "Anna Andersson", "Nyheter", "Programmet är klart"):
        draft = page(title)
        draft.title, draft.slug = "Utkast", "utkast"
        with changes_no_byte():
            draft.save_revision()


def test_a_draft_of_a_page_that_was_never_public_is_saved() -> None:
    draft = SessionPage(title="Utkast", live=False)
    with changes_no_byte():
        page("DV 2020", ConferencePage).add_child(instance=draft)
        draft.title = "Ett annat utkast"
        draft.save()
        draft.save_revision()
    agree()


def test_a_page_is_unpublished_and_published_again() -> None:
    with changes(hides={"sv session Öppning"}):
        session().unpublish()
    with changes(shows={"sv session Öppning"}):
        session().save_revision().publish()


def test_an_edition_is_unpublished_in_one_language_and_in_all() -> None:
    with changes(hides={"en conference DV 2020 in English", "en session Opening"}):
        page("DV 2020 in English", ConferencePage, "en").unpublish()
    with changes(hides=EDITION - {"en conference DV 2020 in English", "en session Opening"}):
        page("DV 2020", ConferencePage).unpublish()
    with changes(shows=EDITION - {"en conference DV 2020 in English", "en session Opening"}):
        page("DV 2020", ConferencePage).save_revision().publish()


def test_a_series_is_unpublished() -> None:
    with changes(hides={"sv series Digitala Västerbotten"}):
        page("Digitala Västerbotten").unpublish()
    with changes(shows={"sv series Digitala Västerbotten"}):
        page("Digitala Västerbotten").save_revision().publish()


def test_a_news_channel_is_unpublished_in_one_language() -> None:
    with changes(hides={"sv news Nyheter", "sv article Programmet är klart", "sv article En plats kvar"}):
        page("Nyheter").unpublish()


def test_a_plain_page_above_is_unpublished() -> None:
    """Wagtail goes on to serve the pages below."""
    with changes():
        page("Avdelning").unpublish()


def test_a_page_is_unpublished_with_all_below() -> None:
    with changes(hides=(EDITION - {"en conference DV 2020 in English", "en session Opening"})):
        edition = page("DV 2020", ConferencePage)
        for below in edition.get_descendants(inclusive=True):
            below.specific.unpublish()


def test_a_version_goes_live_on_its_day() -> None:
    later = timezone.now() + timedelta(hours=1)
    planned = session("Bara svenska")
    planned.title, planned.go_live_at = "Numera planerad", later
    with changes_no_byte():
        planned.save_revision().publish()
    with (
        at(later + timedelta(minutes=1)),
        changes(hides={"sv session Bara svenska"}, shows={"sv session Numera planerad"}),
    ):
        call_command("publish_scheduled")


def test_a_page_goes_live_for_the_first_time_on_its_day() -> None:
    later = timezone.now() + timedelta(hours=1)
    planned = SessionPage(title="Planerad", live=False, go_live_at=later)
    page("DV 2020", ConferencePage).add_child(instance=planned)
    with changes():
        planned.save_revision().publish()
    with at(later + timedelta(minutes=1)), changes(shows={"sv session Planerad"}):
        call_command("publish_scheduled")


def test_a_page_expires() -> None:
    later = timezone.now() + timedelta(hours=1)
    brief = session("Bara svenska")
    brief.expire_at = later
    brief.save_revision().publish()
    agree()
    with at(later + timedelta(minutes=1)), changes(hides={"sv session Bara svenska"}):
        call_command("publish_scheduled")


def test_an_older_version_is_published_again() -> None:
    first = session().save_revision()
    first.publish()
    changed = session()
    changed.title, changed.start = "Invigning", time(12, 30)
    changed.save_revision().publish()
    with changes(hides={"sv session Invigning"}, shows={"sv session Öppning"}):
        older = Revision.objects.get(pk=first.pk)
        older.as_object().save_revision(previous_revision=older).publish(previous_revision=older)


def test_a_page_is_saved_by_a_script() -> None:
    with changes(hides={"sv session Öppning"}, shows={"sv session Rättad"}):
        changed = session()
        changed.title = "Rättad"
        changed.save()


def test_a_live_page_is_made_by_a_script() -> None:
    with changes(shows={"sv session Ny"}):
        page("DV 2020", ConferencePage).add_child(instance=SessionPage(title="Ny"))


def test_one_is_added_to_and_taken_from_the_people_of_a_session() -> None:
    panel = session("Panel")
    with changes():
        Appearance.objects.create(session=panel, name="Disa Direkt", locale=panel.locale)
    assert ("sv", "Disa Direkt") in published()[str(panel.translation_key)].people
    with changes():
        Appearance.objects.get(name="Disa Direkt").delete()
    assert published()[str(panel.translation_key)].people == ()


def test_a_publication_that_is_undone_leaves_no_trace() -> None:
    def publish_and_fail() -> None:
        changed = session()
        changed.title = "Ångrad"
        changed.save_revision().publish()
        raise RuntimeError

    with changes_no_byte(), pytest.raises(RuntimeError), transaction.atomic():
        publish_and_fail()
    agree()


def test_pages_are_loaded_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "pages.json"
    call_command("dumpdata", "wagtailcore.page", "dvb_pages.sessionpage", output=str(file))
    rows = json.loads(file.read_text())
    [row] = [row for row in rows if row["fields"].get("title") == "Bara svenska"]
    row["fields"]["title"] = "Inläst"
    file.write_text(json.dumps(rows))
    with changes(hides={"sv session Bara svenska"}, shows={"sv session Inläst"}):
        call_command("loaddata", str(file), verbosity=0)


def test_an_update_without_signals_is_found_by_check_and_mended_by_rebuild() -> None:
    Page.objects.filter(pk=session().pk).update(title="Tyst")
    Page.objects.filter(pk=session("Panel").pk).update(live=False)
    stale, leaking = session("Tyst").translation_key, session("Panel").translation_key
    assert published() != expected()
    assert sorted(check()) == sorted([("stale", "publishedsession", stale), ("leak", "publishedsession", leaking)])
    with changes(hides={"sv session Öppning", "sv session Panel"}, shows={"sv session Tyst"}):
        reconcile()


# ---- in the admin


def test_an_editor_publishes(editor: Client) -> None:
    changed = session("Panel")
    address = reverse("wagtailadmin_pages:edit", args=[changed.pk])
    form = editor.get(address).context["form"]
    with changes(hides={"sv session Panel"}, shows={"sv session Samtal"}):
        posted = posted_by(form) | {"title": "Samtal", "action-publish": "1"}
        assert editor.post(address, posted).status_code == 302


def test_an_editor_saves_a_draft(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[session("Panel").pk])
    form = editor.get(address).context["form"]
    with changes_no_byte():
        assert editor.post(address, posted_by(form) | {"title": "Samtal"}).status_code == 302


def test_an_editor_unpublishes(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:unpublish", args=[session("Panel").pk])
    with changes(hides={"sv session Panel"}):
        assert editor.post(address).status_code == 302


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_an_editor_takes_several_pages_away_at_once(editor: Client, action: str) -> None:
    with changes(hides={"sv session Panel", "sv session Bara svenska"}):
        _bulk(editor, action, ["Panel", "Bara svenska"], {})


def test_an_editor_moves_several_pages_at_once(editor: Client) -> None:
    other = page("DV 2021", ConferencePage)
    with changes():
        _bulk(editor, "move", ["Panel", "Bara svenska"], {"chooser": other.pk})
    assert published()[str(session("Panel").translation_key)].parent == str(other.translation_key)


def test_an_editor_publishes_several_pages_at_once(editor: Client) -> None:
    for title in ("Panel", "Bara svenska"):
        session(title).unpublish()
    with changes(shows={"sv session Panel", "sv session Bara svenska"}):
        _bulk(editor, "publish", ["Panel", "Bara svenska"], {})


def _bulk(editor: Client, action: str, titles: list[str], data: dict[str, int]) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = "&".join(f"id={session(title).pk}" for title in titles)
    assert editor.post(f"{address}?{query}", data).status_code == 302
