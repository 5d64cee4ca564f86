"""Another municipality's web site, which shows our frames as the host systems do that we know.

It stands on an origin of its own (`make demo` serves it beside the example site) and knows of us only what it was
handed: the snippets. Each page imitates one thing that a host does to them; its index says what should be seen.
"""

from __future__ import annotations

from example_project.gallery.application import application
from example_project.gallery.server import serve

__all__ = ["application", "serve"]
