"""Hosts that send a Content Security Policy: which of them lets a frame through, and by which line."""

from __future__ import annotations

from collections.abc import Callable

from dvb_wagtail.formats.host_snippets import frame_policy, origin
from example_project.gallery.page import Draft, Page


def fixed(*directives: str) -> Callable[[Draft], str]:
    """Return a policy of these directives.

    In them `{frames}` is the line that we hand out, `{provider}` our origin, `{nonce}` that of the answer.
    """

    def policy(draft: Draft) -> str:
        address = draft.embeds[0].address
        return "; ".join(directives).format(frames=frame_policy(address), provider=origin(address), nonce=draft.nonce)

    return policy


OWN = "default-src 'self'"
SCRIPT = "script-src 'self' {provider}"
CONNECT = "connect-src 'self' {provider}"
STRICT_SCRIPT = "script-src 'nonce-{nonce}' 'strict-dynamic'"
TRUSTED_TYPES = "require-trusted-types-for 'script'"
REPORTER = ("violations.js",)

PAGES = (
    Page(
        path="policy/none/",
        title="Ingen innehållspolicy",
        imitates="Härmar en webbplats som inte skickar någon innehållspolicy (CSP).",
        expected="Alla ramar syns.",
        english="A host without a content security policy: every frame is shown.",
    ),
    Page(
        path="policy/default-self/",
        title="Bara det egna",
        imitates="Härmar en webbplats som bara släpper in sådant som kommer från den själv.",
        expected="Ramarna stoppas; länken efter varje ram är det som finns kvar.",
        english="A host that allows nothing but its own: frames are blocked, the link after each one is what remains.",
        policy=fixed(OWN),
        scripts=REPORTER,
    ),
    Page(
        path="policy/frame-src/",
        title="Raden som ramarna behöver",
        imitates="Härmar samma webbplats sedan webbteamet har lagt till den rad som lämnas ut med ramarna.",
        expected="Alla ramar syns.",
        english="The same host with the one line added that is handed out with the frames: all are shown.",
        policy=fixed(OWN, "{frames}"),
        scripts=REPORTER,
    ),
    Page(
        path="policy/script-src/",
        title="Rätt webbplats i fel rad",
        imitates="Härmar en webbplats som har släppt in skript från konferensens webbplats, men inte ramar.",
        expected="Ramarna stoppas; länken efter varje ram är det som finns kvar.",
        english="A host that allows the conference's scripts but not its frames: they are blocked, the links remain.",
        policy=fixed(OWN, SCRIPT),
        scripts=REPORTER,
    ),
    Page(
        path="policy/strict-dynamic/",
        title="Engångskod för skript",
        imitates="Härmar en webbplats där varje skript måste bära sidans engångskod (nonce med strict-dynamic).",
        expected="Ramarna stoppas; länken efter varje ram är det som finns kvar.",
        english="A host whose scripts need a nonce, and that names no frames: they are blocked, the links remain.",
        policy=fixed(OWN, STRICT_SCRIPT, CONNECT),
        scripts=REPORTER,
    ),
    Page(
        path="policy/trusted-types/",
        title="Betrodda typer",
        imitates="Härmar en webbplats som kräver betrodda typer (Trusted Types) men inte nämner några ramar.",
        expected="Ramarna stoppas; länken efter varje ram är det som finns kvar.",
        english="A host that requires trusted types and names no frames: they are blocked, the links remain.",
        policy=fixed(OWN, SCRIPT, CONNECT, TRUSTED_TYPES),
        scripts=REPORTER,
    ),
    Page(
        path="policy/strictest/",
        title="Den strängaste som visar ramarna",
        imitates="Härmar en webbplats som förbjuder allt den inte räknar upp, med engångskod och betrodda typer.",
        expected="Alla ramar syns: den enda rad som de behöver finns med.",
        english="The strictest host that still shows the frames: all that they need is their one line.",
        policy=fixed(
            "default-src 'none'",
            STRICT_SCRIPT,
            "style-src 'self'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            TRUSTED_TYPES,
            "{frames}",
        ),
        scripts=REPORTER,
    ),
)
