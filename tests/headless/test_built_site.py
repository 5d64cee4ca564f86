"""What looks at the built site sees what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.headless.built_site import BuiltSite

CLIENT, CMS = "http://client.example", "cms.example"
PAGE = '<!doctype html><html lang="sv"><title>x</title><body><h1 id="top">x</h1>{}'
CALENDAR = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nURL:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def problems(folder: Path, name: str, text: str) -> list[str]:
    for path, content in (("index.html", PAGE.format("")), (name, text)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    return BuiltSite(folder, CLIENT, (CMS,)).problems()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a/index.html", PAGE.format('<a href="/#top">x</a> <a href="http://client.example/">x</a>')),
        ("a/index.html", PAGE.format('<a href="https://elsewhere.example/">x</a> <a href="mailto:a@b.example">x</a>')),
        ("a.ics", CALENDAR.format("http://client.example/")),
        ("a.json", '{"url": "http://client.example/"}'),
        ("a.rss", "<rss><link>http://client.example/</link></rss>"),
    ],
)
def test_nothing_is_said_of_what_is_right(tmp_path: Path, name: str, text: str) -> None:
    assert problems(tmp_path, name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a/index.html", PAGE.format('<a href="/b/">x</a>'), "leads nowhere"),
        ("a/index.html", PAGE.format('<a href="/#b">x</a>'), "leads to no place on its page"),
        ("a/index.html", PAGE.format('<a href="/?day=1">x</a>'), "asks a question"),
        ("a/index.html", PAGE.format('<a href="javascript:x()">x</a>'), "is no address"),
        ("a/index.html", PAGE.format('<a href="webcal://client.example/b.ics">x</a>'), "leads nowhere"),
        ("a/index.html", PAGE.format('<img src="https://elsewhere.example/a.png" alt="">'), "loaded from elsewhere"),
        ("a/index.html", PAGE.format('<p onclick="x()">x</p>'), "has a handler"),
        ("a/index.html", PAGE.format('<p style="color: red">x</p>'), "weaker policy"),
        ("a/index.html", PAGE.format("<script>x()</script>"), "weaker policy"),
        ("a/index.html", PAGE.format("<p>cms.example</p>"), "names cms.example"),
        ("a.ics", CALENDAR.format("http://cms.exa\r\n mple/"), "names cms.example"),
        ("a.ics", CALENDAR.format("http://client.example/b/"), "leads nowhere"),
        ("a.json", '{"url": "http://cms.ex\\u0061mple/"}', "names cms.example"),
        ("a.json", '{"url": "http:\\/\\/client.example/b/"}', "leads nowhere"),
        ("a.rss", '<rss><link href="http://cms&#46;example/"/></rss>', "names cms.example"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    found = problems(tmp_path, name, text)

    assert found
    assert all(said in each and each.startswith(name) for each in found)
