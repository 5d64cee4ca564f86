"""What a frame may weigh, and what it may ask for: the budgets that hosts are told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from dvb_wagtail.embed.revision import AT_MOST, SCRIPT, STYLE
from tests.delivery.editing import code_of
from tests.embed.reading import NEWS, PROGRAMME, SUBSCRIBE, page

pytestmark = pytest.mark.usefixtures("sessions", "news")

LOADING = (
    "[src], [srcset], [data], [poster], [style], link:not([rel=canonical]):not([rel=alternate]), "
    "style, iframe, object, embed, base"
)
"""Whatever makes a browser ask for something, or could."""


@pytest.mark.parametrize("name", [STYLE, SCRIPT])
def test_a_file_is_small(name):
    found = finders.find(name)
    assert isinstance(found, str)
    assert 0 < len(gzip.compress(Path(found).read_bytes())) <= AT_MOST[name] * 1000


@pytest.mark.parametrize("address", [PROGRAMME, SUBSCRIBE, NEWS, "session"])
def test_a_frame_asks_for_one_style_sheet_and_one_script(get, sessions, address):
    if address == "session":
        address = f"embed/conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}/"
    found = page(get(address)).cssselect(LOADING)
    assert [(each.tag, each.get("href") or each.get("src")) for each in found] == [
        ("link", f"/static/{STYLE}"),
        ("script", f"/static/{SCRIPT}"),
    ]
