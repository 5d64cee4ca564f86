"""The pages that editions' facts are taken from, and their lists as the page of another language shows them.

A translation holds the main page's facts as they were when it was last saved. Readers are to see what is true now.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from wagtail.blocks import StreamValue

from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.translated_lists import in_translation, raw
from dvb_wagtail.publication.pages import read_versions
from dvb_wagtail.publication.surroundings import Surroundings


def main_pages(main_languages: Mapping[UUID, str], surroundings: Surroundings | None = None) -> dict[UUID, Any]:
    """Return the public page that the index takes an edition's facts from, by identity, given its main language.

    One query a model and those of the surroundings, none without identities.
    """
    if not main_languages:
        return {}
    found = read_versions(ConferenceMixin, main_languages, surroundings or Surroundings())
    return {
        identity: versions.facts(main_languages[identity]) for identity, versions in found.items() if versions.public
    }


def shown_list(page: Any, main: Any, name: str) -> StreamValue:
    """Return a list of an edition's page as readers are to see it: the main page's entries, in the words of this one.

    What nobody has translated yet is said as on the main page.
    """
    own: StreamValue = getattr(page, name)
    if main == page:
        return own
    block = page._meta.get_field(name).stream_block
    shown: StreamValue = block.to_python(in_translation(block.child_blocks, raw(getattr(main, name)), raw(own)))
    return shown
