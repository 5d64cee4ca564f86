"""What differs between the versions of Wagtail. The only file that asks for its number."""

from __future__ import annotations

from typing import Final

import wagtail

HAS_API_V3: Final = wagtail.VERSION >= (8, 0)
"""Whether there is `wagtail.api.v3`, a preview."""
