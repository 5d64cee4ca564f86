"""Settings: what holds without them, and what a wrong one says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from pytest_django import Settings

from dvb_wagtail.conf import conf


def test_what_holds_without_any_setting() -> None:
    assert (conf.base_template, conf.max_age, conf.max_age_on_conference_days, conf.gzip_ics) == (
        "dvb_wagtail/base.html",
        300,
        60,
        True,
    )
    assert conf.frame_ancestors == ("*",)


def test_the_clock_is_the_machines_without_a_setting() -> None:
    before = datetime.now(UTC)
    assert before <= conf.now() <= before + timedelta(minutes=5)


def test_settings_are_read_when_they_are_asked_for(settings: Settings) -> None:
    settings.DVB_WAGTAIL_BASE_TEMPLATE = "region/base.html"
    settings.DVB_WAGTAIL_MAX_AGE = 900
    settings.DVB_WAGTAIL_GZIP_ICS = False
    assert (conf.base_template, conf.max_age, conf.max_age_on_conference_days, conf.gzip_ics) == (
        "region/base.html",
        900,
        60,
        False,
    )


def test_conference_days_never_lengthen_a_short_age(settings: Settings) -> None:
    settings.DVB_WAGTAIL_MAX_AGE = 0
    assert conf.max_age_on_conference_days == 0


@pytest.mark.parametrize(
    ("setting", "moment"),
    [
        ("2020-12-08T13:05:00+01:00", datetime(2020, 12, 8, 12, 5, tzinfo=UTC)),
        ("2020-12-08T12:05:00Z", datetime(2020, 12, 8, 12, 5, tzinfo=UTC)),
        ("2020-12-08T13:05", datetime(2020, 12, 8, 12, 5, tzinfo=UTC)),
        ("2020-07-08T13:05", datetime(2020, 7, 8, 11, 5, tzinfo=UTC)),
    ],
    ids=["with an offset", "in UTC", "in the project's zone", "in the project's zone in summer"],
)
def test_the_clock_can_be_set(settings: Settings, setting: str, moment: datetime) -> None:
    settings.TIME_ZONE = "Europe/Stockholm"
    settings.DVB_WAGTAIL_NOW = setting
    assert (conf.now(), conf.now().tzinfo) == (moment, UTC)


def test_an_empty_clock_setting_is_none(settings: Settings) -> None:
    settings.DVB_WAGTAIL_NOW = ""
    assert abs(conf.now() - datetime.now(UTC)) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("BASE_TEMPLATE", None, "DVB_WAGTAIL_BASE_TEMPLATE must be the name of a template, not None."),
        ("BASE_TEMPLATE", "", "DVB_WAGTAIL_BASE_TEMPLATE must be the name of a template, not ''."),
        ("MAX_AGE", "300", "DVB_WAGTAIL_MAX_AGE must be a whole number of seconds, not '300'."),
        ("MAX_AGE", True, "DVB_WAGTAIL_MAX_AGE must be a whole number of seconds, not True."),
        ("MAX_AGE", -1, "DVB_WAGTAIL_MAX_AGE must be a whole number of seconds, not -1."),
        ("GZIP_ICS", "off", "DVB_WAGTAIL_GZIP_ICS must be True or False, not 'off'."),
        ("NOW", "noon", "DVB_WAGTAIL_NOW must be a date and time such as 2020-12-08T13:05, not 'noon'."),
        ("NOW", 5, "DVB_WAGTAIL_NOW must be a date and time such as 2020-12-08T13:05, not 5."),
    ],
)
def test_a_setting_of_the_wrong_type_says_what_it_must_be(name: str, value: Any, message: str) -> None:
    read = {"BASE_TEMPLATE": "base_template", "MAX_AGE": "max_age", "GZIP_ICS": "gzip_ics"}.get(name)
    with override_settings(**{f"DVB_WAGTAIL_{name}": value}), pytest.raises(ImproperlyConfigured) as wrong:
        getattr(conf, read) if read else conf.now()
    assert str(wrong.value) == message
