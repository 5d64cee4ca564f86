"""A site with an image model and page types of its own, beside the package's."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import INSTALLED_APPS

INSTALLED_APPS = [
    "tests.apps.own_images",
    "tests.apps.own_pages",
    # Its page types may stand anywhere, too, and are no matter here.
    *(app for app in INSTALLED_APPS if app != "tests.apps.joined"),
]
WAGTAILIMAGES_IMAGE_MODEL = "own_images.OwnImage"
