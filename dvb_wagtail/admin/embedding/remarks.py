"""What an editor is told of a page that is to be shared: why nothing of it is public, or what to mind when it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know, and where it is mended: `link` is what leads there and `address` where it leads."""

    text: str
    link: str = ""
    address: str = ""


def edit(page: Any) -> dict[str, str]:
    """Return the link and address of a remark that is mended on a page's form."""
    label = _("Edit “%(title)s”") % {"title": page.get_admin_display_title()}
    return {"link": label, "address": reverse("wagtailadmin_pages:edit", args=[page.pk])}
