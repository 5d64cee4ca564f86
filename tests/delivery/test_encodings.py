"""Compression: only where it is asked for, and the same bytes each time."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.delivery.encodings import accepts_gzip, compress


@pytest.mark.parametrize(
    ("accept_encoding", "accepted"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, gzip ; q=0.8, *;q=0.1", True),
        ("x-gzip", True),
        ("*", True),
        ("*;q=0.5, identity", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.000, *", False),
        ("*;q=0", False),
        ("gzip;q=much", False),
        ("gzipped", False),
    ],
)
def test_gzip_is_sent_to_those_who_ask_for_it(accept_encoding, accepted):
    assert accepts_gzip(accept_encoding) is accepted


@given(st.text())
def test_no_header_is_too_strange(accept_encoding):
    assert accepts_gzip(accept_encoding) in (True, False)


@given(st.binary())
def test_what_is_compressed_can_be_read(content):
    assert gzip.decompress(compress(content)) == content


def test_compressed_bytes_hold_no_time_and_no_name():
    compressed = compress(b"BEGIN:VCALENDAR\r\n" * 100)
    flags, modified = compressed[3], compressed[4:8]
    assert (flags, modified) == (0, b"\0\0\0\0")
    assert len(compressed) < 100
