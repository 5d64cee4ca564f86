"""ETags: strong, and different whenever anything that decides the bytes is."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from dvb_wagtail.delivery.validators import content_etag, etag

PARTS = {
    "address": "https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics",
    "token": "0123456789abcdef",
    "revision": "1 icalendar 7.3.0",
    "words": "fedcba9876543210",
    "encoding": "",
}


def test_an_etag_is_quoted_and_strong():
    assert re.fullmatch(r'"[0-9a-f]{32}"', etag(**PARTS))


def test_the_same_parts_have_the_same_etag():
    assert etag(**PARTS) == etag(**dict(reversed(PARTS.items())))


@pytest.mark.parametrize(
    "other",
    [
        {"address": "https://dvb.example/dvb/v1/conferences/dv2020/en/programme.ics"},
        {"address": "https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics?day=2020-12-08"},
        {"address": "https://www.dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics"},
        {"token": "0123456789abcdee"},
        {"revision": "2 icalendar 7.3.0"},
        {"revision": "1 icalendar 7.4.0"},
        {"words": "fedcba9876543211"},
        {"encoding": "gzip"},
        {"boundary": datetime(2020, 11, 2, 12, 10, tzinfo=UTC)},
    ],
)
def test_any_other_part_has_another_etag(other):
    assert etag(**(PARTS | other)) != etag(**PARTS)


def test_parts_are_not_run_together():
    assert etag(**(PARTS | {"token": "a", "revision": "bc"})) != etag(**(PARTS | {"token": "ab", "revision": "c"}))


def test_bytes_are_their_own_validator():
    assert content_etag(b"a", "") == content_etag(b"a", "")
    assert len({content_etag(content, encoding) for content in (b"a", b"b") for encoding in ("", "gzip")}) == 4
    assert content_etag(b"a", "").startswith('"')
