"""Languages by their own names, and the side from which they are written."""

from __future__ import annotations

import pytest

from dvb_wagtail.presentation.languages import is_right_to_left, own_name


@pytest.mark.parametrize(
    ("language", "name", "from_the_right"),
    [("sv", "Svenska", False), ("en", "English", False), ("ar", "العربيّة", True), ("sju", "sju", False)],
)
def test_a_language_and_one_that_django_does_not_know(language, name, from_the_right):
    assert (own_name(language), is_right_to_left(language)) == (name, from_the_right)
