"""Who is erased: by a code, a plain name or a page; and what may be somebody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Revision

from dvb_wagtail.pages.models import Appearance, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.tables import PermanentCode, PublishedSession
from dvb_wagtail.testing import publish
from tests.pages_factory import make_appearance, make_speaker
from tests.publication.erasing import NOT_WRITTEN, NOTHING_LEFT, code_of, done, erase, left, plan, refusal
from tests.publication.site import english, page, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site")

ANNA = "Anna Andersson"
UNKNOWN = "Nothing is stored of anybody with this code, name or page."
EDIT = "http://localhost/admin/pages/{}/edit/"


def plain(title: str = "Panel", name: str = ANNA, **fields: Any) -> SessionPage:
    """Publish a session with somebody without a page."""
    return make_appearance(session(title), name=name, **fields)


def names(title: str) -> list[str]:
    row = PublishedSession.objects.get(identity=session(title).translation_key)
    return [each["texts"]["sv"]["name"] for each in row.document.get("appearances", ())]


def nothing_was_written() -> None:
    assert SpeakerPage.objects.filter(title=ANNA).exists()
    assert names("Panel") == [ANNA]


# ---- by name


@pytest.mark.parametrize("told", ["Nils Norr", "nils  NORR", " Nils\u00a0Norr ", "Ni\u00adls Norr"])
def test_a_plain_name_is_found_whatever_its_case_and_spaces(told: str) -> None:
    plain(name="Nils Norr")
    rows = Appearance.objects.filter(name="Nils Norr").values_list("pk", flat=True)
    expected = {f"delete appearance {pk}" for pk in rows}
    assert len(expected) == 2  # the session has an alias
    assert done(erase(told), "delete") == expected
    assert names("Panel") == []
    agree()


@pytest.mark.parametrize("told", ["Nils", "Nils Nörr", "nils-norr"])
def test_a_name_that_is_only_like_it_is_told_and_not_erased(told: str) -> None:
    plain(name="Nils Norr")
    printed = erase(told)
    assert done(printed, "delete", "change", "clear") == set()
    assert printed[-2:] == [NOTHING_LEFT, f"{len(left(printed))} places are left for you to look at."]
    assert names("Panel") == ["Nils Norr"]


@pytest.mark.parametrize("told", ["Nils Norrman", "NilsNorr", "", " ", "…"])
def test_no_other_name_is(told: str) -> None:
    plain(name="Nils Norr")
    assert refusal(told) == UNKNOWN
    assert names("Panel") == ["Nils Norr"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    plain(name="A\u030asa")
    erase("Åsa")
    assert names("Panel") == []


def test_a_name_that_a_page_has_too_is_refused_until_one_says_who_is_meant() -> None:
    plain()
    pk = page(ANNA).pk
    assert refusal(ANNA) == (
        f"Pages of speakers have this name, too: {pk}. Add --page with each of these ids if it is the same person, or "
        "--plain-only if not."
    )
    nothing_was_written()


@pytest.mark.parametrize("how", ["draft", "earlier", "stand-in", "host"])
def test_a_page_has_every_name_that_it_has_had_or_that_stands_in_for_it(how: str) -> None:
    plain(name="Nils Norr")
    anna = page(ANNA)
    if how == "draft":
        anna.title = "Nils Norr"
        anna.save_revision()
    elif how == "earlier":
        anna.title = "Nils Norr"
        publish(anna)
        anna.title = ANNA
        publish(anna)
    elif how == "stand-in":
        make_appearance(session("Bara svenska"), anna, name="nils norr")
    else:
        conference = page("DV 2021", ConferencePage)
        conference.hosts = [("person", {"speaker": anna.page_ptr, "name": "Nils Norr", "role": "host"})]
        publish(conference)
    assert f": {anna.pk}." in refusal("Nils Norr")
    assert names("Panel") == ["Nils Norr"]


def test_the_page_and_the_name_go_together() -> None:
    plain()
    erase(ANNA, "--page", page(ANNA).pk)
    assert not Page.objects.filter(title=ANNA).exists()
    assert names("Panel") == []
    agree()


def test_the_code_and_the_name_go_together() -> None:
    plain()
    erase(ANNA, code_of(ANNA))
    assert not Page.objects.filter(title=ANNA).exists()
    assert names("Panel") == []


def test_a_namesake_without_a_page_goes_alone() -> None:
    plain()
    anna = page(ANNA)
    anna.save_revision(log_action=True)
    printed = erase(ANNA, "--plain-only")
    assert names("Panel") == []
    assert names("Öppning") == [ANNA, "B. Bakom"]
    assert f"same-name page {anna.pk} speaker {EDIT.format(anna.pk)}" in printed
    assert anna.title in {entry.label for entry in apps.get_model("wagtailcore", "PageLogEntry").objects.all()}


def test_what_stands_in_for_another_page_is_left_to_that() -> None:
    changed = make_appearance(session("Panel"), page(ANNA), name="Nils Norr")
    plain("Bara svenska", "Nils Norr")
    printed = erase("Nils Norr", "--plain-only")
    assert names("Bara svenska") == []
    assert f"same-name page {changed.pk} appearance {EDIT.format(changed.pk)}" in printed
    assert changed.appearances.get().name == "Nils Norr"


def test_an_id_of_a_page_that_is_no_more_is_no_page() -> None:
    """An old revision may still have it, with the name that stood in."""
    gone = make_speaker(page("Talare"), "Nils Norr")
    changed = make_appearance(session("Panel"), gone, name="Nisse Norr")
    SpeakerPage.objects.get(pk=gone.pk).delete()
    assert Revision.objects.get(pk=changed.latest_revision_id).content["appearances"][0]["speaker"] == gone.pk
    erase("Nisse Norr")
    assert Revision.objects.get(pk=changed.latest_revision_id).content["appearances"] == []
    assert names("Panel") == []


# ---- by code


def test_a_code_takes_the_page_and_all_that_names_it() -> None:
    anna = page(ANNA)
    printed = erase(code_of(ANNA))
    assert names("Öppning") == ["B. Bakom"]
    assert f"delete page {anna.pk}" in printed
    assert left(printed) == set()
    agree()


def test_the_same_name_elsewhere_is_left_and_told() -> None:
    changed = plain()
    (alias,) = changed.aliases.all()
    conference = page("DV 2021", ConferencePage)
    conference.contacts = [("contact", {"name": ANNA, "role": "", "email": "", "phone": ""})]
    conference.hosts = [("person", {"speaker": None, "name": ANNA, "role": "host", "title": ""})]
    conference = publish(conference)
    printed = erase(code_of(ANNA))
    assert names("Panel") == [ANNA]
    assert done(printed, "same-name") == {
        f"same-name page {changed.pk} appearance {EDIT.format(changed.pk)}",
        f"same-name page {alias.pk} appearance {EDIT.format(alias.pk)}",
        f"same-name revision {changed.latest_revision_id} appearance {EDIT.format(changed.pk)}",
        f"same-name page {conference.pk} contact host {EDIT.format(conference.pk)}",
        f"same-name revision {conference.latest_revision_id} contact host {EDIT.format(conference.pk)}",
    }
    assert printed[-1].endswith("places are left for you to look at.")
    erase(ANNA)
    assert names("Panel") == []


def test_where_the_page_is_named_the_name_alone_is_the_same_person() -> None:
    """An editor writes a name first, and chooses the page once there is one."""
    changed = plain(organisations="Regionen")
    first = changed.latest_revision_id
    row = changed.appearances.get()
    row.name, row.speaker = "", page(ANNA).page_ptr
    changed.appearances.set([row])
    changed = publish(changed)
    printed = erase(code_of(ANNA))
    assert [Revision.objects.get(pk=pk).content["appearances"] for pk in (first, changed.latest_revision_id)] == [
        [],
        [],
    ]
    assert done(printed, "same-name") == set()


def test_a_half_written_title_is_no_name() -> None:
    anna = page(ANNA)
    anna.title = "An"
    anna.save_revision()
    anna = page(ANNA)
    anna.save_revision()
    plain(name="An")
    assert done(plan(code_of(ANNA)), "same-name", "mention") == set()


def test_the_page_goes_in_every_language_and_with_all_that_mirrors_it() -> None:
    anna = page(ANNA)
    translated = publish(anna.copy_for_translation(english(), copy_parents=True))
    alias = translated.create_alias(update_slug="anna-igen")
    mirror_of_alias = alias.create_alias(update_slug="anna-en-gang-till")
    for named in (anna, alias):
        make_appearance(session("Panel"), named)
    assert names("Panel") == [ANNA, ANNA]
    erase("--page", mirror_of_alias.pk)
    assert not SpeakerPage.objects.filter(pk__in=[anna.pk, translated.pk, alias.pk, mirror_of_alias.pk]).exists()
    assert names("Panel") == []
    assert (
        not PublishedSession.objects.get(identity=session("Öppning").translation_key)
        .facets.filter(facet="speaker")
        .exists()
    )


def test_a_page_that_was_never_published_goes_by_its_id() -> None:
    draft = page("Talare").add_child(instance=SpeakerPage(title="Nils Norr", live=False))
    draft.save_revision()
    assert not PermanentCode.objects.filter(identity=draft.translation_key).exists()
    printed = erase("--page", draft.pk)
    assert f"delete page {draft.pk}" in printed
    assert not Page.objects.filter(pk=draft.pk).exists()


def test_a_copy_of_the_page_is_another_page_of_the_same_name() -> None:
    copy = page(ANNA).copy(update_attrs={"slug": "kopia"}, keep_live=False)
    printed = erase("--page", copy.pk)
    kept = SpeakerPage.objects.get(title=ANNA)
    assert done(printed, "same-name") == {f"same-name page {kept.pk} speaker {EDIT.format(kept.pk)}"}


def test_a_code_whose_page_is_gone_leaves_nothing_to_erase() -> None:
    code = code_of(ANNA)
    page(ANNA).delete()
    apps.get_model("wagtailcore", "PageLogEntry").objects.all().delete()
    assert plan(code) == [NOTHING_LEFT]


def test_an_appearance_without_anybody_stays() -> None:
    changed = session("Panel")
    row = Appearance(session=changed, locale=changed.locale)
    row.save()
    erase(code_of(ANNA))
    assert Appearance.objects.filter(pk=row.pk).exists()


def test_looking_through_more_revisions_takes_no_more_queries() -> None:
    """A draft is looked at for the portrait, once."""
    code, changed = code_of(ANNA), session("Bara svenska")
    changed.save_revision()
    plan(code)
    with CaptureQueriesContext(connection) as before:
        plan(code)
    for _each in range(20):
        changed.save_revision()
    with CaptureQueriesContext(connection) as after:
        plan(code)
    assert len(after) == len(before)


# ---- refused


@pytest.mark.parametrize("told", [["ABC234"], ["Nils Norr"], ["--page", "999999"], ["--page", "1"]])
def test_who_is_unknown_is_refused_without_a_hint(told: list[str]) -> None:
    assert refusal(*told) == UNKNOWN


def test_nobody_is_refused() -> None:
    assert refusal() == "Whom? Give the code of a speaker, or a name in quotation marks."


@pytest.mark.parametrize("options", [[ANNA], ["--page", "3"], ["--dry-run"], ["--plain-only"]])
@pytest.mark.parametrize("action", ["flush", "rebuild", "check"])
def test_the_other_actions_take_nothing_more(action: str, options: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("dvb_publication", action, *options)


def test_a_page_that_others_stand_below_is_refused() -> None:
    anna = page(ANNA)
    anna.add_child(instance=Page(title="Under"))
    expected = f"Page {anna.pk} cannot be deleted as long as something depends on it: Page."
    assert refusal(code_of(ANNA)) == expected
    assert Page.objects.filter(pk=anna.pk).exists()


@pytest.fixture
def protector() -> Any:
    """Make a table whose rows protect the page that they are of, and forget it afterwards."""

    class Protector(models.Model):
        page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "dvb_wagtail"

        def __str__(self) -> str:
            return "Protects"

    with connection.schema_editor() as editor:
        editor.create_model(Protector)
    yield Protector
    with connection.schema_editor() as editor:
        editor.delete_model(Protector)
    del apps.all_models["dvb_wagtail"]["protector"]
    apps.clear_cache()


def test_a_page_that_something_protects_is_refused(protector: Any) -> None:
    anna = page(ANNA)
    protector.objects.create(page_id=anna.pk)
    expected = f"Page {anna.pk} cannot be deleted as long as something depends on it: Protector."
    assert refusal(code_of(ANNA)) == expected
    protector.objects.all().delete()
    assert plan(code_of(ANNA))[-1] == NOT_WRITTEN
