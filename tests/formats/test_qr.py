"""QR codes stand in pages with a strict policy, and hold the address and nothing else."""

from __future__ import annotations

import segno
from lxml import etree

from dvb_wagtail.formats import qr

ADDRESS = "https://konferens.example/dvb/v1/conferences/dv2020/sv/programme.ics?track=praktik"


def test_it_is_the_code_of_the_address() -> None:
    drawn = etree.fromstring(qr.svg(ADDRESS, "Program"))
    (path,) = (each for each in drawn.iter() if each.get("stroke"))
    expected = etree.fromstring(segno.make_qr(ADDRESS, error="m").svg_inline(scale=4, border=4))
    (same,) = (each for each in expected.iter() if each.get("stroke"))
    assert path.get("d") == same.get("d")


def test_it_has_a_name_and_no_style() -> None:
    drawn = etree.fromstring(qr.svg(ADDRESS, "Program & <annat>"))
    assert drawn.findtext("title") == "Program & <annat>"
    assert not [each for each in drawn.iter() if each.get("style")]


def test_it_has_the_quiet_zone_that_readers_need() -> None:
    size = segno.make_qr(ADDRESS, error="m").symbol_size(scale=4, border=4)[0]
    assert etree.fromstring(qr.svg(ADDRESS, "x")).get("width") == f"{size}px"


def test_a_style_sheet_that_makes_it_smaller_cuts_nothing_off() -> None:
    size = segno.make_qr(ADDRESS, error="m").symbol_size(scale=4, border=4)[0]
    for drawn in (qr.svg(ADDRESS, "x").encode(), qr.svg_file(ADDRESS, "x")):
        assert etree.fromstring(drawn).get("viewBox") == f"0 0 {size} {size}"
