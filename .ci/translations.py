"""Fail if a translatable text of the package is not in the Swedish messages, or one of them is no longer in use.

Gathers the messages afresh with Django's makemessages (which calls gettext) from a copy of the package.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import polib
from django.core.management import call_command

MESSAGES = Path("locale/sv/LC_MESSAGES/django.po")


def messages(path: Path) -> set[tuple[str, str]]:
    """Return (context, text) of every message in use."""
    return {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(path)) if not entry.obsolete}


source = Path(__file__).resolve().parent.parent / "dvb_wagtail"
with tempfile.TemporaryDirectory() as folder:
    copy = Path(folder) / source.name
    shutil.copytree(source, copy)
    os.chdir(copy)
    call_command("makemessages", locale=["sv"], verbosity=0)
    kept, gathered = messages(source / MESSAGES), messages(copy / MESSAGES)

for context, text in sorted(gathered - kept):
    print(f"not in {MESSAGES}: {context} {text!r}")
for context, text in sorted(kept - gathered):
    print(f"no longer in use: {context} {text!r}")
if gathered != kept:
    sys.exit("Run makemessages, translate, run compilemessages (CONTRIBUTING.md says how).")
print(f"{len(kept)} messages, all of them in Swedish")
