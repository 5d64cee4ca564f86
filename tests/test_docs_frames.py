"""What is documented of frames, held against the code: both ways."""

from __future__ import annotations

import json
import re

from django.urls import resolve

from dvb_wagtail.core.frames import DEFAULT_LIMIT, HEADINGS, HEIGHTS, LIMITS, PARAMETERS, FrameKind, FrameOptions, Look
from dvb_wagtail.embed.headers import frame_headers
from dvb_wagtail.embed.host_facts import EXAMPLE, SANDBOXES
from dvb_wagtail.embed.host_sections import SECTIONS
from dvb_wagtail.embed.revision import AT_MOST, SCRIPT, STYLE
from tests.test_docs import DOCUMENTS, ROOT, code, rows
from tests.test_docs import EXAMPLE as FENCED

DOCUMENT = DOCUMENTS[ROOT / "docs/reference/frames.md"]
PASS = DOCUMENTS[ROOT / "docs/how-to/screen-reader-pass.md"]
EXAMPLES = [text for _language, text in FENCED.findall(DOCUMENT)]


def test_every_frame_is_documented_with_its_height():
    documented = {}
    for row in rows(DOCUMENT):
        if "`/dvb/" in row[0]:
            match = resolve(code(row[0])[0].format(c="dv2020", n="nyheter", lang="sv", code="234567"))
            documented[str(match.url_name).removesuffix("_frame")] = int(code(row[2])[0])
    assert documented == {kind.value: height for kind, height in HEIGHTS.items()}


def test_every_option_is_documented_with_its_values():
    table = {code(row[0])[0]: row for row in rows(DOCUMENT) if len(row) == 4 and row[0] != "name"}
    assert table.keys() == frozenset().union(*PARAMETERS.values())
    assert code(table["look"][1]) == list(Look)
    assert code(table["heading"][1]) == [str(level) for level in HEADINGS]
    assert code(table["limit"][1]) == [str(LIMITS[0]), str(LIMITS[-1])]
    usual = FrameOptions()
    assert [code(table[name][2]) for name in ("look", "heading", "limit")] == [
        *([usual.look.value], [str(usual.heading)], [str(DEFAULT_LIMIT)]),
    ]
    for name, row in table.items():
        kinds = {kind for kind in FrameKind if name in PARAMETERS[kind]}
        assert row[3] == ("all kinds" if kinds == set(FrameKind) else ", ".join(kinds))


def test_the_headers_are_those_that_are_sent():
    (headers,) = (
        dict(re.findall(r"^([\w-]+): (.+)$", text, re.MULTILINE)) for text in EXAMPLES if "default-src" in text
    )
    assert headers == frame_headers()


def test_the_budgets_are_those_that_the_files_are_held_to():
    table = DOCUMENT.partition("## Budgets")[2].partition("\n## ")[0]
    assert [row[1] for row in rows(table)[2:]] == [f"{AT_MOST[name]} kB" for name in (STYLE, SCRIPT)]


def test_the_message_is_the_one_that_the_page_for_web_teams_shows():
    (message,) = (json.loads(text) for text in EXAMPLES if "dvb-embed" in text)
    assert message == EXAMPLE
    table = DOCUMENT.partition("## The height message")[2].partition("\n## ")[0]
    assert {name for row in rows(table)[1:] for name in code(row[0])} == EXAMPLE.keys()


def test_every_sandbox_is_documented():
    table = DOCUMENT.partition("## What a host must allow")[2].partition("\n## ")[0]
    documented = {row[0].strip("`"): [each == "yes" for each in row[2:]] for row in rows(table)[1:]}
    assert documented == {
        {None: "none", "": '""'}.get(each.value, each.value): [each.height, each.links, each.files]
        for each in SANDBOXES
    }


def test_every_anchor_that_may_be_cited_is_documented():
    assert [name for name in code(DOCUMENT) if re.fullmatch(r"#[a-z]+", name)][: len(SECTIONS)] == [
        f"#{each.anchor}" for each in SECTIONS
    ]


def test_the_pass_with_screen_readers_opens_frames_that_there_are():
    found = re.findall(r'src="http://127\.0\.0\.1:8000(/[^"?]+)', PASS)
    assert [resolve(path).url_name for path in found] == ["programme_frame", "subscribe_frame", "news_frame"]
