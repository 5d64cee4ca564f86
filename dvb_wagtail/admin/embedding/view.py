"""The page "Share and embed", its QR codes as files, and the buttons that lead to it."""

from __future__ import annotations

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.permission_policies.pages import PagePermissionPolicy

from dvb_wagtail.admin.embedding import cautions
from dvb_wagtail.admin.embedding.answer import PREVIEW_SANDBOX, Answer, Code, answer
from dvb_wagtail.admin.embedding.form import ShareForm
from dvb_wagtail.admin.embedding.refusals import is_mirror, refusals
from dvb_wagtail.admin.embedding.shareable import PAGES, Shared, shared
from dvb_wagtail.delivery.addresses import AddressTooLong
from dvb_wagtail.formats import qr

SHARE_ICON = "link"


class SharedPage(View):
    """A page that the user finds in the explorer, what is public of it, and what is asked for."""

    @cached_property
    def page(self) -> Any:
        """The page. Raises Http404 and PermissionDenied."""
        model = swapper.load_model("wagtailcore", "Page")
        page = get_object_or_404(model.objects.select_related("locale", "alias_of"), pk=self.kwargs["page_id"])
        if not is_sharable(page):
            raise Http404("This page type is not shared")
        if not PagePermissionPolicy().explorable_instances(self.request.user).filter(pk=page.pk).exists():
            raise PermissionDenied
        return page

    @cached_property
    def shared(self) -> Shared | None:
        return None if is_mirror(self.page) else shared(self.page)

    @cached_property
    def form(self) -> ShareForm | None:
        if self.shared is None:
            return None
        return ShareForm(self.shared, self.page.locale.language_code, self.request.GET or None)

    @cached_property
    def answer(self) -> Answer | None:
        """What was asked for; None where nothing was, or nothing that there is. The form then says what is wrong."""
        if self.shared is None or self.form is None or not self.form.is_valid():
            return None
        try:
            return answer(self.shared, self.form.chosen())
        except AddressTooLong:
            text = _(
                "The address of all that you ticked would be too long: some calendars and websites would cut it off "
                "without a word. Tick less."
            )
            self.form.add_error(None, text)
            return None


class ShareAndEmbed(WagtailAdminTemplateMixin, SharedPage, TemplateView):
    """Questions, and below them the answer in the fields of the system that was chosen."""

    template_name = "dvb_wagtail/admin/embedding/share.html"
    page_title = gettext_lazy("Share and embed")
    header_icon = SHARE_ICON

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = {"url": reverse("wagtailadmin_explore", args=[self.page.pk]), "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(page=self.page, form=self.form, answer=self.answer, **kwargs)
        return context | {
            "refusals": refusals(self.page) if self.shared is None else (),
            "cautions": [*self._cautions()],
            "answer_cautions": [*self._answer_cautions()],
            "preview_sandbox": PREVIEW_SANDBOX,
            "query": self.request.GET.urlencode(),
            "media": Media(
                js=[versioned_static("dvb_wagtail/admin/embedding.js")],
                css={"all": [versioned_static("dvb_wagtail/admin/embedding.css")]},
            ),
        }

    def _cautions(self) -> Any:
        if self.shared is not None:
            yield from cautions.of_page(self.page, self.shared)
            yield from cautions.of_site(self.shared)

    def _answer_cautions(self) -> Any:
        if self.shared is not None and self.answer is not None:
            yield from cautions.of_answer(self.shared, self.answer.chosen)


class QrFile(SharedPage):
    """One of the QR codes of an answer, as a file to print. The query is that of the answer."""

    def get(self, request: HttpRequest, page_id: int, name: str) -> HttpResponse:
        code = self._code(name)
        file_name = f"{self.page.slug}-{name}.svg"
        return HttpResponse(
            qr.svg_file(code.address, code.title),
            headers={
                "Content-Type": "image/svg+xml",
                "Content-Disposition": content_disposition_header(as_attachment=True, filename=file_name),
            },
        )

    def _code(self, name: str) -> Code:
        for code in self.answer.codes if self.page and self.answer else ():
            if code.name == name:
                return code
        raise Http404("There is no such code")


def is_sharable(page: Any) -> bool:
    """Tell whether a page is of a type that can be shared."""
    return issubclass(page.specific_class or type(page), PAGES)


def share_button(page: Any) -> Button | None:
    """Return the way from a page to where it is shared; None on pages of other types.

    Who is shown a page in the explorer may share it: what comes of it is public.
    """
    if not is_sharable(page):
        return None
    return Button(_("Share and embed"), reverse("dvb_embed", args=[page.pk]), icon_name=SHARE_ICON, priority=68)
