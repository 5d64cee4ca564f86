"""What the package tells a project's own code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.dispatch import Signal


class ChannelKind(StrEnum):
    """What a channel is of; the first part of its addresses."""

    SERIES = "series"
    CONFERENCE = "conferences"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class ChangedChannel:
    """A channel whose public content changed.

    `key` is the acronym of an edition or the key of a series or a news channel; `identity` the translation key of its
    pages; `root_url` the scheme and host of its addresses; `changed` when it did, in UTC. `is_public` is False of one
    that was withdrawn or made private.
    """

    kind: ChannelKind
    key: str
    identity: UUID
    root_url: str
    changed: datetime
    is_public: bool


public_content_changed: Final = Signal()
"""Sent once for each channel whose documents are others than before, after the commit that made them so.

Receivers get `channel`, a ChangedChannel; the sender is that class. Whatever changes the documents is told, and nothing
else: publishing, withdrawing, moving, a restriction, another address of the site, a programme change that an editor
sends. Saving a draft tells nothing. What a receiver raises is logged by Django and stops neither editors nor other
receivers; it runs in the process that published, so leave what takes long to a task.
"""


def tell(channel: ChangedChannel) -> None:
    """Send `public_content_changed` of a channel."""
    public_content_changed.send_robust(ChangedChannel, channel=channel)
