"""Erasing a person who stands everywhere: afterwards no table, no file and no document has anything of her."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models.signals import pre_delete
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.images.models import Image
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from dvb_wagtail.pages.models import ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.tables import Pending, PermanentCode, ProgrammeChange, PublishedSession, PublishedSpeaker
from tests.publication import everywhere
from tests.publication import site as sample
from tests.publication.erasing import NOTHING_LEFT, code_of, done, erase, left, plan
from tests.publication.everywhere import ABROAD, EARLIER, NAME, everything, holding, public
from tests.publication.site import page, session
from tests.publication.watching import agree
from tests.stored import put_back_as_built

pytestmark = pytest.mark.usefixtures("site")

WHERE = {
    "dvb_pages.Appearance", "dvb_pages.ArticlePage", "dvb_pages.ConferencePage", "dvb_pages.SeriesPage",
    "dvb_pages.SpeakerPage", "dvb_wagtail.PermanentCode", "dvb_wagtail.ProgrammeChange", "dvb_wagtail.PublishedArticle",
    "dvb_wagtail.PublishedConference", "dvb_wagtail.PublishedSession", "dvb_wagtail.PublishedSpeaker", "file",
    "wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.Page", "wagtailcore.PageLogEntry",
    "wagtailcore.Revision", "wagtailcore.TaskState", "wagtailimages.Image", "wagtailimages.Rendition",
    "wagtailredirects.Redirect",
}  # fmt: skip
"""The tables that hold something of her at first, beside those of the search index, which differ by database."""


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    """Keep files in a folder: Wagtail deletes them by a second instance of the storage, which shares no memory."""
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": folder}


@pytest.fixture
def her(site: None) -> Page:
    """Return her page, on a site put back as it was built."""
    put_back_as_built(sample.build, everywhere.build)
    return page(NAME, SpeakerPage)


def test_nothing_is_left_of_her_in_any_table_file_or_document(her: Page) -> None:
    tables = {label for label, _pk in holding(everything())}
    assert {label for label in tables if "search" not in label} == WHERE
    assert tables - WHERE
    assert {address.rpartition(".")[2] for address in holding(public()) if "." in address} == {"ics", "rss", "atom"}
    assert len(holding(public())) > 12

    printed = erase(code_of(her.title), EARLIER, NAME, ABROAD)

    assert holding(everything()) == {}
    assert holding(public()) == {}
    assert left(printed) == set()
    assert holding({"printed": "\n".join(printed).lower()}) == {}
    agree()


def test_what_is_beside_her_stays(her: Page) -> None:
    pages = set(Page.objects.exclude(title__in=[her.title, ABROAD]).values_list("pk", flat=True))
    hers = set(Page.objects.filter(translation_key=her.translation_key).values_list("pk", flat=True))
    hers |= set(Page.objects.filter(alias_of__in=hers).values_list("pk", flat=True))
    dates = dict(Page.objects.values_list("pk", "latest_revision_created_at"))
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    assert set(Page.objects.values_list("pk", flat=True)) == pages - hers
    assert {pk: dates[pk] for pk in pages - hers} == dict(Page.objects.values_list("pk", "latest_revision_created_at"))
    conference = page("DV 2020", ConferencePage)
    for version in (conference, conference.get_latest_revision_as_object()):
        assert [host.value["name"] for host in version.hosts] == ["Nils Kvar"]
        assert [contact.value["name"] for contact in version.contacts] == ["Kansliet"]
        assert version.image_credit == ""
    article = page("Programmet är klart")
    assert [(block.block_type, block.value) for block in article.byline] == [("writer", "Nils Kvar")]
    assert [block.value.title for block in article.about] == ["DV 2020"]
    assert article.body[0].value["image"].title == "Sal"
    (change,) = ProgrammeChange.objects.filter(created=ProgrammeChange.objects.earliest("pk").created).exclude(note={})
    assert change.note == {"en": "New room"}
    assert [each.name or each.speaker.title for each in session().appearances.all()] == [
        "Anna Andersson", "B. Bakom", "Cecilia Hemlig",
    ]  # fmt: skip


def test_the_tombstone_and_the_code_are_kept_without_a_name(her: Page) -> None:
    code = code_of(her.title)
    erase(code, EARLIER, NAME, ABROAD)
    row = PublishedSpeaker.objects.get(code=code)
    assert (row.name, row.document, row.gone_reason) == ("", {}, "withdrawn")
    assert PermanentCode.objects.get(code=code).identity == row.identity == her.translation_key


def test_a_second_run_finds_nothing(her: Page) -> None:
    code = code_of(her.title)
    erase(code, EARLIER, NAME, ABROAD)
    assert erase(code, EARLIER, NAME, ABROAD) == [NOTHING_LEFT]


def test_a_dry_run_writes_nothing(her: Page) -> None:
    before, code = everything(), code_of(her.title)
    printed = plan(code, EARLIER, NAME, ABROAD)
    assert everything() == before
    assert {line.split()[1] for line in done(printed, "delete")} >= {"page", "appearance", "image", "redirect"}


def test_a_planned_publication_brings_her_not_back(her: Page) -> None:
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    planned = Revision.objects.exclude(approved_go_live_at=None)
    assert planned
    for revision in planned:
        revision.publish()
    assert holding(everything()) == {}


def test_what_is_deleted_is_told_with_all_that_goes_along(her: Page) -> None:
    before = set(everything())
    printed = erase(code_of(her.title), EARLIER, NAME, ABROAD)
    gone = {(label.rpartition(".")[2].lower(), pk) for label, pk in before - set(everything()) if label != "file"}
    follows = re.compile(".*(index|facet)|programmechange")
    ours = {(kind, pk) for kind, pk in gone if not follows.match(kind)}
    # A row of a page's own table has the id of the page.
    told = {tuple(line.split()[1:]) for line in done(printed, "delete")}
    assert told | {("speakerpage", pk) for kind, pk in told if kind == "page"} == ours


def test_no_reference_to_what_was_deleted_is_left(her: Page) -> None:
    hers = set(Page.objects.filter(translation_key=her.translation_key).values_list("pk", flat=True))
    assert ReferenceIndex.objects.filter(to_object_id__in=map(str, hers)).exists()
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    assert not ReferenceIndex.objects.filter(to_object_id__in=map(str, hers), to_content_type__model="page").exists()
    assert not ReferenceIndex.objects.filter(object_id__in=map(str, hers), base_content_type__model="page").exists()


def test_programmes_say_a_speaker_less_at_once(her: Page) -> None:
    identity = session().translation_key
    before = PublishedSession.objects.select_related("conference").get(identity=identity)
    erase(code_of(her.title))
    after = PublishedSession.objects.get(identity=identity)
    assert [each["texts"]["sv"]["name"] for each in after.document["appearances"]] == ["Anna Andersson", "B. Bakom"]
    assert after.conference.token != before.conference.token
    assert after.sequence == before.sequence


def test_wagtails_own_log_names_nobody(her: Page, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        erase(code_of(her.title), EARLIER, NAME, ABROAD)
    assert f'Page deleted: "#{her.pk}" id={her.pk}' in caplog.messages
    assert holding({"log": caplog.text.lower()}) == {}


def test_log_entries_keep_ids_and_times_and_can_still_be_read(her: Page, client: Client) -> None:
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    entries = PageLogEntry.objects.filter(page=her.pk)
    assert {entry.label for entry in entries} == {f"#{her.pk}"}
    assert entries.filter(action="wagtail.delete", deleted=True).count() == 1
    (moved,) = entries.filter(action="wagtail.move")
    assert {key: set(value) for key, value in moved.data.items()} == {"source": {"id"}, "destination": {"id"}}
    planned = entries.filter(action="wagtail.publish.schedule")
    assert {entry.data["revision"]["go_live_at"][:2] for entry in planned} == {"20"}
    (comment,) = PageLogEntry.objects.filter(page=session().pk, action="wagtail.comments.delete")
    assert comment.label == "Öppning"
    assert comment.data["comment"] == {"id": 0, "contentpath": "title"}
    client.force_login(User.objects.get())
    assert client.get(reverse("wagtailadmin_reports:site_history")).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:history", args=[session().pk])).status_code == 200


def test_a_failure_leaves_everything_as_it_was(her: Page) -> None:
    before, code = everything(), code_of(her.title)

    def refuse(sender: type[Image], **kwargs: Any) -> None:
        raise RuntimeError("The disk is full.")

    pre_delete.connect(refuse, sender=Image)
    try:
        with pytest.raises(RuntimeError):
            erase(code, EARLIER, NAME, ABROAD)
    finally:
        pre_delete.disconnect(refuse, sender=Image)
    assert everything() == before


def test_what_was_pending_is_finished(her: Page) -> None:
    Page.objects.filter(pk=session("Panel").pk).update(title="Samtal")
    Pending.objects.create(identity=session("Samtal").translation_key, error=f"ValueError: {NAME}")
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    assert not Pending.objects.exists()
    agree()


# ---- caches


class Purged(BaseBackend):
    """A cache in front of the site that remembers what it was told to forget."""

    addresses: list[str] = []

    def purge(self, url: str) -> None:
        self.addresses.append(url)


def test_a_cache_in_front_of_the_site_forgets_the_pages(settings: Settings) -> None:
    code = code_of("Anna Andersson")
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": f"{__name__}.Purged"}}
    Purged.addresses.clear()
    plan(code)
    assert Purged.addresses == []
    erase(code)
    assert {page.full_url for page in (session(), page("DV 2020"), page("Talare"))} <= set(Purged.addresses)
    assert "http://dvb.example/talare/anna-andersson/" in Purged.addresses


@pytest.mark.parametrize(("options", "kept"), [([], "Anna"), (["--clear-caches"], None)])
def test_djangos_caches_are_emptied_on_request(options: list[str], kept: str | None) -> None:
    code = code_of("Anna Andersson")
    cache.set("part", "Anna")
    plan(code, *options)
    assert cache.get("part") == "Anna"
    erase(code, *options)
    assert cache.get("part") == kept
    cache.clear()


def test_sessions_are_found_by_whom_they_still_have(her: Page) -> None:
    """The search index has no signal of what was written."""
    erase(code_of(her.title), EARLIER, NAME, ABROAD)
    assert session() in SessionPage.objects.search("Bakom")
    assert list(SessionPage.objects.search("Öberg")) == []
