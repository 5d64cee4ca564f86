"""The code of the guide is the code that is tested, and the client needs no setting that the guide does not name."""

from __future__ import annotations

import re

from django.test import RequestFactory
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.models import Page

from tests.test_docs import DOCUMENTS, EXAMPLE, ROOT

CLIENT = ROOT / "example_project/client/lib/cms.js"
SETTINGS = ROOT / "example_project/settings_headless.py"
SOURCES = [
    (ROOT / "example_project" / name).read_text(encoding="utf-8")
    for name in ("webhook.py", "apps.py", "urls_headless.py")
]


def test_every_class_and_function_of_the_guide_stands_in_the_example() -> None:
    blocks = [text for kind, text in EXAMPLE.findall(DOCUMENTS[ROOT / "docs/how-to/headless.md"]) if kind == "python"]
    shown = [text for text in blocks if "def " in text or "class " in text or "router = " in text]

    assert len(shown) == 5
    assert [text for text in shown if not any(text in source for source in SOURCES)] == []


def test_the_client_asks_for_no_more_pages_at_once_than_wagtail_gives_without_a_setting() -> None:
    (most,) = re.findall(r"^const MOST = (\d+);", CLIENT.read_text(encoding="utf-8"), re.MULTILINE)
    request = RequestFactory().get("/api/v2/pages/", {"limit": most})

    assert WagtailPagination().paginate_queryset(Page.objects.none(), request) is not None
    assert "WAGTAILAPI" not in SETTINGS.read_text(encoding="utf-8")
