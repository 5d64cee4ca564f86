from __future__ import annotations

from dvb_wagtail.core.channel import Option, Options
from tests.core.records import ENGLISH, SWEDISH


def test_a_document_is_in_the_language_of_its_words():
    assert Options(words=SWEDISH).language == "sv"
    assert Options(words=ENGLISH, asked=frozenset({Option.KEEP_CANCELLED})).language == "en"
