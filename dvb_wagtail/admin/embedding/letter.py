"""The letter that an editor here sends to the web team of another site: all that they ask, in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.template.loader import render_to_string

from dvb_wagtail.admin.embedding.shareable import Feed
from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.words import spoken_now
from dvb_wagtail.formats import host_snippets
from dvb_wagtail.formats.host_snippets import Embed


@dataclass(frozen=True, slots=True)
class Letter:
    """Plain text, and the language that it is in."""

    text: str
    language: str


def letter(
    system: System,
    embed: Embed,
    *,
    calendar: str = "",
    file: str = "",
    feeds: Sequence[Feed] = (),
    feeds_of: str = "",
) -> Letter:
    """Return the letter for a system in the language that is active, as far as we speak it: that of its sender.

    `embed` may be in another language. For a system that shows no frames, `calendar` is the address that a calendar
    subscribes to or `file` that of a session's calendar file; `feeds` are those of `feeds_of`.
    """
    site = host_snippets.origin(embed.address)
    text = render_to_string(
        "dvb_wagtail/admin/embedding/letter.txt",
        {
            "system": system,
            "embed": embed,
            "origin": site,
            "host": urlsplit(site).netloc,
            "policy": host_snippets.frame_policy(site),
            "finders": finders(embed),
            "host_page": host_page(embed),
            "html": host_snippets.iframe(embed) if system is System.HTML else "",
            "calendar": calendar,
            "file": file,
            "feeds": feeds,
            "feeds_of": feeds_of,
        },
    )
    return Letter(text.strip(), spoken_now())


def finders(embed: Embed) -> str:
    """Return the setting with which a Wagtail site asks ours."""
    endpoint = addresses.oembed(root_url=host_snippets.origin(embed.address))
    return host_snippets.wagtail_finders(endpoint, embed.address)


def host_page(embed: Embed) -> str:
    """Return the address of the page for web teams, in the language that is active."""
    return addresses.host_page(spoken_now(), root_url=host_snippets.origin(embed.address))
