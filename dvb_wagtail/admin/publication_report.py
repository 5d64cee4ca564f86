"""The report "Publication": what waits, what is kept out and why, what is overdue."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from dvb_wagtail.publication.health import Finding, findings


class PublicationReport(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Everything that an editor should know about the published documents; empty when all is well."""

    template_name = "dvb_wagtail/admin/publication_report.html"
    page_title = _("Publication")
    header_icon = "site"
    permission_policy = PagePermissionPolicy()
    any_permission_required = {"add", "change", "publish"}

    columns = [
        TitleColumn("title", label=_("Page"), get_url=lambda finding: _edit_address(finding)),
        Column("state", label=_("State")),
        Column("reason", label=_("Why")),
        DateColumn("since", label=_("Since")),
    ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = findings(timezone.now())
        table = Table(self.columns, found) if found else None
        return super().get_context_data(table=table, media=table.media if table else "", **kwargs)


def _edit_address(finding: Finding) -> str | None:
    return reverse("wagtailadmin_pages:edit", args=[finding.page]) if finding.page else None
