"""The README's five steps, carried out in a Wagtail project as somebody does who follows them.

A step is a block of code in the README's section "Install": commands (`sh`), settings or addresses (`python`), the base
template (`html`). Where a file gets what stands in a block is the only thing that is known here.
"""

from __future__ import annotations

import ast
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make import Site

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Return (language, code) of each block in the section "Install"."""
    section = re.search(r"^## Install\b.*?(?=^## |\Z)", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    if not section:
        sys.exit('README.md has no section "Install"')
    return [
        (language, "".join(line.removeprefix(indent) for line in code.splitlines(keepends=True)))
        for indent, language, code in BLOCK.findall(section[0])
    ]


def follow(site: Site, wheel: Path, constraints: Path) -> None:
    """Carry out every step in the site."""
    for language, code in steps():
        if language == "sh":
            run(site, code, wheel, constraints)
        elif language == "html":
            extend(site.folder / "region/templates/base.html", before="</head>", lines=code)
        elif "include(" in code:
            extend(site.folder / "region/urls.py", before='    path("", include(wagtail_urls))', lines=mounted(code))
        else:
            extend(site.folder / "region/settings/local.py", before=None, lines=settings(code))


def run(site: Site, code: str, wheel: Path, constraints: Path) -> None:
    """Run the commands; the package comes from the wheel that was just built."""
    for command in map(shlex.split, code.splitlines()):
        match command:
            case ["pip" | "python", *_, "install", "dvb-wagtail"]:
                site.run("-m", "pip", "install", "-qq", "--constraint", constraints, wheel)
            case ["python", "manage.py", *arguments] | ["./manage.py", *arguments] | ["manage.py", *arguments]:
                site.manage(*arguments)
            case _:
                sys.exit(f"README.md asks for a command that no step should need: {shlex.join(command)}")


def extend(path: Path, *, before: str | None, lines: str) -> None:
    """Write `lines` into the file: before the first place that says `before`, or at its end."""
    text = path.read_text(encoding="utf-8")
    at = len(text) if before is None else text.index(before)
    path.write_text(text[:at] + lines + text[at:], encoding="utf-8")


def mounted(code: str) -> str:
    """Return the line that mounts the package."""
    return "".join(line + "\n" for line in code.splitlines() if "dvb_wagtail.urls" in line)


def settings(code: str) -> str:
    """Return assignments to append: a list is added to, as it has other entries in an existing site."""
    written = []
    for statement in ast.parse(code).body:
        value = statement.value if isinstance(statement, ast.Assign) else None
        if isinstance(value, ast.List):
            written.append(f"{ast.unparse(statement.targets[0])} += {ast.unparse(value)}\n")
        else:
            written.append(ast.unparse(statement) + "\n")
    return "".join(written)
