"""Permanent codes in an edition's lists: made from the name, unique in the edition, never changed by hand.

While nobody has seen or used a code it follows the name: Wagtail saves while an editor types, and a code made of the
first letters of a name would stay for ever. Once the edition is published with it, or a session refers to it, it is
kept whatever the name becomes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dvb_wagtail.core.codes import slug

FALLBACKS = {"themes": "t", "tracks": "t", "tickets": "t", "venues": "r"}
"""The lists with codes, and the code of an entry whose name gives none. Those of rooms stand under their venue."""


def fill_codes(conference: Any) -> None:
    """Give each theme, track, venue, room and ticket without a code one, in place.

    Themes, tracks and tickets are unique each among their own kind; venues and rooms together, since a session names
    only the room.
    """
    for name, fallback in FALLBACKS.items():
        _fill([entry for _id, entry in entries(getattr(conference, name))], fallback)


def entries(stream: Any) -> Iterator[tuple[str | None, Any]]:
    """Yield the id and the value of each block of a list that has a code: venues first, then their rooms."""
    for block in stream:
        yield block.id, block.value
    for block in stream:
        for room in block.value["rooms"].bound_blocks if "rooms" in block.value else ():
            yield room.id, room.value


def restore_codes(posted: Mapping[str, Any], stored: Mapping[str, Any], is_kept: Callable[[str, str], bool]) -> None:
    """Put each posted entry's code right, in place: what a browser sent for it does not count.

    `posted` and `stored` are streams by the name of the list. `is_kept` tells of a list and a code whether that code
    has been seen or used; it is asked only for an entry whose name was changed.
    """
    for name in FALLBACKS.keys() & posted.keys():
        known = dict(entries(stored.get(name) or ()))
        for block_id, entry in entries(posted[name]):
            old = known.get(block_id, {}) if block_id else {}
            code = old.get("code") or ""
            keep = code and (old["name"] == entry["name"] or is_kept(name, code))
            entry["code"] = code if keep else ""


def find_tracks(conference: Any) -> None:
    """Put the code in place of a track's name in the recordings that cover a track; a stranger's name stays."""
    codes = {(track.value.get("name") or "").casefold(): track.value.get("code") for track in conference.tracks}
    for recording in conference.recordings:
        if name := (recording.value.get("track") or "").strip():
            recording.value["track"] = codes.get(name.casefold(), name)


def _fill(values: list[Any], fallback: str) -> None:
    taken: set[str] = set()
    blank = []
    for value in values:
        # An entry copied by a script brings the code along; the first one keeps it.
        if value.get("code") and value["code"] not in taken:
            taken.add(value["code"])
        else:
            blank.append(value)
    for value in blank:
        value["code"] = slug(value.get("name") or "", taken, fallback)
        taken.add(value["code"])
