"""Makes the pictures of the documentation anew, from an example site of its own: `python -m docs.screenshots`.

All of them, or those that are named: `python -m docs.screenshots programme clash`. Needs Chromium and the groups
`example` and `browser`; takes some minutes. Nothing but the pictures is changed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from docs.screenshots.drawing import save
from docs.screenshots.pictures import PICTURES
from docs.screenshots.studio import Studio, chromium, example_site, log_in


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as data, example_site(Path(data)) as (root, other), chromium() as browser:
        studio = Studio(browser, log_in(browser, root), root, other, Path(data) / "demo.sqlite3")
        for name in names or PICTURES:
            save(name, PICTURES[name](studio))


if __name__ == "__main__":
    main(sys.argv[1:])
