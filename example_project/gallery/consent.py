"""A host that shows nothing from other sites until its visitor has agreed, as Municipio does."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from html import escape
from urllib.parse import urlsplit

from dvb_wagtail.formats.host_snippets import Embed, iframe
from example_project.gallery.page import attributes

FRAME = re.compile("<iframe .*?</iframe>", re.DOTALL)


def gated(embed: Embed, exempt: Collection[str] = ()) -> str:
    """Return our snippet with a notice and a button in the frame's place, unless its host is among those exempt.

    A script takes the frame out of its `template` when the visitor agrees; until then nothing is asked of its site.
    Without script there is neither notice nor frame, and the link after it remains.
    """
    host = urlsplit(embed.address).netloc
    if host in exempt:
        return iframe(embed)
    notice = (
        '<div class="gate-notice" hidden>'
        "<h3>Vi behöver ditt samtycke</h3>"
        f"<p>Den här delen av sidan hämtas från <strong>{escape(host)}</strong>, som är en annan webbplats.</p>"
        '<p><button type="button">Jag samtycker, visa innehållet</button></p>'
        "</div>"
    )
    source = attributes(data_src=json.dumps([embed.address]))

    def gate(frame: re.Match[str]) -> str:
        return f'<div class="gate"{source}>{notice}<template>{frame[0]}</template></div>'

    return FRAME.sub(gate, iframe(embed), count=1)
