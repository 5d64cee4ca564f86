"""The format of its own that the documentation gives a site as an example, in use."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from wagtail import hooks

from dvb_wagtail.delivery.offered import register_formats
from dvb_wagtail.formats import registry
from tests import pages_factory as make
from tests.delivery.reading import PROGRAMME

pytestmark = pytest.mark.usefixtures("sessions")

PAGE = Path(__file__).parents[2] / "docs/reference/python.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
CSV = PROGRAMME.replace("ics", "csv")


@pytest.fixture
def example() -> str:
    (found,) = (text for text in EXAMPLES if "register_dvb_formats" in text)
    return found


@pytest.fixture(autouse=True)
def _of_the_site(example, monkeypatch):
    """Run what stands in the documentation, until the test is over."""
    hooks.search_for_hooks()
    # Their lists too: one that another test left empty would keep the example.
    monkeypatch.setattr(hooks, "_hooks", {name: list(known) for name, known in hooks._hooks.items()})
    known = dict(registry._formats)
    register_formats.cache_clear()
    exec(example, {})  # noqa: S102
    yield
    registry._formats.clear()
    registry._formats.update(known)
    register_formats.cache_clear()


def rows(response) -> list[list[str]]:
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.reader(response.content.decode().splitlines()))


def test_it_takes_twenty_lines(example):
    assert len([line for line in example.splitlines() if line]) <= 20


def test_a_spreadsheet_has_a_row_for_each_session(get):
    found = rows(get(CSV))
    assert found[0] == ["start", "end", "title", "place", "address"]
    assert [row[2] for row in found[1:]] == ["Digitala Västerbotten 2020", "Öppning", "Keynote", "Seminarium", "Panel"]
    assert found[3][:4] == ["2020-12-08 14:00:00+01:00", "2020-12-08 15:00:00+01:00", "Keynote", "Sal A, Kulturhuset"]


def test_it_has_every_selection_and_validator(get):
    response = get(f"{CSV}?room=sal-a")
    assert [row[2] for row in rows(response)] == ["title", "Keynote"]
    assert get(f"{CSV}?room=sal-a", if_none_match=response["ETag"]).status_code == 304
    assert get(f"{CSV}?room=nowhere").status_code == 404


def test_a_title_is_no_formula(get, conference):
    make.make_session(conference, "=1+1")
    assert "'=1+1" in [row[2] for row in rows(get(CSV))]
