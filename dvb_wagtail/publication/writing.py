"""Writes a batch of items and what they can be found by, with a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from dvb_wagtail.publication.tables import ItemFacet


class Batch:
    """Rows to be saved, and their facets. `link` is the facet table's foreign key to the row."""

    def __init__(self, table: type[models.Model], facet_table: type[ItemFacet], link: str) -> None:
        self._table = table
        self._facet_table = facet_table
        self._link = link
        self._rows: list[tuple[Any, list[tuple[str, str]]]] = []

    def add(self, row: models.Model, facets: Iterable[tuple[str, str]]) -> None:
        """Have the row saved, with exactly these facets."""
        self._rows.append((row, sorted((str(facet), value) for facet, value in facets)))

    def save(self) -> None:
        """Save everything added."""
        if not self._rows:
            return
        new = [row for row, _facets in self._rows if row.pk is None]
        old = [row for row, _facets in self._rows if row.pk is not None]
        if new:
            self._table._default_manager.bulk_create(new)
            # MySQL gives bulk-created rows no primary key.
            if any(row.pk is None for row in new):
                pks = dict(
                    self._table._default_manager.filter(identity__in=[row.identity for row in new]).values_list(
                        "identity", "pk"
                    )
                )
                for row in new:
                    row.pk = pks[row.identity]
        if old:
            fields = [field.attname for field in self._table._meta.concrete_fields if not field.primary_key]
            self._table._default_manager.bulk_update(old, fields, batch_size=100)
        self._save_facets({row.pk for row in old})

    def _save_facets(self, old: set[Any]) -> None:
        """Write the facets of those rows whose facets are others than before."""
        link = f"{self._link}_id"
        table = self._facet_table._default_manager
        before: dict[Any, list[tuple[str, str]]] = defaultdict(list)
        if old:
            found = table.filter(**{f"{link}__in": old}).order_by("facet", "value")
            for pk, facet, value in found.values_list(link, "facet", "value"):
                before[pk].append((facet, value))
        changed = [(row.pk, facets) for row, facets in self._rows if before[row.pk] != facets]
        if outdated := [pk for pk, _facets in changed if before[pk]]:
            table.filter(**{f"{link}__in": outdated}).delete()
        table.bulk_create(
            self._facet_table(**{link: pk}, facet=facet, value=value)
            for pk, facets in changed
            for facet, value in facets
        )
