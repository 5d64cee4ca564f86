"""Fields whose migrations stay the same when a word is corrected."""

from __future__ import annotations

import zoneinfo
from typing import Any

import pytest
from django.db import models
from django.test import override_settings
from wagtail.blocks import CharBlock, StreamBlock
from wagtail.fields import StreamField

from dvb_wagtail.models.fields import CodesField, ListField, default_time_zone, time_zones
from dvb_wagtail.pages.models import SessionPage


def deconstructed(block: Any) -> Any:
    return ListField([("name", block)], verbose_name="names", max_num=3).deconstruct()


def test_blocks_stand_in_no_migration() -> None:
    assert deconstructed(CharBlock(label="Nmae")) == deconstructed(CharBlock(label="Name", max_length=20))
    _name, path, args, kwargs = deconstructed(CharBlock())
    assert path == "wagtail.fields.StreamField"
    historical = StreamField(*args, **kwargs)
    assert not historical.stream_block.child_blocks


def test_a_copy_of_a_list_keeps_its_blocks() -> None:
    copy = ListField([("name", CharBlock())], verbose_name="names").clone()
    assert list(copy.stream_block.child_blocks) == ["name"]
    assert (copy.blank, copy.verbose_name) == (True, "names")


def test_a_list_may_be_told_to_hold_something() -> None:
    class Names(StreamBlock):
        name = CharBlock()

    assert ListField(Names(), blank=False).stream_block.required
    assert not ListField(Names()).stream_block.required


def test_codes_are_a_json_list_in_the_database() -> None:
    _name, path, args, kwargs = CodesField(verbose_name="themes").deconstruct()
    assert (path, args) == ("django.db.models.JSONField", [])
    assert kwargs == {"default": list, "blank": True, "verbose_name": "themes"}
    assert isinstance(SessionPage._meta.get_field("themes"), models.JSONField)


def test_a_form_made_of_codes_alone_has_checkboxes_and_a_label() -> None:
    field = CodesField(verbose_name="themes").formfield()
    assert (field.label, field.required, type(field.widget).__name__) == ("Themes", False, "CheckboxSelectMultiple")


def test_time_zones_are_those_of_places_and_utc() -> None:
    names = [name for name, _label in time_zones()]
    assert {"Europe/Stockholm", "America/New_York", "UTC"} <= set(names)
    assert not {"CET", "EST5EDT", "localtime"} & set(names)
    assert all(zoneinfo.ZoneInfo(name) for name in names)
    assert ("America/New_York", "America/New York") in time_zones()


@pytest.mark.parametrize(("zone", "wanted"), [("Europe/Stockholm", "Europe/Stockholm"), (None, "UTC")])
def test_a_new_edition_is_in_the_projects_zone(zone: str | None, wanted: str) -> None:
    with override_settings(TIME_ZONE=zone or "UTC"):
        assert default_time_zone() == wanted
