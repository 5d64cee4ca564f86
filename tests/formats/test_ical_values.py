from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dvb_wagtail.formats.ical_values import Categories, Position, Text, in_utc, period, text, uri
from tests.formats.factories import STOCKHOLM, local


def written(value) -> tuple[str, str]:
    """Return the parameters and the value of a property as they stand in its line."""
    encoded = value.to_ical()
    return value.params.to_ical().decode(), encoded.decode() if isinstance(encoded, bytes) else encoded


def test_text_is_escaped():
    assert written(Text('a;b,c\\d\ne: "f"')) == ("", 'a\\;b\\,c\\\\d\\ne: "f"')


def test_a_backslash_before_an_n_is_not_taken_for_a_line_end():
    assert written(Text(r"C:\New\nya")) == ("", r"C:\\New\\nya")
    assert written(Categories([r"C:\New", "ett, två"])) == ("", r"C:\\New,ett\, två")


def test_a_language_is_named_only_where_one_is_given():
    assert written(text("Panel", "en-GB")) == ("LANGUAGE=en-GB", "Panel")
    assert written(text("Panel")) == ("", "Panel")


def test_a_uri_says_that_it_is_one_and_lists_keep_their_commas():
    assert written(uri("https://a.example/", FEATURE=["AUDIO", "VIDEO"], LABEL="Se: här")) == (
        'FEATURE=AUDIO,VIDEO;LABEL="Se: här";VALUE=URI',
        "https://a.example/",
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [
        (64.750244, 20.950917, "64.750244;20.950917"),
        (1e-07, -1e-05, "0.000000;-0.000010"),
        (0.1 + 0.2, -179.99999949, "0.300000;-179.999999"),
    ],
)
def test_a_position_has_six_decimals_and_no_exponent(latitude, longitude, expected):
    assert written(Position((latitude, longitude))) == ("", expected)


def test_an_instant_is_written_in_utc_without_fractions():
    assert written(in_utc(datetime(2020, 12, 8, 13, 0, 5, 999999, tzinfo=STOCKHOLM))) == ("", "20201208T120005Z")


def test_times_are_wall_clock_times_with_the_name_of_their_zone():
    start, end = period(local(2020, 12, 8, 13), local(2020, 12, 8, 14, 15), "Europe/Stockholm")
    assert written(start) == ("TZID=Europe/Stockholm", "20201208T130000")
    assert written(end) == ("TZID=Europe/Stockholm", "20201208T141500")


def test_times_given_in_another_zone_are_moved_to_the_one_of_the_event():
    start, end = period(datetime(2020, 7, 1, 10, tzinfo=UTC), datetime(2020, 7, 1, 11, tzinfo=UTC), "Europe/Stockholm")
    assert written(start) == ("TZID=Europe/Stockholm", "20200701T120000")
    assert written(end) == ("TZID=Europe/Stockholm", "20200701T130000")


@pytest.mark.parametrize("name", ["Atlantic/Reykjavik", "Africa/Abidjan", "Etc/GMT"])
def test_a_zone_that_is_always_at_utc_keeps_its_name(name):
    zone = ZoneInfo(name)
    start, _ = period(local(2020, 7, 1, 10, zone=zone), local(2020, 7, 1, 11, zone=zone), name)
    assert written(start) == (f"TZID={name}", "20200701T100000")


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Zulu", "Universal", "UCT"])
def test_utc_by_any_of_its_names_is_written_with_a_z(name):
    zone = ZoneInfo(name)
    start, end = period(local(2020, 7, 1, 10, zone=zone), local(2020, 7, 1, 11, zone=zone), name)
    assert written(start) == ("", "20200701T100000Z")
    assert written(end) == ("", "20200701T110000Z")


@pytest.mark.parametrize(("fold", "expected"), [(0, "20201025T003000Z"), (1, "20201025T013000Z")])
def test_an_hour_that_occurs_twice_is_written_in_utc(fold, expected):
    twice = local(2020, 10, 25, 2, 30, fold=fold)
    for start, end in ((local(2020, 10, 25, 1, 0), twice), (twice, local(2020, 10, 25, 4, 0))):
        written_start, written_end = map(written, period(start, end, "Europe/Stockholm"))
        assert ("", expected) in (written_start, written_end)
        assert written_start[0] == written_end[0] == ""


@pytest.mark.parametrize("clock", [(1, 59), (3, 0)])
def test_the_hours_beside_it_are_not(clock):
    start, _ = period(local(2020, 10, 25, *clock), local(2020, 10, 25, 5, 0), "Europe/Stockholm")
    assert written(start) == ("TZID=Europe/Stockholm", f"20201025T{clock[0]:02}{clock[1]:02}00")


def test_an_hour_that_the_spring_skips_is_moved_past_the_gap():
    start, end = period(local(2020, 3, 29, 2, 30), local(2020, 3, 29, 4, 0), "Europe/Stockholm")
    assert written(start) == ("TZID=Europe/Stockholm", "20200329T033000")
    assert written(end) == ("TZID=Europe/Stockholm", "20200329T040000")
