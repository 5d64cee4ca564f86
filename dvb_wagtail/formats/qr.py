"""Addresses as QR codes (ISO/IEC 18004), for posters and slides."""

from __future__ import annotations

from io import BytesIO

import segno


def svg(address: str, title: str) -> str:
    """Return an address as an SVG element to stand in HTML, without inline styles, with its title for screen readers.

    Drawn with the quiet zone of four modules that the standard asks for; error correction M survives a crease. It has a
    `viewBox`, so that a style sheet that makes it smaller scales it and cuts nothing off.
    """
    code = segno.make_qr(address, error="m")
    drawn = code.svg_inline(scale=4, border=4, unit="px", title=title, light="#fff", svgclass="dvb-qr", lineclass=None)
    return str(drawn)


def svg_file(address: str, title: str) -> bytes:
    """Return the same as an SVG file of its own, to print or to put on a slide."""
    file = BytesIO()
    segno.make_qr(address, error="m").save(
        file, kind="svg", scale=4, border=4, unit="px", title=title, light="#fff", nl=False
    )
    return file.getvalue()
