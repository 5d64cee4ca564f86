"""Where something can be pasted: the systems that regions and municipalities have, each with fields of its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext_lazy as _


class System(StrEnum):
    """What an editor pastes into. Each has a template of its own, named after it."""

    MUNICIPIO = "municipio"
    WORDPRESS = "wordpress"
    SITEVISION = "sitevision"
    WAGTAIL = "wagtail"
    DRUPAL = "drupal"
    HTML = "html"
    CALENDAR = "calendar"
    FEEDS = "feeds"

    @property
    def shows_frames(self) -> bool:
        """Whether it is a website, which shows a frame; a calendar and a feed reader follow an address."""
        return self not in (System.CALENDAR, System.FEEDS)


NAMES: Final[Mapping[System, Any]] = {
    System.MUNICIPIO: _("Municipio, the WordPress of many municipalities"),
    System.WORDPRESS: _("Another WordPress"),
    System.SITEVISION: "Sitevision",
    System.WAGTAIL: "Wagtail",
    System.DRUPAL: "Drupal",
    System.HTML: _("Another website (HTML)"),
    System.CALENDAR: _("A calendar"),
    System.FEEDS: _("A feed reader, or another system that reads feeds"),
}
