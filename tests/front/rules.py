"""What holds for every page, read from its structure: each function returns what breaks a rule."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from tests.front.reading import Document, text

DATA = "application/ld+json"
FORBIDDEN = ("script", "style", "iframe", "object", "embed", "frame", "font", "center", "marquee")


def broken_rules(document: Document) -> list[str]:
    return [
        *inline_code(document),
        *foreign_resources(document),
        *landmarks(document),
        *headings(document),
        *references(document),
        *names(document),
        *pictures(document),
        *leftovers(document),
    ]


def inline_code(document: Document) -> list[str]:
    """No script and no inline style: the strictest content policy must not break a page.

    What search engines read stands in a script element, too; its type makes it data, which no browser runs.
    """
    return [
        *(f"<{element.tag}>" for name in FORBIDDEN for element in document.iter(name) if element.get("type") != DATA),
        *(
            f"<{element.tag} {name}>"
            for element in document.iter("*")
            for name in element.attrib
            if name == "style" or name.startswith("on")
        ),
        *(f"href={address}" for address in document.xpath("//@href | //@src") if address.startswith("javascript:")),
    ]


def foreign_resources(document: Document) -> list[str]:
    """Nothing is loaded from another site: no reader is known to anyone before a link is followed."""
    loaded = [
        *document.xpath("//link[@rel='stylesheet']/@href | //@src"),
        *(part.split()[0] for srcset in document.xpath("//@srcset") for part in srcset.split(",")),
    ]
    return [address for address in loaded if urlsplit(address).hostname not in (None, "testserver")]


def landmarks(document: Document) -> list[str]:
    counts = {name: len(list(document.iter(name))) for name in ("main", "h1")}
    untitled = [element for element in document.iter("nav") if not _named(element)]
    return [
        *(f"{count} <{name}>" for name, count in counts.items() if count != 1),
        *(f"<nav> without a name: {text(element)}" for element in untitled),
        *([] if document.get("lang") else ["no language"]),
        *([] if text(document.find("head/title")) else ["no title"]),
    ]


def headings(document: Document) -> list[str]:
    """Headings go down one level at a time, so that those who jump by them miss nothing."""
    found = document.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    levels = [int(element.tag[1]) for element in found]
    return [
        *(
            f"h{before} then h{after}: {text(element)}"
            for before, after, element in zip(levels, levels[1:], found[1:], strict=False)
            if after > before + 1
        ),
        *("an empty heading" for element in found if not text(element)),
        *(f"nothing under: {text(element)}" for element in found if _stands_alone(element)),
        *(f"nothing under: {text(term)}" for term in document.iter("dt") if not text(term.getnext())),
    ]


def _stands_alone(heading: Document) -> bool:
    """Tell whether a section has its heading and nothing else."""
    section = heading.getparent()
    return section.tag == "section" and text(section) == text(heading) and not list(section.iter("img"))


def references(document: Document) -> list[str]:
    """Ids are there once, and whatever points to one finds it."""
    ids = Counter(document.xpath("//@id"))
    pointed = {part for value in document.xpath("//@aria-labelledby | //@for") for part in value.split()}
    anchors = {address[1:] for address in document.xpath("//a/@href") if address.startswith("#") and address != "#"}
    return [
        *(f"id {name} {count} times" for name, count in ids.items() if count > 1),
        *(f"no element with id {name}" for name in pointed | anchors if name not in ids),
    ]


def names(document: Document) -> list[str]:
    """Whatever one can follow says where it leads."""
    return [
        *(
            f"<a href={element.get('href')}> says nothing"
            for element in document.iter("a")
            if not text(element) and not any(image.get("alt") for image in element.iter("img"))
        ),
        *("<a> without an address" for element in document.iter("a") if not element.get("href")),
        *("<details> without <summary>" for element in document.iter("details") if element.find("summary") is None),
        *(f"<{element.tag}> without a name" for element in document.iter("section") if not _named(element)),
    ]


def pictures(document: Document) -> list[str]:
    return [
        f"{element.get('src')}: no {name}"
        for element in document.iter("img")
        for name in ("alt", "width", "height")
        if element.get(name) is None
    ]


def leftovers(document: Document) -> list[str]:
    """Nothing that a template or a model says of itself reaches a reader."""
    said = text(document.find("body"))
    return [f"“{word}” in the text" for word in ("None", "{{", "{%", "object at 0x", "Block(", "<p>") if word in said]


def _named(element: Document) -> bool:
    return bool(element.get("aria-label") or element.get("aria-labelledby"))
