"""What editors do on a headless site, in a process of its own: `python -m tests.headless.editing` with JSON as input.

Which pages is said by their permanent identity; answers with JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import time
from typing import Any

import django


def translations(model: Any, identity: str) -> list[Any]:
    return list(model.objects.filter(translation_key=identity).order_by("locale_id"))


def edit(wanted: dict[str, Any]) -> dict[str, Any]:
    from dvb_wagtail.core.vocabulary import Kind, SessionStatus
    from dvb_wagtail.pages.models import ConferencePage, SessionPage, SpeakerPage

    edition = ConferencePage.objects.get(acronym=wanted["acronym"], locale__language_code="sv")
    new = SessionPage(
        title=wanted["new_title"],
        slug="alldeles-ny",
        locale=edition.locale,
        kind=Kind.LECTURE,
        day=edition.start_date,
        start=time(21, 10),
        end=time(21, 40),
    )
    edition.add_child(instance=new)
    new.save_revision().publish()

    cancelled = translations(SessionPage, wanted["cancelled"])[0]
    cancelled.status, cancelled.status_reason = SessionStatus.CANCELLED, wanted["reason"]
    cancelled.save_revision().publish()

    moved = translations(SessionPage, wanted["moved"])[0]
    moved.start, moved.end = time(22, 5), time(22, 35)
    moved.save_revision().publish()

    for page in translations(SessionPage, wanted["withdrawn"]):
        page.unpublish()
    for page in translations(SpeakerPage, wanted["renamed"]):
        page.title = wanted["new_name"]
        page.save_revision().publish()
    return {"new": str(new.translation_key)}


def preview(wanted: dict[str, Any]) -> dict[str, Any]:
    """Keep a draft as the editor's window does when somebody presses Preview, and return its token."""
    from dvb_wagtail.models.client_preview import Draft
    from dvb_wagtail.pages.models import SessionPage

    page = translations(SessionPage, wanted["page"])[0]
    page.title = wanted["title"]
    draft = Draft(page)
    return {"token": draft.create_page_preview().token, "content_type": draft.get_content_type_str()}


if __name__ == "__main__":
    django.setup()
    given = json.load(sys.stdin)
    print(json.dumps({"edit": edit, "preview": preview}[given.pop("do")](given)))
