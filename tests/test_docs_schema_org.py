"""What is documented of schema.org, held against what is written of everything that there is."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from dvb_wagtail.core.vocabulary import Attendance, SpokenLanguage
from tests.formats import factories
from tests.formats.factories import cancelled_session
from tests.formats.structured import array, channel, edition, everything, pages
from tests.test_docs import DOCUMENTS, EXAMPLE, ROOT, code, prose, rows

DOCUMENT = DOCUMENTS[ROOT / "docs/reference/schema-org.md"]


def properties(found: Any) -> dict[str, set[str]]:
    """Return the properties of every object within JSON values, by its type."""
    known: dict[str, set[str]] = defaultdict(set)
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            known[each["@type"]].update(each.keys() - {"@type"})
        waiting += each.values() if isinstance(each, dict) else each if isinstance(each, list) else []
    return known


def documented() -> dict[str, set[str]]:
    """Return the documented properties by type: those of a section of its own, or named in the row."""
    sections = re.split(r"^### (\w+)$", prose(DOCUMENT).partition("## Properties")[2], flags=re.MULTILINE)
    known: dict[str, set[str]] = defaultdict(set)
    for name, text in zip(sections[1::2], sections[2::2], strict=True):
        for row in rows(text):
            known[row[0].partition(":")[0] if name == "Others" else name].update(code(row[0]))
    return {name: found for name, found in known.items() if found}


def test_every_property_is_documented_and_no_other():
    assert documented() == properties([*array(*everything()), *pages()])


def test_the_example_is_what_is_written():
    written = array(
        cancelled_session(
            attendance=Attendance.ONSITE,
            spoken_language=SpokenLanguage.SWEDISH,
            themes=(),
            theme_codes=(),
            appearances=(factories.MODERATOR,),
        ),
        head=channel(edition=edition()),
    )
    (example,) = (text for kind, text in EXAMPLE.findall(DOCUMENT) if kind == "json")
    assert json.loads(example) == written
    assert list(json.loads(example)[0]) == list(written[0])
