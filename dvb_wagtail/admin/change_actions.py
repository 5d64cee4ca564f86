"""What can be done with one programme change: hold it, let it go, send it, write a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dvb_wagtail.admin.announcements import Announcement, announcements, editable_conferences, languages
from dvb_wagtail.admin.change_list import CHANGES_ICON
from dvb_wagtail.conf import conf
from dvb_wagtail.core import serial
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.delivery.words import words
from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.tables import ProgrammeChange

LONGEST_NOTE = 500

_ACTIONS: Mapping[str, tuple[Callable[[int, datetime], bool], Any, Any]] = {
    "hold": (
        announcing.hold,
        gettext_lazy("Held. It is not sent until you release it."),
        gettext_lazy("Too late to hold it: it has been sent."),
    ),
    "release": (
        announcing.release,
        gettext_lazy("Released. It is sent as soon as it has been quiet."),
        gettext_lazy("It was not held."),
    ),
    "send": (
        announcing.send,
        gettext_lazy("Sent. It stands in the feeds and on the page of the conference."),
        gettext_lazy("It had been sent already."),
    ),
}
"""What does it, what is said when it is done, and when it was too late."""


@require_POST
def change_action(request: HttpRequest, number: int, action: str) -> HttpResponse:
    """Hold, let go or send a change, and go back to the list."""
    if action not in _ACTIONS:
        raise Http404
    change = _change(request, number)
    do, done, too_late = _ACTIONS[action]
    if do(change.pk, conf.now()):
        messages.success(request, done)
    else:
        messages.warning(request, too_late)
    return redirect(_back(request, change))


class NoteForm(forms.Form):
    """The editor's words on a change, in each language of its edition."""

    def __init__(self, *args: Any, conference: Conference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in languages(conference):
            self.fields[language] = forms.CharField(
                label=words(get_language() or language).languages.get(language, language),
                max_length=LONGEST_NOTE,
                required=False,
                widget=AdminAutoHeightTextInput(attrs={"lang": language}),
            )


class ChangeNote(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """The note on one change, below what is told of it."""

    template_name = "dvb_wagtail/admin/change_note.html"
    form_class = NoteForm
    page_title = gettext_lazy("Note on a programme change")
    header_icon = CHANGES_ICON

    @cached_property
    def change(self) -> ProgrammeChange:
        return _change(self.request, self.kwargs["number"])

    @cached_property
    def shown(self) -> Announcement:
        return announcements([self.change], conf.now(), get_language() or "")[0]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": self.get_success_url(), "label": _("Programme changes")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        conference = serial.load(self.change.conference.document, Conference)
        return super().get_form_kwargs() | {"conference": conference, "initial": self.change.note}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(shown=self.shown, next=self.get_success_url(), **kwargs)
        return context | {
            "media": context["form"].media,
            "submit_button_label": _("Save"),
            "submit_button_active_label": _("Saving…"),
        }

    def get_success_url(self) -> str:
        return _back(self.request, self.change)

    def form_valid(self, form: NoteForm) -> HttpResponse:
        if announcing.annotate(self.change.pk, form.cleaned_data, conf.now()):
            messages.success(self.request, _("The note was saved."))
        else:
            messages.error(self.request, _("Nothing was saved: the session is not public."))
        return super().form_valid(form)


def _change(request: HttpRequest, number: int) -> ProgrammeChange:
    """Return a change of an edition that the user may edit. Raises Http404 and PermissionDenied."""
    change = get_object_or_404(ProgrammeChange.objects.select_related("conference"), pk=number)
    if not editable_conferences(request.user).filter(pk=change.conference_id).exists():
        raise PermissionDenied
    return change


def _back(request: HttpRequest, change: ProgrammeChange) -> str:
    """Return the list that one came from, else that of the edition."""
    own = f"{reverse('dvb_changes')}?conference={change.conference.identity}"
    return get_valid_next_url_from_request(request) or own
