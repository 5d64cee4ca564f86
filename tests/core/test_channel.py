from __future__ import annotations

from dvb_wagtail.core.channel import Option, Options
from tests.core.records import ENGLISH, SWEDISH


def test_a_document_is_in_the_language_of_its_words():
    assert Options(words=SWEDISH).language == "sv"
    assert Options(words=ENGLISH, asked=frozenset({Option.KEEP_CANCELLED})).language == "en"


def test_a_session_has_its_own_calendar_where_delivery_says():
    at = "https://dvb.example/dvb/v1/conferences/dv2020/sv/sessions"
    assert Options(words=SWEDISH, calendars=f"{at}/{{code}}.ics").calendar_of("K7MPQ2") == f"{at}/K7MPQ2.ics"
    assert Options(words=SWEDISH).calendar_of("K7MPQ2") == ""
