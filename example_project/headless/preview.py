"""A draft, asked of the CMS with its token and shown plainly in the client's own layout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

PATIENCE = 10
"""Seconds."""
WORDS = Path(__file__).resolve().parent.parent / "client" / "src" / "words"


def draft_page(folder: Path, cms: str, content_type: str, token: str) -> str | None:
    """Return the page of a draft; None where the CMS knows none by this token."""
    query = urlencode({"content_type": content_type, "token": token, "fields": "*", "format": "json"})
    try:
        with urlopen(f"{cms}/api/v2/drafts/?{query}", timeout=PATIENCE) as answer:  # noqa: S310
            draft = json.load(answer)
    except (OSError, HTTPException):  # A TimeoutError, where an answer stops half-way, is no URLError.
        return None
    frames = {path.stem: path for path in sorted(folder.glob("preview/*.html"))}
    frame = frames.get(draft["meta"]["locale"]) or next(iter(frames.values()))
    # Once each, from the frame to what is filled in: a draft may hold these marks itself.
    head, heading, rest = frame.read_text(encoding="utf-8").split("[[title]]")
    before, after = rest.split("[[draft]]")
    title = escape(draft["title"])
    words = json.loads((WORDS / f"{frame.stem}.json").read_text(encoding="utf-8"))
    return "".join([head, title, heading, title, before, *_lines(draft, words, cms), after])


def _lines(draft: dict[str, Any], words: dict[str, str], cms: str) -> Iterator[str]:
    if draft.get("status") not in (None, "confirmed", "scheduled"):
        yield f'<p class="notice">{escape(draft["status"])} {escape(draft.get("reason") or "")}</p>'
    for image in filter(None, (draft.get("image"), draft.get("portrait"))):
        yield _picture(image, cms)
    facts = [(words["when"], _when(draft)), (words["where"], (draft.get("place") or {}).get("location", ""))]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value)
    if rows:
        yield f'<dl class="facts-list">{rows}</dl>'
    for text in filter(None, (draft.get("job_title"), draft.get("lead"), draft.get("abstract"))):
        yield from (f'<p class="lead">{escape(paragraph)}</p>' for paragraph in text.split("\n\n"))
    if draft.get("appearances"):
        people = "".join(f"<li>{escape(person['name'])}</li>" for person in draft["appearances"])
        yield f'<h2>{escape(words["speakers"])}</h2><ul class="people">{people}</ul>'
    yield '<div class="body">'
    # What is HTML has been cleaned by the CMS.
    yield draft.get("biography") or ""
    yield from (_part(part, cms) for part in draft.get("body") or ())
    yield "</div>"


def _when(draft: dict[str, Any]) -> str:
    """Return the time of a session or the days of an edition, as digits: a draft needs no more."""
    if draft.get("start"):
        return f"{draft['start'][:10]} {draft['start'][11:16]}–{draft['end'][11:16]}"  # noqa: RUF001
    days = filter(None, (draft.get("day"), draft.get("start_date"), draft.get("end_date")))
    return "–".join(dict.fromkeys(days))  # noqa: RUF001


def _part(part: dict[str, Any], cms: str) -> str:
    value = part["value"]
    match part["type"]:
        case "heading":
            return f"<h{value['level']:d}>{escape(value['text'])}</h{value['level']:d}>"
        case "quote":
            return f"<blockquote><p>{escape(value['quote'])}</p></blockquote>"
        case "image":
            return _picture(value, cms)
        case "video" | "document":
            return f'<p><a href="{escape(value["url"])}">{escape(value["title"])}</a></p>'
        case _:
            return str(value)


def _picture(image: dict[str, Any], cms: str) -> str:
    """Return a picture as the CMS has it: a new one is not on this site before the page is published."""
    path = image["url"].partition("://")[2].partition("/")[2]
    return f'<figure class="picture"><img src="{escape(f"{cms}/{path}")}" alt="{escape(image["alt"])}"></figure>'
