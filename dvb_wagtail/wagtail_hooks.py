"""What the package registers with Wagtail. Nothing is done here; each hook only names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from dvb_wagtail.admin.change_actions import ChangeNote, change_action
from dvb_wagtail.admin.change_list import CHANGES_ICON, ChangeList, changes_button
from dvb_wagtail.admin.choosers import BrowseSpeakers
from dvb_wagtail.admin.embedding.view import QrFile, ShareAndEmbed, share_button
from dvb_wagtail.admin.notes import notes
from dvb_wagtail.admin.publication_report import PublicationReport
from dvb_wagtail.core.clashes import Severity
from dvb_wagtail.models.page_notes import CLASHES, PAGE, still_public_notes, told
from dvb_wagtail.models.publishing import PublishedPage
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.publication.receivers import files_moved

ICONS = (
    "article",
    "conference",
    "partner",
    "room",
    "series",
    "session",
    "speaker",
    "theme",
    "ticket",
    "track",
    "venue",
)


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, *(f"dvb_wagtail/icons/{name}.svg" for name in ICONS)]


@hooks.register("after_publish_page")
def tell_of_notes(request: HttpRequest, page: Any) -> None:
    """Say after publishing a page what is not as it should be; it is published all the same.

    What clashes is said of a session: on an edition it stands on a tab of its own.
    """
    if isinstance(page, PublishedPage):
        of = (PAGE, CLASHES) if isinstance(page, SessionMixin) else (PAGE,)
        for note in told(page, of).notes:
            if note.severity is not Severity.NOTE:
                messages.warning(request, note.text)


@hooks.register("after_unpublish_page")
def tell_where_it_is_still_public(request: HttpRequest, page: Any) -> None:
    """Say at once to who has taken back a page that it is public in another language still."""
    if isinstance(page, PublishedPage):
        for note in still_public_notes(page):
            messages.warning(request, note.text)


@hooks.register("after_bulk_action")
def hear_of_moved_files(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    files_moved(objects)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("reports/dvb-publication/", PublicationReport.as_view(), name="dvb_publication_report"),
        path("reports/dvb-changes/", ChangeList.as_view(), name="dvb_changes"),
        path("reports/dvb-changes/results/", ChangeList.as_view(results_only=True), name="dvb_changes_results"),
        path("reports/dvb-changes/<int:number>/note/", ChangeNote.as_view(), name="dvb_change_note"),
        path("reports/dvb-changes/<int:number>/<slug:action>/", change_action, name="dvb_change_action"),
        path("dvb/notes/<int:page_id>/<slug:of>/", notes, name="dvb_notes"),
        path("dvb/embed/<int:page_id>/", ShareAndEmbed.as_view(), name="dvb_embed"),
        path("dvb/embed/<int:page_id>/<slug:name>.svg", QrFile.as_view(), name="dvb_embed_qr"),
        path("dvb/choose-speaker/", BrowseSpeakers.as_view(), name="dvb_choose_speaker"),
        path("dvb/choose-speaker/<int:parent_page_id>/", BrowseSpeakers.as_view()),
    ]


@hooks.register("register_reports_menu_item")
def register_publication_report_menu_item() -> MenuItem:
    return MenuItem(_("Publication"), reverse("dvb_publication_report"), icon_name="site", order=750)


@hooks.register("register_reports_menu_item")
def register_changes_menu_item() -> MenuItem:
    return MenuItem(_("Programme changes"), reverse("dvb_changes"), icon_name=CHANGES_ICON, order=760)


@hooks.register("register_page_header_buttons")
def register_changes_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    found = changes_button(page, user)
    return [found] if found else []


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def register_share_button(page: Any, user: Any, next_url: str | None = None, **view: Any) -> list[Button]:
    found = share_button(page)
    return [found] if found else []
