"""What erasing leaves to people: texts that mention the person, pictures that something else shows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, ModelLogEntry, Page, Revision, Task, Workflow, WorkflowTask

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.records import TAG
from dvb_wagtail.publication.tables import (
    KeptOut,
    PermanentCode,
    ProgrammeChange,
    PublishedArticle,
    PublishedConference,
    PublishedSession,
)
from dvb_wagtail.testing import publish
from tests.pages_factory import make_appearance, make_article
from tests.publication import site as sample
from tests.publication.erasing import code_of, done, erase, left, plan
from tests.publication.everywhere import everything, holding
from tests.publication.site import document, image, page, session
from tests.publication.watching import agree

pytestmark = pytest.mark.usefixtures("site")

ANNA = "Anna Andersson"
ADMIN = "http://localhost/admin"


def edit(pk: int) -> str:
    return f"{ADMIN}/pages/{pk}/edit/"


def article(**fields: Any) -> ArticlePage:
    changed = page("En plats kvar", ArticlePage)
    for name, value in fields.items():
        setattr(changed, name, value)
    return publish(changed)


def mentions(who: str | None = None) -> set[str]:
    return done(erase(who or code_of(ANNA)), "mention")


# ---- texts


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead", "Vi träffade anna anderssons kollega."),
        ("seo_title", "Möt Anna Andersson"),
        ("body", sample.body("<p>Läs vad <b>Anna</b>&nbsp;Andersson säger.</p>")),
        ("body", sample.body('<p><a href="https://x.example/anna-andersson">Läs</a></p>')),
        ("body", [("quote", {"quote": "Ja.", "source": "Anna Andersson, chef"})]),
        ("image_caption", "Från vänster: Anna Andersson"),
    ],
)
def test_a_text_is_left_and_told_with_its_page_field_and_address(field: str, value: Any) -> None:
    changed = article(**{field: value})
    before = ArticlePage.objects.filter(pk=changed.pk).values().get()
    assert mentions() == {
        f"mention page {changed.pk} {field} {edit(changed.pk)}",
        f"mention revision {changed.latest_revision_id} page {changed.pk} {field} {edit(changed.pk)}",
    }
    assert ArticlePage.objects.filter(pk=changed.pk).values().get() == before


def test_a_title_is_told_with_the_slug_and_what_is_made_of_them() -> None:
    changed = article(title="Anna Andersson om AI", slug="anna-andersson-om-ai")
    told = mentions()
    assert f"mention page {changed.pk} title draft_title slug {edit(changed.pk)}" in told
    revision = f"revision {changed.latest_revision_id} page {changed.pk}"
    assert f"mention {revision} object_str slug title {edit(changed.pk)}" in told
    agree()


def test_everything_that_still_has_the_name_is_told() -> None:
    """Whatever row has it afterwards stands in the report, or only repeats one that does."""
    tagged = make_article(page("Nyheter"), "Om Anna Andersson", tags=(ANNA,), body=sample.body(f"<p>{ANNA}</p>"))
    editor = User.objects.create_superuser("anna.andersson", first_name="Anna", last_name="Andersson")
    Comment.objects.create(page=session(), user=editor, text="Är Anna Andersson tillfrågad?", contentpath="title")
    sample._image("Publiken och Anna Andersson")
    sample._document("Anna Anderssons bilder")
    make_appearance(session("Panel"), name="Nils Norr", title="Kollega till Anna Andersson")
    printed = erase(code_of(ANNA))
    told = {tuple(line.split()[1:3]) for line in done(printed, "mention")}
    rows = holding(everything(), "andersson")
    assert {label for label, _pk in rows} >= {"taggit.Tag", "wagtailcore.Comment", "dvb_pages.Appearance", "auth.User"}
    derived = (
        "dvb_wagtail.Published",
        "dvb_wagtail.ArticleFacet",
        "wagtailsearch",
        "modelsearch",
        "wagtailimages.Rendition",
        "file",
    )
    for label, pk in rows:
        kind = "page" if label.startswith("dvb_pages.") and label.endswith("Page") else label.rpartition(".")[2].lower()
        assert (kind, pk) in told or label.startswith(derived), (label, pk)
    for mentioned in PublishedArticle.objects.filter(gone_at=None):
        if "Andersson" in str(mentioned.document):
            assert ("page", str(tagged.pk)) in told


def test_what_has_a_form_is_told_with_its_address() -> None:
    editor = User.objects.create_superuser("redaktör")
    comment = Comment.objects.create(page=session(), user=editor, text=ANNA, contentpath="title")
    pictured, written = sample._image(f"Publiken och {ANNA}"), sample._document(f"{ANNA} bilder")
    row = make_appearance(session("Panel"), name="Nils Norr", title=f"Kollega till {ANNA}").appearances.get()
    told = mentions()
    assert told >= {
        f"mention image {pictured.pk} title file {ADMIN}/images/{pictured.pk}/",
        f"mention document {written.pk} title file {ADMIN}/documents/edit/{written.pk}/",
        f"mention comment {comment.pk} text {edit(session().pk)}",
        f"mention appearance {row.pk} title {edit(session('Panel').pk)}",
    }


def test_a_first_and_a_last_name_in_columns_of_their_own_are_one_name() -> None:
    user = User.objects.create_user("aa", first_name="Anna", last_name="Andersson")
    User.objects.create_user("ab", first_name="Anna", last_name="Berg")
    assert mentions() == {f"mention user {user.pk} first_name last_name {ADMIN}/users/edit/{user.pk}/"}


def test_what_has_no_form_is_told_without_an_address() -> None:
    editor = User.objects.create_superuser("redaktör")
    workflow, task = Workflow.objects.create(name="Granskning"), Task.objects.create(name="Läs")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    opening = session()
    opening.save_revision()
    state = workflow.start(opening, editor).current_task_state
    state.reject(user=editor, comment=f"Fråga {ANNA}")
    assert f"mention taskstate {state.pk} comment" in mentions()


def test_without_the_admin_nothing_has_an_address(settings: Any) -> None:
    changed, code = article(lead=ANNA), code_of(ANNA)
    settings.ROOT_URLCONF = "dvb_wagtail.urls"
    assert f"mention page {changed.pk} lead" in plan(code)


def test_a_tag_is_told_and_the_code_that_it_left_is_forgotten() -> None:
    changed = page("En plats kvar", ArticlePage)
    changed.tags.add(ANNA)
    changed = publish(changed)
    code, tag = PermanentCode.objects.get(kind=TAG, code="anna-andersson"), changed.tags.get()
    told = mentions()
    assert f"mention permanentcode {code.pk} code" in told
    assert any(line.startswith(f"mention tag {tag.pk} name slug") for line in told)
    changed.tags.clear()
    publish(changed)
    tag.delete()
    assert f"delete permanentcode {code.pk}" in erase(ANNA)
    assert not PermanentCode.objects.filter(pk=code.pk).exists()


def test_a_redirect_that_only_mentions_the_name_is_told() -> None:
    Redirect.add_redirect("/nyheter/anna-andersson-om-ai", redirect_to=page("Nyheter"))
    redirect = Redirect.objects.get()
    assert mentions() == {f"mention redirect {redirect.pk} old_path {ADMIN}/redirects/{redirect.pk}/"}


def test_a_redirect_to_a_namesake_stays() -> None:
    make_appearance(session("Panel"), name=ANNA)
    Redirect.add_redirect("/anna-andersson", redirect_to=page(ANNA))
    erase(ANNA, "--plain-only")
    assert Redirect.objects.exists()


def test_log_entries_of_others_lose_what_mentions_the_name() -> None:
    pictured = image("Sal")
    entry = ModelLogEntry.objects.log_action(
        pictured, "wagtail.edit", title=f"Sal, {ANNA}", data={"was": [ANNA, "Sal"]}
    )
    erase(code_of(ANNA))
    entry.refresh_from_db()
    assert (entry.label, entry.data) == (f"#{pictured.pk}", {"was": ["Sal"]})


def test_log_entries_of_what_no_model_has_any_more_are_cleared_too() -> None:
    entry = ModelLogEntry.objects.log_action(image("Sal"), "wagtail.edit", title=ANNA)
    ModelLogEntry.objects.filter(pk=entry.pk).update(content_type=None, data={"when": "2020-12-08T25:00", "n": 1})
    erase(code_of(ANNA))
    entry.refresh_from_db()
    assert (entry.label, entry.data) == (f"#{entry.object_id}", {"n": 1})


# ---- revisions


def test_older_revisions_that_mention_the_name_go_when_asked_to() -> None:
    first = article(lead=f"{ANNA} talar.")
    second = article(lead="Alla talar.")
    planned = page("En plats kvar", ArticlePage)
    planned.lead, planned.go_live_at = f"{ANNA} tackar.", timezone.now() + timedelta(days=3)
    planned.save_revision().publish()
    later = planned.latest_revision_id
    told = mentions()
    assert {line.split()[2] for line in told if "revision" in line} == {str(first.latest_revision_id), str(later)}
    third = article(lead="Ingen talar.", go_live_at=None)
    printed = erase(ANNA, "--drop-revisions")
    assert f"delete revision {first.latest_revision_id}" in printed
    kept = set(Revision.objects.filter(object_id=str(first.pk)).values_list("pk", flat=True))
    assert first.latest_revision_id not in kept
    assert {second.latest_revision_id, third.latest_revision_id} <= kept


def test_a_revision_that_is_shown_planned_or_in_a_workflow_is_not_dropped() -> None:
    editor = User.objects.create_superuser("redaktör")
    live = article(lead=f"{ANNA} talar.")
    reviewed = page("En plats kvar", ArticlePage)
    reviewed.lead = f"{ANNA} väntar."
    reviewed = reviewed.save_revision()
    workflow, task = Workflow.objects.create(name="Granskning"), Task.objects.create(name="Läs")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    workflow.start(ArticlePage.objects.get(pk=live.pk), editor)
    planned = page("En plats kvar", ArticlePage)
    planned.lead, planned.go_live_at = f"{ANNA} tackar.", timezone.now() + timedelta(days=3)
    planned = planned.save_revision(approved_go_live_at=planned.go_live_at)
    latest = page("En plats kvar", ArticlePage)
    latest.lead = f"{ANNA} slutar."
    latest = latest.save_revision()
    printed = erase(code_of(ANNA), "--drop-revisions")
    told = {int(line.split()[2]) for line in done(printed, "mention") if line.startswith("mention revision")}
    assert told == {live.live_revision_id, reviewed.pk, planned.pk, latest.pk}


def test_a_dropped_revision_is_not_told_as_changed() -> None:
    changed = make_appearance(session("Panel"), name=ANNA)
    changed.abstract = f"{ANNA} talar."
    old = publish(changed).latest_revision_id
    changed = session("Panel")
    changed.abstract = ""
    publish(changed)
    page(ANNA).delete()
    printed = erase(ANNA, "--drop-revisions")
    assert done(printed, "delete") >= {f"delete revision {old}"}
    assert str(old) not in {line.split()[2] for line in done(printed, "change")}


# ---- portraits


def use_in_article(portrait: Any) -> None:
    article(image=portrait)


def use_in_text(portrait: Any) -> None:
    article(body=sample.body("<p>Se</p>", portrait))


def use_in_draft(portrait: Any) -> None:
    draft = page("En plats kvar", ArticlePage)
    draft.image = portrait
    draft.save_revision()


def use_in_text_of_draft(portrait: Any) -> None:
    draft = page("En plats kvar", ArticlePage)
    draft.body = sample.body(f'<p>Se <embed embedtype="image" id="{portrait.pk}" format="left" alt="x"/></p>')
    draft.save_revision()


def use_by_a_speaker(portrait: Any) -> None:
    other = page("Bo Bakom", SpeakerPage)
    other.portrait = portrait
    publish(other)


@pytest.mark.parametrize(
    "use",
    [use_in_article, use_in_text, use_in_draft, use_in_text_of_draft, use_by_a_speaker],
    ids=lambda use: use.__name__,
)
def test_a_portrait_that_something_else_shows_is_kept_and_told(use: Any) -> None:
    portrait = image("Anna")
    use(portrait)
    printed = erase(code_of(ANNA))
    assert f"keep image {portrait.pk} portrait {ADMIN}/images/{portrait.pk}/" in printed
    assert image("Anna") == portrait


def test_a_portrait_that_nothing_else_shows_goes_also_an_earlier_one() -> None:
    earlier, later = image("Anna"), sample._image("Anna senare")
    changed = page(ANNA, SpeakerPage)
    changed.portrait = later
    publish(changed)
    printed = erase(code_of(ANNA))
    assert done(printed, "delete") >= {f"delete image {earlier.pk}", f"delete image {later.pk}"}
    assert left(printed) == set()


def test_a_page_without_a_portrait_goes() -> None:
    page("Bo Bakom").get_view_restrictions().delete()
    assert done(erase(code_of("Bo Bakom")), "delete image") == set()


# ---- pages that cannot be read


@pytest.fixture
def broken(caplog: pytest.LogCaptureFixture) -> Any:
    """Return a function that makes a page unreadable, so that its row stands as it was."""

    def break_page(changed: Page, **values: Any) -> None:
        type(changed).objects.filter(pk=changed.pk).update(**values)
        type(changed).objects.get(pk=changed.pk).save(clean=False)
        assert KeptOut.objects.get(identity=changed.translation_key).reason == "broken"

    with caplog.at_level("CRITICAL"):
        yield break_page


def test_an_unreadable_session_is_withdrawn_until_it_is_mended(broken: Any) -> None:
    changed = make_appearance(session("Panel"), name="Nils Norr")
    broken(changed, kind="karneval")
    row = PublishedSession.objects.get(identity=changed.translation_key)
    assert "Nils Norr" in str(row.document)
    token = row.conference.token
    erase("Nils Norr")
    row = PublishedSession.objects.get(pk=row.pk)
    assert (row.document, row.gone_reason, row.facets.count()) == ({}, "withdrawn", 0)
    assert row.conference.token != token
    mended = session("Panel")
    mended.kind = "lecture"
    mended.save()
    agree()


def test_an_unreadable_article_is_withdrawn_also_where_only_its_text_had_the_name(broken: Any) -> None:
    changed = article(body=[("image", {"image": image("Sal"), "alt": "", "caption": "", "credit": "Nils Norr"})])
    broken(changed, byline=[{"type": "writer", "value": {"not": "a name"}}])
    row = PublishedArticle.objects.get(identity=changed.translation_key)
    assert "Nils Norr" in row.document["texts"]["sv"]["html"]
    erase("Nils Norr")
    row.refresh_from_db()
    assert (row.document, row.gone_reason) == ({}, "withdrawn")
    assert row.gone_at is not None


def test_an_unreadable_edition_is_withdrawn(broken: Any) -> None:
    changed = page("DV 2021", ConferencePage)
    changed.image, changed.image_credit = image("Sal"), "Nils Norr"
    changed = publish(changed)
    broken(changed, status="karneval")
    row = PublishedConference.objects.get(identity=changed.translation_key)
    assert row.document["image"]["credit"] == "Nils Norr"
    erase("Nils Norr")
    after = PublishedConference.objects.get(pk=row.pk)
    assert (after.document, after.gone_reason) == ({}, "withdrawn")
    assert after.token != row.token


def test_an_unreadable_page_that_does_not_name_the_person_stands_as_it_was(broken: Any) -> None:
    make_appearance(session("Panel"), name="Nils Norr")
    other = session("Bara svenska")
    broken(other, kind="karneval")
    erase("Nils Norr")
    assert PublishedSession.objects.get(identity=other.translation_key).gone_at is None


def test_a_row_that_was_out_of_step_is_brought_up_to_date() -> None:
    changed = make_appearance(session("Panel"), name="Nils Norr")
    changed.appearances.all()
    SessionPage.appearances.rel.related_model.objects.filter(session=changed)._raw_delete("default")
    Revision.objects.filter(pk=changed.latest_revision_id).delete()
    row = PublishedSession.objects.get(identity=changed.translation_key)
    assert "Nils Norr" in str(row.document)
    assert f"change publishedsession {row.pk}" in erase("Nils Norr")
    agree()
    assert "Nils Norr" not in str(PublishedSession.objects.get(pk=row.pk).document)


def test_an_error_that_mentions_the_name_is_cleared(broken: Any) -> None:
    other = session("Bara svenska")
    broken(other, kind="karneval")
    KeptOut.objects.update(detail="ValueError: Nils Norr")
    make_appearance(session("Panel"), name="Nils Norr")
    assert f"clear keptout {KeptOut.objects.get().pk}" in erase("Nils Norr")
    assert KeptOut.objects.get().detail == ""


def test_a_note_that_mentions_the_name_is_erased_and_its_readers_are_told() -> None:
    edition, now = PublishedConference.objects.get(key="dv2021"), timezone.now()
    note = {"sv": "Nils Norr är sjuk.", "en": "Another room"}
    change = ProgrammeChange.objects.create(
        conference=edition, identity=edition.identity, created=now, visible_at=now, note=note
    )
    assert f"clear programmechange {change.pk}" in erase("Nils Norr")
    change = ProgrammeChange.objects.select_related("conference").get(pk=change.pk)
    assert change.note == {"en": "Another room"}
    assert change.annotated_at is not None
    assert change.conference.token != edition.token


def test_documents_are_never_deleted() -> None:
    written = document("Bilder")
    written.title = ANNA
    written.save()
    erase(code_of(ANNA))
    assert document(ANNA) == written
