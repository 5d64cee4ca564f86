"""What a project's own code answers with: core dataclasses, with each value of the type that its field says.

One of another type could be written to the index by nobody, or be read from it by nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

FREE = frozenset({"id", "code", "main_language", "speaker", "about"})
"""Fields that an answer may hold anything in: the index sets them itself, or makes text of them."""

# Python takes the one for the other.
_NOT_FOR: Mapping[type, type] = {int: bool, date: datetime}
_SHOWN = 60
"""Characters that a message shows of a value."""


def fitting(answer: Any, of: type[T]) -> T:
    """Return the answer. Raises ValueError that names each value in it of another type than its field says.

    A word may be given for one of a vocabulary, and any collection for a tuple.
    """
    found = list(_misfits(answer, of, of.__name__))
    if found:
        raise ValueError(" ".join(found))
    return answer  # type: ignore[no-any-return]


def _misfits(value: Any, of: Any, place: str) -> Iterator[str]:
    expected, optional = _expected(of)
    if value is None and optional:
        return
    origin, arguments = get_origin(expected) or expected, get_args(expected)
    if not _is_one(value, origin):
        yield f"{place} is {_shown(value)}, no {origin.__name__}."
        return
    for name, hint in _fields(origin).items():
        yield from _misfits(getattr(value, name), hint, f"{place}.{name}")
    if origin is tuple:
        for number, each in enumerate(value):
            yield from _misfits(each, arguments[0], f"{place}[{number}]")
    elif origin is Mapping:
        for key, each in value.items():
            yield from _misfits(each, arguments[1], f"{place}[{key!r}]")


def _expected(of: Any) -> tuple[Any, bool]:
    """Return a type without its None, and whether it had one: core dataclasses have no other unions."""
    if get_origin(of) is not UnionType:
        return of, False
    (expected,) = [each for each in get_args(of) if each is not NoneType]
    return expected, True


def _is_one(value: Any, of: type) -> bool:
    if of is tuple:
        return isinstance(value, Collection) and not isinstance(value, (str, bytes))
    if issubclass(of, StrEnum):
        return isinstance(value, str)
    return isinstance(value, of) and not isinstance(value, _NOT_FOR.get(of, ()))


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


@cache
def _fields(of: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields by name, those left out that may hold anything; {} for another type."""
    return {name: hint for name, hint in get_type_hints(of).items() if name not in FREE} if is_dataclass(of) else {}
