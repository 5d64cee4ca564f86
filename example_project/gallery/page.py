"""What a page of the gallery is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from dvb_wagtail.core.frames import FrameOptions
from dvb_wagtail.formats.host_snippets import Embed, iframe

AS_USUAL = FrameOptions()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is drawn and waits for the policy to send with it. `nonce` is of this answer alone."""

    html: str
    embeds: Sequence[Embed]
    nonce: str


def no_policy(_draft: Draft) -> str:
    return ""


def nothing_before(_embeds: Sequence[Embed]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that hosts do to frames.

    `path` is its address, without the first slash. `imitates` and `expected` are a sentence each in Swedish, plain
    text; `english` says both. `frame` draws one frame as this host shows it, `before` what stands before them all;
    `policy` returns its Content Security Policy, "" for none. `scripts` and `look` are a file in `static` each and a
    class of the page. `options` are those that its editor chose for the frames, of which it has `most` at most.
    """

    path: str
    title: str
    imitates: str
    expected: str
    english: str
    frame: Callable[[Embed], str] = iframe
    before: Callable[[Sequence[Embed]], str] = nothing_before
    policy: Callable[[Draft], str] = no_policy
    scripts: tuple[str, ...] = ()
    look: str = ""
    options: FrameOptions = AS_USUAL
    most: int | None = None


def attributes(**values: str | int) -> str:
    """Return attributes as HTML, each after a space; an underscore in a name stands for a hyphen."""
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in values.items())
