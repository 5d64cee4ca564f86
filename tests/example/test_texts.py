"""What the example's texts may not contain: nothing of real people but what they did on a stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from example_project.reading import CONTENT, Content

TEXTS = {str(path.relative_to(CONTENT)): path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.*")}

MAIL = re.compile(r"[\w.+-]+@[\w.-]*\w")
HOST = re.compile(r"https?://([\w.-]+)")
TELEPHONE = re.compile(r"(?<![\d-])(?:\+\d[\d \-()]{6,}|0\d{1,3}[ -]\d[\d -]{4,})")


def _found(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    return [(name, found) for name, text in TEXTS.items() for found in pattern.findall(text)]


def test_every_address_is_of_the_example_domain():
    mails, hosts = _found(MAIL), _found(HOST)

    assert mails
    assert hosts
    assert [each for each in (*mails, *hosts) if not each[1].endswith(".example")] == []


QUOTED = re.compile(r'"[^"\n]*"')


def _strings(value: object) -> Iterator[str]:
    """Return every text in a table, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def test_quotation_marks_are_those_of_the_language():
    content = Content(datetime(2026, 11, 21, 12, tzinfo=UTC))
    tables = ["series.toml", "people.toml", "documents.toml", "pictures.toml"]
    read = [*map(content.table, tables), *map(content.edition, content.editions())]
    read += map(content.programme, content.editions())
    read += [[article.fields, article.body, article.english, article.english_body] for article in content.articles()]
    found = [text for text in _strings(read) if QUOTED.search(text)]

    assert len(list(_strings(read))) > 1000
    assert found == []


def test_there_is_no_telephone_number():
    assert _found(TELEPHONE) == []


@pytest.mark.parametrize("number", ["+46 90 123 45 67", "090-12 34 56", "070-123 45 67"])
def test_a_telephone_number_would_be_found(number):
    assert TELEPHONE.findall(f"Ring {number}.") == [number]
