"""The same published edition and news channel that documents are tested with."""

from __future__ import annotations

from tests.delivery.conftest import conference, get, home, news, published, sessions
from tests.embed.asking import ask, told

__all__ = ["ask", "conference", "get", "home", "news", "published", "sessions", "told"]
