"""Two sites in one installation, each with a series and news of its own; the second is on a port of its own."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import TEST_SITES

TEST_SITES = [*TEST_SITES, ("fjall.example", 8443)]
ALLOWED_HOSTS = [host for host, _port in TEST_SITES]
