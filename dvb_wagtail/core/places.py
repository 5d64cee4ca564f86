"""Where a session is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Room:
    """A room of a venue, named in each language. `former`: no longer in use, kept for old references."""

    code: str
    names: Mapping[str, str]
    capacity: int | None = None
    stream: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True)
class Venue:
    """A house with rooms. Position in decimal degrees (WGS 84)."""

    code: str
    names: Mapping[str, str]
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    rooms: tuple[Room, ...] = ()
    former: bool = False
    accessibility: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A venue and room in one language, as one line (`location`) and as parts. Codes are permanent, names are not."""

    location: str
    venue: str = ""
    room: str = ""
    venue_code: str = ""
    room_code: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
