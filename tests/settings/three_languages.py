"""A site in Swedish, English and Finnish; the package has no Finnish words of its own."""

from __future__ import annotations

from tests.settings.default import *  # noqa: F403
from tests.settings.default import LANGUAGES

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [*LANGUAGES, ("fi", "Suomi")]
# It says that the package has no words in Finnish: they are in Swedish there, as they are to be here.
SILENCED_SYSTEM_CHECKS = ["dvb_wagtail.W020"]
