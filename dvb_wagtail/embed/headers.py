"""What a frame may load, and who may show it: its own policy, stricter than any host's."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin

from django.templatetags.static import static

from dvb_wagtail.conf import conf
from dvb_wagtail.embed.revision import STYLE
from dvb_wagtail.formats.host_snippets import origin

HTML: Final = "text/html; charset=utf-8"


def frame_headers() -> dict[str, str]:
    """Return the headers of everything that stands in a frame.

    It loads one style sheet and one script, keeps no form and is found by no search engine: the page that it is about
    is. Addresses of the page go to nobody when a link is followed.
    """
    files = static_source()
    policy = [
        "default-src 'none'",
        f"style-src {files}",
        f"script-src {files}",
        "base-uri 'none'",
        "form-action 'none'",
        f"frame-ancestors {' '.join(conf.frame_ancestors)}",
    ]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Robots-Tag": "noindex",
    }


def static_source() -> str:
    """Return where static files come from, as a source of a policy: this site, or the server that they are kept on.

    Raises ValueError where the storage of static files names each by its content and none has been collected yet.
    """
    address = urljoin("/", static(STYLE))
    return origin(urljoin("https:", address)) if "//" in address else "'self'"
