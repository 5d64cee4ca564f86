"""Content lines of iCalendar (RFC 5545 §3.1), from icalendar's components."""

from __future__ import annotations

from icalendar import Component

MAX_OCTETS = 75
"""Without the line end. Longer lines are legal but for some readers' buffers."""

_CONTINUATION = b"\r\n "


def serialise(component: Component) -> bytes:
    """Return a component with all it holds, each line folded and ended by CRLF.

    Raises ValueError at a bare line end in a value: it would begin a property of a stranger's choosing. (icalendar
    only asserts that, so not under `python -O`, and lets a carriage return pass.)
    """
    lines = []
    for name, value in component.property_items():
        line = _line(name, value)
        if "\n" in line or "\r" in line:
            raise ValueError(f"{name} has a bare line end")
        lines.append(fold(line.encode()))
    return b"\r\n".join(lines) + b"\r\n"


def _line(name: str, value: object) -> str:
    """Return `name;parameters:value`. The value of BEGIN and END comes as bytes, any other as one of the types."""
    written = value.to_ical() if hasattr(value, "to_ical") else value
    if isinstance(written, bytes):
        written = written.decode()
    parameters = getattr(value, "params", None)
    if parameters:
        name = f"{name};{parameters.to_ical().decode()}"
    return f"{name}:{written}"


def fold(line: bytes) -> bytes:
    r"""Return a line of any length as lines of at most 75 octets, each after the first begun by a space.

    It is never cut inside a UTF-8 sequence, nor inside an escape (`\n`, RFC 6868's `^n`), after which Google Calendar
    shows none of the events: https://github.com/collective/icalendar/issues/1501
    """
    pieces = []
    start, room = 0, MAX_OCTETS
    while len(line) - start > room:
        end = _end_of_piece(line, start, start + room)
        pieces.append(line[start:end])
        start, room = end, MAX_OCTETS - 1
    pieces.append(line[start:])
    return _CONTINUATION.join(pieces)


def _end_of_piece(line: bytes, start: int, end: int) -> int:
    """Return the last place up to `end` that is inside neither a character nor an escape; `start` is such a place."""
    while line[end] & 0xC0 == 0x80:
        end -= 1
    for escape in (b"\\", b"^"):
        piece = line[start:end]
        # An even run of them is pairs, each an escape of its own.
        end -= (len(piece) - len(piece.rstrip(escape))) % 2
    return end
