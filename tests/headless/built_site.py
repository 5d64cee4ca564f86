"""Reads a built site as a visitor's programs do, and tells what is wrong with it: by other parsers than built it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
from icalendar import Calendar
from lxml import etree

LINKED = ("href", "src", "srcset", "action", "poster", "data")
LOADED = {"img", "script", "iframe", "video", "audio", "source", "embed", "object"}
XML = {".xml", ".rss", ".atom"}
BINARY = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".pdf", ".docx", ".odt", ".xlsx", ".ods"}


class BuiltSite:
    """A site in a folder. `origin` is the scheme and host that it is served at, `cms` what must not be named in it."""

    def __init__(self, folder: Path, origin: str, cms: tuple[str, ...]) -> None:
        self.folder = folder
        self.origin = origin
        self.cms = cms
        self.files = sorted(path for path in folder.rglob("*") if path.is_file())
        self._documents: dict[str, Any] = {}

    def name(self, path: Path) -> str:
        return str(path.relative_to(self.folder))

    def document(self, name: str) -> Any:
        """Return an HTML file as a tree without namespaces."""
        if name not in self._documents:
            content = (self.folder / name).read_bytes()
            self._documents[name] = html5lib.parse(content, treebuilder="lxml", namespaceHTMLElements=False)
        return self._documents[name]

    def text(self, name: str) -> str:
        """Return what a reader sees of a page, its title first."""
        return " ".join(" ".join(self.document(name).getroot().itertext()).split())

    def files_with(self, text: str) -> list[str]:
        """Return the files that have a text, in whatever way it is written there."""
        return [self.name(path) for path in self.files if path.suffix not in BINARY and text in _plain(path)]

    def problems(self) -> list[str]:
        """Return a sentence for each thing that is wrong."""
        return [problem for path in self.files for problem in self._problems_in(path)]

    def _problems_in(self, path: Path) -> Iterator[str]:
        name = self.name(path)
        content = path.read_bytes()
        yield from (f"{name} names {host}" for host in self.cms if host.encode() in content)
        if path.suffix in BINARY:
            return
        plain = _plain(path)
        yield from (f"{name} names {host}" for host in self.cms if host in plain)
        for address in self._addresses(path):
            if problem := self._lost(path, address):
                yield f"{name}: {problem}"
        if path.suffix == ".html":
            yield from (f"{name}: {problem}" for problem in self._not_plain(name))

    def _addresses(self, path: Path) -> Iterator[str]:
        if path.suffix == ".html":
            for element in self.document(self.name(path)).iter():
                for attribute in LINKED:
                    value = element.get(attribute) if isinstance(element.tag, str) else None
                    if value is not None:
                        yield from (part.split()[0] for part in value.split(",")) if attribute == "srcset" else (value,)
        else:
            own = re.escape(self.origin.partition("://")[2])
            for text in _strings(path):
                yield from re.findall(rf"(?:https?|webcal)://{own}[^\s\"'<>\\]*", text)

    def _lost(self, path: Path, address: str) -> str:
        """Return what is wrong with an address; "" for a right one, and for one of another site."""
        here = f"{self.origin}/{self.name(path).removesuffix('index.html')}"
        whole = urlsplit(urljoin(here, re.sub("^webcal:", "http:", address).rstrip(".,;")))
        if whole.scheme in ("mailto", "tel"):
            return ""
        if whole.scheme not in ("http", "https"):
            return f"{address} is no address for a link"
        if whole.netloc != urlsplit(self.origin).netloc:
            return ""
        if whole.query:
            return f"{address} asks a question that a file cannot answer"
        target = self.folder / unquote(whole.path).lstrip("/")
        file = target / "index.html" if whole.path.endswith("/") or not whole.path else target
        if not file.is_file():
            return f"{address} leads nowhere"
        if whole.fragment and file.suffix == ".html" and path.suffix == ".html":
            known = self.document(self.name(file)).xpath("//@id")
            return "" if unquote(whole.fragment) in known else f"{address} leads to no place on its page"
        return ""

    def _not_plain(self, name: str) -> Iterator[str]:
        """A page loads nothing from elsewhere, runs nothing and says what language it is in."""
        tree = self.document(name)
        if not tree.getroot().get("lang"):
            yield "no language"
        if len(tree.findall(".//h1")) != 1:
            yield "not one heading of the first level"
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag in ("script", "style", "iframe") or element.get("style") is not None:
                yield f"<{element.tag}> needs a weaker policy"
            if any(attribute.startswith("on") for attribute in element.attrib):
                yield f"<{element.tag}> has a handler"
            stylesheet = element.tag == "link" and element.get("rel") in ("stylesheet", "icon")
            loaded = element.get("href" if stylesheet else "src") if stylesheet or element.tag in LOADED else None
            if loaded and urlsplit(urljoin(f"{self.origin}/", loaded)).netloc != urlsplit(self.origin).netloc:
                yield f"{loaded} is loaded from elsewhere"
            if element.tag == "img" and element.get("alt") is None:
                yield f"{element.get('src')} has no words"


def _plain(path: Path) -> str:
    """Return a file's text as its own parser reads it."""
    if path.suffix in {".html", ".css", ".svg"}:
        return path.read_text(encoding="utf-8")
    return "\n".join(_strings(path))


def _strings(path: Path) -> Iterator[str]:
    """Yield every string of a document, parsed. Raises what its parser raises."""
    content = path.read_bytes()
    if path.suffix == ".json":
        yield from _strings_of(json.loads(content))
    elif path.suffix == ".ics":
        for component in Calendar.from_ical(content).walk():
            for name, values in component.items():
                for value in values if isinstance(values, list) else [values]:
                    yield str(value)
                    yield from (f"{name} {text}" for text in getattr(value, "params", {}).values())
    elif path.suffix in XML:
        for element in etree.fromstring(content).iter():
            yield from (element.text or "", element.tail or "", *element.attrib.values())
    elif path.suffix not in BINARY:
        yield content.decode()


def _strings_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _strings_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings_of(each)
