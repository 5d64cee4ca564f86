"""What Wagtail's APIs are asked that no database should be: it would take minutes over it, or cannot take it at all."""

from __future__ import annotations

from django.http import QueryDict

MOST_TAGS = 5
"""Each is two more tables in a join, one that is there twice too: of 31, PostgreSQL 15 thinks for 15 seconds."""

MOST_WORDS = 50
"""Of a search: each nests an expression deeper, and of some hundreds Python gives up."""

FARTHEST = 1_000_000
"""Offset into a list: a database counts no further than 64 bits."""


def refusal(asked: QueryDict) -> str:
    """Return why the parameters of a request are refused, or "" if they are not."""
    if any("\0" in value for _, values in asked.lists() for value in values):
        return "A NUL character is not a valid value."
    if sum(len(value.split(",")) for value in asked.getlist("tags")) > MOST_TAGS:
        return f"tags: at most {MOST_TAGS} can be asked for at once."
    if sum(len(value.split()) for value in asked.getlist("search")) > MOST_WORDS:
        return f"search: at most {MOST_WORDS} words can be searched for at once."
    if any(value.strip().isdecimal() and int(value) > FARTHEST for value in asked.getlist("offset")):
        return f"offset: cannot be higher than {FARTHEST}."
    return ""
