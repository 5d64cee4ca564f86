"""A person who stands everywhere that a person can stand, and everything that is stored or public, as text."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.models import Image
from wagtail.models import Comment, CommentReply, Page, Task, Workflow, WorkflowTask

from dvb_wagtail.pages.models import (
    Appearance,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerPage,
)
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference, PublishedNews, PublishedSession
from dvb_wagtail.testing import publish
from tests.pages_factory import make_appearance, make_session, make_speaker, make_speaker_index, make_translation
from tests.publication import site as sample
from tests.publication.site import english, page, session
from tests.stored import _files

NAME, EARLIER, ABROAD, STAND_IN = "Åsa Öberg", "Åsa Norrgård", "Asa Ouberg", "Å. Öberg"
WORDS = ("öberg", "oberg", "norrgård", "norrgard", "ouberg", "gränslots", "fjällvandr", "den dagen", "skrattande")
"""Parts of her names as titles, slugs and files have them, and words of her own page and appearances."""


def build() -> SpeakerPage:
    """Add her to the site, and return her page."""
    index = Page.objects.get(title="Talare", depth=3).specific
    speaker = make_speaker(index, EARLIER, job_title="Gränslots", portrait=_image("asa-norrgard.png"))
    _edit_speaker(speaker)
    speaker = SpeakerPage.objects.get(pk=speaker.pk)
    translated = make_translation(speaker, title=ABROAD, biography="<p>Fjällvandrare</p>")
    speaker.create_alias(parent=make_speaker_index(sample.page("Avdelning"), title="Fler talare"))
    speaker.move(make_speaker_index(sample.page("Avdelning"), title="Rätt ställe"), pos="last-child")
    speaker = SpeakerPage.objects.get(pk=speaker.pk)
    _redirects(speaker)
    _sessions(speaker)
    _conference(speaker)
    _articles(speaker)
    _work(speaker, translated)
    return SpeakerPage.objects.get(pk=speaker.pk)


def _image(name: str) -> Image:
    image = sample._image(name.partition(".")[0])
    Image.objects.filter(pk=image.pk).update(title=f"Skrattande {name}", description="Skrattande talare")
    return Image.objects.get(pk=image.pk)


def _edit_speaker(speaker: SpeakerPage) -> None:
    speaker.title, speaker.slug, speaker.organisation = NAME, "asa-oberg", "Fjällvandrarna"
    speaker.biography = f"<p>{NAME} är gränslots och fjällvandrare.</p>"
    speaker.links = [{"type": "link", "value": {"text": "Gränslotsarna", "address": "https://oberg.example/"}}]
    speaker.portrait, speaker.portrait_alt = _image("asa-oberg.png"), "En skrattande gränslots"
    publish(speaker)
    speaker.job_title = "Fjällvandrare och gränslots"
    speaker.save_revision()
    speaker.go_live_at = timezone.now() + timedelta(days=9)
    speaker.title = f"{NAME} (snart)"
    speaker.save_revision().publish()


def _redirects(speaker: SpeakerPage) -> None:
    Redirect.add_redirect("/sa-hette-sidan-forr", redirect_to=speaker)
    Redirect.add_redirect("/talare/asa-oberg", redirect_to=page("Avdelning"))
    Redirect.add_redirect("/keynote", redirect_to="https://elsewhere.example/asa-oberg/")
    Redirect.add_redirect("/nyheter/2019", redirect_to=page("Avdelning"))


def _sessions(speaker: SpeakerPage) -> None:
    """In published sessions, drafts, planned revisions, translations, copies and earlier versions."""
    then = {"title": "Lots den dagen", "organisations": "Gränslotsarna den dagen"}
    opening = make_appearance(session(), speaker, name=STAND_IN, **then)
    translation = session("Opening")
    translation.appearances.add(Appearance(name=ABROAD, locale=english(), speaker=speaker, **then))
    publish(translation)
    publish_plain(session("Panel"), NAME.upper().replace(" ", "  "))
    was = session("Bara svenska")
    was.appearances.add(Appearance(name=NAME, locale=was.locale, **then))
    publish(was)
    was = session("Bara svenska")
    was.appearances.set([])
    was.go_live_at = timezone.now() + timedelta(days=9)
    publish(was)
    was = session("Bara svenska")
    was.appearances.add(Appearance(speaker=speaker, locale=was.locale, **then))
    was.save_revision()
    planned = session("Bara svenska")
    planned.go_live_at = timezone.now() + timedelta(days=9)
    planned.appearances.add(Appearance(name=EARLIER, locale=was.locale))
    planned.save_revision().publish()
    opening.copy(to=page("DV 2021", ConferencePage), update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=True)
    withdrawn = make_appearance(make_session(page("DV 2021", ConferencePage), "Tillbakadragen"), speaker)
    withdrawn.unpublish()
    opening.create_alias(parent=page("DV 2021", ConferencePage), update_slug="alias")


def publish_plain(changed: SessionPage, name: str) -> None:
    changed.appearances.add(Appearance(name=name, locale=changed.locale))
    publish(changed)


def _conference(speaker: SpeakerPage) -> None:
    for conference, host in (
        (page("DV 2020", ConferencePage), {"speaker": speaker.pk, "name": STAND_IN, "title": "Lots den dagen"}),
        (page("DV 2020 in English", ConferencePage, "en"), {"speaker": None, "name": ABROAD, "title": ""}),
    ):
        conference.hosts = [
            {"type": "person", "value": {**host, "role": "host"}},
            {"type": "person", "value": {"speaker": None, "name": "Nils Kvar", "role": "host"}},
        ]
        conference.contacts = [
            {"type": "contact", "value": {"name": f" {NAME} ", "email": "asa.oberg@region.example", "phone": ""}},
            {"type": "contact", "value": {"name": "Kansliet", "email": "kansli@region.example"}},
        ]
        conference.image, conference.image_credit = sample.image("Sal"), NAME.lower()
        publish(conference)
        conference.save_revision()
    series = page("Digitala Västerbotten", SeriesPage)
    series.contacts = conference.contacts
    publish(series)


def _articles(speaker: SpeakerPage) -> None:
    article = page("Programmet är klart", ArticlePage)
    article.byline = [("writer", NAME), ("writer", "Nils Kvar"), ("photographer", EARLIER)]
    article.image, article.image_credit = sample.image("Sal"), EARLIER
    article.about = [("page", Page.objects.get(pk=speaker.pk)), ("page", Page.objects.get(title="DV 2020"))]
    article.body = [
        {"type": "image", "value": {"image": sample.image("Sal").pk, "alt": "Sal", "credit": NAME, "caption": ""}}
    ]
    article.tags.add(NAME)
    publish(article)
    article = page("Programmet är klart", ArticlePage)
    article.tags.remove(NAME)
    publish(article)
    apps.get_model("taggit", "Tag").objects.filter(name=NAME).delete()


def _work(speaker: SpeakerPage, translated: SpeakerPage) -> None:
    """Comments, a workflow, notes and log entries: what editors write about her."""
    editor = User.objects.create_superuser("redaktör")
    comment = Comment.objects.create(page=speaker, user=editor, text=f"Ring {NAME}", contentpath="title")
    comment.log_create(user=editor)
    CommentReply.objects.create(comment=comment, user=editor, text="Gränslotsen svarar inte").log_create(user=editor)
    elsewhere = Comment(page=session(), user=editor, text=f"Fråga {NAME} om bilder", contentpath="title")
    elsewhere.pk = 0
    elsewhere.log_delete(user=editor)
    workflow, task = Workflow.objects.create(name="Granskning"), Task.objects.create(name="Läs")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    speaker.biography = "<p>Gränslots emeritus</p>"
    speaker.save_revision(user=editor, log_action=True)
    state = workflow.start(speaker, editor)
    state.current_task_state.reject(user=editor, comment=f"{NAME} vill läsa först")
    opening = session()
    opening.save_revision()
    workflow.start(opening, editor)
    translated.title = f"{ABROAD} "
    translated.save(log_action="wagtail.edit", user=editor)
    conference = PublishedConference.objects.get(key="dv2020")
    now = timezone.now()
    ProgrammeChange.objects.create(
        conference=conference,
        identity=session().translation_key,
        created=now,
        visible_at=now,
        note={"sv": f"{NAME} är sjuk", "en": "New room"},
    )


def everything() -> dict[tuple[str, str], str]:
    """Return every row of every table, as lower-case text without escapes, by model and primary key; and all files."""
    tables = set(connection.introspection.table_names())
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table in tables:
            for row in model._base_manager.values():
                found[model._meta.label, str(row[model._meta.pk.attname])] = _text(list(row.values()))
    return found | {("file", name): name.lower() for name in _files()}


def _text(value: Any) -> str:
    """Return values as text in which no character is escaped: lists within revisions are JSON within JSON."""
    text = json.dumps(value, default=_json, ensure_ascii=False)
    return re.sub(r"\\+u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text).lower()


def _json(value: Any) -> Any:
    return list(value.raw_data) if hasattr(value, "raw_data") else str(value)


def holding(texts: dict[Any, str], *words: str) -> dict[Any, set[str]]:
    """Return which of these words stand in which of the texts."""
    found = {key: {word for word in words or WORDS if word in text} for key, text in texts.items()}
    return {key: words for key, words in found.items() if words}


def public() -> dict[str, str]:
    """Return every page and document that anybody may see, as lower-case text, by address."""
    client = Client(headers={"host": "dvb.example"})
    addresses = {found.url for found in Page.objects.live().exclude(depth=1) if found.url}
    addresses = {address.removeprefix("http://dvb.example") for address in addresses}
    for language in ("sv", "en"):
        for key in PublishedConference.objects.values_list("key", flat=True):
            addresses.add(_document("programme", acronym=key, language=language, name="programme", extension="ics"))
        for key in PublishedNews.objects.values_list("key", flat=True):
            for extension in ("rss", "atom"):
                addresses.add(_document("articles", key=key, language=language, name="articles", extension=extension))
        for code, key in PublishedSession.objects.values_list("code", "conference__key"):
            addresses.add(_document("session", acronym=key, language=language, code=code))
    addresses |= {f"{address}program/" for address in addresses if address.endswith("/dv-2020/")}
    answers = {address: client.get(address) for address in sorted(addresses)}
    return {
        address: re.sub(r"\r\n ", "", b"".join(answer).decode()).lower()
        for address, answer in answers.items()
        if answer.status_code == 200
    }


def _document(view: str, **arguments: str) -> str:
    return reverse(f"dvb_wagtail:{view}", kwargs=arguments)
