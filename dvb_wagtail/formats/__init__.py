"""Published formats: frozen dataclasses in, bytes out.

Nothing here knows Django, a clock, a database or gettext: words come with the options, times with the items. Importing
the package registers our own formats.
"""

from __future__ import annotations

from dvb_wagtail.formats import feeds, ical

__all__ = ["feeds", "ical"]
