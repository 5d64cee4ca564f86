"""What the questions of the builder offer, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from dvb_wagtail.core.frames import FrameKind, Look

KINDS: Final[Mapping[FrameKind, Any]] = {
    FrameKind.PROGRAMME: _("The programme"),
    FrameKind.SUBSCRIBE: _("The ways to subscribe to the programme in a calendar"),
}

LOOKS: Final[Mapping[Look, Any]] = {
    Look.LIGHT: _("Light"),
    Look.DARK: _("Dark"),
    Look.AUTO: _("As the visitor's device is set"),
}

USUAL_HEIGHTS: Final[Mapping[FrameKind, Any]] = {
    FrameKind.PROGRAMME: _("A programme usually has %(height)s."),
    FrameKind.SUBSCRIBE: _("The ways to subscribe usually have %(height)s."),
    FrameKind.SESSION: _("A session usually has %(height)s."),
    FrameKind.NEWS: _("News usually have %(height)s."),
}
