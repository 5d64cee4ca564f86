"""What WordPress makes of oEmbed's HTML from a site that it does not know, as observed in its releases up to 6.8."""

from __future__ import annotations

import secrets
from html import escape
from html.parser import HTMLParser

from dvb_wagtail.formats.host_snippets import Embed, oembed_html
from example_project.gallery.page import Page, attributes

WIDTH = 600
"""CSS pixels: that of the theme's text column, which WordPress asks for."""
HIGHEST = 1000
"""What it asks for at most, and the highest that it lets a frame become."""

KEPT = {
    "a": {"href"},
    "blockquote": set[str](),
    "iframe": {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"},
}
HIDDEN = "position: absolute; visibility: hidden;"


class Filter(HTMLParser):
    """Writes again what it is fed: the elements and attributes that are kept, and those that WordPress adds.

    The quotation is to be seen until a message comes that knows the secret, the frame is not; without a quotation
    there is nothing to be seen instead, and the frame is shown at once.
    """

    def __init__(self, secret: str, *, quoted: bool) -> None:
        super().__init__()
        self.secret = secret
        self.quoted = quoted
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KEPT:
            return
        kept = {name: value or "" for name, value in attrs if name in KEPT[tag]}
        own = {} if tag == "a" else {"class_": "wp-embedded-content", "data_secret": self.secret}
        if tag == "iframe":
            kept["src"] = f"{kept.get('src', '')}#?secret={self.secret}"
            own |= {"sandbox": "allow-scripts", "security": "restricted"}
            if self.quoted:
                own["style"] = HIDDEN
        self.written.append(f"<{tag}{attributes(**own, **kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in KEPT:
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))


def as_wordpress_shows(html: str, secret: str) -> str:
    """Return oEmbed's HTML as it stands in a page of WordPress."""
    reader = Filter(secret, quoted="<blockquote" in html)
    reader.feed(html)
    reader.close()
    return "".join(reader.written)


def frame(embed: Embed) -> str:
    return as_wordpress_shows(oembed_html(embed, WIDTH, min(embed.height, HIGHEST)), secrets.token_hex(5))


PAGES = (
    Page(
        path="listener/wordpress/",
        title="WordPress",
        imitates="Härmar WordPress när en redaktör klistrar in adressen till en av konferensens sidor (oEmbed).",
        expected="Först syns en länk; när ramen har talat om sin höjd visas den i stället, 200–1000 pixlar hög.",  # noqa: RUF001
        english="WordPress with oEmbed: a link until the frame has told its height, then the frame, 200 to 1000 px.",
        frame=frame,
        scripts=("wordpress.js",),
    ),
)
