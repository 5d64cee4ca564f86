"""All pages of the gallery, under the headings of its index."""

from __future__ import annotations

from example_project.gallery import municipio, plain, policies, sandboxes, wordpress
from example_project.gallery.page import Page

CONTENTS: dict[str, tuple[Page, ...]] = {
    "Vanlig HTML": plain.PAGES,
    "Innehållspolicy": policies.PAGES,
    "Sandlåda": sandboxes.PAGES,
    "WordPress": wordpress.PAGES,
    "Municipio": municipio.PAGES,
}

PAGES: dict[str, Page] = {page.path: page for pages in CONTENTS.values() for page in pages}
