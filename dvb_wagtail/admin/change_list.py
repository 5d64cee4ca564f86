"""The list "Programme changes": what attendees will be told and what they were, edition by edition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import Button
from wagtail.permission_policies.pages import PagePermissionPolicy

from dvb_wagtail.admin.announcements import STATES, State, announcements, conference_title, editable_conferences
from dvb_wagtail.conf import conf
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference

CHANGES_ICON = "history"


class ConferenceField(ModelChoiceField):
    """An edition by its title, the newest first."""

    def label_from_instance(self, obj: PublishedConference) -> str:
        return conference_title(obj, get_language() or "")


class ConferenceFilter(django_filters.ModelChoiceFilter):
    field_class = ConferenceField


def _editable(request: HttpRequest) -> Any:
    return editable_conferences(request.user).order_by("-start", "pk")


class ChangeFilters(WagtailFilterSet):
    """By edition, given by its identity, and by state."""

    conference = ConferenceFilter(queryset=_editable, to_field_name="identity", label=_("Conference"))
    state = django_filters.ChoiceFilter(
        label=_("State"),
        method="in_state",
        choices=[(state.value, STATES[state]) for state in State if state is not State.SILENT],
    )

    class Meta:
        model = ProgrammeChange
        fields = ["conference", "state"]

    def in_state(self, rows: Any, name: str, value: str) -> Any:
        if value == State.HELD:
            return rows.filter(held=True)
        now = conf.now()
        return rows.filter(held=False, **{"visible_at__lte" if value == State.TOLD else "visible_at__gt": now})


class SaidColumn(BaseColumn):
    """What is said, in every language of the edition, and of which page."""

    cell_template_name = "dvb_wagtail/admin/change_said.html"


class StateColumn(BaseColumn):
    cell_template_name = "dvb_wagtail/admin/change_state.html"


class ActionsColumn(BaseColumn):
    cell_template_name = "dvb_wagtail/admin/change_actions.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        query = request.GET.copy()
        query.pop("_w_filter_fragment", None)
        back = reverse("dvb_changes") + (f"?{query.urlencode()}" if query else "")
        more = {"next": back, "csrf_token": get_token(request)}
        return super().get_cell_context_data(instance, parent_context) | more


class ChangeList(ReportView):
    """What is held comes first, then what waits, then what was told, the newest first."""

    model = ProgrammeChange
    page_title = _("Programme changes")
    header_icon = CHANGES_ICON
    index_url_name = "dvb_changes"
    index_results_url_name = "dvb_changes_results"
    filterset_class = ChangeFilters
    verbose_name_plural = _("programme changes")
    permission_policy = PagePermissionPolicy()
    any_permission_required = {"change"}

    columns = [
        SaidColumn("said", label=_("What is told"), width="50%"),
        Column("conference", label=_("Conference")),
        StateColumn("state", label=_("State")),
        ActionsColumn("actions", label=_("Actions")),
    ]

    def get_base_queryset(self) -> Any:
        rows = ProgrammeChange.objects.filter(conference__in=editable_conferences(self.request.user))
        return rows.select_related("conference")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by("-held", "-visible_at", "-pk")

    def get_table(self, object_list: Iterable[ProgrammeChange]) -> Any:
        return super().get_table(announcements(object_list, conf.now(), get_language() or ""))

    @cached_property
    def no_results_message(self) -> Any:
        if self.is_filtering:
            return _("No programme changes match.")
        return _("Nothing has changed since the programme was released, or it is not released yet.")


def changes_button(page: Any, user: Any) -> Button | None:
    """Return the way from an edition's page to its changes; None on other pages, and for who may not edit it."""
    is_edition = issubclass(page.specific_class or type(page), ConferenceMixin)
    if not is_edition or not page.permissions_for_user(user).can_edit():
        return None
    address = f"{reverse('dvb_changes')}?conference={page.translation_key}"
    return Button(_("Programme changes"), address, icon_name=CHANGES_ICON, priority=70)
