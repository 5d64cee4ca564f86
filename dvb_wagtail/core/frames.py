"""What can be shown in a frame on another site, and how: a closed list of data, never a style, script or address.

The grammar of the parameters that stand beside a selection in the address of a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from dvb_wagtail.core.scope import UnknownValue


class FrameKind(StrEnum):
    """What a frame shows."""

    PROGRAMME = "programme"
    SESSION = "session"
    SUBSCRIBE = "subscribe"
    NEWS = "news"


class Look(StrEnum):
    """Colours: light unless the host asks for others; `auto` follows the reader's device."""

    LIGHT = "light"
    DARK = "dark"
    AUTO = "auto"


HEADINGS: Final = (1, 2, 3, 4)
"""Levels that the frame's own title may have on its host; days and sessions stand below it."""

LIMITS: Final = range(1, 51)
"""How many articles a frame may show; a channel's documents have fifty."""

DEFAULT_LIMIT: Final = 5

HEIGHTS: Final[Mapping[FrameKind, int]] = MappingProxyType(
    {FrameKind.PROGRAMME: 700, FrameKind.SESSION: 400, FrameKind.SUBSCRIBE: 500, FrameKind.NEWS: 600}
)
"""CSS pixels that a frame is given where nobody says another height, and where no script can tell the right one."""


@dataclass(frozen=True, slots=True)
class FrameOptions:
    """How a frame is shown. `title`: whether its title is seen (it is always there for screen readers).

    `filters`: whether visitors can narrow a programme themselves. `limit` is of articles.
    """

    look: Look = Look.LIGHT
    heading: int = 1
    title: bool = True
    filters: bool = True
    limit: int = DEFAULT_LIMIT

    def query(self) -> str:
        """Return the canonical query string, without `?`: only what is not as usual, always in the same order."""
        asked = {
            "look": self.look.value if self.look is not Look.LIGHT else "",
            "heading": str(self.heading) if self.heading != 1 else "",
            "title": "" if self.title else HIDDEN,
            "filters": "" if self.filters else HIDDEN,
            "limit": str(self.limit) if self.limit != DEFAULT_LIMIT else "",
        }
        return urlencode([(name, value) for name, value in asked.items() if value])


HIDDEN: Final = "hidden"

PARAMETERS: Final[Mapping[FrameKind, frozenset[str]]] = MappingProxyType(
    {
        FrameKind.PROGRAMME: frozenset({"look", "heading", "title", "filters"}),
        FrameKind.SESSION: frozenset({"look", "heading", "title"}),
        FrameKind.SUBSCRIBE: frozenset({"look", "heading", "title"}),
        FrameKind.NEWS: frozenset({"look", "heading", "title", "limit"}),
    }
)
"""The options that each kind of frame takes."""


def parse_options(pairs: Iterable[tuple[str, str]], kind: FrameKind) -> tuple[FrameOptions, list[tuple[str, str]]]:
    """Return the options among query parameters, and the other parameters in their order.

    Raises UnknownValue for a value that is not in the list, and for a second, different one of the same name.
    """
    asked: dict[str, str] = {}
    rest: list[tuple[str, str]] = []
    for name, value in pairs:
        if name not in PARAMETERS[kind]:
            rest.append((name, value))
        elif value not in _VALUES[name] or asked.get(name, value) != value:
            raise UnknownValue(name, value)
        else:
            asked[name] = value
    return (
        FrameOptions(
            look=Look(asked.get("look", Look.LIGHT)),
            heading=int(asked.get("heading", "1")),
            title="title" not in asked,
            filters="filters" not in asked,
            limit=int(asked.get("limit", DEFAULT_LIMIT)),
        ),
        rest,
    )


_VALUES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "look": frozenset(Look),
        "heading": frozenset(str(level) for level in HEADINGS),
        "title": frozenset({HIDDEN}),
        "filters": frozenset({HIDDEN}),
        "limit": frozenset(str(number) for number in LIMITS),
    }
)
