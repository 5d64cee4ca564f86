"""What a host's editor pastes to show one of our frames, and what the host's web team adds to its policy.

Every line that was ever handed out must keep working: tests/embed/snippets holds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What a frame needs to tell its height, open links in new tabs and hand out calendar files, and nothing more.

`allow-same-origin` is the frame's own origin, never the host's: they only meet if a site frames itself.
"""


@dataclass(frozen=True, slots=True)
class Embed:
    """A frame as a host shows it: absolute address, title, height in CSS pixels, and the page that it is about.

    `language` is that of the title.
    """

    address: str
    title: str
    height: int
    url: str
    language: str


def iframe(embed: Embed) -> str:
    """Return the frame as HTML, with a link after it for readers whose browser or host shows no frame.

    No `style`: an attribute of that name makes Municipio weaken its policy, and strict policies ignore it.
    """
    return (
        f'<iframe src="{escape(embed.address)}" title="{escape(embed.title)}" width="100%" height="{embed.height}" '
        'frameborder="0" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
        f'sandbox="{SANDBOX}"></iframe>\n'
        f'<p><a href="{escape(embed.url)}" lang="{escape(embed.language)}">{escape(embed.title)}</a></p>'
    )


def oembed_html(embed: Embed, width: int, height: int) -> str:
    """Return the frame as oEmbed consumers take it, `width` and `height` in CSS pixels.

    WordPress keeps only these attributes, sandboxes the frame itself, and shows the quotation until the frame has told
    its height.
    """
    return (
        f'<blockquote><a href="{escape(embed.url)}">{escape(embed.title)}</a></blockquote>'
        f'<iframe src="{escape(embed.address)}" title="{escape(embed.title)}" width="{width}" height="{height}" '
        'frameborder="0"></iframe>'
    )


def origin(address: str) -> str:
    """Return scheme, host and port of an absolute address: what a host's policy names."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def frame_policy(address: str) -> str:
    """Return what a host adds to its Content Security Policy to show a frame: one directive, one origin."""
    return f"frame-src {origin(address)}"


def wagtail_finders(endpoint: str, address: str) -> str:
    """Return the setting with which a Wagtail site shows what is pasted from `address`'s site, ours or none installed.

    Ours stands first: the first finder that accepts an address is asked.
    """
    return (
        "WAGTAILEMBEDS_FINDERS = [\n"
        '    {"class": "wagtail.embeds.finders.oembed",\n'
        f'     "providers": [{{"endpoint": "{endpoint}", "urls": [r"{pages_of(address)}"]}}]}},\n'
        '    {"class": "wagtail.embeds.finders.oembed"},\n'
        "]"
    )


def pages_of(address: str) -> str:
    """Return the regular expression of all addresses on `address`'s site, and of none that only begin as its name."""
    return "^" + origin(address).replace(".", r"\.") + "/"


def height_message(height: int, secret: str = "") -> dict[str, object]:
    """Return what a frame says to the page that it stands in, `height` in CSS pixels.

    `value` and `secret` are read by WordPress, `height` by Municipio, the rest by whoever listens for us alone.
    """
    return {"type": "dvb-embed", "v": 1, "message": "height", "value": height, "height": height, "secret": secret}


def height_listener(address: str) -> str:
    """Return a script for hosts that have no listener: frames from `address`'s site get as high as what they show."""
    return f"""\
addEventListener("message", (event) => {{
  const {{ type, message, height }} = event.data ?? {{}};
  if (event.origin !== "{origin(address)}") return;
  if (type !== "dvb-embed" || message !== "height") return;
  for (const frame of document.querySelectorAll("iframe")) {{
    if (frame.contentWindow === event.source) frame.height = height;
  }}
}});"""
