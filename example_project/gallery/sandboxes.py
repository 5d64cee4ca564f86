"""Hosts that put a frame into a sandbox, and the one that we hand out ourselves."""

from __future__ import annotations

import re
from collections.abc import Callable

from dvb_wagtail.formats.host_snippets import Embed, iframe
from example_project.gallery.page import Page

HANDED_OUT = re.compile(' sandbox="[^"]*"')
"""The attribute as it stands in our snippet, whose values are escaped: no title can look like one."""


def sandboxed(value: str | None) -> Callable[[Embed], str]:
    """Return how a host shows a frame whose sandbox it sets itself, or takes away where `value` is None."""
    attribute = "" if value is None else f' sandbox="{value}"'

    def frame(embed: Embed) -> str:
        return HANDED_OUT.sub(attribute, iframe(embed), count=1)

    return frame


PAGES = (
    Page(
        path="sandbox/none/",
        title="Ingen sandlåda",
        imitates="Härmar en webbplats som tar bort attributet sandbox, eller klistrar in ramen utan det.",
        expected="Allt fungerar: nya flikar, kalenderfiler och filter.",
        english="A frame without a sandbox: new tabs, calendar files and filters all work.",
        frame=sandboxed(None),
    ),
    Page(
        path="sandbox/empty/",
        title="Tom sandlåda",
        imitates="Härmar textredigeraren TinyMCE 7, som sätter ett tomt sandbox på alla ramar.",
        expected="Text, utseende och filter finns kvar, men nya flikar och kalenderfiler är spärrade.",
        english="An empty sandbox, as TinyMCE 7 sets it: text, looks and filters remain; no new tabs and no files.",
        frame=sandboxed(""),
    ),
    Page(
        path="sandbox/scripts/",
        title="Sandlåda med skript",
        imitates="Härmar WordPress, som bara tillåter skript i ramar från okända webbplatser.",
        expected="Texten finns där och ramen kan säga hur hög den är, men nya flikar och kalenderfiler är spärrade.",
        english="A sandbox with scripts alone: text and height message, but no new tabs and no files.",
        frame=sandboxed("allow-scripts"),
    ),
    Page(
        path="sandbox/scripts-popups/",
        title="Sandlåda med skript och nya flikar",
        imitates="Härmar en webbplats som tillåter skript och nya flikar i ramar.",
        expected="Länkar öppnas i nya flikar, som själva sitter i sandlådan; kalenderfiler är spärrade.",
        english="A sandbox with scripts and popups: links open in new tabs that are sandboxed too; no files.",
        frame=sandboxed("allow-scripts allow-popups"),
    ),
    Page(
        path="sandbox/recommended/",
        title="Sandlådan som lämnas ut",
        imitates="Härmar en webbplats som klistrar in koden precis som den lämnas ut.",
        expected="Allt fungerar: nya flikar, kalenderfiler och filter.",
        english="The sandbox that is handed out: new tabs, calendar files and filters all work.",
    ),
)
