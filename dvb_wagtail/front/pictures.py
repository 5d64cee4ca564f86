"""Pictures of the page itself, shown at a size: read together, so that many cost no more queries than one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects


def with_renditions(images: Iterable[Any]) -> None:
    """Read the renditions that these images have, in place. One query; none without images."""
    found = [image for image in images if image is not None]
    if found:
        prefetch_related_objects(found, "renditions")
