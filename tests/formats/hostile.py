"""Texts that have broken a calendar or a feed somewhere."""

from __future__ import annotations

HOSTILE: dict[str, str] = {
    "line feed": "a\nBEGIN:VEVENT\nSUMMARY:b",
    "carriage return": "a\rBEGIN:VEVENT\rSUMMARY:b",
    "both": "a\r\nEND:VCALENDAR\r\nb",
    "unicode line ends": "a\x85BEGIN:VEVENT\u2028b\u2029c\x0bd\x0ce",
    "null": "a\x00b",
    "control characters": "a" + "".join(map(chr, [*range(1, 9), *range(0x0E, 0x20), 0x7F])) + "b",
    "C1 controls": "a" + "".join(map(chr, range(0x80, 0xA0))) + "b",
    "surrogate": "a\ud83db",
    "non-character": "a\ufffe\uffffb",
    "byte order mark": "\ufeffa\ufeffb",
    "bidi": "a\u202egnp.exe\u2066b\u2069\u200fc",
    "emoji": "👩‍💻🏳️‍🌈 e\u0301 漢字",
    "end of CDATA": "]]> <![CDATA[ b",
    "end of script": "</script><script>alert(1)</script>",
    "markup": "<b>&amp; &nbsp; \"'</b><!-- -- > <?xml?>",
    "entities": "&lol; &#0; &#x1F; %25",
    "backslash-N": r"C:\New\nya\\N \,\;",
    "only backslashes": "\\" * 333,
    "carets": "^n^'^^" * 50,
    "separators": 'a;b:c,d="e"',
    "folded": "a\n b\n\tc",
    "long": "0123456789" * 1000,
    "long and wide": "å漢👩‍💻\\" * 1000,
    "format string": "{notice} {0} {} %s %(x)s ${x}",
    "blank": " \t\u00a0 ",
    "nothing": "\x00\u202e",
}
