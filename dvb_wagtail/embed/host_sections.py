"""The parts of the page for web teams, in their order. Their anchors are cited by others: none is ever renamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. Its anchor also names its template."""

    anchor: str
    heading: str | Promise

    @property
    def template(self) -> str:
        return f"dvb_wagtail/embed/host_page/{self.anchor}.html"


SECTIONS: Final = (
    Section("shown", _("What can be shown")),
    Section("loads", _("What is loaded")),
    Section("policy", _("What your site has to allow")),
    Section("privacy", _("Privacy")),
    Section("accessibility", _("Accessibility statement")),
    Section("height", _("Height")),
    Section("oembed", _("oEmbed")),
    Section("options", _("Options of the address")),
    Section("delay", _("How soon changes are seen")),
    Section("changes", _("What you can rely on")),
    Section("contact", _("Contact")),
)
