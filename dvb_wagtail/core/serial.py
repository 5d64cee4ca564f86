"""Core dataclasses to and from plain JSON values, as the publication index stores them.

A key that a newer version has added falls back to its default; one that it no longer knows is ignored. So a record
written by another version still loads.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from cattrs import Converter

T = TypeVar("T")

_converter = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
_converter.register_unstructure_hook(StrEnum, str)
_converter.register_unstructure_hook(Decimal, str)
_converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
for _type in (datetime, date, time):
    _converter.register_unstructure_hook(_type, _type.isoformat)
    _converter.register_structure_hook(_type, lambda value, of: of.fromisoformat(value))


def dump(record: Any) -> dict[str, Any]:
    """Return `record`, any core dataclass, as JSON values; fields at their default are left out."""
    plain: dict[str, Any] = _converter.unstructure(record)
    return plain


def load(data: dict[str, Any], of: type[T]) -> T:
    """Return the dataclass that `dump` made `data` of. Raises cattrs' ClassValidationError if it does not fit."""
    return _converter.structure(data, of)


def digest(record: Any) -> str:
    """Return a digest of the record's content, the same in every process (128 bits, hexadecimal)."""
    canonical = json.dumps(dump(record), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode(), digest_size=16).hexdigest()
