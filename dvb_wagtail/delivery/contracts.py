"""JSON Schemas of documents of our own, by the last segment of those documents' addresses."""

from __future__ import annotations

from dvb_wagtail.delivery import catalogue
from dvb_wagtail.delivery.offered import all_of
from dvb_wagtail.formats.registry import Subject

MEDIA_TYPE = "application/schema+json"


def schemas() -> dict[str, str]:
    """Return every schema as text: the catalogue's, and those of the formats that have one."""
    formats = [each for subject in Subject for each in all_of(subject) if each.schema]
    return {"index.json": catalogue.SCHEMA} | {each.file_name: each.schema for each in formats}
