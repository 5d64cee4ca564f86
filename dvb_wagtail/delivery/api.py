"""What the addresses are together: their version, and `v1/api-info` in the form of the Swedish REST API profile.

The profile (VER.06) asks for the resource `api-info` under the root of an API, with these properties.
"""

from __future__ import annotations

from typing import Final

from dvb_wagtail.delivery import addresses
from dvb_wagtail.formats.json_parts import written

NAME: Final = "Conferences and news"

VERSION: Final = "1.0.0"
"""Semantic versioning: the middle number is raised when an address, a parameter or a property is added."""

RELEASED: Final = "2026-11-22"
"""The day on which this version was published."""

STATUS: Final = "active"


def api_info(root_url: str) -> bytes:
    """Return the description of a site's API."""
    return written(
        {
            "apiName": NAME,
            "apiVersion": VERSION,
            "apiReleased": RELEASED,
            "apiDocumentation": addresses.openapi(root_url=root_url),
            "apiStatus": STATUS,
        }
    )
