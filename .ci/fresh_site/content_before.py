"""What the site has before the package comes: an article of its own."""

from __future__ import annotations

import django

django.setup()

from home.models import HomePage  # noqa: E402
from news.models import ArticlePage  # noqa: E402

home = HomePage.objects.get()
home.add_child(instance=ArticlePage(title="Ny cykelväg", slug="ny-cykelvag", lead="Den går längs älven."))
