"""How a page type of ours finds its template in other people's projects."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from dvb_wagtail.conf import conf
from dvb_wagtail.models.previews import ClientPreview


class PackageTemplate(ClientPreview):
    """Falls back to the package's template where the project has none of its own.

    Wagtail's metaclass resets an inherited `template`, so a mixin can only offer one here. A project overrides it as
    for any page type: by a template named after its app and class.
    """

    dvb_template: str

    class Meta:
        abstract = True

    @property
    def dvb_base_template(self) -> str:
        """The template that the package's own extend: `{% extends %}` takes a variable, and a page is always there."""
        return conf.base_template

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str]:
        own = super().get_template(request, *args, **kwargs)  # type: ignore[misc]
        return [*([own] if isinstance(own, str) else own), self.dvb_template]
