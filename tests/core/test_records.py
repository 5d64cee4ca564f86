"""The records, module by module: article, channel, conference, media, people, places, session and all the others."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import get_origin, get_type_hints

import pytest

from dvb_wagtail import core
from tests.core.records import conference, session

MODULES = [importlib.import_module(found.name) for found in pkgutil.iter_modules(core.__path__, f"{core.__name__}.")]
RECORDS = [
    kind
    for module in MODULES
    for _name, kind in inspect.getmembers(module, is_dataclass)
    if inspect.isclass(kind) and kind.__module__ == module.__name__
]
"""Every dataclass of core, where it is defined."""


def test_the_records_are_found():
    assert {"Article", "Channel", "Clash", "Conference", "Image", "Place", "ProgrammeDay", "Session", "Snapshot"} <= {
        record.__name__ for record in RECORDS
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_holds_nothing_that_can_change(record):
    hints = get_type_hints(record)
    containers = {field.name: get_origin(hints[field.name]) for field in fields(record)}

    assert record.__dataclass_params__.frozen
    assert not {name for name, kind in containers.items() if kind in (list, set, dict)}


def test_a_record_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        session().day = None
    with pytest.raises(FrozenInstanceError):
        conference().acronym = "dv2021"
