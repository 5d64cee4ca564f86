"""Latitude and longitude: written with a point or a comma, pasted together, shown as the reader's language has them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError

from dvb_wagtail.models.blocks.coordinates import LATITUDE, LONGITUDE, CoordinateBlock
from dvb_wagtail.models.blocks.places import VenueBlock
from dvb_wagtail.pages.models import ConferencePage
from tests.models.editor import edit, editor, entry, errors, latest, rooms, stream
from tests.pages_factory import make_conference, make_site

BLANK = {"address": "", "directions": "", "accessibility": "", "code": ""}
DAYS = {"acronym": "dv2020", "start_date": "2020-12-08", "end_date": "2020-12-09"}


@pytest.fixture
def latitude() -> CoordinateBlock:
    return CoordinateBlock(limit=LATITUDE, required=False)


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("written", "degrees"),
    [
        ("63.8258", 63.8258),
        ("63,8258", 63.8258),
        (" 63,8258° ", 63.8258),
        ("-33.9", -33.9),
        ("\N{MINUS SIGN}33,9", -33.9),
        ("+7", 7.0),
        ("63,", 63.0),
        ("90", 90.0),
        (63.8258, 63.8258),
        ("", None),
        (None, None),
    ],
)
def test_a_point_and_a_comma_are_the_same_in_every_language(
    latitude: CoordinateBlock, written: Any, degrees: float | None, language: str
) -> None:
    with translation.override(language):
        assert latitude.clean(written) == degrees


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("90.1", "Write a number from -90 to 90."),
        ("-91", "Write a number from -90 to 90."),
        ("63.8258, 20.2630", "These are two numbers. Latitude and longitude have a field each."),
        ("63,8258; 20,2630", "These are two numbers. Latitude and longitude have a field each."),
        ("63.8258,20.2630", "These are two numbers. Latitude and longitude have a field each."),
        ("63° 49' N", "Write it in decimal degrees, such as 63.8258."),
        ("nan", "Write it in decimal degrees, such as 63.8258."),
        ("1e1", "Write it in decimal degrees, such as 63.8258."),
        ("63,8258,20,2630", "Write it in decimal degrees, such as 63.8258."),
    ],
)
def test_what_is_no_latitude_is_refused_with_what_to_write(
    latitude: CoordinateBlock, written: str, message: str
) -> None:
    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        latitude.clean(written)
    assert refusal.value.messages == [message]


def test_a_longitude_goes_twice_as_far() -> None:
    longitude = CoordinateBlock(limit=LONGITUDE, required=False)
    assert longitude.clean("180") == 180
    with translation.override("sv"), pytest.raises(ValidationError) as refusal:
        longitude.clean("öst")
    assert refusal.value.messages == ["Skriv den i decimalgrader, till exempel 20,263."]


@pytest.mark.parametrize(("language", "shown"), [("en", "-63.825812345"), ("sv", "-63,825812345")])
def test_it_is_shown_as_the_language_has_it_and_in_full(latitude: CoordinateBlock, language: str, shown: str) -> None:
    with translation.override(language):
        assert latitude.get_form_state(-63.825812345) == shown
        assert latitude.get_form_state("nonsense") == "nonsense"
        assert latitude.get_form_state(None) is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "position"),
    [
        ("63.8258, 20.2630", "", (63.8258, 20.263)),
        ("", "63,8258, 20,2630", (63.8258, 20.263)),
        ("63.8258,20.2630", None, (63.8258, 20.263)),
        ("63.8258", "20.2630", (63.8258, 20.263)),
        ("", "", (None, None)),
    ],
)
def test_both_pasted_into_one_field_are_parted(latitude: Any, longitude: Any, position: Any) -> None:
    cleaned = VenueBlock().clean({"name": "Kulturhuset", "latitude": latitude, "longitude": longitude, "rooms": []})
    assert (cleaned["latitude"], cleaned["longitude"]) == position


def test_nothing_that_was_written_is_overwritten() -> None:
    with pytest.raises(StructBlockValidationError) as refusal:
        VenueBlock().clean({"name": "Huset", "latitude": "63.8258, 20.2630", "longitude": "20.1", "rooms": []})
    assert list(refusal.value.block_errors) == ["latitude"]


@pytest.mark.django_db
def test_an_editor_of_an_english_admin_may_write_a_comma() -> None:
    client, conference = editor("en"), make_conference(make_site().root_page)
    place = {"latitude": "63,8258", "longitude": "20,2630"}
    venues = stream(entry("venue", name="Kulturhuset", rooms=rooms(), **BLANK | place))
    assert errors(edit(client, conference, publish=True, **DAYS, venues=venues)) == {}
    [venue] = ConferencePage.objects.get().venues
    assert (venue.value["latitude"], venue.value["longitude"]) == (63.8258, 20.263)
    assert [venue.value["latitude"] for venue in latest(conference).venues] == [63.8258]
