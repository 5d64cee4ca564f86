"""The small site that the index's tests change, with what is done to it committed."""

from __future__ import annotations

from tests.publication.conftest import editor, site

__all__ = ["editor", "site"]
