"""Print pip constraints that pin each dependency of pyproject.toml, extras included, to its lower bound, one a line."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
extras = project.get("optional-dependencies", {}).values()
for requirement in [*project["dependencies"], *(each for extra in extras for each in extra)]:
    bound = re.match(r"([\w-]+)>=([\w.]+)", requirement)
    if not bound:
        sys.exit(f"{requirement!r} in pyproject.toml has no lower bound")
    print(f"{bound[1]}=={bound[2]}")
