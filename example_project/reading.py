"""Reads what is written in `content`: TOML for lists and facts, Markdown below a TOML head for articles."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from example_project.years import next_year

CONTENT = Path(__file__).parent / "content"
HEAD = "+++\n"

Entry = dict[str, Any]


@dataclass(frozen=True)
class Article:
    """An article: its fields and body, and the same in English where it was translated."""

    fields: Entry
    body: str
    english: Entry | None
    english_body: str


class Content:
    """All that the site is made of, as it reads at a moment (aware): the next editions' years depend on it."""

    def __init__(self, now: datetime) -> None:
        self.now = timezone.localtime(now)
        self.year = next_year(now)
        self._places = {
            "year": str(self.year),
            "after_year": str(self.year + 1),
            # From 1 September, or since the site was made if that was earlier: they are on sale in any case.
            "on_sale": min(f"{self.year}-09-01", self.now.date().isoformat()),
        }

    def table(self, name: str) -> Entry:
        """Return a file such as `series.toml`."""
        return tomllib.loads(self._filled(CONTENT / name))

    def editions(self) -> list[str]:
        """Return the editions' folders, the oldest first."""
        return ["dv2019", "dv2020", "dv2021", "next", "after"]

    def edition(self, folder: str) -> Entry:
        """Return an edition's own fields and lists; its number follows from the year (the second was in 2019)."""
        fields = self.table(f"{folder}/edition.toml")
        return {"number": fields["start_date"].year - 2017} | fields

    def programme(self, folder: str) -> list[Entry]:
        """Return an edition's sessions, each with the defaults of its file and a date for its day."""
        first_day = self.edition(folder)["start_date"]
        sessions = []
        for path in sorted((CONTENT / folder).glob("*.toml")):
            if path.name == "edition.toml":
                continue
            day = tomllib.loads(self._filled(path))
            for session in day["session"]:
                session = day["defaults"] | session
                session["day"] = first_day + timedelta(days=session["day"] - 1)
                sessions.append(session)
        return sessions

    def articles(self) -> list[Article]:
        paths = sorted((CONTENT / "articles").glob("*.md"))
        return [self._article(path) for path in paths if ".en" not in path.suffixes]

    def _article(self, path: Path) -> Article:
        fields, body = self._headed(path)
        days_ago = fields.pop("days_ago", None)
        if days_ago is not None:
            fields["published"] = self.now.replace(second=0, microsecond=0) - timedelta(days=days_ago)
        else:
            fields["published"] = timezone.make_aware(fields["published"])
        translation = path.with_suffix(".en.md")
        english, english_body = self._headed(translation) if translation.exists() else (None, "")
        return Article(fields, body, english, english_body)

    def _headed(self, path: Path) -> tuple[Entry, str]:
        head, body = self._filled(path).removeprefix(HEAD).split(f"\n{HEAD}", 1)
        return tomllib.loads(head), body

    def _filled(self, path: Path) -> str:
        text = path.read_text(encoding="utf-8")
        for name, value in self._places.items():
            text = text.replace(f"{{{name}}}", value)
        return text


def in_english(entry: Mapping[str, Any]) -> Entry:
    """Return an entry with its English texts in the place of the Swedish ones."""
    return {**entry, **entry.get("en", {})}


def in_swedish(entry: Mapping[str, Any]) -> Entry:
    """Return an entry without its English texts."""
    return {name: value for name, value in entry.items() if name != "en"}
