"""Links to share a page by: plain addresses, so that nobody hears of a reader before the link is followed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class ShareLink:
    """`name` is what it is shared by, a word of the language or the name of a service."""

    name: str
    address: str


def share_links(address: str, title: str) -> tuple[ShareLink, ...]:
    """Return ways to share an absolute address with its title.

    Mastodon has no single host: its own page asks for the reader's server, in the browser, and gets the text in the
    fragment, which is sent to nobody.
    """
    link, text = quote(address, safe=""), quote(title, safe="")
    return (
        ShareLink(gettext("E-mail"), f"mailto:?subject={text}&body={link}"),
        ShareLink("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?url={link}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={link}"),
        ShareLink("Mastodon", f"https://share.joinmastodon.org/#text={text}%20{link}"),
    )
