"""The pages as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from dvb_wagtail.formats.host_snippets import Embed
from example_project.gallery.page import Page, attributes

TEMPLATES = Path(__file__).parent / "templates"
SITE = "Exempelkommunen"


def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))


FRAMEWORK, PAGE, INDEX = (_template(name) for name in ("framework.html", "page.html", "index.html"))
REPORT = (TEMPLATES / "report.html").read_text(encoding="utf-8")


def page(shown: Page, embeds: Sequence[Embed], policy: str = "", nonce: str = "") -> str:
    """Return a page with its frames, and the policy in words if it is known already.

    Scripts carry the nonce if the policy names one.
    """
    named = {"nonce": nonce} if nonce and nonce in policy else {}
    content = PAGE.substitute(
        title=escape(shown.title),
        imitates=escape(shown.imitates),
        expected=escape(shown.expected),
        english=escape(shown.english),
        policy=_policy(policy),
        report=REPORT if "violations.js" in shown.scripts else "",
        before=shown.before(embeds),
        frames="\n".join(_frame(shown, embed) for embed in embeds[: shown.most]),
    )
    # Not deferred: what a policy stops is told once, and nobody may have listened yet.
    scripts = "\n".join(f"<script{attributes(src=f'/static/{name}', **named)}></script>" for name in shown.scripts)
    return _framed(shown.title, content, scripts, shown.look)


def index(contents: Mapping[str, Sequence[Page]]) -> str:
    """Return the list of all pages."""
    groups = "\n".join(
        f"<h2>{escape(heading)}</h2>\n<ul>\n{''.join(_entry(page) for page in pages)}</ul>"
        for heading, pages in contents.items()
    )
    return _framed("Ramar från en annan webbplats", INDEX.substitute(groups=groups))


def notice(title: str, text: str) -> str:
    """Return a page that says why there is nothing to see."""
    return _framed(title, f"<h1>{escape(title)}</h1>\n<p>{escape(text)}</p>")


def _framed(title: str, content: str, scripts: str = "", look: str = "") -> str:
    classes = attributes(class_=look) if look else ""
    return FRAMEWORK.substitute(title=escape(title), site=SITE, content=content, scripts=scripts, classes=classes)


def _entry(page: Page) -> str:
    return (
        f'<li><a href="/{escape(page.path)}">{escape(page.title)}</a>. {escape(page.imitates)} '
        f'{escape(page.expected)} <span class="english" lang="en">{escape(page.english)}</span></li>\n'
    )


def _frame(shown: Page, embed: Embed) -> str:
    heading = f"<h2{attributes(lang=embed.language)}>{escape(embed.title)}</h2>"
    return f'<div class="embed">\n{heading}\n{shown.frame(embed)}\n</div>'


def _policy(policy: str) -> str:
    said = f"<code>{escape(policy)}</code>" if policy else "ingen"
    return f"<p>Innehållspolicy: {said}</p>"
