"""A site whose image model came with a later migration of its app."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS

INSTALLED_APPS = ["tests.apps.late_images", *INSTALLED_APPS]
WAGTAILIMAGES_IMAGE_MODEL = "late_images.LateImage"
