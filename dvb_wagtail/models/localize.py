"""What wagtail-localize is told of the package's page types, where a site has it: which fields are no texts."""

from __future__ import annotations

from typing import Any

from django.apps import apps


class Untranslated:
    """The class attribute `override_translatable_fields`, made of what the class says of itself.

    Fields in `facts` are copied from the page that is translated, and nobody may have them otherwise in another
    language. The key stays empty, as on every translation: it is read from the main page. A site's own class that
    has the attribute itself begins with `SessionMixin.override_translatable_fields`, or that of its mixin.
    """

    def __get__(self, instance: object, owner: Any) -> list[Any]:
        if not apps.is_installed("wagtail_localize"):
            return []
        from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

        keys = [name] if (name := getattr(owner, "key_field", "")) else []
        return [
            *(SynchronizedField(name, overridable=False) for name in owner.facts),
            *(BaseTranslatableField(name) for name in keys),
        ]
