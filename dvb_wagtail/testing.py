"""Helpers for the tests of projects that use this package. Public: what stands here is kept."""

from __future__ import annotations

from typing import Any

from dvb_wagtail.publication.pending import flush


def publish(page: Any) -> Any:
    """Publish the page as an editor would, and bring the publication index up to date at once.

    In a `TestCase` nothing is ever committed, so the index would not hear of it. Returns the page, read afresh.
    """
    page.save_revision().publish()
    flush()
    return type(page).objects.get(pk=page.pk)
