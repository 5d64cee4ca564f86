"""What decides the bytes of a frame besides its content: templates and the addresses of its style sheet and script."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final

from django.conf import settings
from django.template.loader import get_template
from django.templatetags.static import static

from dvb_wagtail import __version__

STYLE: Final = "dvb_wagtail/embed/frame.css"
SCRIPT: Final = "dvb_wagtail/embed/frame.js"

AT_MOST: Final = {STYLE: 4, SCRIPT: 1}
"""Kilobytes that each of them may have, compressed: what hosts are told, and what a test holds the files to."""

TEMPLATES: Final = (
    "dvb_wagtail/embed/frame.html",
    "dvb_wagtail/embed/missing.html",
    "dvb_wagtail/embed/news.html",
    "dvb_wagtail/embed/programme.html",
    "dvb_wagtail/embed/session.html",
    "dvb_wagtail/embed/subscribe.html",
    "dvb_wagtail/embed/parts/footer.html",
    "dvb_wagtail/embed/parts/people.html",
    "dvb_wagtail/embed/parts/session.html",
    "dvb_wagtail/parts/choices.html",
    "dvb_wagtail/parts/filters.html",
    "dvb_wagtail/parts/notice.html",
    "dvb_wagtail/parts/status.html",
)
"""Every template that a frame is drawn with; a test compares it with what they include."""


def revision() -> str:
    """Return a digest of them: a site's own template, or a new version, is a new frame."""
    return _digest() if settings.DEBUG else _kept_digest()


def _digest() -> str:
    sources = [__version__, static(STYLE), static(SCRIPT), *(_source(name) for name in TEMPLATES)]
    return hashlib.blake2b("\0".join(sources).encode(), digest_size=16).hexdigest()


_kept_digest = cache(_digest)


def _source(name: str) -> str:
    """Return a template's text; of an engine that keeps none, its name."""
    template = getattr(get_template(name), "template", None)
    return str(getattr(template, "source", name))
