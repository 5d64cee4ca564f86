"""Wagtail's log entries, which nobody can edit: of a person they keep ids and times alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.dateparse import parse_datetime
from wagtail.models import PageLogEntry
from wagtail.models.audit_log import BaseLogEntry

from dvb_wagtail.publication.erasing.names import Mentions, same
from dvb_wagtail.publication.erasing.plan import Plan

CHUNK = 500


def log_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, BaseLogEntry)]


class Logs:
    """Knows which entries tell of the person, and what is left of them.

    A name of one word ("Siri") is only looked for as the whole of a label: within one it may be anybody's, and what is
    cleared cannot be had back.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._mentions = Mentions([name for name in plan.person.all_names if " " in name])

    def find(self) -> None:
        """Plan what is to be cleared."""
        for model in log_models():
            self._plan.cleared[model].update(pk for pk, _label, _data in self._changes(model))

    def write(self) -> None:
        """Clear all that tells of the person, also what the deletion of pages has just added."""
        for model in log_models():
            for pk, label, data in list(self._changes(model)):
                model._default_manager.filter(pk=pk).update(label=label, data=data)

    def _changes(self, model: type[Model]) -> Iterator[tuple[int, str, Any]]:
        """Yield the entries that are to be others: id, label, data."""
        entry: Any
        for entry in model._default_manager.order_by("pk").iterator(CHUNK):
            label, data = self._cleared(entry)
            if (label, data) != (entry.label, entry.data):
                yield entry.pk, label, data

    def _cleared(self, entry: Any) -> tuple[str, Any]:
        if isinstance(entry, PageLogEntry) and entry.page_id in self._plan.person.others:
            return entry.label, entry.data
        is_theirs = self._is_gone(entry) or same(entry.label) in self._plan.person.all_names
        label = f"#{entry.object_id}" if is_theirs or self._mentions.within(entry.label) else entry.label
        return label, _ids(entry.data) if is_theirs else self._without_names(entry.data)

    def _is_gone(self, entry: Any) -> bool:
        if isinstance(entry, PageLogEntry):
            return self._plan.is_gone(PageLogEntry._meta.get_field("page").related_model, entry.page_id)
        content_type = entry.content_type_id and ContentType.objects.get_for_id(entry.content_type_id)
        model = content_type.model_class() if content_type else None
        return model is not None and self._plan.is_gone(model, entry.object_id)

    def _without_names(self, data: Any) -> Any:
        """Return data without the texts that mention the person: where one is absent, Wagtail has words of its own."""
        return _filtered(data, lambda text: not self._mentions.within(text)) if self._mentions.within(data) else data


def _ids(data: Any) -> Any:
    """Return data with nothing but numbers and times."""
    return _filtered(data, _is_time)


def _is_time(text: str) -> bool:
    try:
        return parse_datetime(text) is not None
    except ValueError:
        return False


def _filtered(data: Any, keep: Callable[[str], bool]) -> Any:
    """Return data without the texts that are not kept, and their keys."""
    if isinstance(data, dict):
        return {key: _filtered(value, keep) for key, value in data.items() if not _falls(value, keep)}
    if isinstance(data, list):
        return [_filtered(value, keep) for value in data if not _falls(value, keep)]
    return data


def _falls(value: Any, keep: Callable[[str], bool]) -> bool:
    return isinstance(value, str) and not keep(value)
