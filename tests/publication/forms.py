"""What a browser sends of an admin form."""

from __future__ import annotations

from typing import Any

from wagtail.blocks.base import BlockField


def posted_by(form: Any) -> dict[str, Any]:
    """Return what the form holds as a browser would post it. Its lists and rows must be empty."""
    posted: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if isinstance(bound.field, BlockField):
            assert not value
            posted[f"{bound.html_name}-count"] = "0"
        elif isinstance(value, list):
            posted[bound.html_name] = value
        elif value is True:
            posted[bound.html_name] = "on"
        elif value not in (None, False):
            posted[bound.html_name] = bound.field.widget.format_value(value) or str(value)
    for formset in form.formsets.values():
        assert formset.initial_form_count() == 0
        posted |= {field.html_name: field.value() for field in formset.management_form}
    return posted
