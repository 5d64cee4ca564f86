"""What the example's texts may not contain: nothing of real people but what they did on a stage."""

from __future__ import annotations

import re

import pytest

from example_project.reading import CONTENT

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


def test_there_is_no_telephone_number():
    assert _found(TELEPHONE) == []


@pytest.mark.parametrize("number", ["+46 90 123 45 67", "090-12 34 56", "070-123 45 67"])
def test_a_telephone_number_would_be_found(number):
    assert TELEPHONE.findall(f"Ring {number}.") == [number]
