"""Where else a person is mentioned, in any table of the project: for people to look at, since no text is rewritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import swapper
from django.apps import apps
from django.db import connections
from django.db.models import Field, Model
from django.urls import NoReverseMatch
from modelcluster.fields import ParentalKey
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_admin_base_url
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Revision

from dvb_wagtail.publication.dependents import base_model
from dvb_wagtail.publication.erasing.content import Entry, without
from dvb_wagtail.publication.erasing.holdings import Holdings, raw, raw_name
from dvb_wagtail.publication.erasing.logs import log_models
from dvb_wagtail.publication.erasing.names import Mentions
from dvb_wagtail.publication.erasing.person import Verdict
from dvb_wagtail.publication.erasing.plan import SEARCH, Line, Plan, Verb
from dvb_wagtail.publication.erasing.traces import texts
from dvb_wagtail.publication.tables import ItemFacet, Published

CHUNK = 200
SHORT = 255
WORDLESS = {
    "AutoField", "BigAutoField", "SmallAutoField", "BigIntegerField", "BinaryField", "BooleanField", "DateField",
    "DateTimeField", "DecimalField", "DurationField", "FloatField", "GenericIPAddressField", "IntegerField",
    "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SmallIntegerField", "TimeField",
    "UUIDField",
}  # fmt: skip


class Survey:
    """Reads every table once. What is planned to go counts as gone, so that a dry run tells what will be left."""

    def __init__(self, plan: Plan, holdings: Holdings, mentions: Mentions) -> None:
        self._plan = plan
        self._holdings = holdings
        self._mentions = mentions
        self._page_model = swapper.load_model("wagtailcore", "Page")
        self._shapes = {shape.model: shape for shape in holdings.shapes.values()}
        self._finder = AdminURLFinder()

    def lines(self) -> list[Line]:
        """Return a line for each row that mentions the person, with the names of the columns."""
        found: dict[tuple[type[Model], Any], list[str]] = defaultdict(list)
        for model in self._models():
            for pk, columns in self._rows(model):
                found[base_model(model), pk] += columns
        for pk, columns in self._revisions():
            found[Revision, pk] += columns
        return [
            Line(Verb.MENTION, model._meta.model_name or "", str(pk), tuple(columns), self.address(model, pk))
            for (model, pk), columns in sorted(found.items(), key=lambda each: (each[0][0]._meta.label, each[0][1]))
        ]

    def address(self, model: type[Model], pk: Any) -> str:
        """Return where one edits a row, or the page that it belongs to; "" where nobody can."""
        instance = model._base_manager.filter(pk=pk).first()
        while instance is not None:
            if isinstance(instance, Revision):
                instance = instance.base_content_type.model_class()._base_manager.filter(pk=instance.object_id).first()
                continue
            try:
                address = self._finder.get_edit_url(instance)
            except NoReverseMatch:
                return ""
            if address:
                return f"{get_admin_base_url() or ''}{address}"
            parents = [each.name for each in instance._meta.concrete_fields if isinstance(each, ParentalKey)]
            instance = getattr(instance, parents[0]) if parents else None
        return ""

    def _models(self) -> list[type[Model]]:
        """Return the models whose tables hold words of their own, and are there."""
        derived = (Published, ItemFacet, get_image_model().get_rendition_model())
        cleared = {*log_models(), *(model for model, _column in texts()), Revision}
        return [
            model
            for model in apps.get_models(include_auto_created=True)
            if model not in cleared
            and not issubclass(model, derived)
            and not model._meta.proxy
            and model._meta.app_label not in SEARCH
            and model._meta.db_table in _tables(model._base_manager.db)
        ]

    def _rows(self, model: type[Model]) -> Iterator[tuple[Any, list[str]]]:
        """Yield the rows of a table that mention the person, with the columns that do."""
        fields = [field for field in model._meta.local_concrete_fields if _has_words(field)]
        if model is self._page_model:
            fields = [field for field in fields if field.name != "url_path"]  # made of the slugs
        streams = [field.name for field in fields if isinstance(field, StreamField)]
        names = [field.attname for field in fields]
        columns = [raw_name(name) if name in streams else name for name in names]
        if not names:
            return
        rows = model._base_manager.order_by("pk").annotate(**raw(streams)).values_list("pk", *columns)
        for pk, *values in rows.iterator(CHUNK):
            if self._plan.is_gone(model, pk):
                continue
            content = dict(zip(names, values, strict=True))
            if model in self._shapes:
                content |= without(self._shapes[model], content, self._judge(pk))
            if found := self._columns(content) or self._neighbours(content):
                yield pk, found

    def _revisions(self) -> Iterator[tuple[int, list[str]]]:
        revisions = Revision.objects.order_by("pk")
        columns = ("pk", "object_id", "content_type", "object_str", "content")
        for pk, page, content_type, name, content in revisions.values_list(*columns).iterator(CHUNK):
            if self._plan.is_gone(Revision, pk):
                continue
            shape = self._holdings.shapes.get(content_type)
            if shape:
                content |= without(shape, content, self._judge(int(page)))
            content.pop("url_path", None)
            if found := sorted(self._columns({"object_str": name, **content})):
                yield pk, ["page", page, *found] if shape else found

    def _columns(self, content: Mapping[str, Any]) -> list[str]:
        return [name for name, value in content.items() if self._mentions.within(value)]

    def _neighbours(self, content: Mapping[str, Any]) -> list[str]:
        """Return two columns that mention the person only together, as a user's first and last name do."""
        words = [(name, value) for name, value in content.items() if isinstance(value, str) and len(value) <= SHORT]
        for (one, first), (other, last) in pairwise(words):
            if self._mentions.within([f"{first} {last}", f"{last} {first}"]):
                return [one, other]
        return []

    def _judge(self, page: int) -> Any:
        person, identity = self._plan.person, self._holdings.identities.get(page)

        def goes(entry: Entry) -> bool:
            return person.verdict(entry, identity) is Verdict.THEIRS

        return goes


def _has_words(field: Field[Any, Any]) -> bool:
    return not field.is_relation and field.get_internal_type() not in WORDLESS


def _tables(alias: str) -> set[str]:
    connection = connections[alias]
    return set(connection.introspection.table_names(include_views=True))
