"""One-page PDF documents, written by hand: nothing is needed for them and nothing is committed."""

from __future__ import annotations

from collections.abc import Sequence

SMALL, LARGE, LEFT, TOP = 12, 20, 64, 770
"""Sizes and margins in points; an A4 page is 595 by 842."""


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """Return a PDF with a title and lines of text, in letters that Windows-1252 has (all that Swedish needs)."""
    text = [f"BT /F1 {LARGE} Tf {LEFT} {TOP} Td {_string(title)} Tj ET"]
    text += [
        f"BT /F1 {SMALL} Tf {LEFT} {TOP - 40 - 22 * row} Td {_string(line)} Tj ET" for row, line in enumerate(lines)
    ]
    stream = "\n".join(text).encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (sv) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title %b >>" % _string(title).encode("cp1252"),
    ]
    file, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    file += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (len(objects) + 1)
    file += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(file)


def _string(text: str) -> str:
    """A PDF string: parentheses and backslashes are escaped (ISO 32000-1, 7.3.4.2)."""
    for sign in ("\\", "(", ")"):
        text = text.replace(sign, "\\" + sign)
    return f"({text})"
